// The cues of one row: how well a piece opens, continues or closes a cell of a column. All scores are log-like.
import { isHeadingLine, toPointMark, toPointMarks, type PointMark } from './point-mark.ts';
import { FLAT_GAPS, type Model } from './model.ts';
import { departmentStartFit, knownOrganisations, organisationFit } from './organisations.ts';
import type { Column, Piece } from './rows.ts';
import { toWidth } from './text-line.ts';
import { ORGANISATION_END } from './vocabulary.ts';
import { firstWordWidth, wrapFit } from './wrap.ts';

/** A piece with everything that its cues need, computed once. */
export interface Mark {
  piece: Piece;
  width: number;
  firstWord: number;
  points: PointMark[];
  startsPoint: boolean;
  heading: boolean;
  headingOfOrganisation: boolean;
  opens: number;
  side: number;
  organisationStart: number;
  /** The piece above is nothing but an organisation; the piece below opens the working method. */
  afterOrganisation: boolean;
  beforeMethod: boolean;
}

const OPENING = /[（《“‘【(]/g;
const CLOSING = /[）》”’】)]/g;
const FULL_STOP = /[。！？]$/;
const SEMICOLON = /[；;]$/;
const COLON = /[：:]$/;
// a cell never ends in one of these
const DANGLING = /[、，,（《“‘【(和及与或的等对将向在为把被]$/;
const BAD_START = /^[、，,。；;：:）》”’】)]/;
// 承接部门：   不再开展此项工作   取消   县民政局：   法律法规条款已失效
const TAKEOVER_START =
  /^(?:承接|工作方式|不再|取消|由[县市区旗州省]|法律法规|阶段性|按照|落实|该项|此项|已|收回|国家|依法)/;
const ORGANISATION_COLON =
  /^[^，。；：:]{2,60}(?:局|委|会|办|部|队|院|社|站|所|中心|公司|府|馆|团|处|）|\))[：:]/;
const METHOD_START = /^(?:工作方式|承接方式|方式)[：:]/;

/** What the row's pieces are, seen with a document's model. */
export function toMarks(pieces: readonly Piece[], model: Model): Mark[] {
  return pieces.map((piece, i) => {
    const { text } = piece;
    const previous = pieces[i - 1]?.text ?? '';
    const isHeading = isHeadingLine(text);
    const wholeHeading = isHeading && !/[。；;]$/.test(previous) && i > 0 ? previous + text : text;
    return {
      piece,
      width: toWidth(text, model.quoteWidth),
      firstWord: firstWordWidth(text, model.quoteWidth),
      points: toPointMarks(text),
      startsPoint: toPointMark(text) !== null,
      heading: isHeading || (text.length <= 24 && ORGANISATION_END.test(text) && !/[，。；、]/.test(text)),
      headingOfOrganisation:
        isHeading && ORGANISATION_END.test(wholeHeading.slice(0, -1).replace(/[（(][^）)]*[）)]$/, '')),
      opens: (text.match(OPENING)?.length ?? 0) - (text.match(CLOSING)?.length ?? 0),
      side: sideOf(text, model.side),
      organisationStart: departmentStartFit(text, model.departmentStarts),
      afterOrganisation: isOrganisationLine(previous),
      beforeMethod: isOrganisationLine(text) && METHOD_START.test(pieces[i + 1]?.text ?? ''),
    };
  });
}

function isOrganisationLine(text: string): boolean {
  return text.length <= 40 && organisationFit(text) === 0;
}

function sideOf(text: string, side: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (let i = 1; i < text.length; i += 1) sum += side.get(text.slice(i - 1, i + 1)) ?? 0;
  return Math.max(-1.5, Math.min(1.5, sum * 0.35));
}

function isDuties(column: Column): boolean {
  return column === 'upstream' || column === 'township';
}

