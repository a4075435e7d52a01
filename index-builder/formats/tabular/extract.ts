// The tab-separated format: one row a line, heading rows repeated on every page, scraps of markup in some cells.
import type { DraftCell, DraftRow, Extraction, ExtractFormat, SourceText } from '../../draft.ts';
import { toNumberedByOrder, type Finding } from '../../finding.ts';
import { LedgerBook } from '../../ledger.ts';
import { alignRow, toText, type AlignedRow } from './align.ts';
import { toCellText, type CellPiece, type CellText } from './cell-text.ts';
import type { Field } from './columns.ts';
import { readRows, type RawRow, type RawTable } from './rows.ts';

/** Reads a tab-separated list; null when the text has no heading row whose cells are divided by tabs. */
export const extractTabular: ExtractFormat = (source: SourceText): Extraction | null => {
  const book = new LedgerBook(source);
  const table = readRows(source, book);
  if (!table || table.rows.length === 0) return null;
  const findings: Finding[] = [];
  const categories = collectCategories(table.rows);
  const rows: DraftRow[] = [];
  for (const raw of table.rows) {
    const aligned = alignRow(raw.fields, raw.columns, categories);
    rows.push(toDraftRow(raw, aligned, rows.at(-1), book, findings));
  }
  reportStray(table, findings);
  for (const { list, line } of table.unnumbered) findings.push(toNumberedByOrder(list, line));
  return { shape: 'tabular', rows, ledger: book.toEntries(), findings };
};

function collectCategories(rows: readonly RawRow[]): Set<string> {
  const categories = new Set<string>();
  for (const row of rows) {
    const index = row.columns.fields.indexOf('category');
    if (index >= 0 && row.fields.length === row.columns.fields.length)
      categories.add(toText(row.fields[index]));
  }
  categories.delete('');
  return categories;
}

function toDraftRow(
  raw: RawRow,
  aligned: AlignedRow,
  above: DraftRow | undefined,
  book: LedgerBook,
  findings: Finding[],
): DraftRow {
  const { list } = raw.columns;
  const read = (field: Field): DraftCell | null => {
    const pieces = aligned.cells[field];
    if (!pieces) return null;
    const text = toCellText(pieces, book);
    reportMending(text, list, raw.no, findings);
    return text.cell;
  };
  read('no');
  const category = read('category') ?? inheritCategory(raw, above);
  for (const piece of aligned.cells.other ?? []) {
    if (piece.text.trim() === '') continue;
    book.add(piece.line, 'noise:stray', piece.start, piece.end);
    findings.push(toUnknownColumn(list, raw.no, piece));
  }
  const source = { startLine: raw.startLine, endLine: raw.endLine };
  return {
    list,
    no: raw.no,
    category,
    name: read('name') ?? { text: '', lines: { startLine: raw.startLine, endLine: raw.startLine } },
    departments: read('departments'),
    upstream: read('upstream'),
    townshipDuties: read('townshipDuties'),
    takeover: read('takeover'),
    takeoverMethod: read('takeoverMethod'),
    source,
    confidence: aligned.confidence,
    alternative: null,
  };
}

/** An empty category cell under a filled one is a merged cell of the printed table. */
function inheritCategory(raw: RawRow, above: DraftRow | undefined): DraftCell | null {
  if (!raw.columns.fields.includes('category') || above?.list !== raw.columns.list) return null;
  return above.category;
}

function reportMending(text: CellText, list: DraftRow['list'], no: number, findings: Finding[]): void {
  for (const { line, printed, chinese } of text.mended) {
    const message = `原文在此处印作“${printed}”，中文夹了英文词，按“${chinese}”读。`;
    findings.push({ code: 'misreading-mended', severity: 'warning', list, no, line, message });
  }
  for (const { line, word } of text.unexplained) {
    const message = `中文里夹有英文词“${word}”，像是识别错误，未作改动。`;
    findings.push({ code: 'misreading-suspected', severity: 'warning', list, no, line, message });
  }
  if (text.markup) {
    const message = `单元格里有 ${text.markup.count} 处网页标记（如 <p>），已去掉；其中的编号若只存在于标记里，原文没有印出。`;
    findings.push({ code: 'markup-removed', severity: 'info', list, no, line: text.markup.line, message });
  }
}

function toUnknownColumn(list: DraftRow['list'], no: number, piece: CellPiece): Finding {
  const message = `有一列的表头认不出，这一格没有进入任何字段：“${piece.text.trim().slice(0, 30)}”。`;
  return { code: 'unknown-column', severity: 'warning', list, no, line: piece.line, message };
}

function reportStray(table: RawTable, findings: Finding[]): void {
  for (const { line, text } of table.stray) {
    const message = `表格之间有一行不属于任何事项：“${text.slice(0, 30)}”。`;
    findings.push({ code: 'stray-text', severity: 'info', list: null, no: null, line, message });
  }
}
