// Questions in conversations: township, follow-ups, quotations, access.
import { describe, expect, it } from 'vitest';
import { INTERNAL_ID, OTHER_PUBLIC_ID, PUBLIC_ID } from '../../support/corpus.ts';
import { createTestChat, textOf } from '../../support/chat.ts';

const ITEM = `${PUBLIC_ID}-c1`;

describe('a question', () => {
  it('is answered for the bound township, with source and permalink', async () => {
    const chat = createTestChat();
    await chat.say('绑定阿拉甫乡');
    const outcome = await chat.say('烧秸秆归谁管');
    expect(outcome.reply.itemId).toBe(ITEM);
    expect(outcome.reply.permalink).toBe(`https://zhize.example/i/${ITEM}`);
    expect(outcome.documentId).toBe(PUBLIC_ID);
    expect(outcome.delivery).toBe('answer');
    expect(chat.metrics).toContain('decision:test:item');
  });

  it('that names a township is answered for that one, bound or not', async () => {
    const chat = createTestChat();
    await chat.say('绑定阿拉甫乡');
    expect((await chat.say('阿扎特巴格镇高龄津贴找谁')).documentId).toBe(OTHER_PUBLIC_ID);
  });

  it('without a township gets the choice, which is remembered for the thread and answers at once', async () => {
    const chat = createTestChat();
    const asked = await chat.say('烧秸秆归谁管');
    expect(asked.reply.kind).toBe('ambiguous_township');
    const choice = asked.actions.find((action) => action.label === '阿拉甫乡');
    const answered = await chat.press(choice?.state ?? '');
    if (answered.kind !== 'reply') throw new Error(answered.kind);
    expect(answered.reply.itemId).toBe(ITEM);
    expect(answered.delivery).toBe('replace');
    expect(answered.actions[0]?.type).toBe('bind');
    expect((await chat.say('高龄津贴找谁')).documentId).toBe(PUBLIC_ID);
    expect((await chat.say('高龄津贴找谁', { thread: 'root-2' })).reply.kind).toBe('ambiguous_township');
  });

  it('without a township is also answered when the township is typed in reply', async () => {
    const chat = createTestChat();
    await chat.say('烧秸秆归谁管');
    expect((await chat.say('阿拉甫乡')).reply.itemId).toBe(ITEM);
    expect((await chat.say('高龄津贴找谁')).documentId).toBe(PUBLIC_ID);
  });

  it('in a direct conversation remembers the choice for good', async () => {
    const chat = createTestChat();
    const direct = { conversation: 'P1', conversationKind: 'direct' } as const;
    const asked = await chat.say('烧秸秆归谁管', { ...direct, thread: 't1' });
    const choice = asked.actions.find((action) => action.label === '阿拉甫乡');
    await chat.press(choice?.state ?? '', { ...direct, thread: 't1' });
    expect((await chat.say('高龄津贴找谁', { ...direct, thread: 't2' })).documentId).toBe(PUBLIC_ID);
  });

  it('goes on with the conversation of its thread only', async () => {
    const chat = createTestChat();
    await chat.say('绑定阿拉甫乡');
    await chat.say('烧秸秆归谁管');
    const followed = await chat.say('那阿扎特巴格镇呢');
    expect(followed.reply.itemId).toBe(`${OTHER_PUBLIC_ID}-c1`);
    expect((await chat.say('那我们要做啥', { thread: 'root-9' })).reply.itemId).toBeNull();
  });

  it('without threads goes on with what the same person asked shortly before', async () => {
    const chat = createTestChat();
    await chat.say('绑定阿拉甫乡', { thread: null });
    await chat.say('烧秸秆归谁管', { thread: null });
    expect((await chat.say('那阿扎特巴格镇呢', { thread: null })).reply.itemId).toBe(`${OTHER_PUBLIC_ID}-c1`);
    chat.clock.now += 3600_000;
    expect((await chat.say('那阿拉甫乡呢', { thread: null })).reply.itemId).toBeNull();
  });

  it('for the person alone is private first and can be published', async () => {
    const chat = createTestChat();
    await chat.say('绑定阿拉甫乡');
    const alone = await chat.say('烧秸秆归谁管', { audience: 'person' });
    expect(alone.delivery).toBe('private');
    const publish = alone.actions.find((action) => action.type === 'publish');
    const published = await chat.press(publish?.state ?? '');
    if (published.kind !== 'reply') throw new Error(published.kind);
    expect(published.delivery).toBe('publish');
    expect(published.reply).toEqual(alone.reply);
    expect(published.actions.some((action) => action.type === 'publish')).toBe(false);
  });

  it('of nothing gets help; a very long one is cut and says so', async () => {
    const chat = createTestChat();
    expect((await chat.say('')).reply.kind).toBe('help');
    expect((await chat.say('   ')).reply.kind).toBe('help');
    const long = await chat.say(`烧秸秆归谁管${'，很多话'.repeat(1500)}`);
    expect(textOf(long)).toContain('只读了前 1000 个字');
  });
});

