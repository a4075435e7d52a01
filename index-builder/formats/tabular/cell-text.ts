// A cell as it stands in the file (markup, misread words, blanks of the extraction) to the words that were
// printed, with every character booked in the ledger. Which text is a cell is rows.ts.
import type { DraftCell } from '../../draft.ts';
import type { LedgerBook } from '../../ledger.ts';
import { closeBlanks } from './blanks.ts';
import { findMisreadings } from './misreading.ts';

/** A run of one source line that belongs to a cell. */
export interface CellPiece {
  line: number;
  start: number;
  end: number;
  text: string;
}

export interface CellText {
  cell: DraftCell | null;
  /** What was taken out or mended, as it was printed and with its line. */
  mended: { line: number; printed: string; chinese: string }[];
  /** English words in the Chinese that no table explains. */
  unexplained: { line: number; word: string }[];
  markup: { line: number; count: number } | null;
}

// <p>  </p>  <ol style="list-style-type: none">  <br/>  **  &nbsp;
const MARKUP =
  /<\/?(?:p|ol|ul|li|br|span|div|strong|b|i|u|em|table|tbody|thead|tr|td|th|font|sup|sub|h\d)(?:\s[^<>]*)?\/?>|\*\*|&(?:nbsp|lt|gt|amp|quot|ensp|emsp);/giu;

// the same, and the first of two doubled quotation marks
const QUOTED_MARKUP = new RegExp(`${MARKUP.source}|"(?=")`, MARKUP.flags);

/** A spreadsheet's cell with line breaks or quotation marks: "1.宣传；⏎2.称为""双减""。" */
function isQuoted(pieces: readonly CellPiece[]): boolean {
  const text = pieces
    .map((piece) => piece.text)
    .join('\n')
    .trim();
  return text.length > 1 && /^"(?:[^"]|"")*"$/u.test(text);
}

/** The piece without the marks around its cell, which are booked as markup. */
function cutQuotes(piece: CellPiece, at: { first: boolean; last: boolean }, book: LedgerBook): CellPiece {
  const from = at.first ? piece.text.indexOf('"') + 1 : 0;
  const to = at.last ? piece.text.lastIndexOf('"') : piece.text.length;
  book.add(piece.line, 'noise:markup', piece.start, piece.start + from);
  book.add(piece.line, 'noise:markup', piece.start + to, piece.end);
  return {
    line: piece.line,
    start: piece.start + from,
    end: piece.start + to,
    text: piece.text.slice(from, to),
  };
}

/** Reads a cell's pieces (usually one) in order; `between` is what a line break inside the cell stands for. */
export function toCellText(pieces: readonly CellPiece[], book: LedgerBook): CellText {
  const result: CellText = { cell: null, mended: [], unexplained: [], markup: null };
  const texts: string[] = [];
  const quoted = isQuoted(pieces);
  for (const [index, piece] of pieces.entries()) {
    const whole = quoted
      ? cutQuotes(piece, { first: index === 0, last: index === pieces.length - 1 }, book)
      : piece;
    texts.push(readPiece(whole, quoted ? QUOTED_MARKUP : MARKUP, book, result));
  }
  const text = closeBlanks(texts.join('\n'));
  const filled = pieces.filter((piece) => piece.text.trim() !== '');
  const first = filled[0];
  const last = filled.at(-1);
  if (text === '' || !first || !last) return result;
  result.cell = { text, lines: { startLine: first.line, endLine: last.line } };
  return result;
}

function readPiece(piece: CellPiece, markup: RegExp, book: LedgerBook, result: CellText): string {
  let text = '';
  let position = 0;
  const plain = (end: number): void => {
    text += readWords(
      { ...piece, start: piece.start + position, end: piece.start + end },
      piece.text.slice(position, end),
      book,
      result,
    );
  };
  for (const match of piece.text.matchAll(markup)) {
    plain(match.index);
    position = match.index + match[0].length;
    book.add(piece.line, 'noise:markup', piece.start + match.index, piece.start + position);
    result.markup = { line: result.markup?.line ?? piece.line, count: (result.markup?.count ?? 0) + 1 };
    text += match[0] === '**' || match[0] === '"' ? '' : ' ';
  }
  plain(piece.text.length);
  return text;
}

function readWords(place: CellPiece, words: string, book: LedgerBook, result: CellText): string {
  let text = '';
  let position = 0;
  for (const found of findMisreadings(words)) {
    if (found.chinese === null) {
      result.unexplained.push({ line: place.line, word: found.word });
      continue;
    }
    text += words.slice(position, found.start) + found.chinese;
    book.add(place.line, 'cell', place.start + position, place.start + found.start);
    book.add(place.line, 'noise:misreading', place.start + found.start, place.start + found.end);
    position = found.end;
    const around = words.slice(Math.max(0, found.start - 6), found.end + 6).trim();
    result.mended.push({ line: place.line, printed: around, chinese: found.chinese });
  }
  book.add(place.line, 'cell', place.start + position, place.start + words.length);
  return text + words.slice(position);
}
