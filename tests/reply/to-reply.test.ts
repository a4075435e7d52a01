import { describe, expect, it } from 'vitest';
import type { Answer, Hit } from '../../src/answer/index.ts';
import type { DutyDocument, Item } from '../../src/duty/index.ts';
import { toReply, type Reply, type ReplyBlock } from '../../src/reply/index.ts';
import { createTestCorpus, OTHER_PUBLIC_ID, PUBLIC_ID } from '../support/corpus.ts';

const { corpus, engine } = createTestCorpus();
const PLAIN = { baseUrl: null };

function documentOf(id: string): DutyDocument {
  const document = corpus.document(id);
  if (!document) throw new Error(`no document ${id}`);
  return document;
}

function itemOf(id: string): Item {
  const item = corpus.item(id);
  if (!item) throw new Error(`no row ${id}`);
  return item;
}

const alafu = documentOf(PUBLIC_ID);
const azhatebage = documentOf(OTHER_PUBLIC_ID);
const hit = (id: string): Hit => ({
  item: itemOf(id),
  document: documentOf(itemOf(id).documentId),
  score: 0.4,
  why: { phrase: null, matterTitle: null, words: [], mended: [] },
});
const ask = (text: string, documentId: string | null = PUBLIC_ID): Reply =>
  toReply(engine.answer({ text, documentId, history: [] }), PLAIN);
const blocks = (reply: Reply): string[] => reply.blocks.map(({ type }) => type);
const find = <T extends ReplyBlock['type']>(reply: Reply, type: T): Extract<ReplyBlock, { type: T }>[] =>
  reply.blocks.filter((block): block is Extract<ReplyBlock, { type: T }> => block.type === type);
const entriesOf = (reply: Reply): [string, string[]][] =>
  find(reply, 'entries').map(({ marker, entries }) => [marker, entries.map(({ label }) => label)]);

describe('choice', () => {
  const answer: Answer = {
    kind: 'choice',
    verdict: 'upstream',
    candidates: [hit(`${PUBLIC_ID}-c1`), hit(`${PUBLIC_ID}-r2`)],
    others: [hit(`${PUBLIC_ID}-b2`)],
  };

  it('asks which, one tap each; the others are not shown', () => {
    const reply = toReply(answer, PLAIN);
    expect(reply.headline).toBe('有 2 项都很接近，请选一项：');
    expect(entriesOf(reply)).toEqual([
      ['choice', ['配合1 · 秸秆露天焚烧的监管', '收回2 · 对露天焚烧秸秆行为的处罚']],
    ]);
    expect(reply.actions).toEqual([
      { type: 'open-item', label: '配合1 秸秆露天焚烧的监管', itemId: `${PUBLIC_ID}-c1` },
      { type: 'open-item', label: '收回2 对露天焚烧秸秆行为的处罚', itemId: `${PUBLIC_ID}-r2` },
    ]);
    expect(reply).toMatchObject({ kind: 'choice', itemId: null, permalink: null, citation: null });
  });
});

describe('not listed', () => {
  const answer: Answer = {
    kind: 'not_listed',
    verdict: 'not_listed',
    document: alafu,
    nearest: [hit(`${PUBLIC_ID}-c1`)],
    elsewhere: [{ item: itemOf(`${OTHER_PUBLIC_ID}-b2`), document: azhatebage }],
    matterTitle: '流浪犬',
  };

  it('says so, then the neighbours, then the nearest, both marked as no answer, then the printed way to add', () => {
    const reply = toReply(answer, PLAIN);
    expect(reply.headline).toBe('阿拉甫乡的清单未列此事。');
    expect(blocks(reply)).toEqual(['text', 'entries', 'entries', 'quote', 'note']);
    expect(entriesOf(reply)).toEqual([
      ['not-an-answer', ['阿扎特巴格镇 基本2 · 高龄津贴的受理、审核和发放']],
      ['not-an-answer', ['配合1 · 秸秆露天焚烧的监管']],
    ]);
    expect(find(reply, 'entries').map(({ title }) => title)).toEqual([
      '别的乡镇清单有此项（不适用于本乡镇）',
      '最接近的条目（不是答案，仅供参考）',
    ]);
    expect(find(reply, 'quote')[0]).toMatchObject({
      title: '清单印明的增补办法',
      sections: [{ heading: null, points: ['清单实行动态调整，调整须报县委编办。'] }],
    });
    expect(reply).toMatchObject({ itemId: null, citation: null, actions: [] });
  });

  it('without a township, without anything near', () => {
    const bare: Answer = { ...answer, document: null, nearest: [], elsewhere: [], matterTitle: null };
    const reply = toReply(bare, PLAIN);
    expect(reply.headline).toBe('已收录的清单都未列此事。');
    expect(blocks(reply)).toEqual(['note']);
  });

  it('nearest rows of several lists name their township', () => {
    const reply = toReply({ ...answer, document: null, elsewhere: [] }, PLAIN);
    expect(entriesOf(reply)[0]?.[1]).toEqual(['阿拉甫乡 配合1 · 秸秆露天焚烧的监管']);
  });
});

