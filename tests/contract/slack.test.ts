// Slack keeps the channel contract, by HTTP and by Socket Mode.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BOT_USER, startFakeSlack } from '../support/slack/fake-slack.ts';
import { CHANNEL, eventBody, fromBot, fromSelf, mention } from '../support/slack/payloads.ts';
import { checkMessage } from '../support/slack/block-kit.ts';
import { read, startRig, type Rig } from '../support/slack/rig.ts';
import { describeChannelContract, type ChannelHarness, type HarnessOptions } from './channel-contract.ts';

async function createSlackHarness(mode: 'http' | 'socket', options: HarnessOptions): Promise<ChannelHarness> {
  const slack = await startFakeSlack();
  const stateDir = mkdtempSync(path.join(tmpdir(), 'duty-desk-slack-'));
  const begin = (): Promise<Rig> => startRig({ ...options, mode, slack, stateDir });
  let rig = await begin();
  const old: Rig[] = [];
  return {
    async deliver({ id, text, from = 'person', conversation = CHANNEL }) {
      const said = mention(text, { ts: `1763951000.${id.padStart(6, '0')}`, channel: conversation });
      const event = from === 'self' ? fromSelf(said) : from === 'bot' ? fromBot(said) : said;
      const body = eventBody(event, { event_id: `EvContract${id}` });
      if (mode === 'http') await rig.post(JSON.stringify(body));
      else await slack.envelope('events_api', body);
      await rig.settle();
    },
    sent: () =>
      [...slack.done('chat.postMessage'), ...slack.done('chat.postEphemeral')]
        .toSorted((a, b) => a.at - b.at)
        .map((call) => ({ ...read(call), breaches: checkMessage(call.args) })),
    holdNextSend: () => slack.trouble('chat.postMessage', 'hold'),
    failNextSend: () => slack.trouble('chat.postMessage', { error: 'posting_to_general_channel_denied' }),
    async crash() {
      // nothing is finished or said goodbye to: the store just goes
      rig.store.close();
      old.push(rig);
      if (mode === 'socket') slack.disconnect('cut');
      rig = await begin();
      await rig.settle();
    },
    async stop() {
      await rig.stop();
      // lets go of what the dead process still held
      await slack.stop();
      for (const dead of old) void dead.stop().catch(() => undefined);
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

for (const mode of ['http', 'socket'] as const) {
  describeChannelContract(`slack by ${mode}`, (options) => createSlackHarness(mode, options), {
    hostile: [
      { text: '<!channel> 集合', readable: '集合' },
      { text: `<@${BOT_USER}><@U0000000002> 快来`, readable: '快来' },
      { text: '<https://evil.example/x|点这里>', readable: '点这里' },
      { text: '&lt;!here&gt; *粗* _斜_ `码` ~删~ :smile:', readable: '粗' },
      { text: 'https://evil.example/裸链接', readable: '裸链接' },
    ],
  });
}
