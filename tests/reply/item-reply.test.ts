import { describe, expect, it } from 'vitest';
import type { ItemAnswer } from '../../src/answer/index.ts';
import type { Item } from '../../src/duty/index.ts';
import {
  toReply,
  verdictSentence,
  type Reply,
  type ReplyBlock,
  type ReplyOptions,
} from '../../src/reply/index.ts';
import { createTestCorpus, PUBLIC_ID } from '../support/corpus.ts';
import { HALAQI, loadRealLists, TUOGELAKE } from '../support/real-lists.ts';

const { corpus } = createTestCorpus();
const PLAIN: ReplyOptions = { baseUrl: null };

function itemOf(row: string): Item {
  const item = corpus.item(`${PUBLIC_ID}-${row}`);
  if (!item) throw new Error(`no row ${row}`);
  return item;
}

function answer(row: string, more: Partial<ItemAnswer> = {}): ItemAnswer {
  const item = itemOf(row);
  const document = corpus.document(PUBLIC_ID);
  if (!document) throw new Error('no document');
  return {
    kind: 'item',
    verdict: item.list === 'basic' ? 'township' : item.list === 'cooperative' ? 'upstream' : 'reclaimed',
    hit: { item, document, score: 0.9, why: { phrase: null, matterTitle: null, words: [], mended: [] } },
    role: null,
    focus: [],
    related: [],
    others: [],
    direct: false,
    ...more,
  };
}

const seam = (...rows: string[]): ItemAnswer['related'] =>
  rows.map((row) => ({ item: itemOf(row), document: answer(row).hit.document }));

/** The blocks in order, by type and title. */
const outline = ({ blocks }: Reply): string[] =>
  blocks.map((block) => ('title' in block ? `${block.type} ${block.title}` : block.type));
const quotes = ({ blocks }: Reply): Extract<ReplyBlock, { type: 'quote' }>[] =>
  blocks.filter((block) => block.type === 'quote');
const notes = ({ blocks }: Reply): [string, string][] =>
  blocks.flatMap((block) => (block.type === 'note' ? [[block.level, block.text] as [string, string]] : []));
const UPSTREAM = 'quote 上级部门职责（原文）';
const TOWNSHIP = 'quote 乡镇配合职责（原文）';
const SEAM = 'entries 同一件事的其他条目';

describe('a cooperative row', () => {
  const reply = toReply(answer('c1', { related: seam('b2', 'r2') }), PLAIN);

  it('who leads and who assists, then both duties word for word, the source, the seam', () => {
    expect(reply.headline).toBe('上级部门牵头：喀什地区生态环境局疏勒县分局、县农业农村局；阿拉甫乡配合。');
    expect(outline(reply)).toEqual([
      'fields',
      'quote 事项名称（原文）',
      'fields',
      UPSTREAM,
      TOWNSHIP,
      'source',
      SEAM,
    ]);
    expect(reply.blocks[0]).toEqual({
      type: 'fields',
      rows: [
        { label: '清单', value: '阿拉甫乡 配合履职事项 第1项' },
        { label: '类别', value: '生态环保' },
      ],
    });
  });

  it('upstream duties stand under their printed departments', () => {
    expect(quotes(reply)[1]?.sections).toEqual([
      {
        heading: '喀什地区生态环境局疏勒县分局：',
        points: ['1.负责秸秆露天焚烧的监督检查；', '2.对露天焚烧秸秆的行为依法查处。'],
      },
      { heading: '县农业农村局：', points: ['1.负责秸秆综合利用的技术指导。'] },
    ]);
  });

  it('related rows can be opened', () => {
    expect(reply.actions).toEqual([
      { type: 'open-item', label: '基本2', itemId: `${PUBLIC_ID}-b2` },
      { type: 'open-item', label: '收回2', itemId: `${PUBLIC_ID}-r2` },
    ]);
  });
});

