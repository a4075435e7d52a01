// Lists of other provinces in other shapes: every cell comes back, or the row is flagged.
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { DraftRow } from '../../index-builder/draft.ts';
import { extractSource, LOW_CONFIDENCE } from '../../index-builder/formats/index.ts';
import { readPreface } from '../../index-builder/preface/index.ts';
import { decodeSource, toSourceText } from '../../index-builder/source/index.ts';
import { expectClosedLedger } from '../support/ledger.ts';
import {
  PLAIN_FORM,
  SHANDONG,
  SICHUAN,
  toOtherItems,
  toTabular,
  YUNNAN,
  type OtherPlace,
  type TabularForm,
} from '../support/other-lists.ts';
import type { PlainItem } from '../support/plain-items.ts';
import { relayout, toLayout, type Layout } from '../support/relayout.ts';

function bare(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, '');
}

function isExact(item: PlainItem, row: DraftRow | undefined, hasCategory: boolean): boolean {
  if (!row || (hasCategory && row.category?.text !== item.category)) return false;
  const { name, departments, upstream, townshipDuties, takeover, takeoverMethod } = row;
  const cells = [name, departments, upstream, townshipDuties, takeover, takeoverMethod].filter(
    (cell) => cell !== null,
  );
  return item.cells.every((cell, k) => bare(cell) === bare(cells[k]?.text));
}

