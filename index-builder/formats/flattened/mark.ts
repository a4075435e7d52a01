// What one piece of a row shows beside its neighbours, and how it looks to a document's model.
import { lookAt, METHOD_START, type Look } from './look.ts';
import type { Model } from './model.ts';
import { departmentStartFit, organisationFit } from './organisations.ts';
import type { Pairs } from './pairs.ts';
import { toPointMark } from './point-mark.ts';
import type { Piece } from './rows.ts';
import { widthOf } from './text-line.ts';
import { endsAsOrganisation } from './vocabulary.ts';

/** A piece with everything that its cues need, computed once; the last group of fields anew with each model. */
export interface Mark {
  piece: Piece;
  look: Look;
  /** Numbers of the pairs of characters in it. */
  pairs: Int32Array;
  joint: Joint;
  headingOfOrganisation: boolean;
  /** Ends like an organisation, a note in brackets aside. */
  organisationEnd: boolean;
  /** What stands before the colon of a line that has no other mark before it. */
  nameBeforeColon: string | null;
  /** The same heading or outer point stands further up in the row: the other side's cell begins likewise. */
  repeats: boolean;
  /** Opens the working method below a piece that is nothing but an organisation; or is that piece. */
  afterOrganisation: boolean;
  beforeMethod: boolean;

  width: number;
  firstWordWidth: number;
  /** Names an organisation of the document's department cells before its colon: 县水利局：1.负责… */
  opensOrganisation: boolean;
  side: number;
  organisationStart: number;
}

/** What the row's pieces are; `refreshMarks` adds what a model makes of them. */
export function toMarks(pieces: readonly Piece[], pairs: Pairs): Mark[] {
  return pieces.map((piece, i) => {
    const { text } = piece;
    const previous = pieces[i - 1]?.text ?? '';
    const next = pieces[i + 1]?.text ?? '';
    const look = lookAt(text);
    return {
      piece,
      look,
      pairs: pairs.numbersOf(text),
      joint: toJoint(previous, text, pairs),
      headingOfOrganisation: look.headingLine && isHeadingOfOrganisation(previous, text),
      organisationEnd: BRACKET.test(text.slice(-1)) || endsAsOrganisation(previous + text),
      repeats: repeatsHeading(pieces, i, look),
      nameBeforeColon: findNameBeforeColon(text, next),
      afterOrganisation: look.startsMethod && isOrganisationLine(previous),
      beforeMethod: METHOD_START.test(next) && isOrganisationLine(text),
      width: 0,
      firstWordWidth: 0,
      opensOrganisation: false,
      // no whole numbers: the engine would lay the marks out anew when it meets a fraction
      side: NaN,
      organisationStart: NaN,
    };
  });
}

const BRACKET = /[）)]/;
/** The two characters at the border of two pieces. */
export interface Joint {
  /** How often the document has them side by side inside a line. */
  count: number;
  /** Both are Chinese characters. */
  isHan: boolean;
}

/** What stands at the border of two pieces. */
export function toJoint(above: string, text: string, pairs: Pairs): Joint {
  if (above === '' || text === '') return { count: 0, isHan: false };
  const last = above.charCodeAt(above.length - 1);
  const first = text.charCodeAt(0);
  return { count: pairs.countOf(last, first), isHan: isHan(last) && isHan(first) };
}

// 一 … 龥
function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fa5;
}

/** Looks at the pieces of a row with a model learnt since. */
export function refreshMarks(marks: readonly Mark[], model: Model): void {
  for (const mark of marks) {
    const { text } = mark.piece;
    mark.width = widthOf(mark.look.measure, model.quoteWidth);
    mark.firstWordWidth = widthOf(mark.look.firstWord, model.quoteWidth);
    mark.opensOrganisation = startsWithOneOf(mark.nameBeforeColon, model.organisations);
    mark.side = toSide(mark.pairs, model.side);
    mark.organisationStart = departmentStartFit(text, model.departmentStarts, model.openings);
  }
}

// 县水利局：1.负责…   县水利局负责防汛（河道）：   (before a colon, no other mark)
const BEFORE_COLON = /^(?<name>[^，。；：:]{3,60})[：:]/;
const CLAUSE_MARK = /[，。；：:]/;

function findNameBeforeColon(text: string, next: string): string | null {
  const whole = CLAUSE_MARK.test(text) ? text : text + next;
  const name = BEFORE_COLON.exec(whole)?.groups?.['name'];
  return name === undefined || toPointMark(name) ? null : name;
}

function startsWithOneOf(name: string | null, organisations: ReadonlyMap<string, number>): boolean {
  if (name === null || organisations.size === 0) return false;
  for (let end = name.length; end > 0; end -= 1) if (organisations.has(name.slice(0, end))) return true;
  return false;
}

// （考核）   (at the end of a heading)
const REMARK = /[（(][^）)]*[）)]$/;

/** The name may have begun on the line above: 县人力资源和 / 社会保障局： */
function isHeadingOfOrganisation(previous: string, text: string): boolean {
  const whole = /[。；;]$/.test(previous) ? text : previous + text;
  return endsAsOrganisation(whole.slice(0, -1).replace(REMARK, ''));
}

function repeatsHeading(pieces: readonly Piece[], at: number, { headingLine }: Look): boolean {
  const text = pieces[at]?.text ?? '';
  if (text.length < 3) return false;
  const level = headingLine ? undefined : toPointMark(text)?.level;
  if (!headingLine && level !== 0 && level !== 1) return false;
  if (headingLine && endsAsOrganisation(text.slice(0, -1))) return false;
  return pieces.slice(0, at).some((piece) => piece.text === text);
}

function isOrganisationLine(text: string): boolean {
  return text.length <= 40 && organisationFit(text) === 0;
}

function toSide(pairs: Int32Array, side: Float64Array): number {
  let sum = 0;
  for (const pair of pairs) sum += side[pair] ?? 0;
  return Math.max(-1.5, Math.min(1.5, sum * 0.35));
}
