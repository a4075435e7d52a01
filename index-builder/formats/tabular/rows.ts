// Groups the lines of a tab-separated list into raw rows: a number, the fields of its columns, and where each
// piece stands. Cleaning a cell is cell-text.ts, matching fields to columns when their number is odd is align.ts.
import type { ListKind } from '../../../src/duty/index.ts';
import type { SourceText } from '../../draft.ts';
import type { LedgerBook } from '../../ledger.ts';
import type { CellPiece } from './cell-text.ts';
import { toItemNumber } from '../item-number.ts';
import { continueColumns, toColumns, toNameColumn, type Columns } from './columns.ts';
import { toTitleKind } from '../list-title.ts';
import { inferColumns } from './infer-columns.ts';
import { beginsRow, printsNumbers } from './order.ts';
import { isPageNumber, isTitle } from './page-furniture.ts';

/** A printed row before its fields are matched to the columns. `fields[i]` are the pieces of the i-th field. */
export interface RawRow {
  columns: Columns;
  no: number;
  startLine: number;
  endLine: number;
  fields: CellPiece[][];
}

export interface RawTable {
  rows: RawRow[];
  /** Lines between or after rows that belong to none of them. */
  stray: { line: number; text: string }[];
  /** Lists whose rows print no number, with the line of their headings: their rows are numbered in order. */
  unnumbered: { list: ListKind; line: number }[];
}

// 12 党的建设	事项名称: the tab after the number is lost
const MERGED_NUMBER = /^\s*(?<no>\d{1,3})\s+(?<rest>\S.*)$/u;
// a cell that has come to its end
const SENTENCE_END = /[。！？；;)）”]\s*(?:<\/[a-z]+>\s*)*$/u;
// 注：未列入本清单的事项…
const CLOSING = /^\s*(?:注\s*[：:]|备注|说明|附则|附注|附件|本清单|未列入)/u;

/**
 * Reads all lines; everything that is no row goes to the ledger here. A table without headings is read by its title
 * and its rows' shape. Null when there is neither a heading row with tabs nor a table of that kind.
 */
export function readRows(source: SourceText, book: LedgerBook): RawTable | null {
  const table: RawTable = { rows: [], stray: [], unnumbered: [] };
  const headers = source.lines.map((line, index) => readHeader(line) ?? readLoneHeader(source.lines, index));
  const first = findFirstTable(source, headers);
  if (first < 0) return null;
  const start = findTableStart(source, first);
  let columns = null as Columns | null;
  let title: ListKind | null = null;
  let labels: string[] = [];
  let afterBlank = false;
  for (const [index, text] of source.lines.entries()) {
    const line = index + 1;
    const header = headers[index];
    if (index < start) {
      book.add(line, 'preface');
    } else if (header) {
      const isOther = columns?.list !== header.list;
      columns = continueColumns(columns, header);
      if (isOther && !printsNumbers(takeTable(source, headers, index, header.list), columns))
        table.unnumbered.push({ list: header.list, line });
      if (labels.length === 0 || columns === header) labels = toLabels(text);
      book.add(line, 'furniture');
    } else if (isClippedHeading(text, labels)) {
      book.add(line, 'furniture');
    } else if (text.trim() === '') {
      afterBlank = true;
      continue;
    } else if (isTitle(text) || isPageNumber(text)) {
      title = toTitleKind(text) ?? title;
      if (title !== null && columns?.list !== title) columns = null;
      book.add(line, 'furniture');
    } else {
      columns = followColumns(columns, table, source, index, title);
      if (columns) readTableLine({ table, columns, book, line, text, afterBlank });
      else book.add(line, 'preface');
    }
    afterBlank = false;
  }
  return table;
}

function readHeader(line: string): Columns | null {
  return line.includes('\t') ? toColumns(line.split('\t')) : null;
}

/** 事项名称 alone below the basic list's title: a table of names without numbers. */
function readLoneHeader(lines: readonly string[], index: number): Columns | null {
  const columns = toNameColumn(lines[index] ?? '');
  if (!columns) return null;
  const above = lines.slice(0, index).findLast((line) => line.trim() !== '') ?? '';
  return isTitle(above) && toTitleKind(above) === columns.list ? columns : null;
}

/** The lines below a heading row, up to the headings of another list. */
function takeTable(
  { lines }: SourceText,
  headers: readonly (Columns | null)[],
  index: number,
  list: ListKind,
): string[] {
  const next = headers.findIndex((header, at) => at > index && header !== null && header.list !== list);
  return lines.slice(index + 1, next < 0 ? lines.length : next).filter((_, at) => !headers[index + 1 + at]);
}

function toLabels(line: string): string[] {
  return line.split('\t').map((label) => label.replace(/\s+/gu, ''));
}

/** The last headings alone (事项名称), at the top of a page that cut the others off. */
function isClippedHeading(line: string, labels: readonly string[]): boolean {
  const own = toLabels(line);
  const tail = labels.slice(-own.length);
  return own.join('').length >= 4 && own.every((label, index) => label === tail[index]);
}

/** Few lines that look like rows may stand in any text. */
const FEWEST_ROWS = 4;