describe('a quoted message', () => {
  const quoted = { text: '三组老李家在地里烧秸秆，烟很大', author: 'person' as const };

  it.each([
    '这个归谁管',
    '这事谁管？',
    '这种情况应该找哪个部门处理',
    '归谁管',
    '',
    '请问这件事是我们乡的事吗',
    '上面说的这个是不是归县里管',
  ])('is the question when the text only points at it: %s', async (text) => {
    const chat = createTestChat();
    await chat.say('绑定阿拉甫乡');
    expect((await chat.say(text, { quoted })).reply.itemId).toBe(ITEM);
  });

  it('is not, when the text says something itself', async () => {
    const chat = createTestChat();
    await chat.say('绑定阿拉甫乡');
    expect((await chat.say('高龄津贴找哪个部门', { quoted })).reply.itemId).toBe(`${PUBLIC_ID}-c3`);
  });

  it('of ours is what a follow-up goes on with', async () => {
    const chat = createTestChat();
    await chat.say('绑定阿拉甫乡');
    const ours = { text: '阿拉甫乡 配合履职事项第3项 高龄津贴的发放', author: 'self' as const };
    expect((await chat.say('那我们要做什么呢', { quoted: ours })).reply.itemId).toBe(`${PUBLIC_ID}-c3`);
  });
});

