// What Slack and the network can do to an answer, and what becomes of it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { startFakeSlack, GRANTED } from '../../support/slack/fake-slack.ts';
import {
  CHANNEL,
  click,
  command,
  directMessage,
  eventBody,
  mention,
  USER,
} from '../../support/slack/payloads.ts';
import { buttonOf, read, startRig, type Rig, type RigOptions } from '../../support/slack/rig.ts';

let rig: Rig | null = null;
const begin = async (options: RigOptions = {}): Promise<Rig> => {
  rig = await startRig(options);
  return rig;
};
afterEach(async () => {
  await rig?.stop();
  rig = null;
});

const QUESTION = '阿拉甫乡烧秸秆归谁管';

describe('sending', () => {
  it('waits as long as Slack asks when it goes too fast', async () => {
    const { slack, event, chat } = await begin();
    slack.trouble('chat.postMessage', { status: 429, retryAfter: 1 });
    const started = Date.now();
    await event(mention(QUESTION));
    await chat.service.drained();
    expect(slack.done('chat.postMessage')).toHaveLength(1);
    expect(Date.now() - started).toBeGreaterThanOrEqual(1000);
  });

  it('holds back others for that channel meanwhile, not those for other channels', async () => {
    const { slack, event, chat } = await begin();
    slack.trouble('chat.postMessage', { status: 429, retryAfter: 1 });
    await Promise.all([
      event(mention(QUESTION)),
      event(mention(QUESTION)),
      event(mention(QUESTION, { channel: 'C0000000007' })),
    ]);
    await chat.service.drained();
    expect(slack.done('chat.postMessage')).toHaveLength(3);
  });

  it.each(['msg_blocks_too_long', 'invalid_blocks'])('goes on in plain text after %s', async (error) => {
    const { slack, event } = await begin();
    slack.trouble('chat.postMessage', { error });
    await event(mention(QUESTION));
    const [answer] = slack.done('chat.postMessage');
    expect(answer?.args['blocks']).toBeUndefined();
    expect(answer?.args['text']).toContain('秸秆露天焚烧的监管');
    expect(answer?.args['text']).toContain('2.对露天焚烧秸秆的行为依法查处。');
  });

  it.each(['not_in_channel', 'channel_not_found', 'is_archived'])(
    'goes to the person, with how to invite the bot, after %s',
    async (error) => {
      const { slack, event } = await begin();
      slack.trouble('chat.postMessage', { error });
      await event(mention(QUESTION));
      const [answer] = slack.done('chat.postMessage');
      expect(answer?.args['channel']).toBe(USER);
      expect(read(answer).text).toContain('/invite @履职问答');
      expect(read(answer).text).toContain('秸秆露天焚烧的监管');
      expect(slack.breaches).toEqual([]);
    },
  );

  it('tries again when Slack could not be reached', async () => {
    const { slack, event, chat, metrics } = await begin();
    await slack.vanish();
    const delivered = event(mention(QUESTION));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(metrics).toContain('error:slack:unreachable');
    await slack.comeBack();
    await delivered;
    await chat.service.drained();
    expect(slack.done('chat.postMessage')).toHaveLength(1);
  });

  it.each([
    ['the line is cut after Slack took it', 'lost' as const],
    ['the line is cut before Slack took it', 'reset' as const],
    ['Slack has a fault of its own', { status: 503 }],
    ['Slack says that something went wrong inside', { error: 'internal_error' }],
  ])('looks whether the answer stands there, and answers once, when %s', async (_name, trouble) => {
    const { slack, event } = await begin();
    slack.trouble('chat.postMessage', trouble);
    const message = mention(QUESTION);
    await event(message);
    expect(slack.done('chat.postMessage')).toHaveLength(1);
    expect(slack.done('conversations.replies')).toHaveLength(1);
    await event(message);
    expect(slack.done('chat.postMessage')).toHaveLength(1);
  });

  it('takes an answer as sent where Slack does not let us look', async () => {
    const { slack, event } = await begin();
    slack.trouble('chat.postMessage', 'lost');
    slack.trouble('conversations.replies', { error: 'missing_scope', needed: 'channels:history' }, 2);
    const message = mention(QUESTION);
    await event(message);
    await event(message);
    expect(slack.done('chat.postMessage')).toHaveLength(1);
  });

  it('uses another way when a response address has run out', async () => {
    const { slack, command: say } = await begin();
    slack.trouble('response_url', { error: 'expired_url' });
    await say(command(QUESTION, slack.responseUrl()));
    expect(slack.done('chat.postEphemeral')[0]?.args).toMatchObject({ channel: CHANNEL, user: USER });
  });

  it('says once that somebody asks too fast, to that person', async () => {
    const { slack, event } = await begin({ policy: { personPerMinute: 1 } });
    for (let i = 0; i < 8; i++) await event(mention(QUESTION));
    expect(slack.done('chat.postMessage')).toHaveLength(5);
    const told = slack.done('chat.postEphemeral');
    expect(told).toHaveLength(1);
    expect(told[0]?.args['user']).toBe(USER);
    expect(read(told[0]).text).toContain('问得太快了');
  });

  it('of an answer that could not be found out apologises without a code', async () => {
    const { slack, event, chat } = await begin();
    chat.store.threads.turns = () => {
      throw new Error('SQLITE_CORRUPT: made up');
    };
    await event(directMessage(QUESTION));
    expect(read(slack.done('chat.postMessage')[0]).text).toContain('抱歉，刚才出错了');
    expect(JSON.stringify(slack.calls)).not.toContain('SQLITE');
  });
});