/** Index of the first heading row, or where no table has headings of the first row; -1 for a text without tables. */
function findFirstTable({ lines }: SourceText, headers: readonly (Columns | null)[]): number {
  const header = headers.findIndex((columns) => columns !== null);
  if (header >= 0) return header;
  if (lines.filter((line) => toRowNumber(line) !== null).length < FEWEST_ROWS) return -1;
  const row = lines.findIndex((line) => toRowNumber(line) === 1);
  return row >= 0 && inferColumns(lines, row, null) ? row : -1;
}

function toRowNumber(line: string): number | null {
  return line.includes('\t') ? toItemNumber(line.slice(0, line.indexOf('\t'))) : null;
}

/** The columns for a line: those above it, unless a table without headings begins here. */
function followColumns(
  above: Columns | null,
  { rows }: RawTable,
  { lines }: SourceText,
  index: number,
  title: ListKind | null,
): Columns | null {
  if (toRowNumber(lines[index] ?? '') !== 1) return above;
  const last = rows.at(-1);
  const isOther = last?.columns === above && (lines[index] ?? '').split('\t').length !== above?.fields.length;
  if (above && !(isOther && (last?.no ?? 0) > 1)) return above;
  return inferColumns(lines, index, above ? null : title) ?? above;
}

/** The titles right above the first heading row are furniture, not preface. */
function findTableStart(source: SourceText, firstHeader: number): number {
  let start = firstHeader;
  for (let index = firstHeader - 1; index >= 0; index -= 1) {
    const text = source.lines[index] ?? '';
    if (isTitle(text)) start = index;
    else if (text.trim() !== '') break;
  }
  return start;
}

interface TableLine {
  table: RawTable;
  columns: Columns;
  book: LedgerBook;
  line: number;
  text: string;
  afterBlank: boolean;
}

function readTableLine({ table, columns, book, line, text, afterBlank }: TableLine): void {
  const fields = cutFields(line, text);
  const row = table.rows.at(-1);
  const isUnnumbered = table.unnumbered.some(({ list }) => list === columns.list);
  const numbered = isUnnumbered ? withOrder(fields, columns, row) : withNumber(fields, columns);
  if (numbered) {
    table.rows.push({ columns, no: numbered.no, startLine: line, endLine: line, fields: numbered.fields });
    return;
  }
  if (row && continues(row, text, afterBlank)) {
    if (fields[Math.max(0, columns.fields.indexOf('no'))]?.text.trim() === '' && fields.length > 1)
      appendByColumn(row, fields);
    else appendToLast(row, fields);
    row.endLine = line;
    return;
  }
  book.add(line, CLOSING.test(text) ? 'preface' : 'noise:stray');
  table.stray.push({ line, text: text.trim() });
}

/** A line after a finished last cell and a blank line, or one that opens a closing remark, is no part of the row. */
function continues(row: RawRow, text: string, afterBlank: boolean): boolean {
  if (text.includes('\t')) return true;
  if (CLOSING.test(text) && row.fields.length >= row.columns.fields.length) return false;
  const last = row.fields.at(-1)?.at(-1)?.text ?? '';
  return !(afterBlank && row.fields.length >= row.columns.fields.length && SENTENCE_END.test(last));
}

function cutFields(line: number, text: string): CellPiece[] {
  const pieces: CellPiece[] = [];
  let start = 0;
  for (const field of text.split('\t')) {
    pieces.push({ line, start, end: start + field.length, text: field });
    start += field.length + 1;
  }
  return pieces;
}

function withNumber(
  fields: readonly CellPiece[],
  columns: Columns,
): { no: number; fields: CellPiece[][] } | null {
  if (fields.length < 2) return null;
  const column = Math.max(0, columns.fields.indexOf('no'));
  const no = toItemNumber(fields[column]?.text ?? '');
  if (no !== null) return { no, fields: fields.map((field) => [field]) };
  const [first, ...others] = fields;
  const merged = MERGED_NUMBER.exec(first?.text ?? '')?.groups;
  if (!first || !merged || column > 0 || fields.length !== columns.fields.length - 1) return null;
  const cut = first.text.length - (merged['rest'] ?? '').length;
  const number = { ...first, end: first.start + cut, text: first.text.slice(0, cut) };
  const rest = { ...first, start: first.start + cut, text: first.text.slice(cut) };
  return { no: Number(merged['no']), fields: [[number], [rest], ...others.map((field) => [field])] };
}

/** A row of a table without numbers, counted on from the row above. */
function withOrder(
  fields: readonly CellPiece[],
  columns: Columns,
  last: RawRow | undefined,
): { no: number; fields: CellPiece[][] } | null {
  const above = last?.columns.list === columns.list ? last : null;
  if (CLOSING.test(fields[0]?.text ?? '') || !beginsRow(fields, columns, above)) return null;
  return { no: (above?.no ?? 0) + 1, fields: fields.map((field) => [field]) };
}

/** The row goes on on a new page: empty number cell, each further field belongs to the column above it. */
function appendByColumn(row: RawRow, fields: readonly CellPiece[]): void {
  for (const [index, field] of fields.entries()) {
    const column = row.fields[index];
    if (column) column.push(field);
    else row.fields.push([field]);
  }
}

/** A cell goes on on the next line; tabs in that line open the cells after it. */
function appendToLast(row: RawRow, fields: readonly CellPiece[]): void {
  const [first, ...others] = fields;
  if (first) row.fields.at(-1)?.push(first);
  for (const field of others) row.fields.push([field]);
}
