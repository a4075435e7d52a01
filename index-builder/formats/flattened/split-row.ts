// Tells the cells of one row apart: a search over all ways to cut its pieces into the list's columns, page by page
// (a row that runs over a page prints the rest of each cell in turn), keeping the best few readings.
import { departmentsScore, endScore, firstSide, startScore, stepScore, toMarks, type Mark } from './cues.ts';
import { joinPieces } from './join.ts';
import type { Model } from './model.ts';
import { countOn, FRESH, type Counting } from './numbering.ts';
import type { Column, Piece } from './rows.ts';

/** A reading: for each column the indexes of its pieces, in order. */
export interface Reading {
  score: number;
  cells: number[][];
}

interface CellState {
  pieces: readonly number[];
  counting: Counting;
  /** Width of the last line as far as it belongs to the cell. */
  width: number;
}

interface Hypothesis {
  score: number;
  cells: readonly CellState[];
}

const EMPTY: CellState = { pieces: [], counting: FRESH, width: 0 };
/** Readings kept at each point of the search. */
const BEAM = 5;

function pushBest(list: Hypothesis[], item: Hypothesis, beam: number): void {
  const at = list.findIndex((other) => other.score < item.score);
  if (at < 0) {
    if (list.length < beam) list.push(item);
    return;
  }
  list.splice(at, 0, item);
  if (list.length > beam) list.pop();
}

/** Ends of the page segments: positions just before a piece that opens a new page, and the end. */
function toSegments(pieces: readonly Piece[]): number[] {
  const ends: number[] = [];
  pieces.forEach((piece, i) => {
    if (i > 0 && piece.gap === 'page') ends.push(i);
  });
  ends.push(pieces.length);
  return ends;
}

/** Cost of leaving a cell empty. */
function emptyCost(column: Column): number {
  if (column === 'name') return 14;
  if (column === 'method') return 3;
  return 9;
}

/** The best readings of a row, best first; never empty. */
export function splitRow(
  pieces: readonly Piece[],
  columns: readonly Column[],
  model: Model,
  beam = BEAM,
): Reading[] {
  const marks = toMarks(pieces, model);
  let open: Hypothesis[] = [{ score: 0, cells: columns.map(() => EMPTY) }];
  let from = 0;
  for (const to of toSegments(pieces)) {
    open = splitSegment(marks, from, to, columns, model, open, beam);
    from = to;
  }
  const done: Hypothesis[] = [];
  for (const hypothesis of open) {
    pushBest(
      done,
      { ...hypothesis, score: hypothesis.score + closingScore(hypothesis, marks, columns, model) },
      beam * 4,
    );
  }
  return done.map(({ score, cells }) => ({ score, cells: cells.map((cell) => [...cell.pieces]) }));
}

/** Scores that need whole cells: how they end, whether brackets close, whether departments are departments. */
function closingScore(
  hypothesis: Hypothesis,
  marks: readonly Mark[],
  columns: readonly Column[],
  model: Model,
): number {
  let score = 0;
  columns.forEach((column, k) => {
    const cell = hypothesis.cells[k] ?? EMPTY;
    const last = marks[cell.pieces.at(-1) ?? -1];
    if (!last) {
      score -= emptyCost(column);
      return;
    }
    score += endScore(column, last, cell.width, model);
    if (cell.counting.depth !== 0) score -= 2.5;
    if (column === 'departments') {
      const text = joinPieces(
        cell.pieces.flatMap((i) => marks[i]?.piece ?? []),
        false,
      );
      score += departmentsScore(text, model);
    }
  });
  return score;
}

function splitSegment(
  marks: readonly Mark[],
  from: number,
  to: number,
  columns: readonly Column[],
  model: Model,
  open: readonly Hypothesis[],
  beam: number,
): Hypothesis[] {
  const size = to - from;
  const wide = from > 0 ? beam * 3 : beam;
  let before: Hypothesis[][] = Array.from({ length: size + 1 }, () => []);
  before[0] = [...open];
  columns.forEach((column, k) => {
    const after: Hypothesis[][] = before.map((list) => [...list]);
    for (let s = 0; s < size; s += 1) {
      for (const hypothesis of before[s] ?? []) {
        extend(marks, from + s, to, column, k, model, hypothesis, (end, next) => {
          pushBest(after[end - from] ?? [], next, wide);
        });
      }
    }
    before = after;
  });
  return before[size] ?? [];
}

/** Gives the column `k` every possible run of pieces that starts at `start`. */
function extend(
  marks: readonly Mark[],
  start: number,
  to: number,
  column: Column,
  k: number,
  model: Model,
  hypothesis: Hypothesis,
  emit: (end: number, next: Hypothesis) => void,
): void {
  const old = hypothesis.cells[k] ?? EMPTY;
  let state = old;
  let score = hypothesis.score;
  const pieces: number[] = [...old.pieces];
  for (let i = start; i < to; i += 1) {
    const mark = marks[i];
    if (!mark) return;
    const previous = marks[pieces.at(-1) ?? -1];
    if (previous) {
      const linked = i === start;
      score += stepScore(column, previous, mark, state.width, model, linked);
      if (linked && (column === 'name' || column === 'departments')) score -= 3;
    } else {
      score += startScore(column, mark, model, i === 0) + firstSide(column, mark);
    }
    const counted = countOn(state.counting, mark);
    score -= counted.cost;
    const width = mark.piece.gap === 'inline' && i > start ? state.width + 1 + mark.width : mark.width;
    pieces.push(i);
    state = { pieces, counting: counted.state, width };
    const cells = [...hypothesis.cells];
    cells[k] = { ...state, pieces: [...pieces] };
    emit(i + 1, { score, cells });
  }
}
