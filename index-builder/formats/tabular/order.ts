// Tables that print no numbers, or none that can be read: whether a table is one, and where its rows begin.
import { toItemNumber } from '../item-number.ts';
import type { CellPiece } from './cell-text.ts';
import type { Columns } from './columns.ts';

/** Lines looked at; a table's first page or two are enough. */
const SAMPLE = 120;
/** Below headings that name no number column, numbers in this share of the lines' first cells are item numbers. */
const NUMBERED_SHARE = 0.5;

/**
 * Whether the rows below the headings print their numbers. `below` are the lines of the table. A column of numbers must
 * hold one; where the headings name none (it may be clipped), most rows must open with one.
 */
export function printsNumbers(below: readonly string[], columns: Columns): boolean {
  const rows = below.filter((line) => line.includes('\t')).slice(0, SAMPLE);
  const column = columns.fields.indexOf('no');
  const numbers = rows.filter((line) => toItemNumber(line.split('\t')[Math.max(0, column)] ?? '') !== null);
  if (column >= 0) return numbers.length > 0 || rows.length === 0;
  return numbers.length > 0 && numbers.length >= rows.length * NUMBERED_SHARE;
}

/** What is known of the row above. */
export interface RowAbove {
  fields: readonly (readonly CellPiece[])[];
}

/**
 * Whether a line begins a row of a table without numbers: a name stands in its name column, and the row above has all its
 * cells, or else this line has.
 */
export function beginsRow(fields: readonly CellPiece[], columns: Columns, above: RowAbove | null): boolean {
  const name = fields[columns.fields.indexOf('name')]?.text.trim() ?? '';
  if (name === '') return false;
  if (fields.length >= columns.fields.length) return true;
  if (fields.length < 2) return false;
  return above === null || (above.fields.length >= columns.fields.length && !isOpen(above));
}

/** A spreadsheet's cell in quotation marks goes on until they close. */
function isOpen({ fields }: RowAbove): boolean {
  const last = (fields.at(-1) ?? []).map(({ text }) => text).join('\n');
  return last.trimStart().startsWith('"') && (last.split('"').length - 1) % 2 === 1;
}
