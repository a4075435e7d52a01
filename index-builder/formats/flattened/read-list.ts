// Splits all rows of one list: learns a model, reads, learns again, and turns the last readings into draft rows.
import type { LineRange, ListKind } from '../../../src/duty/index.ts';
import type { DraftCell, DraftRow } from '../../draft.ts';
import { Costs } from './costs.ts';
import { LOW_CONFIDENCE, toConfidence, toLead } from './confidence.ts';
import { joinPieces } from './join.ts';
import { learnStart } from './learn-start.ts';
import { refreshMarks, toMarks, type Mark } from './mark.ts';
import { countOpenings, type Model } from './model.ts';
import { countPairs } from './pairs.ts';
import { relearn } from './relearn.ts';
import { readRow, type RowReadings } from './read-row.ts';
import type { Column, Piece, RawRow } from './rows.ts';
import { splitRow, type Reading } from './split-row.ts';

/** Rounds of learning; measured on the published lists, a third changes no cell. */
const ROUNDS = 2;

/** The model of a list with two or more columns, and its rows' pieces seen with it. */
export function learnModel(
  rows: readonly RawRow[],
  columns: readonly Column[],
): { model: Model; marks: Mark[][] } {
  const texts = rows.flatMap((row) => row.pieces.map((piece) => piece.text));
  const pairs = countPairs(texts);
  const marks = rows.map((row) => toMarks(row.pieces, pairs));
  let model = learnStart(rows, marks, columns, { openings: countOpenings(texts), pairs });
  for (const row of marks) refreshMarks(row, model);
  for (let round = 0; round < ROUNDS; round += 1) {
    const current = model;
    const readings = marks.map(
      (row) => splitRow(new Costs(row, columns, current), 1)[0] ?? { score: 0, cells: [] },
    );
    model = relearn(marks, readings, columns, model);
    for (const row of marks) refreshMarks(row, model);
  }
  return { model, marks };
}

/** The draft rows of one list. */
export function readList(kind: ListKind, columns: readonly Column[], rows: readonly RawRow[]): DraftRow[] {
  if (columns.length === 1) {
    return rows.map((row) =>
      toDraft(kind, columns, row, {
        readings: [{ score: 0, cells: [row.pieces.map((_, i) => i)] }],
        strain: 0,
      }),
    );
  }
  const { model, marks } = learnModel(rows, columns);
  return rows.map((row, r) => toDraft(kind, columns, row, readRow(marks[r] ?? [], columns, model)));
}

function toRange(pieces: readonly Piece[], row: RawRow): LineRange {
  const lines = pieces.map((piece) => piece.no);
  return lines.length === 0
    ? { startLine: row.startLine, endLine: row.startLine }
    : { startLine: Math.min(...lines), endLine: Math.max(...lines) };
}

function toCell(row: RawRow, indexes: readonly number[], divided: boolean): DraftCell {
  const pieces = indexes.flatMap((i) => row.pieces[i] ?? []);
  return { text: joinPieces(pieces, divided), lines: toRange(pieces, row) };
}

function toTexts(
  row: RawRow,
  columns: readonly Column[],
  reading: Reading,
): Record<Column, DraftCell | null> {
  const cells: Record<Column, DraftCell | null> = {
    name: null,
    departments: null,
    upstream: null,
    township: null,
    takeover: null,
    method: null,
  };
  columns.forEach((column, k) => {
    const divided = column !== 'name' && column !== 'departments';
    cells[column] = toCell(row, reading.cells[k] ?? [], divided);
  });
  return cells;
}

function isFilled(cell: DraftCell | null): cell is DraftCell {
  return cell !== null && cell.text !== '';
}

function toDraft(kind: ListKind, columns: readonly Column[], row: RawRow, found: RowReadings): DraftRow {
  const { readings } = found;
  const empty: Reading = { score: 0, cells: columns.map(() => []) };
  const cells = toTexts(row, columns, readings[0] ?? empty);
  const confidence = columns.length === 1 ? 1 : toConfidence(toLead(readings), found.strain);
  const second = readings[1];
  const other = confidence < LOW_CONFIDENCE && second ? toTexts(row, columns, second) : null;
  const [takeover, method] = cells.takeover
    ? [cells.takeover]
    : [cells.departments, cells.method].filter(isFilled);
  return {
    list: kind,
    no: row.no,
    category: row.category ? { text: row.category.category, lines: row.categoryLines } : null,
    name: cells.name ?? { text: '', lines: toRange([], row) },
    departments: kind === 'reclaimed' ? null : cells.departments,
    upstream: cells.upstream,
    townshipDuties: cells.township,
    takeover: kind === 'reclaimed' ? (takeover ?? null) : null,
    takeoverMethod: kind === 'reclaimed' ? (method ?? null) : null,
    source: { startLine: row.startLine, endLine: row.endLine },
    confidence,
    alternative: other && {
      departments: other.departments?.text ?? '',
      upstream: other.upstream?.text ?? '',
      townshipDuties: other.township?.text ?? other.takeover?.text ?? '',
      name: other.name?.text ?? '',
    },
  };
}
