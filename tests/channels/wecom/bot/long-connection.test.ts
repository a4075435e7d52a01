// The bot by long connection against a simulated WeCom over loopback: every feature, every trouble.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS, TIMING } from '../../../../src/channels/wecom/limits.ts';
import {
  BOT_ID,
  BOT_SECRET,
  botEvent,
  botText,
  createDesk,
  pause,
  socketVariables,
  until,
  type Desk,
  type DeskOptions,
  type Running,
} from '../../../support/wecom/channel.ts';
import { startSocketServer, type SocketServer, type Visible } from '../../../support/wecom/socket-server.ts';

const QUESTION = '阿拉甫乡烧秸秆归谁管';
let server: SocketServer;
let desks: Desk[] = [];

beforeEach(async () => {
  server = await startSocketServer({ botId: BOT_ID, secret: BOT_SECRET });
});
afterEach(async () => {
  for (const desk of desks) await desk.remove();
  desks = [];
  await server.close();
});

async function start(options: Partial<DeskOptions> = {}): Promise<Running> {
  const desk = createDesk({ variables: socketVariables(server.url), ...options });
  desks.push(desk);
  const running = await desk.start();
  await until(() => server.isSubscribed());
  return running;
}

const ask = (id: string, text = QUESTION, change: Record<string, unknown> = {}): void => {
  if (!server.push('aibot_msg_callback', botText(id, text, change))) throw new Error('nobody is subscribed');
};
const event = (id: string, type: string, data: Record<string, unknown> = {}, change = {}): void => {
  if (!server.push('aibot_event_callback', botEvent(id, type, data, change)))
    throw new Error('nobody is subscribed');
};
const answersTo = (id: string): Visible[] =>
  server.visible.filter((part) => part.msgid === id && part.kind === 'stream');
async function answerTo(id: string): Promise<Visible> {
  await until(() => answersTo(id).some(({ finished }) => finished));
  const [answer] = answersTo(id);
  if (!answer) throw new Error('no answer');
  return answer;
}
const pushes = (): Visible[] => server.visible.filter(({ kind }) => kind === 'push');

