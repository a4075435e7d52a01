// Lays items out again as flattened columns, the way PDF extractors print a table without borders: every cell
// hard-wrapped at its column's width, cell after cell, page after page. Deterministic for a seed.
import type { ListKind } from '../../src/duty/index.ts';
import { toRandom, type Random } from './random.ts';
import type { PlainItem } from './plain-items.ts';

export interface Layout {
  seed: number;
  /** Full line widths in half characters: category, then the cells of each list. */
  category: number;
  widths: Record<ListKind, number[]>;
  quoteWidth: 1 | 2;
  /** Closing marks never open a line: kept by drawing the character before them down, or let go. */
  kinsoku: 'none' | 'always' | 'mixed';
  /** Where blank lines stand: nowhere, between cells, also before a centred last line, or by chance as well. */
  blanks: 'none' | 'cells' | 'centred' | 'chance';
  pageLines: number;
  /** Rows are cut at the foot of a page, each cell on its own; else the row moves to the next page. */
  breakRows: boolean;
  pageMark: 'blank' | 'feed' | 'none';
  headings: 'whole' | 'clipped' | 'absent' | 'mixed';
  pageNumbers: number;
  strayQuotes: number;
  /** A single-line name stands on the line of its category. */
  nameBesideCategory: boolean;
  /** Cells of one line each stand on one line (reclaimed lists). */
  cellsBeside: boolean;
  preface: boolean;
  pointsRunOn: boolean;
  unit: string;
  /** Some provinces print no 事项类别 column. */
  categoryColumn: boolean;
  /** 承接部门 and 工作方式 as two columns, where the items' cells are so divided. */
  takeoverApart: boolean;
}

const UNITS = ['乡镇', '乡', '镇', '街道', '乡镇（街道）', '苏木', '民族乡'] as const;

/** A random layout. Widths span what a landscape or portrait A4 table can have. */
export function toLayout(seed: number): Layout {
  const random = toRandom(seed);
  const even = (low: number, high: number): number => 2 * random.between(low, high);
  return {
    seed,
    category: even(3, 9),
    widths: {
      basic: [even(22, 52)],
      cooperative: [
        even(4, 14),
        even(4, 10),
        even(15, 36) + random.between(0, 1),
        even(11, 30) + random.between(0, 1),
      ],
      reclaimed: [even(14, 30), even(12, 24), even(18, 46)],
    },
    quoteWidth: random.chance(0.5) ? 1 : 2,
    kinsoku: random.pick(['none', 'always', 'mixed']),
    blanks: random.pick(['none', 'cells', 'centred', 'chance']),
    pageLines: random.between(30, 70),
    breakRows: random.chance(0.6),
    pageMark: random.pick(['blank', 'blank', 'feed', 'none']),
    headings: random.pick(['whole', 'clipped', 'absent', 'mixed']),
    pageNumbers: random.pick([0, 0.1, 1]),
    strayQuotes: random.pick([0, 0, 0.03]),
    nameBesideCategory: random.chance(0.5),
    cellsBeside: random.chance(0.5),
    preface: random.chance(0.5),
    pointsRunOn: random.chance(0.25),
    unit: random.pick(UNITS),
    categoryColumn: random.chance(0.85),
    takeoverApart: random.chance(0.3),
  };
}

const CLOSING = /^[，。；：、！？）】》”’%]/;
const OPENING = /[（《“‘【]$/;

function charWidth(char: string, layout: Layout): number {
  if (/[\u2010-\u2027]/.test(char)) return layout.quoteWidth;
  return (char.codePointAt(0) ?? 0) < 0x2010 ? 1 : 2;
}

