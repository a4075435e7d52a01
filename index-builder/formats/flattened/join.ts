// Undoes hard wraps. A cell's lines are joined without blanks, except between two ASCII words; a line that begins
// a new point or heading, or follows a heading, is kept apart with "\n". Nothing else is ever added or removed.
import { isHeadingLine, toPointMark } from './point-mark.ts';
import type { Piece } from './rows.ts';
import { endsAsOrganisation } from './vocabulary.ts';

const WORD_START = /^[A-Za-z0-9]/;
const LETTER = /[A-Za-z]/;
// 承接方式：由市人社局负责
const METHOD_LABEL = /^(?:工作|承接)方式[：:]/;
/** Characters by which a heading's line falls short of the cell's longest. */
const SHORT_BY = 3;
// 县水利局：实时监测水情旱情
const ORGANISATION_HEADING =
  /^[^，。；：:]{1,36}(?:局|委|会|办|部|队|院|社|站|所|中心|公司|办公室|处)(?:（[^）]*）)?[：:]/;
const COLON = /[：:]/;
const SENTENCE_END = /[。；;：:！？]/;

// 市林业和草原局   (a heading that lost its colon)
function isBareHeading(text: string): boolean {
  return text.length <= 24 && endsAsOrganisation(text) && !/[，。；、：]/.test(text);
}

/** Whether `next` begins a paragraph of its own below `text`: a point, a heading, or what a heading introduces. */
function startsParagraph(text: string, above: Piece, next: string, longest: number): boolean {
  // the cell so far may be long: only its last character is looked at
  const last = text.slice(-1);
  const ended = SENTENCE_END.test(last);
  const outer = (toPointMark(above.text)?.level ?? 2) < 2;
  // a heading without a colon: 二、科级领导干部选拔任用 — its line is clearly not full
  if (!ended && outer && above.text.length + SHORT_BY <= longest) return true;
  if (ended && (isHeadingLine(next) || ORGANISATION_HEADING.test(next) || isBareHeading(next))) return true;
  if (COLON.test(last) && isHeadingLine(text.slice(text.lastIndexOf('\n') + 1))) return true;
  if (METHOD_LABEL.test(next)) return true;
  const mark = toPointMark(next);
  return mark !== null && (ended || mark.level < 2 || /^\d{1,2}[.．、](?!\d)/.test(next));
}

/** The cell's text; `divided` cells (duties, takeover) keep their paragraphs apart, names and departments have none. */
export function joinPieces(pieces: readonly Piece[], divided: boolean): string {
  const longest = Math.max(0, ...pieces.map((piece) => piece.text.length));
  let text = '';
  let above: Piece | null = null;
  for (const piece of pieces) {
    if (above === null) text = piece.text;
    else if (piece.gap === 'inline' && piece.no === above.no) text += ` ${piece.text}`;
    else if (divided && startsParagraph(text, above, piece.text, longest)) text += `\n${piece.text}`;
    else if (LETTER.test(text.slice(-1)) && WORD_START.test(piece.text)) text += ` ${piece.text}`;
    else text += piece.text;
    above = piece;
  }
  return text;
}