describe('the side that was asked about', () => {
  const folds = (role: ItemAnswer['role']): [string, boolean][] =>
    quotes(toReply(answer('c1', { role }), PLAIN))
      .slice(1)
      .map(({ title, fold }) => [title, fold]);

  it('township: its duties first, the others folded', () => {
    expect(folds('township')).toEqual([
      ['乡镇配合职责（原文）', false],
      ['上级部门职责（原文）', true],
    ]);
  });

  it('upstream: the departments first, the township folded', () => {
    expect(folds('upstream')).toEqual([
      ['上级部门职责（原文）', false],
      ['乡镇配合职责（原文）', true],
    ]);
  });

  it('the whole: nothing is folded', () => {
    expect(folds(null).map(([, fold]) => fold)).toEqual([false, false]);
  });

  it('one department: its section first, none dropped', () => {
    const reply = toReply(answer('c1', { focus: ['疏勒县农业农村局'] }), PLAIN);
    expect(quotes(reply)[1]?.sections.map(({ heading }) => heading)).toEqual([
      '县农业农村局：',
      '喀什地区生态环境局疏勒县分局：',
    ]);
  });

  it('sanction: the rows on the seam before the duties, the one of punishment first', () => {
    const reply = toReply(answer('c1', { role: 'sanction', related: seam('b2', 'r2') }), PLAIN);
    expect(outline(reply)).toEqual([
      'fields',
      'quote 事项名称（原文）',
      'fields',
      SEAM,
      UPSTREAM,
      TOWNSHIP,
      'source',
    ]);
    const entries = reply.blocks.flatMap((block) => (block.type === 'entries' ? block.entries : []));
    expect(entries.map(({ label }) => label)).toEqual([
      '收回2 · 对露天焚烧秸秆行为的处罚',
      '基本2 · 开展秸秆禁烧宣传教育和日常巡查',
    ]);
    expect(reply.actions[0]).toMatchObject({ itemId: `${PUBLIC_ID}-r2` });
  });

  it('sanction, and the row is the one of punishment: it speaks first', () => {
    const reply = toReply(answer('r2', { role: 'sanction', related: seam('c1') }), PLAIN);
    expect(outline(reply)).toEqual([
      'fields',
      'quote 事项名称（原文）',
      'quote 承接部门及工作方式（原文）',
      'source',
      SEAM,
    ]);
  });
});

describe('a basic row', () => {
  it('the township’s own, and why no duties follow', () => {
    const reply = toReply(answer('b2'), PLAIN);
    expect(reply.headline).toBe('阿拉甫乡自己负责：属基本履职事项，由本乡镇（街道）承担、负全责。');
    expect(outline(reply)).toEqual(['fields', 'quote 事项名称（原文）', 'note', 'source']);
    expect(notes(reply)).toEqual([['info', '基本履职事项清单只列事项名称，没有分部门的职责。']]);
  });
});

describe('a reclaimed row', () => {
  it('who took it over, and how', () => {
    const reply = toReply(answer('r1'), PLAIN);
    expect(reply.headline).toBe('已收回：由县农业农村局承接，阿拉甫乡不再承担。');
    expect(quotes(reply)[1]).toEqual({
      type: 'quote',
      title: '承接部门及工作方式（原文）',
      sections: [{ heading: null, points: ['县农业农村局：负责动物及动物产品检疫。'] }],
      fold: false,
    });
  });

  it.each([
    ['已清理，不再开展。', '已收回：阿拉甫乡不再承担，没有承接部门；清单写明“已清理，不再开展。”。'],
    ['', '已收回：阿拉甫乡不再承担，清单未印承接部门。'],
    [null, '已收回：阿拉甫乡不再承担，清单未印承接部门。'],
  ])('without a department the list’s own words are quoted: %j', (takeover, sentence) => {
    expect(verdictSentence({ ...itemOf('r1'), takeover, takeoverDepartments: [] }, '阿拉甫乡')).toBe(
      sentence,
    );
  });

  it('real rows that nobody took over quote what is printed', () => {
    const real = loadRealLists().corpus;
    const abolished = [HALAQI, TUOGELAKE]
      .flatMap((id) => real.items(id))
      .filter(({ list, takeoverDepartments }) => list === 'reclaimed' && takeoverDepartments?.length === 0);
    expect(abolished.length).toBeGreaterThan(0);
    for (const item of abolished) {
      expect(item.takeover).toBeTruthy();
      expect(verdictSentence(item, '本乡')).toContain(`“${item.takeover ?? ''}”`);
    }
  });
});

