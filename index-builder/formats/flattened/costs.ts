// What it costs to open, continue or close a cell of a column with a piece. All scores are log-like: 0 is normal.
import { toJoint, type Joint, type Mark } from './mark.ts';
import { FLAT_GAPS, type Model } from './model.ts';
import { knownOrganisations, organisationFit, toOrganisations } from './organisations.ts';
import type { Column } from './rows.ts';
import { UNKNOWN_WIDTH, wrapFit } from './wrap.ts';

/** A heading stays with the point below it. */
const HEADING_LEFT_BEHIND = 5;
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
  let score = above ? model.columns[column].gapFirst[gap] - cutJoint(mark.joint) : 0;
  if (mark.look.badStart) score -= 8;
  if (above && mark.look.startsPoint && above.look.endsColon) score -= HEADING_LEFT_BEHIND;
  const point = mark.look.startsPoint ? (mark.look.points[0]?.value ?? 0) : 0;
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
      if (mark.look.startsMethod && mark.afterOrganisation) score -= 5;
      else if (mark.beforeMethod) score += 5;
      else if (ORGANISATION_COLON.test(text)) score += 4;
      else if (TAKEOVER_START.test(text)) score += 2.5;
      else if (mark.organisationStart >= 0.5) score += 1;
      else score -= 3;
      return score;
    case 'method':
      if (mark.look.startsMethod) return score + 4;
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
  let wrap = wrapFit(width, width + b.firstWordWidth, own.width);
  if (a.look.endsSentence) wrap -= 1.2;
  if (b.look.startsPoint) wrap -= 4;
  wrap += jointScore(linked ? toJoint(a.piece.text, b.piece.text, model.pairs) : b.joint);
  let divide = -9;
  if (column !== 'name') {
    divide = -1 - 1.3 * overrun(width, own.width);
    if (column === 'departments')
      divide += a.look.endsDivider || b.look.startsDivider ? -0.5 : b.organisationStart >= 1 ? -3 : -6;
    else {
      if (!a.look.endsSentence) divide -= a.look.heading ? 1 : 4;
      if (!b.look.startsPoint && !b.look.heading && !a.look.endsColon && !b.look.startsMethod) divide -= 1.5;
      if (b.look.startsMethod) divide += 3;
    }
  }
  if (b.look.loneMark) wrap = Math.max(wrap, -0.5);
  return score + Math.max(wrap, divide);
}

/** Half characters by which a line is wider than its column. */
export function overrun(width: number, column: number): number {
  return column === UNKNOWN_WIDTH ? 0 : Math.max(0, width - column);
}

/** A border between two characters that stand side by side all over the document cuts a word in two. */
function cutJoint({ count, isHan }: Joint): number {
  return isHan ? Math.min(2, 0.4 * Math.log2(1 + count)) : 0;
}

function jointScore({ count }: Joint): number {
  return count === 0 ? -0.8 : Math.min(1.2, 0.3 * Math.log2(count));
}

/** Score for closing a cell of the column with this piece; `width` is the width of its line within the cell. */
function endScore(column: Column, mark: Mark, width: number, model: Model): number {
  const own = model.columns[column].width;
  let score = -1.3 * Math.min(10, overrun(width, own));
  if (mark.look.dangling) score -= 6;
  if (mark.look.endsColon) score -= 6;
  const full = own !== UNKNOWN_WIDTH && width + 2 > own;
  if (column !== 'name' && column !== 'departments') {
    if (mark.look.heading && isDuties(column)) score -= 3;
    return (
      score +
      model.columns[column].endings[mark.look.ending] -
      (full && mark.look.ending === 'other' ? 1.3 : 0)
    );
  }
  if (mark.look.endsSentence && !mark.look.endsColon) score -= 1.5;
  return score - (full ? 1 : 0);
}

/** Score of a whole department cell's text. */
export function departmentsScore(text: string, model: Model): number {
  const parts = toOrganisations(text);
  return organisationFit(text, parts) + knownOrganisations(parts, model.organisations);
}

/** Score for the words of a first piece, which no step scores. */
function firstSide(column: Column, mark: Mark): number {
  if (!isDuties(column)) return 0;
  return column === 'upstream' ? mark.side : -mark.side;
}

/** No step earns more: a pair of characters that is everywhere, and wording as clear as can be. */
const MOST_FOR_STEP = 4;

/**
 * One row seen with a model, and what its cells cost. The search asks for the same costs many times, so they are
 * remembered; a row is searched several times over with one of these. `k` counts columns.
 */
export class Costs {
  readonly marks: readonly Mark[];
  readonly columns: readonly Column[];
  readonly model: Model;
  private readonly starts: Float64Array;
  private readonly steps: Float64Array;
  private readonly ends: Float64Array;
  private readonly stepSums: Float64Array[] = [];
  /** Fits of department cells by their first and last piece. */
  private readonly departmentFits = new Map<number, number>();

  constructor(marks: readonly Mark[], columns: readonly Column[], model: Model) {
    this.marks = marks;
    this.columns = columns;
    this.model = model;
    const size = columns.length * marks.length;
    this.starts = new Float64Array(size).fill(NaN);
    this.steps = new Float64Array(size).fill(NaN);
    this.ends = new Float64Array(size).fill(NaN);
  }

  /** Piece i opens a cell. */
  start(k: number, i: number): number {
    const at = k * this.marks.length + i;
    let cost = this.starts[at] ?? NaN;
    const mark = this.marks[i];
    if (Number.isNaN(cost) && mark) {
      const column = this.columns[k] ?? 'name';
      cost = startScore(column, mark, this.marks[i - 1], this.model) + firstSide(column, mark);
      this.starts[at] = cost;
    }
    return cost;
  }

  /** Piece i after piece i-1, whose line is `width` wide within the cell. */
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

  /** The most that the steps to the pieces behind `from`, up to `to`, can earn in the column. */
  mostForSteps(k: number, from: number, to: number): number {
    const sums = (this.stepSums[k] ??= this.sumSteps(k));
    return (sums[to] ?? 0) - (sums[from] ?? 0);
  }

  /** For each piece, what the steps to it and to all pieces above can earn in the column. */
  private sumSteps(k: number): Float64Array {
    const sums = new Float64Array(this.marks.length);
    for (let i = 1; i < sums.length; i += 1) {
      const above = this.marks[i - 1];
      // behind a piece that stands in the line of another the width depends on the cell
      const step = above && above.piece.gap !== 'inline' ? this.step(k, i, above.width) : MOST_FOR_STEP;
      sums[i] = (sums[i - 1] ?? 0) + step;
    }
    return sums;
  }

  /** Piece i after piece `above`, which stands on an earlier page. */
  link(k: number, above: number, i: number, width: number): number {
    const upper = this.marks[above];
    const mark = this.marks[i];
    return upper && mark ? stepScore(this.columns[k] ?? 'name', upper, mark, width, this.model, true) : 0;
  }

  /** Piece i closes a cell. */
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

  /** The words of a department cell that is the run of pieces from `first` to `last`. */
  departments(first: number, last: number): number {
    const key = first * this.marks.length + last;
    let fit = this.departmentFits.get(key);
    if (fit === undefined) {
      let text = '';
      for (let i = first; i <= last; i += 1) text += this.marks[i]?.piece.text ?? '';
      fit = departmentsScore(text, this.model);
      this.departmentFits.set(key, fit);
    }
    return fit;
  }
}