/** The rows of a text that do not come back, and those of them that are not flagged. */
function misread(text: string, items: readonly PlainItem[], hasCategory = true) {
  const source = toSourceText('a.txt', text);
  const extraction = extractSource(source);
  expectClosedLedger(source, extraction.ledger);
  const rows = new Map(extraction.rows.map((row) => [`${row.list} ${row.no}`, row]));
  const wrong = items.filter((item) => !isExact(item, rows.get(`${item.list} ${item.no}`), hasCategory));
  const silent = wrong.filter(
    (item) => (rows.get(`${item.list} ${item.no}`)?.confidence ?? 1) >= LOW_CONFIDENCE,
  );
  return {
    rows: extraction.rows.length,
    wrong: wrong.length,
    silent: silent.map((item) => `${item.list} ${item.no}`),
    place: readPreface(source, extraction).place,
    byOrder: extraction.findings.filter(({ code }) => code === 'numbered-by-order').map(({ list }) => list),
  };
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 … 199 in Chinese. */
function toChinese(no: number): string {
  const tens = Math.floor(no / 10) % 10;
  const hundred = no >= 100 ? '一百' : '';
  const zero = no > 100 && tens === 0 && no % 10 > 0 ? '零' : '';
  const ten = tens > 0 ? `${tens === 1 && no < 100 ? '' : DIGITS[tens]}十` : '';
  return `${hundred}${zero}${ten}${DIGITS[no % 10]}`;
}

const ROMAN: [string, number][] = [
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** 1 … 199 in Roman letters. */
function toRoman(no: number): string {
  const [sign, value] = ROMAN.find(([, worth]) => worth <= no) ?? ['', 0];
  return value === 0 ? '' : `${sign}${toRoman(no - value)}`;
}

/** The twelve Roman numerals that are characters of their own, letters from then on. */
function toRomanSign(no: number): string {
  return no <= 12 ? String.fromCharCode(0x215f + no) : toRoman(no);
}

const FORMS: [string, Partial<TabularForm>][] = [
  ['plain', {}],
  ['without headings', { headings: null }],
  ['without headings and titles', { headings: null, titles: null }],
  ['without titles', { titles: null }],
  ['headings again, clipped', { repeatHeadings: { every: 9, clipped: true } }],
  ['merged categories', { mergedCategories: true }],
  ['from a spreadsheet', { quoted: true }],
  ['numbers 12.', { toNumber: (no) => `${no}.` }],
  ['numbers （12）', { toNumber: (no) => `（${no}）` }],
  [
    'numbers １２',
    { toNumber: (no) => String(no).replace(/\d/g, (d) => '０１２３４５６７８９'[Number(d)] ?? d) },
  ],
  ['numbers 十二', { toNumber: toChinese }],
  ['numbers （十二）', { toNumber: (no) => `（${toChinese(no)}）` }],
  ['numbers 12、', { toNumber: (no) => `${no}、` }],
  ['numbers 第12项', { toNumber: (no) => `第${no}项` }],
  ['numbers XII', { toNumber: toRoman }],
  ['numbers xii.', { toNumber: (no) => `${toRoman(no).toLowerCase()}.` }],
  ['numbers Ⅻ', { toNumber: toRomanSign }],
  [
    'other words',
    {
      headings: {
        basic: ['编号', '类别', '基本履职事项'],
        cooperative: ['编号', '类别', '配合履职事项', '牵头部门', '部门职责', '镇街职责'],
        reclaimed: ['编号', '类别', '收回事项', '承接单位及方式'],
      },
      titles: { basic: '基本履职清单', cooperative: '配合履职清单（97项）', reclaimed: '收回事项清单' },
    },
  ],
  [
    'another order',
    {
      headings: {
        basic: ['事项类别', '序号', '事项名称'],
        cooperative: ['序号', '对应上级部门', '事项名称', '事项类别', '乡镇（街道）配合职责', '上级部门职责'],
        reclaimed: ['承接部门及工作方式', '事项名称', '序号', '事项类别'],
      },
      columns: {
        basic: ['category', 'no', 0],
        cooperative: ['no', 1, 0, 'category', 3, 2],
        reclaimed: [1, 0, 'no', 'category'],
      },
    },
  ],
];

describe('tab-separated', () => {
  it.each(FORMS)('%s', (_, form) => {
    const items = toOtherItems(SHANDONG);
    const read = misread(toTabular(SHANDONG, items, { ...PLAIN_FORM, ...form }), items);
    expect(read).toMatchObject({ rows: items.length, wrong: 0, byOrder: [] });
  });

  const WITHOUT_NUMBERS = {
    headings: {
      basic: ['事项类别', '事项名称'],
      cooperative: ['事项类别', '事项名称', '对应上级部门', '上级部门职责', '街道配合职责'],
      reclaimed: ['事项类别', '事项名称', '承接部门及工作方式'],
    },
    columns: {
      basic: ['category', 0],
      cooperative: ['category', 0, 1, 2, 3],
      reclaimed: ['category', 0, 1],
    },
  } satisfies Partial<TabularForm>;
  const UNNUMBERED: [string, Partial<TabularForm>][] = [
    ['an empty number column', { toNumber: () => '' }],
    ['numbers that nobody can read', { toNumber: (no) => `PH-${no}` }],
    ['no number column', WITHOUT_NUMBERS],
    ['no number column, from a spreadsheet', { ...WITHOUT_NUMBERS, quoted: true }],
    ['no number column, merged categories', { ...WITHOUT_NUMBERS, mergedCategories: true }],
    [
      'no number column, headings again, clipped',
      { ...WITHOUT_NUMBERS, repeatHeadings: { every: 9, clipped: true } },
    ],
    [
      'names alone',
      {
        headings: {
          basic: ['事项名称'],
          cooperative: ['事项名称', '对应上级部门', '上级部门职责', '街道配合职责'],
          reclaimed: ['事项名称', '承接部门及工作方式'],
        },
        columns: { basic: [0], cooperative: [0, 1, 2, 3], reclaimed: [0, 1] },
      },
    ],
  ];

  it.each(UNNUMBERED)('numbered in order where there is %s', (_, form) => {
    const items = toOtherItems(SHANDONG);
    const hasCategory = form.columns?.basic.length !== 1;
    const read = misread(toTabular(SHANDONG, items, { ...PLAIN_FORM, ...form }), items, hasCategory);
    expect(read).toMatchObject({ rows: items.length, wrong: 0 });
    expect(read.byOrder).toEqual(['basic', 'cooperative', 'reclaimed']);
  });

  it('without categories, and with departments apart from the method', () => {
    const items = toOtherItems(YUNNAN).map((item) =>
      item.list === 'reclaimed'
        ? { ...item, cells: [item.cells[0] ?? '', '澜川县民政局', '由该局办理。'] }
        : item,
    );
    const form: TabularForm = {
      ...PLAIN_FORM,
      headings: {
        basic: ['序号', '事项名称'],
        cooperative: ['序号', '事项名称', '对应上级部门', '上级部门职责', '民族乡配合职责'],
        reclaimed: ['序号', '事项名称', '承接部门', '承接方式'],
      },
      columns: { basic: ['no', 0], cooperative: ['no', 0, 1, 2, 3], reclaimed: ['no', 0, 1, 2] },
    };
    expect(misread(toTabular(YUNNAN, items, form), items, false)).toMatchObject({ wrong: 0 });
    expect(misread(toTabular(YUNNAN, items, { ...form, headings: null }), items, false)).toMatchObject({
      wrong: 0,
    });
  });

  it.each(['gb18030', 'utf-16', 'utf-16be'])('in %s with CRLF', (encoding) => {
    const items = toOtherItems(SICHUAN);
    const text = toTabular(SICHUAN, items, PLAIN_FORM).replaceAll('\n', '\r\n');
    const decoded = decodeSource(iconv.encode(text, encoding, { addBOM: true }), 'a.txt');
    expect(misread(decoded.text, items)).toMatchObject({ rows: items.length, wrong: 0 });
  });
});

// 承接部门：县民政局 工作方式：由…   县民政局：由…
const LABELLED =
  /^承接(?:部门|单位)[：:]?\s*(?<who>[^：:]*?)[：:]?\s*(?:工作|承接)方式[：:]\s*(?<how>[\s\S]*)$/;
const LED = /^(?:承接部门[：:])?(?<who>[^：:\n，。；]+)[：:\n](?<how>[\s\S]*)$/;

/** The takeover cell of a reclaimed item as two. */
function apart(item: PlainItem): PlainItem {
  const [name = '', takeover = ''] = item.cells;
  if (item.list !== 'reclaimed') return item;
  const groups = (LABELLED.exec(takeover) ?? LED.exec(takeover))?.groups;
  return { ...item, cells: [name, groups?.['who'] ?? '市民政局', groups?.['how'] ?? takeover] };
}

/** Lays the items out and prints the place before the lists' names. */
function toFlattened(
  place: OtherPlace,
  items: readonly PlainItem[],
  seed: number,
  over: Partial<Layout>,
): string {
  const layout = { ...toLayout(seed), takeoverApart: false, ...over };
  return relayout(items, layout).replace(
    /^(?<sign>[ \f]?)(?=(?:基本履职|配合履职|上级部门收回)事项清单$)/gm,
    `$<sign>${place.title}`,
  );
}

// a number and the category behind it
const NUMBER = /^(?<sign>[ \f]?)(?<no>\d{1,3}) (?=[一-龥])/gm;
// the same, its category on the line below or none at all
const ANY_NUMBER = /^(?<sign>[ \f]?)(?<no>\d{1,3})(?= \S| ?$)/gm;
const renumber =
  (toNumber: (no: number) => string) =>
  (text: string): string =>
    text.replace(ANY_NUMBER, (_, sign: string, no: string) => sign + toNumber(Number(no)));

const EDITS: [string, Partial<Layout>, (text: string) => string][] = [
  ['as they are', {}, (text) => text],
  ['CRLF', {}, (text) => text.replaceAll('\n', '\r\n')],
  ['indented', {}, (text) => text.replace(/^(?=\S)/gm, '    ')],
  ['ideographic blanks', {}, (text) => text.replace(/(?<=\S) (?=\S)/g, '\u3000')],
  ['tabs for blanks', {}, (text) => text.replace(/(?<=\S) (?=\S)/g, '\t')],
  ['numbers 12、', {}, (text) => text.replace(NUMBER, '$<sign>$<no>、')],
  [
    'numbers １２',
    {},
    renumber((no) => String(no).replace(/\d/g, (d) => '０１２３４５６７８９'[Number(d)] ?? d)),
  ],
  ['numbers （十二）', {}, renumber((no) => `（${toChinese(no)}）`)],
  ['numbers 十二、', {}, renumber((no) => `${toChinese(no)}、`)],
  ['numbers Ⅻ', {}, renumber(toRomanSign)],
  ['numbers 第12项', {}, renumber((no) => `第${no}项`)],
  ['numbers XII and no categories', { categoryColumn: false }, renumber(toRoman)],
  ['titles on two lines', {}, (text) => text.replace(/(?<=街道|镇|乡)(?=(?:基本|配合|上级).*清单$)/gm, '\n')],
  ['titles 一、…', {}, (text) => text.replace(/(?<=^[ \f]?).*配合履职事项清单$/gm, '二、配合履职事项')],
  [
    'headings in other words',
    { headings: 'whole' },
    (text) =>
      text
        .replaceAll('对应上\n级部门', '牵头\n单位')
        .replace(/上级部门职责 \S+/g, '部门（单位）职责 街道办事处配合职责')
        .replaceAll('承接部门及工作方式', '承接主体（单位）及其办法'),
  ],
  [
    'bare page numbers',
    { pageMark: 'feed', pageNumbers: 0, breakRows: true },
    (text) => {
      let page = 0;
      return text.replace(/\f/g, () => `${(page += 1)}\n\n\f`);
    },
  ],
  ['without categories', { categoryColumn: false }, (text) => text],
];

describe('flattened', () => {
  it.each(EDITS)('%s', (name, over, edit) => {
    for (const [n, place] of [SHANDONG, SICHUAN, YUNNAN].entries()) {
      const items = toOtherItems(place);
      const text = edit(toFlattened(place, items, 900 + n, over));
      const read = misread(text, items, over.categoryColumn !== false);
      expect(read, `${name} ${place.title}`).toMatchObject({ rows: items.length, silent: [] });
      expect(read.wrong).toBeLessThan(items.length * 0.02);
      expect(read.byOrder).toEqual([]);
      expect(read.place).toEqual({
        township: place.township,
        county: place.county,
        prefecture: place.prefecture,
      });
    }
  });

  const UNITS: [string, OtherPlace, boolean][] = [
    ['街道', SHANDONG, true],
    ['乡镇（街道）', SHANDONG, false],
    ['镇', SICHUAN, false],
    ['民族乡', YUNNAN, true],
  ];
  it.each(UNITS)('%s: departments apart from the method', (unit, place, categoryColumn) => {
    const items = toOtherItems(place).map(apart);
    const over = { takeoverApart: true, headings: 'whole', unit, categoryColumn } as const;
    const read = misread(toFlattened(place, items, 610, over), items, categoryColumn);
    expect(read).toMatchObject({ rows: items.length, silent: [] });
    expect(read.wrong).toBeLessThan(items.length * 0.02);
  });

  it('without numbers: cut at the categories and numbered in order', () => {
    for (const [n, place] of [SHANDONG, SICHUAN, YUNNAN].entries()) {
      const items = toOtherItems(place);
      const text = toFlattened(place, items, 900 + n, {})
        .replace(ANY_NUMBER, '$<sign>')
        .replace(/^ (?=\S)/gm, '');
      const read = misread(text, items);
      expect(read, place.title).toMatchObject({ rows: items.length, silent: [] });
      expect(read.wrong).toBeLessThan(items.length * 0.02);
      expect(read.byOrder).toEqual(['basic', 'cooperative', 'reclaimed']);
    }
  });
});