describe('doubts, source and why', () => {
  it('warnings of the row stand right before its source', () => {
    const reply = toReply(answer('c2'), PLAIN);
    expect(outline(reply).slice(-3)).toEqual([TOWNSHIP, 'note', 'source']);
    expect(notes(reply)).toEqual([['warning', '乡镇配合职责末尾没有句号，可能是原文印漏。']]);
  });

  it('an empty cell is said to be empty', () => {
    const base = answer('c2');
    const item = { ...base.hit.item, townshipDuties: '', townshipSections: null };
    const reply = toReply({ ...base, hit: { ...base.hit, item } }, PLAIN);
    expect(quotes(reply)[2]?.sections).toEqual([{ heading: null, points: ['（清单此格为空）'] }]);
  });

  it('a cooperative row without departments says that none is printed', () => {
    expect(verdictSentence({ ...itemOf('c2'), departments: [] }, '阿拉甫乡')).toBe(
      '上级部门牵头，阿拉甫乡配合（牵头部门清单未印出）。',
    );
  });

  it('the source names document, edition, list, number and lines', () => {
    const reply = toReply(answer('c3'), PLAIN);
    expect(reply.blocks.find(({ type }) => type === 'source')).toEqual({
      type: 'source',
      text: '《喀什地区疏勒县阿拉甫乡履职事项清单》（2025年7月）配合履职事项第3项，第13—14行，条目编号 shule-alafu-2025-c3',
      permalink: null,
    });
  });

  it('the citation stands alone: name, verdict, source, link', () => {
    expect(toReply(answer('c3'), { baseUrl: 'https://zhize.example/' }).citation).toBe(
      [
        '高龄津贴的发放：上级部门牵头：县民政局；阿拉甫乡配合。',
        '依据：《喀什地区疏勒县阿拉甫乡履职事项清单》（2025年7月）配合履职事项第3项，第13—14行',
        'https://zhize.example/i/shule-alafu-2025-c3',
      ].join('\n'),
    );
    expect(toReply(answer('c3'), PLAIN).citation?.split('\n').at(-1)).toBe('条目编号 shule-alafu-2025-c3');
  });

  it('a special link opens the row, the citation keeps the permalink', () => {
    const reply = toReply(answer('c3'), {
      baseUrl: 'https://zhize.example',
      specialLink: (item) => `https://zhize.example/t/once-${item.no}`,
    });
    expect(reply.permalink).toBe('https://zhize.example/t/once-3');
    expect(reply.citation).toContain('https://zhize.example/i/shule-alafu-2025-c3');
    expect(reply.citation).not.toContain('once');
  });

  it('why it matched closes the reply', () => {
    const base = answer('c1');
    const why = {
      phrase: '烧麦秆冒烟',
      matterTitle: '秸秆焚烧监管',
      words: ['秸秆', '焚烧'],
      mended: [{ typed: '结杆', meant: '秸秆' }],
    };
    const reply = toReply({ ...base, hit: { ...base.hit, why } }, PLAIN);
    expect(notes(reply).at(-1)).toEqual([
      'info',
      '为什么是这一项：按日常说法“烧麦秆冒烟”→ 事项“秸秆焚烧监管”；原文中出现：“秸秆”、“焚烧”；“结杆”按“秸秆”理解。',
    ]);
    expect(outline(reply).at(-1)).toBe('note');
  });

  it('every printed point of every real row is in its reply, word for word', () => {
    const real = loadRealLists().corpus;
    for (const document of real.documents) {
      for (const item of real.items(document.id)) {
        const base = answer('c1');
        const reply = toReply({ ...base, hit: { ...base.hit, item, document } }, PLAIN);
        const quoted = new Set(
          quotes(reply).flatMap(({ sections }) => sections.flatMap(({ points }) => points)),
        );
        const printed = [...(item.upstreamSections ?? []), ...(item.townshipSections ?? [])].flatMap(
          ({ points }) => points,
        );
        const missing = [item.name, ...printed.map(({ text }) => text)].filter((text) => !quoted.has(text));
        expect(missing, item.id).toEqual([]);
        if (item.takeover) expect(quoted.has(item.takeover), item.id).toBe(true);
      }
    }
  });
});
