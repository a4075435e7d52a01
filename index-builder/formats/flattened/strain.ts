// How much a reading has to swallow: lines that follow badly, numbers that do not count on, odd cell ends.
import type { Costs } from './costs.ts';
import { countOn, FRESH } from './numbering.ts';
import type { Reading } from './split-row.ts';

/** Costs up to this are everyday (a wrap one character short, a point without its mark). */
const EVERYDAY = 2.5;

/** 0 for a reading without a hitch; grows with each misfit of its own, whatever other readings there are. */
export function toStrain(reading: Reading, costs: Costs): number {
  const { marks, columns } = costs;
  let strain = 0;
  const add = (cost: number): void => {
    strain += Math.max(0, cost - EVERYDAY);
  };
  reading.cells.forEach((cell, k) => {
    let counting = FRESH;
    cell.forEach((piece, n) => {
      const mark = marks[piece];
      if (!mark) return;
      const above = cell[n - 1];
      if (above !== undefined && above === piece - 1) add(-costs.step(k, piece, marks[above]?.width ?? 0));
      else if (above !== undefined) add(-costs.link(k, above, piece, marks[above]?.width ?? 0));
      const counted = countOn(counting, mark);
      counting = counted.state;
      add(counted.cost);
    });
    const last = cell.at(-1);
    if (last !== undefined) add(-costs.end(k, last, marks[last]?.width ?? 0));
    else if (columns[k] !== 'method') strain += 10;
  });
  return strain;
}
