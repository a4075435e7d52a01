// Doubts about a reading that none of its costs shows, in units of strain: each weight was set where, over thousands of
// re-laid rows, wrong readings without a flag came to an end and few right ones were flagged.
import { overrun, type Costs } from './costs.ts';
import { toJoint, type Mark } from './mark.ts';
import type { Model } from './model.ts';
import type { Column } from './rows.ts';
import type { Reading } from './split-row.ts';
import type { Gap } from './text-line.ts';

/** Where pages leave no sign, rows of this many pieces may well run over one; they are strained by that much. */
const LONG_ROW = 20;
const LONG_ROW_STRAIN = 2;
/** A row that runs over a page prints its cells by turns: one more way to be wrong. */
const BROKEN_STRAIN = 1.5;
/** The same where the columns are as wide as each other: then only the wording tells whose turn it is. */
const BROKEN_ALIKE_STRAIN = 7;
/** Columns within so many half characters of each other tell nothing; then a township cell without points is in doubt. */
const ALIKE = 4;
const ALIKE_STRAIN = 5;
/** Wording alone is no proof, however clear: this outweighs any lead. */
const MOVABLE_STRAIN = 13;
/** A gap this much likelier before the cell than inside it tells where the cell begins (log ratio). */
const TELLING_GAP = 2;
/** A cell goes on on the next page in words that are nowhere else in the document. */
const UNSEEN_LINK_STRAIN = 5;
/** A township cell that speaks of a department under its name. */
const HEADED_STRAIN = 10;
/** Both cells have headings that name no organisation (职业病防治：): any of them may open the township cell. */
const TOPIC_STRAIN = 8;
/** Half characters by which a line cannot pass its column, and what one or two such lines weigh. */
const TOO_WIDE = 6;
const WIDE_STRAIN = 4;

/** Doubt that no cost of the reading shows: pages that break unseen, cells that look alike, lines that do not fit. */
export function toRisk(best: Reading, { marks, columns, model }: Costs): number {
  const township = columns.indexOf('township');
  if (township < 0) return 0;
  const unseen = !model.pagesShow && marks.length > LONG_ROW ? LONG_ROW_STRAIN : 0;
  const isBroken = marks.some((mark, i) => i > 0 && mark.piece.gap === 'page');
  const own = best.cells[township] ?? [];
  const first = marks[own[0] ?? -1];
  const gap = first?.piece.gap ?? 'none';
  const { columns: widths } = model;
  const alike = Math.abs(widths.upstream.width - widths.township.width) <= ALIKE;
  const broken = isBroken ? (alike ? BROKEN_ALIKE_STRAIN : BROKEN_STRAIN) : 0;
  const telling =
    gap !== 'none' && widths.township.gapFirst[gap] - widths.township.gapInside[gap] > TELLING_GAP;
  const isOpen = !(telling && isOnlyGap(best, marks, columns, gap)) && first?.look.startsPoint === false;
  const headed = own.some((i) => marks[i]?.opensOrganisation === true) ? HEADED_STRAIN : 0;
  const movable = isOpen && hasMovableParagraph(best, marks, columns) ? MOVABLE_STRAIN : 0;
  const isTopic = (mark: Mark | undefined): boolean =>
    mark?.look.heading === true &&
    /[：:]$/.test(mark.piece.text) &&
    !mark.opensOrganisation &&
    !mark.look.startsPoint;
  const upstream = (best.cells[columns.indexOf('upstream')] ?? []).map((i) => marks[i]);
  const topical =
    isTopic(first) && upstream.some((mark) => isTopic(mark) && mark?.headingOfOrganisation === false);
  const topics = topical ? TOPIC_STRAIN : 0;
  const unlinked = countUnseenLinks(best, marks, model) > 0 ? UNSEEN_LINK_STRAIN : 0;
  return (
    unseen +
    broken +
    unlinked +
    topics +
    headed +
    Math.max(isOpen && alike ? ALIKE_STRAIN : 0, movable) +
    toMisfitRisk(best, marks, columns, model)
  );
}

/** Whether no other paragraph of the two duty cells begins behind a gap like that of the township cell. */
function isOnlyGap(best: Reading, marks: readonly Mark[], columns: readonly Column[], gap: Gap): boolean {
  const others = (['upstream', 'township'] as const).flatMap((column) =>
    (best.cells[columns.indexOf(column)] ?? []).slice(1),
  );
  return !others.some((i) => {
    const mark = marks[i];
    return (
      mark?.piece.gap === gap && !mark.look.startsPoint && /[。；;]$/.test(marks[i - 1]?.piece.text ?? '')
    );
  });
}

/** Rests of cells on a new page that join into words which the document has nowhere else. */
function countUnseenLinks(best: Reading, marks: readonly Mark[], model: Model): number {
  let unseen = 0;
  for (const cell of best.cells) {
    cell.forEach((piece, n) => {
      const above = cell[n - 1];
      if (above === undefined || above === piece - 1) return;
      const joint = toJoint(marks[above]?.piece.text ?? '', marks[piece]?.piece.text ?? '', model.pairs);
      if (joint.isHan && joint.count === 0) unseen += 1;
    });
  }
  return unseen;
}

/** A paragraph of one unnumbered line beside the border of two unnumbered cells could as well stand on its other side. */
function hasMovableParagraph(best: Reading, marks: readonly Mark[], columns: readonly Column[]): boolean {
  const upstream = (best.cells[columns.indexOf('upstream')] ?? []).flatMap((i) => marks[i] ?? []);
  const township = (best.cells[columns.indexOf('township')] ?? []).flatMap((i) => marks[i] ?? []);
  const isWhole = (mark: Mark | undefined): boolean =>
    mark !== undefined &&
    /[。；;]$/.test(mark.piece.text) &&
    !mark.look.startsPoint &&
    !mark.opensOrganisation;
  const above = upstream.at(-2);
  const isLastFree = isWhole(upstream.at(-1)) && above !== undefined && isWhole(above);
  const isFirstFree = township.length > 1 && isWhole(township[0]) && township[1]?.look.startsPoint === false;
  return isLastFree || isFirstFree;
}

/** Lines much wider than the column that the reading puts them into. */
function toMisfitRisk(
  best: Reading,
  marks: readonly Mark[],
  columns: readonly Column[],
  model: Model,
): number {
  let wide = 0;
  columns.forEach((column, k) => {
    for (const i of best.cells[k] ?? []) {
      if (overrun(marks[i]?.width ?? 0, model.columns[column].width) >= TOO_WIDE) wide += 1;
    }
  });
  return Math.min(2, wide) * WIDE_STRAIN;
}
