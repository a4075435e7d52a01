// Socket Mode: the same app without a public address, through renewals, cuts and refusals.
import { afterEach, describe, expect, it } from 'vitest';
import { startFakeSlack, type FakeSlack } from '../../support/slack/fake-slack.ts';
import { click, command, eventBody, mention, submission, suggestion } from '../../support/slack/payloads.ts';
import { buttonOf, read, startRig, type Rig } from '../../support/slack/rig.ts';

let rig: Rig | null = null;
let slack: FakeSlack | null = null;
async function begin(): Promise<{ rig: Rig; slack: FakeSlack }> {
  slack ??= await startFakeSlack();
  rig = await startRig({ mode: 'socket', slack });
  return { rig, slack };
}
afterEach(async () => {
  await rig?.stop();
  await slack?.stop();
  rig = null;
  slack = null;
});

const QUESTION = '阿拉甫乡烧秸秆归谁管';
async function until(isTrue: () => boolean, ms = 5000): Promise<void> {
  const end = Date.now() + ms;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a connection', () => {
  it('carries questions, commands, clicks, pickers and forms', async () => {
    const { rig: r, slack: s } = await begin();
    const event = mention(QUESTION);
    await s.envelope('events_api', eventBody(event));
    await r.settle();
    const [answer] = s.done('chat.postMessage');
    expect(read(answer).text).toContain('秸秆露天焚烧的监管');

    await s.envelope('slash_commands', command(QUESTION, s.responseUrl()));
    await r.settle();
    expect(s.done('response_url')).toHaveLength(1);

    const where = { ts: String(answer?.args['ts']), thread: String(event['ts']) };
    await s.envelope('interactive', click(buttonOf(answer, '换乡镇'), where, s.responseUrl()));
    await r.settle();
    expect(s.done('response_url')).toHaveLength(2);

    const offered = await s.envelope('interactive', suggestion('pick-township:', '阿扎'));
    expect(JSON.stringify(offered)).toContain('阿扎特巴格镇');

    const shown = await s.envelope('interactive', submission({ question: QUESTION }, null));
    expect(JSON.stringify(shown)).toContain('"response_action":"update"');
    expect(s.breaches).toEqual([]);
  });

  it('asks for its address with the app token', async () => {
    const { slack: s } = await begin();
    expect(s.calls.find(({ method }) => method === 'apps.connections.open')?.token).toMatch(/^xapp-/);
  });

  it.each(['refresh', 'cut'] as const)('is made again at once after a %s', async (how) => {
    const { rig: r, slack: s } = await begin();
    s.disconnect(how);
    await until(() => s.calls.filter(({ method }) => method === 'apps.connections.open').length === 2);
    await until(() => s.sockets() === 1 && r.channel.health().state === 'ok');
    await s.envelope('events_api', eventBody(mention(QUESTION)));
    await r.settle();
    expect(s.done('chat.postMessage')).toHaveLength(1);
  });

  it('delivers again what was not acknowledged; it is answered once', async () => {
    const { rig: r, slack: s } = await begin();
    const body = eventBody(mention(QUESTION));
    await s.envelope('events_api', body);
    s.disconnect('cut');
    await until(() => s.calls.filter(({ method }) => method === 'apps.connections.open').length === 2);
    await until(() => s.sockets() === 1 && r.channel.health().state === 'ok');
    await s.envelope('events_api', body);
    await r.settle();
    expect(s.done('chat.postMessage')).toHaveLength(1);
  });

  it('is tried for until Slack can be reached again; health tells', async () => {
    const { rig: r, slack: s } = await begin();
    await s.vanish();
    await until(() => r.channel.health().state !== 'ok');
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(r.channel.health().state).toBe('starting');
    await s.comeBack();
    await until(() => r.channel.health().state === 'ok', 10_000);
    expect(r.log.some(({ message }) => message === 'slack connected again')).toBe(true);
  });

  it('ends when the channel stops, and nothing is taken any more', async () => {
    const { rig: r, slack: s } = await begin();
    await r.channel.stop();
    await until(() => s.sockets() === 0);
    expect(r.channel.health().state).toBe('failing');
  });
});

describe('an app token', () => {
  it('that Slack refuses at start stops it with what to do', async () => {
    slack = await startFakeSlack();
    slack.trouble('apps.connections.open', { error: 'invalid_auth' });
    await expect(begin()).rejects.toThrow(/SLACK_APP_TOKEN（invalid_auth）.*connections:write/u);
  });

  it('that is refused later makes the channel fail', async () => {
    const { rig: r, slack: s } = await begin();
    s.trouble('apps.connections.open', { error: 'account_inactive' });
    s.disconnect('cut');
    await until(() => r.channel.health().state === 'failing');
  });

  it('of an app whose connections are asked for too often waits', async () => {
    slack = await startFakeSlack();
    slack.trouble('apps.connections.open', { status: 429, retryAfter: 1 });
    const { rig: r } = await begin();
    expect(r.channel.health().state).toBe('starting');
    await until(() => r.channel.health().state === 'ok');
  });
});
