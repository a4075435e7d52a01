// Undoes hard wraps. A cell's lines are joined without blanks, except between two ASCII words; a line that begins
// a new point or heading, or follows a heading, is kept apart with "\n". Nothing else is ever added or removed.
import { isHeadingLine, toPointMark } from './point-mark.ts';
import type { Piece } from './rows.ts';

const ASCII_WORD_END = /[A-Za-z0-9]$/;
const ASCII_WORD_START = /^[A-Za-z]/;
const LETTER_END = /[A-Za-z]$/;
// 承接方式：由市人社局负责
const METHOD_LABEL = /^(?:工作|承接)方式[：:]/;
const SENTENCE_END = /[。；;：:！？]$/;

/** Whether `next` begins a paragraph of its own below `text`: a point, a heading, or what a heading introduces. */
export function startsParagraph(text: string, next: string, nextIsHeading: boolean): boolean {
  if (nextIsHeading && SENTENCE_END.test(text)) return true;
  if (/[：:]$/.test(text) && isHeadingLine(text.split('\n').at(-1) ?? '')) return true;
  if (METHOD_LABEL.test(next)) return true;
  const mark = toPointMark(next);
  return mark !== null && (SENTENCE_END.test(text) || mark.level < 2 || /^\d{1,2}[.．、](?!\d)/.test(next));
}

/** The cell's text. `wraps[i]` tells, where known, that piece i continues piece i-1 (then never a new paragraph). */
export function joinPieces(pieces: readonly Piece[], divided: boolean): string {
  let text = '';
  let lineNo = 0;
  for (const piece of pieces) {
    if (text === '') text = piece.text;
    else if (piece.gap === 'inline' && piece.no === lineNo) text += ` ${piece.text}`;
    else if (divided && startsParagraph(text, piece.text, isHeadingLine(piece.text)))
      text += `\n${piece.text}`;
    else if (LETTER_END.test(text) && ASCII_WORD_START.test(piece.text)) text += ` ${piece.text}`;
    else if (ASCII_WORD_END.test(text) && LETTER_END.test(text) && /^\d/.test(piece.text))
      text += ` ${piece.text}`;
    else text += piece.text;
    lineNo = piece.no;
  }
  return text;
}
