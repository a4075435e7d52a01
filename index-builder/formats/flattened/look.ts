// What the words of one piece show by themselves, looked at once: the search asks for it in every column and reading.
import { toEnding, type Ending } from './model.ts';
import { isHeadingLine, toPointMark, toPointMarks, type PointMark } from './point-mark.ts';
import { toMeasure, type Measure } from './text-line.ts';
import { endsAsOrganisation } from './vocabulary.ts';
import { toFirstWord } from './wrap.ts';

export interface Look {
  measure: Measure;
  /** Of what a renderer would have had to put on the line above. */
  firstWord: Measure;
  points: readonly PointMark[];
  startsPoint: boolean;
  /** Nothing but a heading with its colon. */
  headingLine: boolean;
  /** A heading with its colon, or an organisation that may be one without. */
  heading: boolean;
  /** Brackets opened less brackets closed. */
  opens: number;
  /** Neither point, heading nor bracket: the numbering does not change with it. */
  quiet: boolean;
  /** Holds a full stop, a semicolon or a point: names and departments do not. */
  sentence: boolean;
  ending: Ending;
  endsColon: boolean;
  /** Ends in a mark that closes a sentence, a point or a heading. */
  endsSentence: boolean;
  /** Ends in a mark that divides organisations. */
  endsDivider: boolean;
  /** No cell ends like this. */
  dangling: boolean;
  startsDivider: boolean;
  /** No cell starts like this. */
  badStart: boolean;
  /** A wrapped line that is nothing but a mark. */
  loneMark: boolean;
  startsMethod: boolean;
}

const OPENING = /[（《“‘【(]/g;
const CLOSING = /[）》”’】)]/g;
const SENTENCE = /[。；;]/;
// 市林业和草原局   (a heading that lost its colon)
const CLAUSE_MARK = /[，。；、]/;
const LONGEST_BARE_HEADING = 24;
// of a first or last character
const SENTENCE_MARK = /[。；;：:]/;
const COLON = /[：:]/;
const DIVIDER = /[、，]/;
const DANGLING = /[、，,（《“‘【(和及与或的等对将向在为把被]/;
const BAD_START = /[、，,。；;：:）》”’】)]/;
const LONE_MARK = /^[、，。；]$/;
// 工作方式：取消乡镇相关工作
export const METHOD_START = /^(?:工作方式|承接方式|方式)[：:]/;

/** Looks at a piece's text. */
export function lookAt(text: string): Look {
  const first = text.slice(0, 1);
  const last = text.slice(-1);
  const points = toPointMarks(text);
  const startsPoint = toPointMark(text) !== null;
  const headingLine = isHeadingLine(text);
  const heading =
    headingLine ||
    (text.length <= LONGEST_BARE_HEADING && endsAsOrganisation(text) && !CLAUSE_MARK.test(text));
  const opens = (text.match(OPENING)?.length ?? 0) - (text.match(CLOSING)?.length ?? 0);
  return {
    measure: toMeasure(text),
    firstWord: toMeasure(toFirstWord(text)),
    points,
    startsPoint,
    headingLine,
    heading,
    opens,
    quiet: points.length === 0 && !heading && opens === 0,
    sentence: startsPoint || SENTENCE.test(text),
    ending: toEnding(text),
    endsColon: COLON.test(last),
    endsSentence: SENTENCE_MARK.test(last),
    endsDivider: DIVIDER.test(last),
    dangling: DANGLING.test(last),
    startsDivider: DIVIDER.test(first),
    badStart: BAD_START.test(first),
    loneMark: LONE_MARK.test(text),
    startsMethod: METHOD_START.test(text),
  };
}
