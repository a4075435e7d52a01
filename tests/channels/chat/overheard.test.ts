// When the bot speaks up in a thread without being addressed, and that the rest is left alone.
import { describe, expect, it } from 'vitest';
import { createTestChat } from '../../support/chat.ts';

async function overhear(text: string): Promise<string> {
  const chat = createTestChat();
  await chat.say('阿拉甫乡烧秸秆归谁管');
  const handled = await chat.service.answerOnce(chat.message(text, { overheard: true }), () =>
    Promise.resolve(),
  );
  return handled.state;
}

describe('a word in an answered thread', () => {
  it.each(['那阿扎特巴格镇呢', '那谁来罚', '那我们要做啥', '县里是哪个部门', '阿拉甫乡配合3'])(
    'that asks is answered: %s',
    async (text) => {
      expect(await overhear(text)).toBe('sent');
    },
  );

  it.each([
    '好的，收到',
    '中午吃什么？',
    '你们怎么还不来？',
    '明天几点开会？',
    '收到了吗',
    '是不是张三家又烧了？',
    '秸秆已经清了',
    '你好',
    '绑定阿拉甫乡',
    '',
    `${'说来话长，'.repeat(60)}归谁管`,
  ])('among people is left alone: %s', async (text) => {
    expect(await overhear(text)).toBe('silent');
  });

  it('that is left alone counts against nobody', async () => {
    const chat = createTestChat({ policy: { personPerMinute: 2 } });
    await chat.say('阿拉甫乡烧秸秆归谁管');
    const before = chat.metrics.length;
    for (let i = 0; i < 20; i++)
      await chat.service.answerOnce(chat.message('好的', { overheard: true }), () => Promise.resolve());
    expect(chat.metrics.slice(before)).toEqual([]);
    expect((await chat.say('阿拉甫乡高龄津贴谁发')).reply.kind).toBe('item');
  });
});

describe('a thread', () => {
  it('is followed once it was answered', async () => {
    const chat = createTestChat();
    const place = chat.message('x');
    expect(chat.service.isFollowed(place)).toBe(false);
    await chat.say('阿拉甫乡烧秸秆归谁管');
    expect(chat.service.isFollowed(place)).toBe(true);
    expect(chat.service.isFollowed({ ...place, thread: 'root-2' })).toBe(false);
  });

  it('goes on with an answer that was shown again in it', async () => {
    const chat = createTestChat();
    const first = await chat.say('阿拉甫乡烧秸秆归谁管', { thread: null });
    const place = { ...chat.message('x'), thread: 'published-1' };
    chat.service.adopt(place, first.questionId ?? '');
    const next = await chat.say('那阿扎特巴格镇呢', { thread: 'published-1' });
    expect(next.reply.citation).toContain('秸秆、垃圾露天焚烧的监管');
    // but not in another conversation
    chat.service.adopt({ ...place, conversation: 'G2' }, first.questionId ?? '');
    expect(chat.service.isFollowed({ ...place, conversation: 'G2' })).toBe(false);
  });

  it('of a direct conversation goes on with the last question there', async () => {
    const chat = createTestChat();
    const direct = { conversation: 'D1', conversationKind: 'direct' as const };
    await chat.say('阿拉甫乡烧秸秆归谁管', { ...direct, thread: 'a' });
    const next = await chat.say('那阿扎特巴格镇呢', { ...direct, thread: 'b' });
    expect(next.reply.citation).toContain('秸秆、垃圾露天焚烧的监管');
  });
});

describe('a row opened by a click', () => {
  it('is an answer of its own: published, paged and judged', async () => {
    const chat = createTestChat();
    const choice = await chat.say('阿拉甫乡 秸秆', { audience: 'person' });
    const open = choice.actions.find(({ type }) => type === 'open-item');
    const opened = await chat.press(open?.state ?? '', { audience: 'person' });
    if (opened.kind !== 'reply') throw new Error(opened.kind);
    expect(opened.actions.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['publish', 'feedback-good']),
    );
    const page = chat.service.pageAction(opened, 0);
    const paged = await chat.press(page?.state ?? '', { audience: 'person' });
    if (paged.kind !== 'reply') throw new Error(paged.kind);
    expect(paged.actions.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['publish', 'feedback-good']),
    );
    // long afterwards the row can still be read, without what has run out
    chat.store.asked.forget(Date.now() * 2);
    const later = await chat.press(page?.state ?? '');
    if (later.kind !== 'reply') throw new Error(later.kind);
    expect(later.reply.itemId).toBe(opened.reply.itemId);
    expect(later.actions.map(({ type }) => type)).not.toContain('publish');
    expect(chat.store.questions.list(0, 10).map(({ question }) => question)).toEqual(['阿拉甫乡 秸秆']);
  });
});
