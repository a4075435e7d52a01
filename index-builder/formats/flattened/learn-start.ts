// A first guess at the model of one list, from cues that need no widths: where numbering starts again, which
// two characters open lines again and again, which lines must be wrapped. Rough is enough: relearning refines it.
import type { Mark } from './mark.ts';
import { FLAT_GAPS, PLAIN_ENDINGS, type ColumnModel, type Model } from './model.ts';
import type { Column, RawRow } from './rows.ts';
import { widthOf } from './text-line.ts';
import { ORGANISATION_START } from './vocabulary.ts';
import { fitWidth, UNKNOWN_WIDTH, type WrapSample } from './wrap.ts';

interface RoughRow {
  name: Mark[];
  departments: Mark[];
  upstream: Mark[];
  township: Mark[];
}

function opensNumbering({ look: { startsPoint, points } }: Mark): boolean {
  return startsPoint && points[0]?.value === 1;
}

/** Index of the first piece of the duties: a point 1, a heading, or the first long line. */
function findFirstDuty(marks: readonly Mark[], longLine: number): number {
  return marks.findIndex(
    (mark, i) =>
      i > 0 && (opensNumbering(mark) || mark.look.headingLine || mark.look.measure.narrow >= longLine),
  );
}

function toRough(
  marks: readonly Mark[],
  openers: ReadonlyMap<string, number>,
  longLine: number,
): RoughRow | null {
  const duty = findFirstDuty(marks, longLine);
  if (duty < 1) return null;
  const head = marks.slice(0, duty);
  const cut = head.findIndex(({ piece: { text } }, i) => {
    const seen = openers.get(text.slice(0, 2)) ?? 0;
    return i > 0 && seen + (ORGANISATION_START.test(text) ? 2 : 0) >= 4;
  });
  let second = -1;
  for (let i = duty + 1; i < marks.length; i += 1) {
    const mark = marks[i];
    const above = marks[i - 1];
    if (mark && above && opensNumbering(mark) && /[。；]$/.test(above.piece.text)) second = i;
  }
  return {
    name: cut > 0 ? head.slice(0, cut) : [],
    departments: cut > 0 ? head.slice(cut) : [],
    upstream: second < 0 ? [] : marks.slice(duty, second),
    township: second < 0 ? [] : marks.slice(second),
  };
}

/** Wraps within a run of pieces that can be nothing else: no sentence end above, no point below. */
export function toWrapSamples(marks: readonly Mark[], quoteWidth: number): WrapSample[] {
  const samples: WrapSample[] = [];
  for (let i = 1; i < marks.length; i += 1) {
    const above = marks[i - 1];
    const below = marks[i];
    if (!above || !below || above.look.endsSentence) continue;
    const gap = below.piece.gap;
    if (gap === 'inline' || above.piece.gap === 'inline' || gap === 'page') continue;
    if (below.look.startsPoint || below.look.headingLine || below.look.loneMark) continue;
    const width = widthOf(above.look.measure, quoteWidth);
    samples.push({ width, needed: width + widthOf(below.look.firstWord, quoteWidth) });
  }
  return samples;
}

function countOpeners(rows: readonly (readonly Mark[])[], longLine: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const head = row.slice(1, Math.max(1, findFirstDuty(row, longLine)));
    for (const key of new Set(head.map(({ piece }) => piece.text.slice(0, 2))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(3, rows.length * 0.05);
  return new Map([...counts].filter(([, count]) => count >= least));
}

/** Wider lines are duties, not names: three quarters of all lines, or 0.7 of a full line, whichever is less. */
function toLongLine(rows: readonly (readonly Mark[])[]): number {
  const widths = rows.flatMap((row) => row.map(({ look }) => look.measure.narrow)).sort((a, b) => a - b);
  const at = (share: number): number => widths[Math.floor(widths.length * share)] ?? 30;
  return Math.max(30, Math.min(at(0.75) + 1, 0.7 * at(0.95)));
}

/** No page holds more lines than this: fewer page signs than pages mean that some pages leave none. */
const LONGEST_PAGE = 110;

function showsPages(rows: readonly RawRow[]): boolean {
  const lines = rows.reduce((sum, row) => sum + row.pieces.length, 0);
  const opening = rows.filter((row) => row.opensPage).length;
  const inside = rows.reduce(
    (sum, row) => sum + row.pieces.filter((piece) => piece.gap === 'page').length,
    0,
  );
  return (opening + inside + 1) * LONGEST_PAGE > lines;
}

/** The starting model of a cooperative or reclaimed list. */
export function learnStart(
  rows: readonly RawRow[],
  marks: readonly (readonly Mark[])[],
  columns: readonly Column[],
  knowledge: Pick<Model, 'openings' | 'pairs'>,
): Model {
  const longLine = toLongLine(marks);
  const openers = countOpeners(marks, longLine);
  // without duty cells the rough cut means nothing: the first reading starts without widths then
  const rough = !columns.includes('upstream')
    ? []
    : marks.flatMap((row) => toRough(row, openers, longLine) ?? []);
  const narrow = fitColumns(rough, marks, 1);
  const wide = fitColumns(rough, marks, 2);
  const fitted = narrow.fit >= wide.fit ? narrow : wide;
  return {
    quoteWidth: fitted.quoteWidth,
    columns: fitted.columns,
    pagesShow: showsPages(rows),
    departmentStarts: openers,
    organisations: new Map(),
    openings: knowledge.openings,
    pairs: knowledge.pairs,
    side: new Float64Array(knowledge.pairs.size),
  };
}

interface FittedColumns {
  quoteWidth: number;
  columns: Record<Column, ColumnModel>;
  /** How well the widths explain the wraps. */
  fit: number;
}

/** The columns' widths if curly quotes are `quoteWidth` wide. */
function fitColumns(
  rough: readonly RoughRow[],
  marks: readonly (readonly Mark[])[],
  quoteWidth: number,
): FittedColumns {
  let fit = 0;
  const toColumn = (width: number): ColumnModel => ({
    width,
    gapInside: FLAT_GAPS,
    gapFirst: FLAT_GAPS,
    endings: PLAIN_ENDINGS,
  });
  const fitted = (cell: keyof RoughRow): ColumnModel => {
    const samples = rough.flatMap((row) => toWrapSamples(row[cell], quoteWidth));
    const found = fitWidth(samples, UNKNOWN_WIDTH);
    fit += found.fit;
    return toColumn(found.width);
  };
  const ends = marks.flatMap((row) => toWrapSamples(row.slice(-4), quoteWidth));
  const takeover = toColumn(fitWidth(ends, UNKNOWN_WIDTH).width);
  const columns: Record<Column, ColumnModel> = {
    name: fitted('name'),
    departments: fitted('departments'),
    upstream: fitted('upstream'),
    township: fitted('township'),
    takeover,
    method: takeover,
  };
  return { quoteWidth, columns, fit };
}
