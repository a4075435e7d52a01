// One row's readings: the plain search first, and where that leaves misfits, searches under other suppositions:
// a page break that left no sign, or a page whose columns are wider than the rest of the document's.
import { Costs, overrun } from './costs.ts';
import type { Mark } from './mark.ts';
import type { Model } from './model.ts';
import type { Column } from './rows.ts';
import { toRisk } from './risk.ts';
import { splitRow, type Reading } from './split-row.ts';
import { toStrain } from './strain.ts';
import { toWrapSamples } from './learn-start.ts';
import { fitWidth } from './wrap.ts';

/** What a supposition must earn before it is believed. */
const OTHER_WIDTH = 3;
/** Silent page breaks: their price, and the step that is bad enough in every column to look for one. */
const WITH_PAGE_SIGNS = { price: 5, misfit: -4 };
const WITHOUT_PAGE_SIGNS = { price: 2.5, misfit: -2 };
const MOST_CANDIDATES = 8;
const MOST_BREAKS = 3;
/** Half characters by which lines must pass every column before other widths are supposed. */
const CLEARLY_WIDER = 3;

/** A row's readings, best first, and what the best has to swallow. */
export interface RowReadings {
  readings: Reading[];
  strain: number;
}

/** All readings of a row, whatever supposition they rest on. */
export function readRow(marks: readonly Mark[], columns: readonly Column[], model: Model): RowReadings {
  const costs = new Costs(marks, columns, model);
  const readings = toReadings(costs);
  const best = readings[0];
  if (!best) return { readings, strain: 0 };
  return { readings, strain: toStrain(best, costs) + toRisk(best, costs) };
}

function toReadings(costs: Costs): Reading[] {
  const { marks, columns, model } = costs;
  let readings = splitRow(costs);
  if (!columns.includes('upstream')) return readings;
  for (const other of toOtherWidths(marks, model)) {
    readings = merge(readings, splitRow(new Costs(marks, columns, other)), OTHER_WIDTH);
  }
  const breaks: number[] = [];
  const best = readings[0];
  // where pages leave signs, a row that swallows nothing hides no break
  if (best && model.pagesShow && toStrain(best, costs) === 0) return readings;
  while (breaks.length < MOST_BREAKS) {
    const price = (model.pagesShow ? WITH_PAGE_SIGNS : WITHOUT_PAGE_SIGNS).price * (breaks.length + 1);
    const before = readings[0]?.score ?? -Infinity;
    let found = { at: -1, score: before };
    for (const at of findMisfits(costs, readings[0])) {
      const tried = splitRow(costs, 1, [...breaks, at]);
      const score = (tried[0]?.score ?? -Infinity) - price;
      if (score > found.score) found = { at, score };
    }
    if (found.at < 0) break;
    breaks.push(found.at);
    readings = merge(readings, splitRow(costs, undefined, breaks), price);
  }
  return readings;
}

function merge(readings: readonly Reading[], more: readonly Reading[], price: number): Reading[] {
  const all = [...readings];
  for (const reading of more) {
    const priced = { ...reading, score: reading.score - price };
    const same = all.findIndex((known) => JSON.stringify(known.cells) === JSON.stringify(priced.cells));
    if (same < 0) all.push(priced);
    else if ((all[same]?.score ?? 0) < priced.score) all[same] = priced;
  }
  return all.sort((a, b) => b.score - a.score);
}

/** How well piece i follows the one above in column k, and fits it. */
function stepInto(costs: Costs, k: number, i: number): number {
  const { marks, columns, model } = costs;
  const { width } = model.columns[columns[k] ?? 'name'];
  return (
    costs.step(k, i, marks[i - 1]?.width ?? 0) - 1.3 * Math.min(10, overrun(marks[i]?.width ?? 0, width))
  );
}

/** Pieces that the reading lets follow the piece above in a duty cell, although they follow badly in either. */
function findMisfits(costs: Costs, reading: Reading | undefined): number[] {
  const { marks, columns, model } = costs;
  const upstream = columns.indexOf('upstream');
  const township = columns.indexOf('township');
  const found: { at: number; cost: number }[] = [];
  const borders = new Set(
    reading?.cells.flatMap((cell) => cell.filter((piece, n) => cell[n - 1] !== piece - 1)),
  );
  const { misfit } = model.pagesShow ? WITH_PAGE_SIGNS : WITHOUT_PAGE_SIGNS;
  let previous = 0;
  marks.forEach((mark, i) => {
    const value = mark.look.points[0]?.value ?? 0;
    const slip = value > 1 && previous > 0 && value !== previous + 1;
    previous = mark.look.points.at(-1)?.value ?? previous;
    if (i < 4 || mark.piece.gap === 'page' || (model.pagesShow && borders.has(i))) return;
    const cost = Math.max(stepInto(costs, upstream, i), stepInto(costs, township, i)) - (slip ? 5 : 0);
    if (cost < misfit) found.push({ at: i, cost });
  });
  return found
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_CANDIDATES)
    .map(({ at }) => at);
}

/** Models of a page with columns of its own, when several lines of the row fit into none of the document's. */
function toOtherWidths(marks: readonly Mark[], model: Model): Model[] {
  const { columns } = model;
  const limit = Math.max(columns.upstream.width, columns.township.width) + CLEARLY_WIDER;
  if (marks.filter((mark) => mark.width > limit).length < 3) return [];
  const samples = toWrapSamples(marks, model.quoteWidth).filter(
    (sample) => sample.width > limit - CLEARLY_WIDER,
  );
  const { width } = fitWidth(samples, limit);
  const duties = marks.findIndex((mark) => mark.width > limit - CLEARLY_WIDER);
  const head = toWrapSamples(marks.slice(1, duties), model.quoteWidth);
  const departments = fitWidth(head, columns.departments.width).width;
  return (['upstream', 'township'] as const).flatMap((column) =>
    [...new Set([departments, columns.departments.width])].map((headWidth) => ({
      ...model,
      columns: {
        ...columns,
        departments: { ...columns.departments, width: headWidth },
        [column]: { ...columns[column], width },
      },
    })),
  );
}