describe('answers', () => {
  it('come as one finished stream with the official words, the source and a feedback id', async () => {
    await start();
    ask('1', '@履职问答 阿拉甫乡烧秸秆归谁管');
    const { content, feedbackId, streamId } = await answerTo('1');
    expect(content).toContain('> 1.负责秸秆露天焚烧的监督检查；');
    expect(content).toContain('[全文：](https://zhize.example/i/shule-alafu-2025-c1)');
    expect(feedbackId).toMatch(/^[\w-]{10}$/u);
    expect(streamId).toMatch(/^[\w-]{24}$/u);
    expect(server.breaches).toEqual([]);
  });

  it('draws a comparison as a table', async () => {
    await start();
    ask('1', '各乡镇秸秆焚烧有什么不同');
    expect((await answerTo('1')).content).toMatch(/\| 乡镇 \| 列在 \| 事项 \| 牵头或承接部门 \|\n\| --- \|/u);
  });

  it('take the quoted message as the question when the text only points at it', async () => {
    await start();
    const quote = { msgtype: 'text', text: { content: '阿拉甫乡有人在地里烧秸秆' } };
    ask('1', '@履职问答 这个归谁管', { quote });
    expect((await answerTo('1')).content).toContain('秸秆露天焚烧的监管');
  });

  it('go on from an answer of ours that is quoted', async () => {
    await start();
    ask('1');
    const { content } = await answerTo('1');
    ask('2', '那阿扎特巴格镇呢', { quote: { msgtype: 'text', text: { content } }, from: { userid: 'lisi' } });
    expect((await answerTo('2')).content).toContain('秸秆、垃圾露天焚烧的监管');
  });

  it('read what was spoken, and the words beside a picture', async () => {
    await start();
    const single = { chatid: undefined, chattype: 'single', text: undefined };
    ask('1', '', { ...single, msgtype: 'voice', voice: { content: QUESTION } });
    const items = [
      { msgtype: 'image', image: { url: 'x' } },
      { msgtype: 'text', text: { content: QUESTION } },
    ];
    ask('2', '', { ...single, msgtype: 'mixed', mixed: { msg_item: items } });
    expect((await answerTo('1')).content).toContain('秸秆露天焚烧的监管');
    expect((await answerTo('2')).content).toContain('秸秆露天焚烧的监管');
  });

  it.each([
    ['image', '图片'],
    ['file', '文件'],
    ['video', '视频'],
  ])('explain kindly that a %s cannot be read, once', async (msgtype, word) => {
    const running = await start();
    const body = { msgtype, [msgtype]: { url: 'https://x' }, text: undefined };
    ask('1', '', body);
    ask('1', '', body);
    expect((await answerTo('1')).content).toContain(word);
    await running.chat.service.drained();
    await server.flushed();
    expect(answersTo('1')).toHaveLength(1);
    expect(server.frames.filter(({ cmd }) => cmd === 'aibot_respond_msg')).toHaveLength(1);
  });

  it('explain that a quoted picture cannot be read', async () => {
    await start();
    ask('1', '@履职问答', { quote: { msgtype: 'image', image: { url: 'x' } } });
    expect((await answerTo('1')).content).toContain('引用的内容里没有文字');
  });

  it('help where nothing but the mention came', async () => {
    await start();
    ask('1', '@履职问答 ');
    expect((await answerTo('1')).content).toContain('直接问就行');
  });

  it('do not stumble over what they do not know', async () => {
    const running = await start();
    server.push('aibot_msg_callback', { msgtype: 'text' });
    server.push('aibot_msg_callback', botText('1', '', { msgtype: 'sticker', text: undefined }));
    server.push('aibot_event_callback', botEvent('2', 'something_new'));
    server.push('aibot_event_callback', { msgtype: 'event', event: 7 });
    ask('3');
    await answerTo('3');
    expect((await answerTo('1')).content).toContain('还读不懂');
    expect(running.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('cards', () => {
  it('offer the townships, and a click answers once within five seconds and uses the card up', async () => {
    await start();
    ask('1', '烧秸秆归谁管');
    await until(() => server.visible.some(({ kind }) => kind === 'card'));
    const card = server.visible.find(({ kind }) => kind === 'card')?.card;
    expect(card?.main_title.title).toBe('是哪个乡镇？');
    const button = card?.button_list?.find(({ text }) => text === '阿拉甫乡');
    const click = { card_type: 'button_interaction', event_key: button?.key, task_id: card?.task_id };
    const change = { chatid: 'G1', chattype: 'group' };
    const at = Date.now();
    // a double tap: two events
    event('2', 'template_card_event', click, change);
    event('3', 'template_card_event', click, change);
    await until(() => pushes().length > 0);
    expect(pushes()[0]?.content).toContain('秸秆露天焚烧的监管');
    const updates = server.visible.filter(({ kind }) => kind === 'update');
    expect(updates).toHaveLength(1);
    expect(updates[0]?.card?.task_id).toBe(card?.task_id);
    expect((updates[0]?.at ?? Infinity) - at).toBeLessThan(5000);
    await pause(100);
    expect(pushes()).toHaveLength(1);
    expect(server.breaches).toEqual([]);
  });

  it('read a click also where its data lies flat', async () => {
    await start();
    ask('1', '烧秸秆归谁管');
    await until(() => server.visible.some(({ kind }) => kind === 'card'));
    const card = server.visible.find(({ kind }) => kind === 'card')?.card;
    const key = card?.button_list?.[0]?.key;
    server.push('aibot_event_callback', {
      ...botEvent('2', 'x', {}, { chatid: 'G1', chattype: 'group' }),
      event: { eventtype: 'template_card_event', event_key: key, task_id: card?.task_id },
    });
    await until(() => pushes().length === 1);
  });

  it('offer related rows as questions that ask the bot', async () => {
    await start();
    ask('1');
    await until(() => server.visible.some(({ kind }) => kind === 'card'));
    const card = server.visible.find(({ kind }) => kind === 'card')?.card;
    expect(card?.main_title.title).toBe('同一件事的其他条目');
    const questions = card?.jump_list?.map(({ question }) => question) ?? [];
    expect(questions.length).toBeGreaterThan(0);
    ask('2', questions[0] ?? '');
    expect((await answerTo('2')).content).toContain('秸秆');
  });

  it('of others are refused kindly', async () => {
    await start();
    event(
      '1',
      'template_card_event',
      { event_key: 'forged', task_id: 't1' },
      { chatid: 'G1', chattype: 'group' },
    );
    await until(() => pushes().length === 1);
    expect(pushes()[0]?.content).toContain('无法识别');
  });

  it('that cannot be sent do not cost the answer', async () => {
    const running = await start();
    server.script.refuse.push(null, 40_058);
    ask('1', '烧秸秆归谁管');
    expect((await answerTo('1')).content).toContain('阿扎特巴格镇');
    await until(() => running.lines.some(({ message }) => message === 'a card could not be sent'));
    expect(running.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('events', () => {
  it('welcome a person once a day, in time', async () => {
    await start();
    event('1', 'enter_chat', {}, { chattype: 'single' });
    await until(() => server.visible.some(({ kind }) => kind === 'welcome'));
    event('2', 'enter_chat', {}, { chattype: 'single' });
    event('3', 'enter_chat', {}, { chattype: 'single', from: { userid: 'lisi' } });
    await until(() => server.visible.filter(({ kind }) => kind === 'welcome').length === 2);
    await server.flushed();
    const welcomes = server.visible.filter(({ kind }) => kind === 'welcome');
    expect(welcomes.map(({ msgid }) => msgid)).toEqual(['1', '3']);
    expect(welcomes[0]?.content).toContain('直接问就行');
  });

  it('of feedback are stored: useful, wrong with reasons, taken back', async () => {
    const running = await start();
    ask('1');
    const { feedbackId } = await answerTo('1');
    const group = { chatid: 'G1', chattype: 'group' };
    event('2', 'feedback_event', { id: feedbackId, type: 1 }, group);
    event(
      '3',
      'feedback_event',
      { id: feedbackId, type: 2, content: '漏了', inaccurate_reason_list: [2, 3] },
      {
        ...group,
        from: { userid: 'lisi' },
      },
    );
    await until(() => running.store.feedback.list(0, 9).length === 2);
    expect(running.store.feedback.list(0, 9).map(({ value, comment }) => [value, comment])).toEqual([
      ['good', null],
      ['bad', '内容不完整；内容有错；漏了'],
    ]);
    event('4', 'feedback_event', { id: feedbackId, type: 3 }, group);
    await until(() => running.store.feedback.list(0, 9).length === 1);
    event('5', 'feedback_event', { id: 'nobody-knows', type: 1 }, group);
    await server.flushed();
    expect(running.store.feedback.list(0, 9)).toHaveLength(1);
  });
});

describe('the connection', () => {
  const health = (running: Running) => running.health('wecom-bot');

  it('says that it serves', async () => {
    const running = await start();
    await until(() => health(running).state === 'ok');
    expect(running.calls).toContain('gauge:wecom-bot:subscribed');
  });

  it('comes back after every cut, and answers what came before it', async () => {
    const running = await start();
    for (let i = 0; i < 5; i++) {
      server.script.swallow = 1;
      ask(`${i}`);
      await server.flushed();
      server.cut();
      await answerTo(`${i}`);
    }
    expect(server.visible.filter(({ kind }) => kind === 'stream')).toHaveLength(5);
    expect(
      running.calls.filter((call) => call.startsWith('count:wecom-bot:reconnects')).length,
    ).toBeGreaterThanOrEqual(5);
  });

  it('does not answer twice when only the acknowledgement was lost', async () => {
    await start();
    server.script.loseAck = 1;
    ask('1');
    await until(() => answersTo('1').length === 1);
    server.cut();
    await until(() => server.frames.filter(({ cmd }) => cmd === 'aibot_respond_msg').length >= 2);
    await pause(100);
    expect(answersTo('1')).toHaveLength(1);
    expect(pushes()).toEqual([]);
  });

  it('waits for slow acknowledgements', async () => {
    const running = await start();
    server.script.ackDelay = 1500;
    ask('1');
    await answerTo('1');
    await running.chat.service.drained();
    expect(server.frames.filter(({ cmd }) => cmd === 'aibot_respond_msg').length).toBeLessThanOrEqual(2);
    expect(answersTo('1')).toHaveLength(1);
  });

  it('tries again without end while WeCom is away', async () => {
    const port = Number(new URL(server.url).port);
    const running = await start();
    await server.close();
    await until(() => health(running).state === 'failing');
    expect(health(running).detail).toMatch(/重连|连接/u);
    await pause(800);
    server = await startSocketServer({ botId: BOT_ID, secret: BOT_SECRET, port });
    await until(() => health(running).state === 'ok');
    ask('1');
    await answerTo('1');
  });

  it('mends a subscription that the server forgot, and sends the answer again once', async () => {
    const running = await start();
    server.script.forgotten = true;
    ask('1');
    await answerTo('1');
    expect(answersTo('1')).toHaveLength(1);
    expect(server.subscriptions()).toBe(2);
    expect(running.calls).toContain('count:wecom-bot:unsubscribed:1');
  });

  it('mends a subscription that is never confirmed', async () => {
    const running = await start();
    server.script.subscribe = null;
    server.cut();
    await until(() => running.calls.includes('error:wecom-bot:not-subscribed'));
    expect(health(running).state).not.toBe('ok');
    server.script.subscribe = 0;
    await until(() => server.isSubscribed());
    await until(() => health(running).state === 'ok');
  });

  it('notices silence by its pings', async () => {
    const running = await start({ timing: { heartbeat: 40 } });
    server.script.answerPings = false;
    await until(() => server.subscriptions() >= 2);
    server.script.answerPings = true;
    await until(() => health(running).state === 'ok');
  });

  it('names the variables when the subscription is refused, and does not hammer', async () => {
    const running = await start({ timing: { refusedFirst: 150, refusedMost: 300 } });
    server.script.subscribe = 40_001;
    server.cut();
    const before = server.subscriptions();
    await pause(900);
    expect(server.subscriptions() - before).toBeLessThanOrEqual(6);
    await until(() => health(running).detail.includes('WECOM_BOT_SECRET'));
    expect(health(running).state).toBe('failing');
    server.script.subscribe = 0;
    await until(() => health(running).state === 'ok');
  });

  it('stays away after a kick unless it may take the connection back', async () => {
    const running = await start();
    server.kick();
    await until(() => health(running).state === 'failing');
    expect(health(running).detail).toContain('WECOM_BOT_TAKEOVER');
    await pause(400);
    expect(server.subscriptions()).toBe(1);
  });

  it('takes the connection back where configured', async () => {
    const running = await start({
      variables: { ...socketVariables(server.url), WECOM_BOT_TAKEOVER: 'true' },
    });
    server.kick();
    await until(() => server.subscriptions() === 2 && server.isSubscribed());
    await until(() => health(running).state === 'ok');
    expect(running.calls).toContain('count:wecom-bot:kicks:1');
  });

  it('is one: a second process stands by and takes over', async () => {
    const desk = createDesk({ variables: socketVariables(server.url) });
    desks.push(desk);
    const first = await desk.start();
    await until(() => server.isSubscribed());
    const second = await desk.start();
    await pause(200);
    expect(server.subscriptions()).toBe(1);
    expect(second.health('wecom-bot')).toMatchObject({ state: 'standby' });
    await first.stop();
    await until(() => server.subscriptions() === 2);
    await until(() => second.health('wecom-bot').state === 'ok');
    ask('1');
    await answerTo('1');
  });

  it('is taken over within 30 s also from a process that hangs', () => {
    // with the times of production: its lock ends, we look, we connect
    expect(TIMING.lockTtl + TIMING.lockEvery + 5000).toBeLessThanOrEqual(30_000);
    expect(TIMING.lockEvery * 3).toBeLessThan(TIMING.lockTtl);
  });

  it('never writes the secret, nor what people say, into the log', async () => {
    const running = await start();
    server.script.refuse.push(40_058);
    ask('1');
    server.script.subscribe = 40_001;
    await server.flushed();
    server.cut();
    await pause(300);
    const shown = JSON.stringify(running.lines);
    expect(running.lines.length).toBeGreaterThan(2);
    expect(shown).not.toContain(BOT_SECRET);
    expect(shown).not.toContain('烧秸秆');
  });
});

describe('limits', () => {
  it(
    'keeps 30 a minute for a conversation, says that it waits, and answers everybody',
    { timeout: 20_000 },
    async () => {
      await server.close();
      const minute = 2500;
      server = await startSocketServer({ botId: BOT_ID, secret: BOT_SECRET, minuteMs: minute });
      await start({ timing: { minute } });
      const ids = Array.from({ length: 70 }, (_, i) => `${i}`);
      const finished = (): string[] => ids.filter((id) => answersTo(id).some((part) => part.finished));
      for (const id of ids) ask(id, '阿拉甫乡高龄津贴谁发');
      ask('other', QUESTION, { chatid: 'G2' });
      // another conversation does not wait for this one
      await answerTo('other');
      expect(finished().length).toBeLessThan(ids.length);
      await until(() => finished().length === ids.length, 15_000);
      expect(ids.every((id) => answersTo(id).length === 1)).toBe(true);
      const told = server.frames.filter(({ body }) => JSON.stringify(body).includes('正在排队'));
      expect(told.length).toBeGreaterThan(0);
      expect(told.length).toBeLessThan(4);
      // the answer took the place of the sentence
      expect(server.visible.filter(({ content }) => content.includes('正在排队'))).toEqual([]);
      expect(server.breaches).toEqual([]);
      expect(LIMITS.perMinute).toBe(30);
    },
  );

  it('leaves what waits to the next process when it is stopped', async () => {
    const desk = createDesk({ variables: socketVariables(server.url), timing: { minute: 60_000 } });
    desks.push(desk);
    const first = await desk.start();
    await until(() => server.isSubscribed());
    const ids = Array.from({ length: 35 }, (_, i) => `${i}`);
    for (const id of ids) ask(id, '阿拉甫乡高龄津贴谁发');
    const finished = (): string[] => ids.filter((id) => answersTo(id).some((part) => part.finished));
    await until(() => finished().length === 29);
    await first.stop();
    expect(finished()).toHaveLength(29);
    await desk.start();
    await until(() => finished().length === 35);
    expect(ids.every((id) => answersTo(id).length === 1)).toBe(true);
    expect(pushes()).toEqual([]);
  });

  it('sends again when WeCom is busy or asked too often', async () => {
    await start({ timing: { minute: 200 } });
    server.script.refuse.push(-1, 45_009);
    ask('1');
    await answerTo('1');
    expect(answersTo('1')).toHaveLength(1);
  });

  it('sends a message of its own when the callback is too old for a reply', async () => {
    await start();
    server.script.refuse.push(846_608);
    ask('1');
    await until(() => pushes().length === 1);
    expect(pushes()[0]?.content).toContain('秸秆露天焚烧的监管');
    const frame = server.frames.find(({ cmd }) => cmd === 'aibot_send_msg');
    expect(frame?.body).toMatchObject({ chatid: 'G1', chat_type: 2 });
  });
});