/** One paragraph as lines no wider than the column; ASCII words and numbers stay whole where they fit. */
function wrapParagraph(text: string, width: number, layout: Layout, random: Random): string[] {
  const tokens = text.match(/[A-Za-z0-9.%]+|[\s\S]/gu) ?? [];
  const strict = layout.kinsoku === 'always' || (layout.kinsoku === 'mixed' && random.chance(0.5));
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const token of tokens) {
    const size = [...token].reduce((sum, char) => sum + charWidth(char, layout), 0);
    if (used + size > width && line.length > 0) {
      const carried: string[] = [];
      if (strict && CLOSING.test(token) && line.length > 1) carried.unshift(line.pop() ?? '');
      if (strict)
        while (line.length > 1 && OPENING.test(line.at(-1) ?? '')) carried.unshift(line.pop() ?? '');
      lines.push(line.join(''));
      line = carried;
      used = carried
        .join('')
        .split('')
        .reduce((sum, char) => sum + charWidth(char, layout), 0);
    }
    line.push(token);
    used += size;
  }
  if (line.length > 0) lines.push(line.join(''));
  return lines.map((text_) => text_.trim()).filter((text_) => text_ !== '');
}

function wrapCell(text: string, width: number, layout: Layout, random: Random): string[] {
  const whole = layout.pointsRunOn ? text.replace(/\n/g, '') : text;
  return whole.split('\n').flatMap((paragraph) => wrapParagraph(paragraph, width, layout, random));
}

const TITLES: Record<ListKind, string> = {
  basic: '基本履职事项清单',
  cooperative: '配合履职事项清单',
  reclaimed: '上级部门收回事项清单',
};

function toHeadings(list: ListKind, layout: Layout): string[] {
  const category = layout.categoryColumn ? ' 事项类别' : '';
  if (list === 'basic') return [`序号${category} 事项名称`];
  if (list === 'reclaimed') {
    return [`序号${category} 事项名称 ${layout.takeoverApart ? '承接部门 工作方式' : '承接部门及工作方式'}`];
  }
  if (!layout.categoryColumn)
    return ['序号', '事项名称', '对应上', '级部门', `上级部门职责 ${layout.unit}配合职责`];
  return ['序号', '事项', '类别', '事项名称', '对应上', '级部门', `上级部门职责 ${layout.unit}配合职责`];
}

/** Prints lines onto pages. */
class Pages {
  readonly lines: string[] = [];
  private used = 0;
  private page = 1;
  private readonly layout: Layout;
  private readonly random: Random;
  constructor(layout: Layout, random: Random) {
    this.layout = layout;
    this.random = random;
  }

  get room(): number {
    return this.layout.pageLines - this.used;
  }

  print(text: string): void {
    this.lines.push(text);
    if (text !== '') this.used += 1;
  }

  /** Ends the page: number, stray marks, then the headings of the next page. */
  turn(list: ListKind, title: boolean): void {
    const { layout, random, lines } = this;
    if (random.chance(layout.strayQuotes * 8)) lines.push('““““““““““““““““');
    if (random.chance(layout.pageNumbers)) lines.push('', `第 ${this.page} 页，共 99 页`, '', '');
    this.page += 1;
    this.used = 0;
    const style =
      layout.headings === 'mixed' ? random.pick(['whole', 'clipped', 'absent'] as const) : layout.headings;
    const headings = toHeadings(list, layout);
    const shown =
      title || style === 'whole'
        ? headings
        : style === 'absent'
          ? []
          : headings.slice(random.between(0, headings.length - 1));
    this.mark = true;
    if (title) this.top(TITLES[list]);
    for (const heading of shown) this.top(heading);
    if (shown.length > 0 || title) lines.push('');
  }

  private mark = false;

  /** Prints a line that may be the first of a page. */
  top(text: string): void {
    const sign = { blank: ' ', feed: '\f', none: '' }[this.layout.pageMark];
    this.print(this.mark && text !== '' ? sign + text : text);
    if (text !== '') this.mark = false;
  }
}

/** The text of a whole document with these items, laid out by `layout`. */
export function relayout(items: readonly PlainItem[], layout: Layout): string {
  const random = toRandom(layout.seed * 7919 + 13);
  const pages = new Pages(layout, random);
  if (layout.preface) {
    const categories = [...new Set(items.map((item) => item.category))];
    pages.print('说明');
    pages.print(
      `基本履职事项清单是本级必须为、负全责的事项。主要包括${categories.join('、')}${categories.length}个类别。`,
    );
  }
  let list: ListKind | null = null;
  for (const item of items) {
    if (item.list !== list) {
      list = item.list;
      pages.turn(list, true);
    }
    printItem(item, layout, random, pages);
  }
  return `${pages.lines.join('\n')}\n`;
}

