// Tells the cells of one row apart: a search over all ways to cut its pieces into the list's columns, page by page
// (a row that runs over a page prints the rest of each cell in turn), keeping the best few readings.
import { departmentsScore, type Costs } from './costs.ts';
import type { Mark } from './mark.ts';
import { countOn, FRESH, type Counting } from './numbering.ts';
import type { Column } from './rows.ts';

/** A reading: for each column the indexes of its pieces, in order. */
export interface Reading {
  score: number;
  cells: number[][];
}

/** A cell so far: a run of neighbouring pieces; `before` is its run on the page above. */
interface CellState {
  first: number;
  piece: number;
  before: CellState | null;
  counting: Counting;
  /** Width of the last line as far as it belongs to the cell. */
  width: number;
  /** What closing the cell here has already been charged; taken back when the cell goes on over the page. */
  charged: number | null;
}

/** A reading of the pages above: a cell for each column that has been opened. */
interface Above {
  score: number;
  cells: readonly (CellState | null)[];
}

/** A reading as far as the search has come: those of its cells that this page adds to, last one first. */
interface Hypothesis {
  score: number;
  above: Above;
  k: number;
  cell: CellState | null;
  parent: Hypothesis | null;
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
/**
 * A run this far behind the best reading that ends at the same piece is given up: nothing further on makes up for so
 * much. On the published lists two thirds of it would still change no reading.
 */
const HOPELESS = 30;
const EMPTY_COST: Record<Column, number> = {
  name: 16,
  departments: 16,
  upstream: 16,
  township: 16,
  takeover: 16,
  method: 12,
};

/** The best readings of a row, best first; never empty. `breaks` are pieces that open a page without a sign of it. */
export function splitRow(costs: Costs, beam = BEAM, breaks: readonly number[] = []): Reading[] {
  const { columns } = costs;
  let open: Above[] = [{ score: 0, cells: columns.map(() => null) }];
  let from = 0;
  const ends = toSegments(costs.marks, breaks);
  ends.forEach((to, n) => {
    const last = n === ends.length - 1;
    const width = from > 0 || !last ? beam * 3 : beam;
    open = new PageSearch(costs, { from, to, last, beam: width }).run(open);
    from = to;
  });
  const done: Above[] = [];
  for (const { cells, score: sofar } of open) {
    let score = sofar;
    cells.forEach((cell, k) => {
      const column = columns[k] ?? 'name';
      if (!cell)
        score -= column === 'departments' && columns.includes('method') ? NO_DEPARTMENT : EMPTY_COST[column];
      else if (cell.charged === null) score += closing(costs, k, cell);
    });
    pushBest(done, { score, cells }, KEPT);
  }
  return done.map(({ score, cells }) => ({ score, cells: cells.map(toPieces) }));
}

function toPieces(cell: CellState | null): number[] {
  const pieces: number[] = [];
  for (let run = cell; run; run = run.before) {
    for (let piece = run.piece; piece >= run.first; piece -= 1) pieces.push(piece);
  }
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

function pushBest<T extends { score: number }>(list: T[], item: T, beam: number): void {
  if (list.length < beam) list.push(item);
  else if ((list.at(-1)?.score ?? 0) < item.score) list[list.length - 1] = item;
  else return;
  for (let at = list.length - 1; at > 0; at -= 1) {
    const above = list[at - 1];
    if (!above || above.score >= item.score) return;
    list[at - 1] = item;
    list[at] = above;
  }
}

/** Scores that need the whole cell: how it ends, whether its brackets close, whether departments are departments. */
function closing(costs: Costs, k: number, cell: CellState): number {
  let score = costs.end(k, cell.piece, cell.width);
  if (cell.counting.depth !== 0) score -= OPEN_BRACKET;
  if (costs.columns[k] === 'departments') score += departmentsFit(costs, cell);
  return score;
}

function departmentsFit(costs: Costs, cell: CellState): number {
  const { marks, model } = costs;
  if (!marks[cell.piece]?.organisationEnd) return NO_ORGANISATION;
  if (!cell.before) return costs.departments(cell.first, cell.piece);
  const text = toPieces(cell).map((piece) => marks[piece]?.piece.text ?? '');
  return departmentsScore(text.join(''), model);
}

/** The pieces of one page, and how many readings are kept at each of them. */
interface Page {
  from: number;
  to: number;
  /** No page of the row follows. */
  last: boolean;
  beam: number;
}

/** The search within one page: column by column, each taking a run of pieces behind what the columns before it took. */
class PageSearch {
  private readonly costs: Costs;
  private readonly page: Page;
  /** The best hypotheses that end before each piece of the page, and at its end. */
  private readonly lists: Hypothesis[][];

  constructor(costs: Costs, page: Page) {
    this.costs = costs;
    this.page = page;
    this.lists = Array.from({ length: page.to - page.from + 1 }, () => []);
  }

  /** The best readings at the end of the page, best first, that go on from the given ones. */
  run(open: readonly Above[]): Above[] {
    const { lists, page } = this;
    lists[0] = open.map((above) => ({ score: above.score, above, k: -1, cell: null, parent: null }));
    for (let k = 0; k < this.costs.columns.length; k += 1) {
      // from the last start to the first: a run only reaches lists behind its start, so these are read before they change
      for (let start = page.to - 1; start >= page.from; start -= 1) {
        const group = lists[start - page.from] ?? [];
        if (group.length > 0) this.extendAll(k, start, group);
      }
    }
    return (lists.at(-1) ?? []).map(toAbove);
  }

  /** What a run costs is the same for all hypotheses that have the same cell so far. */
  private extendAll(k: number, start: number, group: readonly Hypothesis[]): void {
    const first = group[0]?.above.cells[k] ?? null;
    if (group.every(({ above }) => above.cells[k] === first)) {
      this.extend(k, start, first, group);
      return;
    }
    const byCell = new Map<CellState | null, Hypothesis[]>();
    for (const hypothesis of group) {
      const cell = hypothesis.above.cells[k] ?? null;
      const same = byCell.get(cell);
      if (same) same.push(hypothesis);
      else byCell.set(cell, [hypothesis]);
    }
    for (const [cell, hypotheses] of byCell) this.extend(k, start, cell, hypotheses);
  }

  /** Gives the column `k` every run of pieces that starts at `start`, for hypotheses (best first) whose cell so far is `before`. */
  private extend(
    k: number,
    start: number,
    before: CellState | null,
    hypotheses: readonly Hypothesis[],
  ): void {
    const { costs, lists } = this;
    const { from, to, last, beam } = this.page;
    const column = costs.columns[k] ?? 'name';
    const isHead = column === 'name' || column === 'departments';
    const isLastColumn = k === costs.columns.length - 1;
    const ends = lists[to - from] ?? [];
    const best = hypotheses[0]?.score ?? 0;
    let counting = before?.counting ?? FRESH;
    let width = before?.width ?? 0;
    let score = -(before?.charged ?? 0);
    let sentences = 0;
    for (let i = start; i < to; i += 1) {
      const mark = costs.marks[i];
      const list = lists[i + 1 - from];
      if (!mark || !list) return;
      if (isHead && mark.look.sentence && i > start && (column === 'departments' || ++sentences > 1)) return;
      if (i > start) score += costs.step(k, i, width);
      else if (before) score += costs.link(k, before.piece, i, width) - (isHead ? HEAD_OVER_PAGE : 0);
      else score += costs.start(k, i);
      if (!mark.look.quiet) {
        const counted = countOn(counting, mark);
        score -= counted.cost;
        counting = counted.state;
      }
      if (best + score + HOPELESS < (list[0]?.score ?? -Infinity)) return;
      width = mark.piece.gap === 'inline' && i > start ? width + 1 + mark.width : mark.width;
      if (isLastColumn && i + 1 < to) {
        // nothing can take what the last column leaves: only whole runs count, and of these only those that can be among the best
        const most = best + score + costs.mostForSteps(k, i, to - 1) + MOST_FOR_CLOSING;
        if (most < (ends[beam - 1]?.score ?? -Infinity)) return;
        continue;
      }
      const least = best + score + MOST_FOR_CLOSING;
      if (list.length >= beam && least <= (list[beam - 1]?.score ?? 0)) continue;
      const cell: CellState = { first: start, piece: i, before, counting, width, charged: null };
      if (last || isHead) cell.charged = closing(costs, k, cell);
      for (const parent of hypotheses) {
        const total = parent.score + score + (cell.charged ?? 0);
        if (list.length >= beam && total <= (list[beam - 1]?.score ?? 0)) break;
        pushBest(list, { score: total, above: parent.above, k, cell, parent }, beam);
      }
    }
  }
}

function toAbove(hypothesis: Hypothesis): Above {
  const cells = hypothesis.above.cells.slice();
  for (let taken: Hypothesis | null = hypothesis; taken; taken = taken.parent) {
    if (taken.cell) cells[taken.k] = taken.cell;
  }
  return { score: hypothesis.score, cells };
}
