// Tells the cells of one row apart: a search over all ways to cut its pieces into the list's columns, page by page
// (a row that runs over a page prints the rest of each cell in turn), keeping the best few readings.
import { departmentsScore, firstSide, toCosts, type Costs } from './costs.ts';
import type { Mark } from './mark.ts';
import type { Model } from './model.ts';
import { countOn, FRESH, type Counting } from './numbering.ts';
import type { Column } from './rows.ts';

/** A reading: for each column the indexes of its pieces, in order. */
export interface Reading {
  score: number;
  cells: number[][];
}

/** A cell so far; `before` chains back to its first piece. */
interface CellState {
  piece: number;
  before: CellState | null;
  counting: Counting;
  /** Width of the last line as far as it belongs to the cell. */
  width: number;
  /** What closing the cell here has already been charged; taken back when the cell goes on over the page. */
  charged: number | null;
}

interface Hypothesis {
  score: number;
  cells: readonly (CellState | null)[];
}

interface Search {
  marks: readonly Mark[];
  columns: readonly Column[];
  model: Model;
  costs: Costs;
  beam: number;
  departmentFits: Map<number, { text: string; fit: number }>;
}

/** Readings kept at each point of the search. */
const BEAM = 5;
/** Readings handed on: the second best is the doubt that is shown. */
const KEPT = 6;
/** Name and departments seldom go on over a page. */
const HEAD_OVER_PAGE = 3;
const OPEN_BRACKET = 2.5;
/** A department cell whose last line ends in no organisation. */
const NO_ORGANISATION = -6;
/** A reclaimed duty that nobody took over (不再开展此项工作) fills the method column alone. */
const NO_DEPARTMENT = 7;
/** No closing earns more. */
const MOST_FOR_CLOSING = 6;
const EMPTY_COST: Record<Column, number> = {
  name: 16,
  departments: 16,
  upstream: 16,
  township: 16,
  takeover: 16,
  method: 12,
};

/** The best readings of a row, best first; never empty. `breaks` are pieces that open a page without a sign of it. */
export function splitRow(
  marks: readonly Mark[],
  columns: readonly Column[],
  model: Model,
  beam = BEAM,
  breaks: readonly number[] = [],
): Reading[] {
  const search: Search = {
    marks,
    columns,
    model,
    costs: toCosts(marks, columns, model),
    beam,
    departmentFits: new Map(),
  };
  let open: Hypothesis[] = [{ score: 0, cells: columns.map(() => null) }];
  let from = 0;
  const ends = toSegments(marks, breaks);
  ends.forEach((to, n) => {
    open = splitSegment(search, from, to, n === ends.length - 1, open);
    from = to;
  });
  const done: Hypothesis[] = [];
  for (const hypothesis of open) {
    let score = hypothesis.score;
    hypothesis.cells.forEach((cell, k) => {
      const column = columns[k] ?? 'name';
      if (!cell)
        score -= column === 'departments' && columns.includes('method') ? NO_DEPARTMENT : EMPTY_COST[column];
      else if (cell.charged === null) score += closing(search, k, cell);
    });
    pushBest(done, { ...hypothesis, score }, KEPT);
  }
  return done.map(({ score, cells }) => ({ score, cells: cells.map(toPieces) }));
}

function toPieces(cell: CellState | null): number[] {
  const pieces: number[] = [];
  for (let at = cell; at; at = at.before) pieces.push(at.piece);
  return pieces.toReversed();
}

/** Ends of the page segments: positions just before a piece that opens a new page, and the end. */
function toSegments(marks: readonly Mark[], breaks: readonly number[]): number[] {
  const ends: number[] = [];
  marks.forEach((mark, i) => {
    if (i > 0 && (mark.piece.gap === 'page' || breaks.includes(i))) ends.push(i);
  });
  ends.push(marks.length);
  return ends;
}