// 承接部门：莎车县民政局 / 工作方式：负责…   县水利局：负责…   市水利局 / 承接方式：由…
const TAKEOVER =
  /^(?:承接部门[：:])?(?<departments>[^：:\n，。；]+(?:局|委|会|办|部|队|司)(?:（[^）]*）)?)(?:[：:]\n?|\n)(?:(?:工作|承接)方式[：:])?(?<method>[^：:][\s\S]*)$/;

/** The cells as the layout's columns hold them: a takeover cell comes apart where the layout has two columns for it. */
export function toPrintedCells(item: PlainItem, layout: Layout): string[] {
  if (item.list !== 'reclaimed' || !layout.takeoverApart || item.cells.length > 2) return item.cells;
  const [name = '', takeover = ''] = item.cells;
  const groups = TAKEOVER.exec(takeover)?.groups;
  return groups ? [name, groups['departments'] ?? '', groups['method'] ?? ''] : [name, takeover];
}

function printItem(item: PlainItem, layout: Layout, random: Random, pages: Pages): void {
  const printed = toPrintedCells(item, layout);
  const own = layout.widths[item.list];
  const widths = item.list === 'reclaimed' && !layout.takeoverApart ? [own[0], own[2]] : own;
  const cells = printed.map((cell, k) => wrapCell(cell, widths[k] ?? 40, layout, random));
  const category = layout.categoryColumn ? wrapCell(item.category, layout.category, layout, random) : [''];
  const height = Math.max(...cells.map((cell) => cell.length), category.length);
  const breaks = layout.breakRows && pages.room >= 6 && height > 8;
  if (height > pages.room && !breaks && pages.room < layout.pageLines - 8) pages.turn(item.list, false);
  const head =
    cells[0]?.length === 1 && category.length === 1 && layout.nameBesideCategory && item.list !== 'reclaimed';
  const whole =
    item.list === 'reclaimed' &&
    layout.cellsBeside &&
    category.length === 1 &&
    cells.every((cell) => cell.length === 1);
  const first = [
    `${item.no} ${category[0] ?? ''}`,
    ...(head || whole ? [cells[0]?.[0] ?? ''] : []),
    ...(whole ? cells.slice(1).map((cell) => cell[0] ?? '') : []),
  ];
  pages.top(first.join(' '));
  for (const line of category.slice(1)) pages.print(line);
  if (whole) {
    separate(pages, layout, random);
    return;
  }
  if (category.length > 1 && layout.blanks !== 'none') pages.print('');
  let rest = head ? [[], ...cells.slice(1)] : cells;
  while (rest.some((cell) => cell.length > 0)) {
    const fits = breaks ? Math.max(4, pages.room) : Infinity;
    rest.forEach((cell, k) => printCell(cell.slice(0, k < 2 ? Infinity : fits), k, layout, random, pages));
    rest = rest.map((cell, k) => (k < 2 ? [] : cell.slice(fits)));
    if (rest.some((cell) => cell.length > 0)) pages.turn(item.list, false);
  }
  separate(pages, layout, random);
}

function separate(pages: Pages, layout: Layout, random: Random): void {
  if (layout.blanks !== 'none' || random.chance(0.2)) pages.print('');
}

function printCell(
  lines: readonly string[],
  column: number,
  layout: Layout,
  random: Random,
  pages: Pages,
): void {
  const centred = column < 2 && (layout.blanks === 'centred' || layout.blanks === 'chance');
  lines.forEach((line, i) => {
    const shorter = i > 0 && i === lines.length - 1 && line.length + 1 < (lines[0]?.length ?? 0);
    if (centred && shorter) pages.print('');
    if (layout.blanks === 'chance' && i > 0 && column > 1 && random.chance(0.25)) pages.print('');
    pages.top(line);
  });
  if (lines.length > 0 && layout.blanks !== 'none' && random.chance(layout.blanks === 'cells' ? 0.95 : 0.85))
    pages.print('');
  if (lines.length > 0 && random.chance(layout.strayQuotes))
    pages.print(random.pick(['“', '“ “', '““““““““']));
}