/** Score for opening a cell of the column with this piece. */
export function startScore(column: Column, mark: Mark, model: Model, first: boolean): number {
  const { text, gap } = mark.piece;
  let score = first ? 0 : (model.columns[column].gapFirst[gap] ?? 0);
  if (BAD_START.test(text)) score -= 8;
  const point = mark.startsPoint ? (mark.points[0]?.value ?? 0) : 0;
  switch (column) {
    case 'name':
      return score - (point > 0 ? 3 : 0);
    case 'departments':
      return score + mark.organisationStart - (point > 0 ? 6 : 0);
    case 'upstream':
      if (mark.headingOfOrganisation) score += 2;
      break;
    case 'township':
      if (mark.headingOfOrganisation) score -= 2.5;
      break;
    case 'takeover':
      if (METHOD_START.test(text) && mark.afterOrganisation) score -= 5;
      else if (mark.beforeMethod) score += 5;
      else if (ORGANISATION_COLON.test(text)) score += 4;
      else if (TAKEOVER_START.test(text)) score += 2.5;
      else if (mark.organisationStart >= 0.5) score += 1;
      else score -= 3;
      return score;
    case 'method':
      return score + (METHOD_START.test(text) ? 4 : 0);
  }
  if (point === 1) score += 1.2;
  else if (point > 1) score -= 6;
  return score;
}

/** Score for piece `b` following piece `a` in one cell; `width` is the width of a's line within the cell. */
export function stepScore(
  column: Column,
  a: Mark,
  b: Mark,
  width: number,
  model: Model,
  linked: boolean,
): number {
  const own = model.columns[column];
  let score = linked ? FLAT_GAPS[b.piece.gap] : own.gapInside[b.piece.gap];
  if (column === 'name' && b.organisationStart >= 1) score -= 1.5;
  if (isDuties(column)) score += column === 'upstream' ? b.side : -b.side;
  if (column === 'township' && b.headingOfOrganisation) score -= 1.5;
  if (b.piece.gap === 'inline') return score - 0.5;
  const text = a.piece.text;
  const next = b.piece.text;
  const sentenceEnd = /[。；;：:]$/.test(text);
  let wrap = wrapFit({ width, needed: width + b.firstWord }, own.width);
  if (sentenceEnd) wrap -= 1.2;
  if (b.startsPoint) wrap -= 4;
  wrap += pairScore(text, next, model.pairs);
  let divide = -9;
  if (column !== 'name') {
    divide = -1 - 1.3 * Math.max(0, width - own.width);
    if (column === 'departments')
      divide += /[、，]$/.test(text) || /^[、，]/.test(next) ? -0.5 : b.organisationStart >= 1 ? -3 : -6;
    else {
      if (!sentenceEnd) divide -= a.heading ? 1 : 4;
      if (!b.startsPoint && !b.heading && !COLON.test(text) && !METHOD_START.test(next)) divide -= 1.5;
      if (METHOD_START.test(next)) divide += 3;
    }
  }
  if (/^[、，。；]$/.test(next)) wrap = Math.max(wrap, -0.5);
  return score + Math.max(wrap, divide);
}

function pairScore(text: string, next: string, pairs: ReadonlyMap<string, number>): number {
  const pair = text.slice(-1) + next.slice(0, 1);
  const count = pairs.get(pair) ?? 0;
  return count === 0 ? -0.8 : Math.min(1.2, 0.3 * Math.log2(count));
}

/** Score for closing a cell of the column with this piece; `width` is the width of its line within the cell. */
export function endScore(column: Column, mark: Mark, width: number, model: Model): number {
  const { text } = mark.piece;
  let score = -1.3 * Math.max(0, Math.min(10, width - model.columns[column].width));
  if (DANGLING.test(text)) score -= 6;
  if (COLON.test(text)) score -= 6;
  const full = width + 2 > model.columns[column].width;
  if (isDuties(column) || column === 'takeover' || column === 'method') {
    if (mark.heading && isDuties(column)) score -= 3;
    if (FULL_STOP.test(text)) return score + 1;
    if (SEMICOLON.test(text)) return score - 1.2;
    return score - (full ? 2.5 : 1.2);
  }
  if (/[。；;]$/.test(text)) score -= 1.5;
  return score - (full ? 1 : 0);
}

/** Score of a whole department cell's text. */
export function departmentsScore(text: string, model: Model): number {
  return organisationFit(text) + knownOrganisations(text, model.organisations);
}

/** Score for the words of a first piece, which no step scores. */
export function firstSide(column: Column, mark: Mark): number {
  if (!isDuties(column)) return 0;
  return column === 'upstream' ? mark.side : -mark.side;
}