describe('a token', () => {
  it('that is taken back makes the channel fail, and a working one makes it well', async () => {
    const { slack, channel, event } = await begin();
    expect(channel.health().state).toBe('ok');
    slack.trouble('chat.postMessage', { error: 'token_revoked' });
    await event(mention(QUESTION));
    expect(channel.health()).toMatchObject({ state: 'failing' });
    expect(channel.health().detail).toContain('token_revoked');
    await event(mention(QUESTION));
    expect(channel.health().state).toBe('ok');
  });

  it('that is taken back is told of by an event too', async () => {
    const { channel, event } = await begin();
    await event({ type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] }, event_ts: '1.1' });
    expect(channel.health().state).toBe('ok');
    await event({ type: 'tokens_revoked', tokens: { bot: ['U00000000B0'] }, event_ts: '1.2' });
    expect(channel.health().state).toBe('failing');
  });

  it('that Slack refuses at start stops it with what to do', async () => {
    const slack = await startFakeSlack();
    slack.trouble('auth.test', { error: 'invalid_auth' });
    await expect(startRig({ slack })).rejects.toThrow(
      /SLACK_BOT_TOKEN（invalid_auth）.*OAuth & Permissions/u,
    );
    await slack.stop();
  });

  it('without a permission stops it with the permissions that are missing', async () => {
    const slack = await startFakeSlack();
    slack.scopes = GRANTED.filter((scope) => scope !== 'links:write' && scope !== 'commands');
    await expect(startRig({ slack })).rejects.toThrow(/commands、links:write.*Bot Token Scopes/u);
    await slack.stop();
  });

  it('without the permissions for internal lists warns where those are to be shown', async () => {
    const { log } = await begin({ policy: { internalConversations: ['slack:C0000000001'] } });
    expect(log.find(({ message }) => message.includes('users:read'))?.level).toBe('warn');
  });
});

describe('a start without Slack', () => {
  it('goes on trying instead of giving up', async () => {
    const slack = await startFakeSlack();
    slack.trouble('auth.test', 'reset');
    const started = await begin({ slack });
    expect(started.channel.health().state).toBe('starting');
    await started.event(mention(QUESTION));
    expect(started.channel.health().state).toBe('ok');
    expect(slack.done('chat.postMessage')).toHaveLength(1);
    await started.stop();
    rig = null;
    await slack.stop();
  });
});

describe('a process that died', () => {
  it('leaves its question to the next one, which answers it once', async () => {
    const slack = await startFakeSlack();
    const stateDir = mkdtempSync(path.join(tmpdir(), 'duty-desk-died-'));
    const first = await startRig({ slack, stateDir });
    slack.trouble('chat.postMessage', 'hold');
    void first.event(directMessage(QUESTION));
    while (!slack.calls.some(({ method }) => method === 'chat.postMessage')) await sleep(10);
    first.store.close();
    const second = await startRig({ slack, stateDir });
    await second.settle();
    expect(slack.done('chat.postMessage')).toHaveLength(1);
    expect(read(slack.done('chat.postMessage')[0]).text).toContain('秸秆露天焚烧的监管');
    await second.stop();
    await slack.stop();
    void first.stop().catch(() => undefined);
    rmSync(stateDir, { recursive: true, force: true });
  });
});

describe('an orderly stop', () => {
  it('finishes what was acknowledged, also while Slack is asked who reads along', async () => {
    const { slack, channel, post } = await begin({ policy: { internalConversations: ['slack:*'] } });
    slack.conversations.set(CHANNEL, { info: {}, members: [USER] });
    slack.users.set(USER, { team_id: 'T0000000001' });
    await post(JSON.stringify(eventBody(mention(QUESTION))));
    await channel.stop();
    expect(slack.done('chat.postMessage')).toHaveLength(1);
  });
});

describe('a click', () => {
  it('on a message that is gone is answered to the person', async () => {
    const { slack, event, interact } = await begin();
    const asked = mention('烧秸秆归谁管');
    await event(asked);
    const [answer] = slack.done('chat.postMessage');
    slack.trouble('response_url', { error: 'expired_url' }, 2);
    slack.trouble('chat.update', { error: 'message_not_found' });
    await interact(
      click(
        buttonOf(answer, '阿拉甫乡'),
        { ts: String(answer?.args['ts']), thread: String(asked['ts']) },
        slack.responseUrl(),
      ),
    );
    expect(read(slack.done('chat.postEphemeral')[0]).text).toContain('秸秆露天焚烧的监管');
  });
});
