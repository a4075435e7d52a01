// How sure a reading is: from its lead over the best reading whose cells differ.
import type { Reading } from './split-row.ts';

/** Below this a row is reported as a doubtful split. Set where, over the re-layout trials, wrong rows fall under it. */
export const LOW_CONFIDENCE = 0.5;

/** Lead (in score) at which a reading is as likely right as wrong. */
const EVEN_LEAD = 1.5;
const SLOPE = 0.9;

/** 0…1, monotonous in the lead; 1 when there is no other reading. */
export function toConfidence(lead: number): number {
  if (lead === Infinity) return 1;
  return 1 / (1 + Math.exp(-SLOPE * (lead - EVEN_LEAD)));
}

/** The lead of the first reading over the next one that is different in its cells. */
export function toLead(readings: readonly Reading[]): number {
  const [best, second] = readings;
  if (!best || !second) return Infinity;
  return best.score - second.score;
}
