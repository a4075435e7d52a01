// Asking: in channels, in direct messages, by command, on somebody's message; and that nothing is answered twice.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BASE_URL } from '../../support/chat.ts';
import { PUBLIC_ID } from '../../support/corpus.ts';
import { BOT_USER } from '../../support/slack/fake-slack.ts';
import {
  asChannelMessage,
  CHANNEL,
  click,
  command,
  DIRECT,
  directMessage,
  mention,
  messageShortcut,
  OTHER_USER,
  USER,
} from '../../support/slack/payloads.ts';
import { buttonOf, clickables, read, startRig, type Rig } from '../../support/slack/rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const QUESTION = '阿拉甫乡烧秸秆归谁管';
const posted = () => rig.slack.done('chat.postMessage');
const responses = () => rig.slack.done('response_url');

describe('a mention in a channel', () => {
  it('is answered in its thread, quietly, with the row word for word', async () => {
    const event = mention(QUESTION);
    await rig.event(event);
    const [answer] = posted();
    expect(answer?.args).toMatchObject({
      channel: CHANNEL,
      thread_ts: event['ts'],
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
    const { text, links } = read(answer);
    expect(text).toContain('2.对露天焚烧秸秆的行为依法查处。');
    expect(text).toContain('喀什地区生态环境局疏勒县分局：');
    expect(links).toContain(`${BASE_URL}/i/${PUBLIC_ID}-c1`);
    expect(answer?.args['text']).toContain('上级部门牵头');
    expect(clickables(answer).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['换乡镇', '复制引用', '有用', '不对']),
    );
  });

  it('in a thread goes on with what was said there', async () => {
    const first = mention(QUESTION);
    await rig.event(first);
    await rig.event(mention('那阿扎特巴格镇呢', { thread_ts: first['ts'] }));
    const [, second] = posted();
    expect(second?.args['thread_ts']).toBe(first['ts']);
    expect(read(second).text).toContain('秸秆、垃圾露天焚烧的监管');
  });

  it('names a row and gets its card', async () => {
    await rig.event(mention('阿拉甫乡配合第3项'));
    expect(read(posted()[0]).text).toContain('高龄津贴的发放');
  });

  it.each([
    ['a pasted citation', `依据：…\n<${BASE_URL}/i/${PUBLIC_ID}-c3|条目页>`],
    ['a pasted address', `<${BASE_URL}/i/${PUBLIC_ID}-c3>`],
  ])('with %s gets the row again', async (_name, text) => {
    await rig.event(mention(text));
    expect(read(posted()[0]).text).toContain('高龄津贴的发放');
  });

  it('is read with the escapes of Slack undone once', async () => {
    await rig.event(mention(`<@${BOT_USER}|zhize> 阿拉甫乡 烧秸秆 &amp;lt; 归谁管　`));
    expect(read(posted()[0]).text).toContain('秸秆露天焚烧的监管');
  });

  it('with somebody’s shared message asks about that message', async () => {
    await rig.event(
      mention('这个归谁管', {
        attachments: [{ is_share: true, text: '阿拉甫乡有人烧秸秆', author_id: OTHER_USER }],
      }),
    );
    expect(read(posted()[0]).text).toContain('秸秆露天焚烧的监管');
  });

  it('that only edits an old message is ignored', async () => {
    await rig.event(mention(QUESTION, { edited: { user: USER, ts: '1.1' } }));
    await rig.event({ ...directMessage('x'), subtype: 'message_changed' });
    expect(posted()).toEqual([]);
  });

  it('binds the channel and answers for its township from then on', async () => {
    await rig.event(mention('绑定阿拉甫乡'));
    await rig.event(mention('烧秸秆归谁管'));
    expect(read(posted()[1]).text).toContain('阿拉甫乡 配合履职事项');
  });

  it('asks which township where none is known, and remembers the choice for the thread', async () => {
    const event = mention('烧秸秆归谁管');
    await rig.event(event);
    const [choice] = posted();
    const ts = String(choice?.args['ts']);
    await rig.interact(
      click(buttonOf(choice, '阿拉甫乡'), { ts, thread: String(event['ts']) }, rig.slack.responseUrl()),
    );
    expect(responses()[0]?.args).toMatchObject({ replace_original: true });
    expect(read(responses()[0]).text).toContain('阿拉甫乡 配合履职事项');
    await rig.event(mention('高龄津贴谁发', { thread_ts: event['ts'] }));
    expect(read(posted()[1]).text).toContain('阿拉甫乡 配合履职事项');
  });
});

describe('a thread that was answered', () => {
  const start = async (): Promise<string> => {
    const event = mention(QUESTION);
    await rig.event(event);
    return String(event['ts']);
  };

  it('is followed without a mention', async () => {
    const thread = await start();
    await rig.event(asChannelMessage(mention('', { text: '那阿扎特巴格镇呢？', thread_ts: thread })));
    expect(read(posted()[1]).text).toContain('秸秆、垃圾露天焚烧的监管');
  });

  it.each([
    ['people agree', '好的，收到'],
    ['people speak of other things', '中午吃什么？'],
    ['somebody else is asked', `<@${OTHER_USER}> 你看烧秸秆归谁管`],
  ])('is left alone when %s', async (_name, text) => {
    const thread = await start();
    await rig.event(asChannelMessage(mention('', { text, thread_ts: thread })));
    expect(posted()).toHaveLength(1);
  });

  it('of somebody else is never answered unasked', async () => {
    await rig.event(asChannelMessage(mention('', { text: QUESTION, thread_ts: '1763940000.000001' })));
    await rig.event(asChannelMessage(mention('', { text: QUESTION })));
    expect(posted()).toEqual([]);
  });
});

describe('one question', () => {
  it('that comes as two kinds of events is answered once', async () => {
    const event = mention(QUESTION);
    await Promise.all([rig.event(event), rig.event(asChannelMessage(event))]);
    expect(posted()).toHaveLength(1);
  });

  it('that Slack retries is answered once', async () => {
    const event = mention(QUESTION);
    await rig.event(event, { event_id: 'EvRetried' });
    await rig.event(
      event,
      { event_id: 'EvRetried' },
      { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' },
    );
    expect(posted()).toHaveLength(1);
  });

  it('whose first try never came in is answered at its retry', async () => {
    await rig.event(
      mention(QUESTION),
      {},
      { 'x-slack-retry-num': '2', 'x-slack-retry-reason': 'connection_failed' },
    );
    expect(posted()).toHaveLength(1);
  });
});

describe('a direct message', () => {
  it('is answered under itself, and remembers its township', async () => {
    const event = directMessage('绑定阿拉甫乡');
    await rig.event(event);
    await rig.event(directMessage('烧秸秆归谁管'));
    expect(posted()[0]?.args).toMatchObject({ channel: DIRECT, thread_ts: event['ts'] });
    expect(read(posted()[1]).text).toContain('阿拉甫乡 配合履职事项');
  });

  it('goes on with the last one, in its thread and beside it', async () => {
    const first = directMessage(QUESTION);
    await rig.event(first);
    await rig.event(directMessage('那阿扎特巴格镇呢'));
    await rig.event(directMessage('那阿扎特巴格镇呢', { thread_ts: first['ts'] }));
    expect(posted()).toHaveLength(3);
    for (const answer of posted().slice(1)) expect(read(answer).text).toContain('秸秆、垃圾露天焚烧的监管');
  });

  it('that is only a file gets the help', async () => {
    await rig.event(directMessage('', { subtype: 'file_share', files: [{ id: 'F1' }] }));
    expect(read(posted()[0]).text).toContain('烧秸秆');
  });
});

describe('/duty', () => {
  it('answers the person alone, and the channel when asked to', async () => {
    const { status } = await rig.command(command(`　${QUESTION}　`, rig.slack.responseUrl()));
    expect(status).toBe(200);
    const [answer] = responses();
    expect(answer?.args).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(read(answer).text).toContain('秸秆露天焚烧的监管');
    await rig.interact(
      click(
        buttonOf(answer, '发到频道'),
        { ts: '1764000900.000100', ephemeral: true },
        rig.slack.responseUrl(),
      ),
    );
    const [published] = posted();
    expect(published?.args).toMatchObject({ channel: CHANNEL });
    expect(published?.args['thread_ts']).toBeUndefined();
    expect(read(published).text).toContain('秸秆露天焚烧的监管');
    expect(clickables(published).map(({ label }) => label)).not.toContain('发到频道');
    expect(read(responses()[1]).text).toContain('已发到频道');
    // its thread goes on
    await rig.event(mention('那阿扎特巴格镇呢', { thread_ts: published?.args['ts'] }));
    expect(read(posted()[1]).text).toContain('秸秆、垃圾露天焚烧的监管');
  });

  it('is published by the response address where the bot is no member', async () => {
    rig.slack.strangers.add(CHANNEL);
    await rig.command(command(QUESTION, rig.slack.responseUrl()));
    await rig.interact(
      click(
        buttonOf(responses()[0], '发到频道'),
        { ts: '1764000900.000100', ephemeral: true },
        rig.slack.responseUrl(),
      ),
    );
    expect(responses()[1]?.args).toMatchObject({ response_type: 'in_channel' });
    expect(read(responses()[1]).text).toContain('秸秆露天焚烧的监管');
  });

  it('with nothing gives the help', async () => {
    await rig.command(command('', rig.slack.responseUrl()));
    expect(read(responses()[0]).text).toContain('烧秸秆冒烟归谁管');
  });

  it('delivered twice answers once', async () => {
    const fields = command(QUESTION, rig.slack.responseUrl());
    await rig.command(fields);
    await rig.command(fields);
    expect(responses()).toHaveLength(1);
  });

  it('stays private from one click to the next, and can be published after it', async () => {
    await rig.command(command('阿拉甫乡 秸秆', rig.slack.responseUrl()));
    const opened = clickables(responses()[0]).find(({ action_id: id }) => id.startsWith('open-item'));
    if (!opened) throw new Error('nothing to open');
    const { label: _label, ...button } = opened;
    await rig.interact(click(button, { ts: '1764000900.000100', ephemeral: true }, rig.slack.responseUrl()));
    expect(posted()).toEqual([]);
    expect(responses()[1]?.args).toMatchObject({ response_type: 'ephemeral' });
    expect(clickables(responses()[1]).map(({ label }) => label)).toContain('发到频道');
  });
});

describe('「查这件事归谁」 on a message', () => {
  it('asks about its words, answers privately, publishes into its thread', async () => {
    await rig.command(command('绑定阿拉甫乡', rig.slack.responseUrl()));
    await rig.interact(messageShortcut('村口又有人在地里烧秸秆，烟大得很', rig.slack.responseUrl()));
    const answer = responses()[1];
    expect(answer?.args).toMatchObject({ response_type: 'ephemeral', thread_ts: '1763950000.700001' });
    expect(read(answer).text).toContain('秸秆露天焚烧的监管');
    await rig.interact(
      click(
        buttonOf(answer, '发到频道'),
        { ts: '1764000900.000100', ephemeral: true },
        rig.slack.responseUrl(),
      ),
    );
    expect(posted()[0]?.args).toMatchObject({ channel: CHANNEL, thread_ts: '1763950000.700001' });
  });

  it('works on what a bot wrote', async () => {
    const payload = messageShortcut('', rig.slack.responseUrl(), {
      message: {
        type: 'message',
        subtype: 'bot_message',
        bot_id: 'B9',
        text: QUESTION,
        ts: '1763950000.700002',
      },
    });
    await rig.interact(payload);
    expect(read(responses()[0]).text).toContain('秸秆露天焚烧的监管');
  });

  it('works where the bot is no member', async () => {
    rig.slack.strangers.add(CHANNEL);
    await rig.interact(messageShortcut(QUESTION, rig.slack.responseUrl()));
    expect(read(responses()[0]).text).toContain('秸秆露天焚烧的监管');
  });
});