describe('ambiguous township', () => {
  it('asks for the township, shows each list’s row, names those without', () => {
    const reply = ask('占道摆摊', null);
    expect(reply.headline).toBe('各乡镇清单不同，请先说明是哪个乡镇。');
    expect(entriesOf(reply)).toEqual([['choice', ['阿拉甫乡 配合2 · 主次街道市容环境卫生的监管']]]);
    expect(find(reply, 'note').map(({ text }) => text)).toEqual([
      '清单未列此事：阿扎特巴格镇、科克亚尔柯尔克孜族乡。',
      '已收录的乡镇：阿拉甫乡、阿扎特巴格镇、科克亚尔柯尔克孜族乡。',
    ]);
    expect(reply.actions.map(({ type, label }) => [type, label])).toEqual(
      corpus.documents.map(({ township }) => ['choose-township', township]),
    );
  });
});

describe('counts', () => {
  it('printed and declared agree: one number', () => {
    const reply = ask('一共多少项');
    expect(reply.headline).toBe('阿拉甫乡清单共 7 项。');
    expect(reply.blocks).toEqual([{ type: 'text', text: '基本 2 项、配合 3 项、收回 2 项，共 7 项。' }]);
  });

  it('they contradict: both are said', () => {
    const reply = ask('一共多少项', OTHER_PUBLIC_ID);
    expect(reply.headline).toBe('阿扎特巴格镇清单共 4 项。');
    expect(reply.blocks[1]).toEqual({
      type: 'note',
      level: 'warning',
      text: '清单说明中写的是：基本 3 项、配合 1 项、收回 1 项，共 5 项，与实际印出的数目不一致，以印出的条目为准。',
    });
  });
});

describe('listing', () => {
  it('every row, in order, with who leads', () => {
    const reply = ask('农业局管哪些');
    expect(reply.headline).toBe(
      '阿拉甫乡配合履职事项、上级部门收回事项中涉及疏勒县农业农村局的条目共 2 项。',
    );
    expect(entriesOf(reply)).toEqual([
      ['answer', ['配合1 · 秸秆露天焚烧的监管', '收回1 · 动物及动物产品检疫']],
    ]);
    expect(find(reply, 'entries')[0]?.entries.map(({ note }) => note)).toEqual([
      '喀什地区生态环境局疏勒县分局、县农业农村局',
      '县农业农村局',
    ]);
  });

  it('by category over all lists', () => {
    expect(ask('生态环保类有哪些').headline).toBe('阿拉甫乡清单中“生态环保”类条目共 3 项。');
  });

  it('none', () => {
    const filter = { lists: ['reclaimed' as const], category: '党的建设', department: null };
    const reply = toReply(
      { kind: 'listing', verdict: 'aggregate', document: alafu, filter, items: [], departments: [] },
      PLAIN,
    );
    expect(reply.headline).toBe('阿拉甫乡没有上级部门收回事项中“党的建设”类条目。');
    expect(reply.blocks).toEqual([]);
  });
});

