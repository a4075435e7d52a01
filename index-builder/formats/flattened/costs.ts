// What it costs to open, continue or close a cell of a column with a piece. All scores are log-like: 0 is normal.
import type { Mark } from './mark.ts';
import { METHOD_START } from './mark.ts';
import { FLAT_GAPS, toEnding, type Model } from './model.ts';
import { knownOrganisations, organisationFit } from './organisations.ts';
import type { Column } from './rows.ts';
import { UNKNOWN_WIDTH, wrapFit } from './wrap.ts';

const COLON = /[：:]$/;
/** A heading stays with the point below it. */
const HEADING_LEFT_BEHIND = 5;
// a cell never ends in one of these
const DANGLING = /[、，,（《“‘【(和及与或的等对将向在为把被]$/;
const BAD_START = /^[、，,。；;：:）》”’】)]/;
// 承接部门：   不再开展此项工作   取消   县民政局：   法律法规条款已失效
const TAKEOVER_START =
  /^(?:承接|工作方式|不再|取消|由[县市区旗州省]|法律法规|阶段性|按照|落实|该项|此项|已|收回|国家|依法)/;
const ORGANISATION_COLON =
  /^[^，。；：:]{2,60}(?:局|委|会|办|部|队|院|社|站|所|中心|公司|府|馆|团|处|）|\))[：:]/;

function isDuties(column: Column): boolean {
  return column === 'upstream' || column === 'township';
}

/** Score for opening a cell of the column with this piece; `above` is the piece before it in print, if any. */
function startScore(column: Column, mark: Mark, above: Mark | undefined, model: Model): number {
  const { text, gap } = mark.piece;
  let score = above ? model.columns[column].gapFirst[gap] - cutPair(above.piece.text, text, model.pairs) : 0;
  if (BAD_START.test(text)) score -= 8;
  if (above && mark.startsPoint && COLON.test(above.piece.text)) score -= HEADING_LEFT_BEHIND;
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
      if (mark.headingOfOrganisation || mark.opensOrganisation) score -= 2.5;
      if (mark.repeats) score += 2;
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
      if (METHOD_START.test(text)) return score + 4;
      return score + (TAKEOVER_START.test(text) ? 2 : 0) - (point > 1 ? 6 : 0);
  }
  if (point === 1) score += 1.2;
  else if (point > 1) score -= 6;
  return score;
}

