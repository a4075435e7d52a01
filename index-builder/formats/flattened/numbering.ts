// The numbering cue: inside one cell points count 1, 2, 3 …; they may start again only under a new heading.
import type { Mark } from './mark.ts';

const LEVELS = 4;

/** Last value of each level and whether a heading has been seen since; immutable. */
export interface Counting {
  last: readonly [number, number, number, number];
  restartAllowed: boolean;
  depth: number;
}

export const FRESH: Counting = { last: [0, 0, 0, 0], restartAllowed: true, depth: 0 };

/** Reads one more piece of the cell: the new state and what its numbering costs (0 when it simply counts on). */
export function countOn(state: Counting, mark: Mark): { state: Counting; cost: number } {
  if (mark.look.quiet) return { state, cost: 0 };
  let cost = 0;
  let restartAllowed = state.restartAllowed;
  const last: [number, number, number, number] = [state.last[0], state.last[1], state.last[2], state.last[3]];
  for (const point of mark.look.points) {
    const previous = last[point.level];
    let hasInner = false;
    for (let level = point.level + 1; level < LEVELS; level += 1) {
      if ((last[level] ?? 0) > 0) hasInner = true;
      last[level] = 0;
    }
    // an outer numbering that begins only after an inner one: two cells, or a slip
    if (previous === 0 && hasInner) cost += 2.5;
    if (point.afterColon) restartAllowed = true;
    if (point.value !== previous + 1) {
      if (point.value === 1) cost += restartAllowed ? 0.2 : 5;
      else if (previous === 0) cost += 5;
      else cost += 2.5;
    }
    last[point.level] = point.value;
    restartAllowed = false;
  }
  if (mark.look.heading) restartAllowed = true;
  return { state: { last, restartAllowed, depth: state.depth + mark.look.opens }, cost };
}