describe('comparison', () => {
  const answer: Answer = {
    kind: 'comparison',
    verdict: 'aggregate',
    matterTitle: '秸秆焚烧监管',
    rows: [
      { document: alafu, item: itemOf(`${PUBLIC_ID}-c1`) },
      { document: azhatebage, item: itemOf(`${OTHER_PUBLIC_ID}-c1`) },
      { document: documentOf('tashikuergan-kekeyaer-2025'), item: null },
    ],
    asked: 'difference',
  };

  it('a table with list and leading departments, then the differing duties word for word', () => {
    const reply = toReply(answer, PLAIN);
    expect(reply.headline).toBe('“秸秆焚烧监管”在各乡镇清单中的对比：');
    expect(blocks(reply)).toEqual(['table', 'entries', 'quote', 'quote']);
    expect(find(reply, 'table')[0]).toEqual({
      type: 'table',
      header: ['乡镇', '列在', '事项', '牵头或承接部门'],
      rows: [
        [
          '阿拉甫乡',
          '配合履职事项 第1项',
          '秸秆露天焚烧的监管',
          '喀什地区生态环境局疏勒县分局、县农业农村局',
        ],
        ['阿扎特巴格镇', '配合履职事项 第1项', '秸秆、垃圾露天焚烧的监管', '县农业农村局'],
        ['科克亚尔柯尔克孜族乡', '未列', '', ''],
      ],
    });
    expect(find(reply, 'quote').map(({ title, sections }) => [title, sections[0]?.points])).toEqual([
      [
        '阿拉甫乡：乡镇配合职责（原文）',
        ['1.发现露天焚烧秸秆的，及时制止；', '2.制止无效的，上报县农业农村局。'],
      ],
      [
        '阿扎特巴格镇：乡镇配合职责（原文）',
        ['1.发现露天焚烧秸秆的，及时制止；', '2.组织群众清理田间秸秆。'],
      ],
    ]);
    expect(reply.actions.map(({ label }) => label)).toEqual(['阿拉甫乡 配合1', '阿扎特巴格镇 配合1']);
  });

  it('who has it: the count and no duties', () => {
    const reply = toReply({ ...answer, asked: 'presence' }, PLAIN);
    expect(reply.headline).toBe('“秸秆焚烧监管”：3 个乡镇中有 2 个的清单列了。');
    expect(blocks(reply)).toEqual(['table', 'entries']);
  });
});

describe('a township or a number that is not there', () => {
  it('an unknown township: what there is instead', () => {
    const reply = ask('乌拉库木乡烧秸秆归谁管');
    expect(reply.headline).toBe('没有收录“乌拉库木乡”的履职事项清单，不能回答。');
    expect(blocks(reply)).toEqual(['note']);
    expect(reply.actions).toHaveLength(3);
  });

  it.each([
    ['配合62', PUBLIC_ID, '阿拉甫乡配合履职事项只有 3 项，没有第62项。'],
    ['配合62', null, '没有找到配合履职事项第62项。'],
    ['shule-alafu-2025-c62', PUBLIC_ID, '没有找到配合履职事项第62项。'],
  ])('%s, bound to %s', (text, documentId, headline) => {
    expect(ask(text, documentId)).toMatchObject({ kind: 'no_such_item', headline, blocks: [], actions: [] });
  });
});

describe('talk', () => {
  it('a greeting introduces itself with examples to tap', () => {
    const reply = ask('你好', null);
    expect(reply.headline).toBe(
      '你好，我是履职问答：问我“某件事归谁管”，我用本乡镇公布的履职事项清单原文回答。',
    );
    expect(blocks(reply)).toEqual(['text', 'note']);
    expect(reply.actions[0]).toEqual({
      type: 'ask',
      label: '阿拉甫乡烧秸秆冒烟归谁管',
      question: '阿拉甫乡烧秸秆冒烟归谁管',
    });
  });

  it('bound to a township the examples need not name one', () => {
    expect(ask('帮助').actions[0]).toMatchObject({ question: '烧秸秆冒烟归谁管' });
  });

  it.each([
    ['今天天气怎么样', '这不是履职清单能回答的事。可以问我某件事归谁管，例如“路灯坏了谁修”。'],
    ['', '没有看到问题。请写明是什么事，例如“秸秆焚烧归谁管”。'],
  ])('%j', (text, headline) => {
    expect(ask(text)).toMatchObject({ headline, blocks: [], actions: [] });
  });
});