describe('an internal list', () => {
  const inside = { policy: { internalConversations: ['test:G1'] } };

  it('is answered where the configuration allows it', async () => {
    const chat = createTestChat(inside);
    expect((await chat.say('科克亚尔乡边境铁丝网坏了归谁管')).reply.itemId).toBe(`${INTERNAL_ID}-c1`);
    expect((await chat.say('绑定科克亚尔柯尔克孜族乡')).documentId).toBe(INTERNAL_ID);
  });

  it.each([
    ['another conversation', { conversation: 'G2' }],
    ['the same conversation with outsiders in it', { conversationKind: 'external' as const }],
  ])('does not exist in %s', async (_name, place) => {
    const chat = createTestChat(inside);
    await chat.say('绑定阿拉甫乡', place);
    const asked = [
      '科克亚尔乡边境铁丝网坏了归谁管',
      '边境铁丝网坏了归谁管',
      '塔什库尔干那个乡烧秸秆归谁管',
      `${INTERNAL_ID}-c1`,
      `https://zhize.example/i/${INTERNAL_ID}-c1`,
      '科克亚尔柯尔克孜族乡一共多少项',
      '哪些乡镇的清单里有秸秆焚烧',
      '各乡镇秸秆焚烧有什么不同',
      '绑定科克亚尔柯尔克孜族乡',
      '我们是科克亚尔乡的',
      '帮助',
      '当前乡镇',
    ];
    for (const text of asked) {
      const shown = textOf(await chat.say(text, place));
      // what the person typed may be said back
      const told = [INTERNAL_ID, '边境护栏', '柯尔克孜族乡', '塔什库尔干塔吉克'].filter(
        (secret) => shown.includes(secret) && !text.includes(secret),
      );
      expect({ text, told }).toEqual({ text, told: [] });
    }
    const refusals = chat.log.filter((line) => line.message.includes('internal list refused'));
    expect(refusals.length).toBeGreaterThanOrEqual(4);
    expect(JSON.stringify(refusals)).not.toMatch(/-c1|铁丝网|P1"/);
    expect(chat.metrics).toContain('refusal:test:internal-list');
  });

  it('is never answered from another list instead', async () => {
    const chat = createTestChat();
    await chat.say('绑定阿拉甫乡');
    for (const text of ['科克亚尔乡烧秸秆归谁管', '塔什库尔干那个乡烧秸秆归谁管']) {
      const outcome = await chat.say(text);
      expect(outcome.reply.kind).toBe('unknown_township');
      expect(outcome.reply.itemId).toBeNull();
    }
  });

  it('bound before outsiders came counts as not bound', async () => {
    const chat = createTestChat(inside);
    await chat.say('绑定科克亚尔乡');
    const external = { conversationKind: 'external' as const };
    expect((await chat.say('烧秸秆归谁管', external)).reply.kind).toBe('ambiguous_township');
    expect(textOf(await chat.say('当前乡镇', external))).not.toContain('科克亚尔');
  });

  it('is not opened by a button from a conversation that may', async () => {
    const chat = createTestChat(inside);
    const shown = await chat.say('哪些乡镇的清单里有秸秆焚烧');
    const open = shown.actions.find(
      (action) => action.type === 'open-item' && action.label.includes('科克亚尔'),
    );
    expect(open).toBeDefined();
    const elsewhere = await chat.press(open?.state ?? '', { conversation: 'G2' });
    expect(elsewhere.kind).toBe('refused');
    expect(textOf(elsewhere)).not.toContain('科克亚尔');
    expect(
      chat.service.itemCard({ ...chat.message(''), conversation: 'G2' }, `${INTERNAL_ID}-c1`),
    ).toBeNull();
    expect(chat.service.itemCard(chat.message(''), `${INTERNAL_ID}-c1`)).not.toBeNull();
  });
});

describe('help for channels', () => {
  it('finds townships from the first character, by county and in pinyin', () => {
    const chat = createTestChat();
    const place = chat.message('');
    const named = (typed: string) => chat.service.townships(place, typed, 10).map((d) => d.township);
    expect(named('阿')).toEqual(['阿拉甫乡', '阿扎特巴格镇']);
    expect(named('莎')).toEqual(['阿扎特巴格镇']);
    expect(named('alafu')).toEqual(['阿拉甫乡']);
    expect(named('a l')).toEqual(['阿拉甫乡']);
    expect(named('')).toHaveLength(2);
    expect(named('科')).toEqual([]);
  });

  it('gives the card of an item', () => {
    const chat = createTestChat();
    const card = chat.service.itemCard(chat.message(''), ITEM);
    expect(card?.reply.itemId).toBe(ITEM);
    expect(chat.service.itemCard(chat.message(''), `${PUBLIC_ID}-c99`)).toBeNull();
  });

  it('lists recent questions of a person, and none where no log is kept', async () => {
    const chat = createTestChat();
    await chat.say('绑定阿拉甫乡');
    await chat.say('烧秸秆归谁管');
    await chat.say('高龄津贴找谁');
    expect(chat.service.recentQuestions(chat.message(''), 5)).toEqual(['高龄津贴找谁', '烧秸秆归谁管']);
    expect(JSON.stringify(chat.store.questions.list(0, 10))).not.toContain('P1');
    const without = createTestChat({ policy: { questionLogDays: 0 } });
    await without.say('阿拉甫乡烧秸秆归谁管');
    expect(without.store.questions.list(0, 10)).toEqual([]);
  });
});