/** Score for piece `b` following piece `a` in one cell; `width` is the width of a's line within the cell. */
function stepScore(column: Column, a: Mark, b: Mark, width: number, model: Model, linked: boolean): number {
  const own = model.columns[column];
  let score = linked ? FLAT_GAPS[b.piece.gap] : own.gapInside[b.piece.gap];
  if (column === 'name' && b.organisationStart >= 1) score -= 1.5;
  if (isDuties(column)) score += column === 'upstream' ? b.side : -b.side;
  if (column === 'township' && b.opensOrganisation) score -= 2.5;
  else if (column === 'township' && b.headingOfOrganisation) score -= 1.5;
  if (column === 'upstream' && b.repeats) score -= 2;
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
    divide = -1 - 1.3 * overrun(width, own.width);
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

/** Half characters by which a line is wider than its column. */
export function overrun(width: number, column: number): number {
  return column === UNKNOWN_WIDTH ? 0 : Math.max(0, width - column);
}

/** A border between two characters that stand side by side all over the document cuts a word in two. */
function cutPair(above: string, text: string, pairs: ReadonlyMap<string, number>): number {
  const pair = above.slice(-1) + text.slice(0, 1);
  if (!/^[一-龥]{2}$/.test(pair)) return 0;
  return Math.min(2, 0.4 * Math.log2(1 + (pairs.get(pair) ?? 0)));
}

function pairScore(text: string, next: string, pairs: ReadonlyMap<string, number>): number {
  const pair = text.slice(-1) + next.slice(0, 1);
  const count = pairs.get(pair) ?? 0;
  return count === 0 ? -0.8 : Math.min(1.2, 0.3 * Math.log2(count));
}

/** Score for closing a cell of the column with this piece; `width` is the width of its line within the cell. */
function endScore(column: Column, mark: Mark, width: number, model: Model): number {
  const { text } = mark.piece;
  let score = -1.3 * Math.min(10, overrun(width, model.columns[column].width));
  if (DANGLING.test(text)) score -= 6;
  if (COLON.test(text)) score -= 6;
  const own = model.columns[column].width;
  const full = own !== UNKNOWN_WIDTH && width + 2 > own;
  if (column !== 'name' && column !== 'departments') {
    if (mark.heading && isDuties(column)) score -= 3;
    const ending = toEnding(text);
    return score + model.columns[column].endings[ending] - (full && ending === 'other' ? 1.3 : 0);
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

/** The costs of one row, computed once where they do not depend on where a cell began. `k` counts columns. */
export interface Costs {
  start: (k: number, i: number) => number;
  /** Piece i after piece i-1, whose line is `width` wide within the cell. */
  step: (k: number, i: number, width: number) => number;
  /** Piece i after piece `above`, which stands on an earlier page. */
  link: (k: number, above: number, i: number, width: number) => number;
  end: (k: number, i: number, width: number) => number;
}

/** Costs with a memory: the search asks for the same step many times. No closures here: this is the hot path. */
class RememberedCosts implements Costs {
  private readonly starts: Float64Array;
  private readonly steps: Float64Array;
  private readonly ends: Float64Array;
  private readonly marks: readonly Mark[];
  private readonly columns: readonly Column[];
  private readonly model: Model;

  constructor(marks: readonly Mark[], columns: readonly Column[], model: Model) {
    this.marks = marks;
    this.columns = columns;
    this.model = model;
    const size = columns.length * marks.length;
    this.starts = new Float64Array(size).fill(NaN);
    this.steps = new Float64Array(size).fill(NaN);
    this.ends = new Float64Array(size).fill(NaN);
  }

  start(k: number, i: number): number {
    const at = k * this.marks.length + i;
    let cost = this.starts[at] ?? NaN;
    const mark = this.marks[i];
    if (Number.isNaN(cost) && mark) {
      cost = startScore(this.columns[k] ?? 'name', mark, this.marks[i - 1], this.model);
      this.starts[at] = cost;
    }
    return cost;
  }

  step(k: number, i: number, width: number): number {
    const above = this.marks[i - 1];
    const mark = this.marks[i];
    if (!above || !mark) return 0;
    const at = k * this.marks.length + i;
    const usual = width === above.width;
    let cost = usual ? (this.steps[at] ?? NaN) : NaN;
    if (Number.isNaN(cost)) {
      cost = stepScore(this.columns[k] ?? 'name', above, mark, width, this.model, false);
      if (usual) this.steps[at] = cost;
    }
    return cost;
  }

  link(k: number, above: number, i: number, width: number): number {
    const upper = this.marks[above];
    const mark = this.marks[i];
    return upper && mark ? stepScore(this.columns[k] ?? 'name', upper, mark, width, this.model, true) : 0;
  }

  end(k: number, i: number, width: number): number {
    const mark = this.marks[i];
    if (!mark) return 0;
    const at = k * this.marks.length + i;
    const usual = width === mark.width;
    let cost = usual ? (this.ends[at] ?? NaN) : NaN;
    if (Number.isNaN(cost)) {
      cost = endScore(this.columns[k] ?? 'name', mark, width, this.model);
      if (usual) this.ends[at] = cost;
    }
    return cost;
  }
}

/** The costs of a row seen with a model. */
export function toCosts(marks: readonly Mark[], columns: readonly Column[], model: Model): Costs {
  return new RememberedCosts(marks, columns, model);
}
