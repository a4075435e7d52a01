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

/** Reads a cell's pieces (usually one) in order; `between` is what a line break inside the cell stands for. */
export function toCellText(pieces: readonly CellPiece[], book: LedgerBook): CellText {
  const result: CellText = { cell: null, mended: [], unexplained: [], markup: null };
  const texts: string[] = [];
  for (const piece of pieces) texts.push(readPiece(piece, book, result));
  const text = closeBlanks(texts.join('\n'));
  const filled = pieces.filter((piece) => piece.text.trim() !== '');
  const first = filled[0];
  const last = filled.at(-1);
  if (text === '' || !first || !last) return result;
  result.cell = { text, lines: { startLine: first.line, endLine: last.line } };
  return result;
}

function readPiece(piece: CellPiece, book: LedgerBook, result: CellText): string {
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
  for (const match of piece.text.matchAll(MARKUP)) {
    plain(match.index);
    position = match.index + match[0].length;
    book.add(piece.line, 'noise:markup', piece.start + match.index, piece.start + position);
    result.markup = { line: result.markup?.line ?? piece.line, count: (result.markup?.count ?? 0) + 1 };
    text += match[0] === '**' ? '' : ' ';
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