function pushBest(list: Hypothesis[], item: Hypothesis, beam: number): void {
  const at = list.findIndex((other) => other.score < item.score);
  if (at < 0) {
    if (list.length < beam) list.push(item);
    return;
  }
  list.splice(at, 0, item);
  if (list.length > beam) list.pop();
}

/** Scores that need the whole cell: how it ends, whether its brackets close, whether departments are departments. */
function closing(search: Search, k: number, cell: CellState): number {
  let score = search.costs.end(k, cell.piece, cell.width);
  if (cell.counting.depth !== 0) score -= OPEN_BRACKET;
  if (search.columns[k] === 'departments') score += departmentsFit(search, cell);
  return score;
}

function departmentsFit(search: Search, cell: CellState): number {
  const { marks, departmentFits } = search;
  if (!marks[cell.piece]?.organisationEnd) return NO_ORGANISATION;
  let first = cell.piece;
  let text = '';
  for (let at: CellState | null = cell; at; at = at.before) {
    text = (marks[at.piece]?.piece.text ?? '') + text;
    first = at.piece;
  }
  const key = first * 4096 + cell.piece;
  const known = departmentFits.get(key);
  if (known?.text === text) return known.fit;
  const fit = departmentsScore(text, search.model);
  departmentFits.set(key, { text, fit });
  return fit;
}

function splitSegment(
  search: Search,
  from: number,
  to: number,
  last: boolean,
  open: readonly Hypothesis[],
): Hypothesis[] {
  const size = to - from;
  const beam = from > 0 || !last ? search.beam * 3 : search.beam;
  let before: Hypothesis[][] = Array.from({ length: size + 1 }, () => []);
  before[0] = [...open];
  search.columns.forEach((_, k) => {
    const after: Hypothesis[][] = before.map((list) => [...list]);
    for (let s = 0; s < size; s += 1) {
      for (const hypothesis of before[s] ?? [])
        extend(search, from + s, from, to, k, last, hypothesis, after, beam);
    }
    before = after;
  });
  return before[size] ?? [];
}

/** Gives the column `k` every possible run of pieces that starts at `start`. */
function extend(
  search: Search,
  start: number,
  from: number,
  to: number,
  k: number,
  last: boolean,
  hypothesis: Hypothesis,
  after: Hypothesis[][],
  beam: number,
): void {
  const { marks, columns, costs } = search;
  const column = columns[k] ?? 'name';
  const isHead = column === 'name' || column === 'departments';
  let cell = hypothesis.cells[k] ?? null;
  let score = hypothesis.score - (cell?.charged ?? 0);
  let sentences = 0;
  for (let i = start; i < to; i += 1) {
    const mark = marks[i];
    if (!mark) return;
    if (isHead && mark.sentence && i > start && (column === 'departments' || ++sentences > 1)) return;
    if (cell && i > start) score += costs.step(k, i, cell.width);
    else if (cell) score += costs.link(k, cell.piece, i, cell.width) - (isHead ? HEAD_OVER_PAGE : 0);
    else score += costs.start(k, i) + firstSide(column, mark);
    const counted = countOn(cell?.counting ?? FRESH, mark);
    score -= counted.cost;
    const inLine: boolean = mark.piece.gap === 'inline' && i > start && cell !== null;
    cell = {
      piece: i,
      before: cell,
      counting: counted.state,
      width: inLine ? (cell?.width ?? 0) + 1 + mark.width : mark.width,
      charged: null,
    };
    const list = after[i + 1 - from];
    if (!list) return;
    const worst = list.length < beam ? -Infinity : (list.at(-1)?.score ?? -Infinity);
    if (score + MOST_FOR_CLOSING <= worst) continue;
    const charged = last || isHead ? closing(search, k, cell) : null;
    const total = score + (charged ?? 0);
    if (total <= worst) continue;
    const cells = [...hypothesis.cells];
    cells[k] = { ...cell, charged };
    pushBest(list, { score: total, cells }, beam);
  }
}
