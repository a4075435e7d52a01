// Who reads along: internal lists are shown only where Slack says for certain that nobody from outside does.
import { afterEach, describe, expect, it } from 'vitest';
import type { Args } from '../../support/slack/fake-slack.ts';
import { BOT_USER, TEAM } from '../../support/slack/fake-slack.ts';
import {
  CHANNEL,
  click,
  command,
  DIRECT,
  directMessage,
  mention,
  OTHER_USER,
  USER,
} from '../../support/slack/payloads.ts';
import { buttonOf, read, startRig, type Rig } from '../../support/slack/rig.ts';

let rig: Rig;
afterEach(() => rig.stop());

const QUESTION = '科克亚尔柯尔克孜族乡边境护栏坏了归谁管';
const INTERNAL = '边境护栏巡查的监管';
const person = (change: Args = {}): Args => ({ team_id: TEAM, is_restricted: false, ...change });

async function begin(
  allowed: string[],
  setUp: (slack: Rig['slack']) => void = () => undefined,
): Promise<void> {
  rig = await startRig({ policy: { internalConversations: allowed } });
  rig.slack.users.set(USER, person());
  rig.slack.users.set(OTHER_USER, person());
  rig.slack.users.set(BOT_USER, person({ is_bot: true }));
  rig.slack.conversations.set(CHANNEL, {
    info: { id: CHANNEL, is_channel: true },
    members: [USER, OTHER_USER, BOT_USER],
  });
  rig.slack.conversations.set(DIRECT, { info: { id: DIRECT, is_im: true, user: USER }, members: [] });
  setUp(rig.slack);
}
const answer = (): string => read(rig.slack.done('chat.postMessage').at(-1)).text;

describe('an internal list in a channel', () => {
  it('is shown where the configuration allows it and only members of the workspace are', async () => {
    await begin([`slack:${CHANNEL}`]);
    await rig.event(mention(QUESTION));
    expect(answer()).toContain(INTERNAL);
  });

  it('is hidden, without asking Slack, where the configuration does not allow it', async () => {
    await begin(['slack:C0000000099']);
    await rig.event(mention(QUESTION));
    expect(answer()).not.toContain(INTERNAL);
    expect(rig.slack.calls.map(({ method }) => method)).not.toContain('conversations.info');
  });

  it.each<[string, (slack: Rig['slack']) => void]>([
    [
      'is shared with another organisation',
      (s) => Object.assign(s.conversations.get(CHANNEL)?.info ?? {}, { is_ext_shared: true }),
    ],
    [
      'is about to be shared',
      (s) => Object.assign(s.conversations.get(CHANNEL)?.info ?? {}, { is_pending_ext_shared: true }),
    ],
    ['has a guest', (s) => s.users.set(OTHER_USER, person({ is_restricted: true }))],
    ['has a guest of one channel', (s) => s.users.set(OTHER_USER, person({ is_ultra_restricted: true }))],
    ['has a member of another workspace', (s) => s.users.set(OTHER_USER, person({ team_id: 'T0000000777' }))],
    ['cannot be looked at', (s) => s.trouble('conversations.info', { error: 'missing_scope' })],
    ['has members that cannot be looked at', (s) => s.users.delete(OTHER_USER)],
    [
      'is too large to look through',
      (s) => s.conversations.set(CHANNEL, { info: {}, members: Array.from({ length: 101 }, () => USER) }),
    ],
  ])('is hidden where the channel %s', async (_name, setUp) => {
    await begin(['slack:*'], setUp);
    await rig.event(mention(QUESTION));
    expect(answer()).not.toContain(INTERNAL);
  });

  it('is hidden where the event itself says that the channel is shared', async () => {
    await begin(['slack:*']);
    await rig.event(mention(QUESTION), { is_ext_shared_channel: true });
    expect(answer()).not.toContain(INTERNAL);
  });

  it('asks Slack once for many questions', async () => {
    await begin(['slack:*']);
    for (let i = 0; i < 3; i++) await rig.event(mention(QUESTION));
    expect(rig.slack.done('conversations.members')).toHaveLength(1);
  });

  it('stays hidden to a button that was carried into a shared channel', async () => {
    await begin(['slack:*']);
    await rig.event(mention(QUESTION));
    rig.slack.conversations.set('C0000000002', { info: { is_ext_shared: true }, members: [USER] });
    const payload = click(
      buttonOf(rig.slack.done('chat.postMessage')[0], '复制引用'),
      { ts: '1764000900.000100', channel: 'C0000000002' },
      rig.slack.responseUrl(),
    );
    await rig.interact(payload);
    expect(JSON.stringify(rig.slack.done('views.open'))).not.toContain(INTERNAL);
    expect(JSON.stringify(rig.slack.done('response_url'))).not.toContain(INTERNAL);
  });
});

describe('an internal list in a direct conversation', () => {
  it('is shown to a member', async () => {
    await begin([`slack:${DIRECT}`]);
    await rig.event(directMessage(QUESTION));
    expect(answer()).toContain(INTERNAL);
  });

  it('is hidden from a guest', async () => {
    await begin(['slack:*'], (slack) => slack.users.set(USER, person({ is_restricted: true })));
    await rig.event(directMessage(QUESTION));
    expect(answer()).not.toContain(INTERNAL);
  });

  it('is hidden from a command between two people, which the bot cannot look at', async () => {
    await begin(['slack:*']);
    await rig.command(
      command(QUESTION, rig.slack.responseUrl(), {
        channel_id: 'D0000000055',
        channel_name: 'directmessage',
      }),
    );
    expect(read(rig.slack.done('response_url')[0]).text).not.toContain(INTERNAL);
  });
});
