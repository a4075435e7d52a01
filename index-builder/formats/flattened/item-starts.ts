// Finds where the items of a list begin: the chain of numbers 1, 2, 3 … that explains the list best.
import { matchCategory, type CategoryMatch } from './categories.ts';
import { findCategoryStarts } from './category-starts.ts';
import { readArabic, readOther, type ReadMark } from './item-mark.ts';
import type { BodyLine } from './sections.ts';

export interface ItemStart {
  /** Index into the section's body. */
  at: number;
  no: number;
  /** Text of the first line after the number. */
  head: string;
  category: CategoryMatch | null;
  /** No number is printed: counted in order. */
  counted?: boolean;
}

interface Candidate extends ItemStart {
  weight: number;
}

function toCandidates(
  body: readonly BodyLine[],
  categories: readonly string[],
  readMark: ReadMark,
): Candidate[] {
  const found: Candidate[] = [];
  body.forEach((line, at) => {
    const mark = readMark(line.text);
    if (!mark || mark.no === 0) return;
    const { no, head } = mark;
    const category = matchCategory(head, body.slice(at + 1, at + 8), categories);
    if (!mark.plain && !category) return;
    const weight = (category ? 6 : -1.5) + weighPlace(line, at);
    found.push({ at, no, head, category, weight });
  });
  return found;
}

function weighPlace(line: BodyLine, at: number): number {
  return (line.gap === 'none' ? 0 : 1) + (line.pageStart ? 1 : 0) + (at === 0 ? 2 : 0);
}

/** Cost of going from number `a` to number `b`: a slip is possible but must pay. */
function stepCost(a: number, b: number): number {
  if (b === a + 1) return 0;
  if (b > a + 1) return Math.min(12, 3 + 2 * (b - a - 1));
  return b === a ? 9 : 14;
}

/** A chain of fewer items, or one that leaves them so many lines each, explains nothing: other forms of numbers are tried. */
const FEWEST = 3;
const MOST_LINES = 100;

/**
 * The item starts of a list in order; `headings` tells whether there is a category column. Numbers without a known
 * category are used where the chain needs them; a list that prints none is cut at its categories.
 */
export function findItemStarts(
  body: readonly BodyLine[],
  categories: readonly string[],
  headings: string,
): ItemStart[] {
  const hasColumn = headings === '' || headings.includes('类');
  const known = hasColumn ? categories : [];
  const bonus = hasColumn ? 0 : WITHOUT_CATEGORY;
  const usual = findChain(toCandidates(body, known, readArabic), bonus);
  const explains = usual.length >= FEWEST && usual.length * MOST_LINES >= body.length;
  if (explains && usual[0]?.no === 1) return usual;
  const other = findChain(toCandidates(body, known, readOther), bonus);
  const numbered = other.length > usual.length ? other : usual;
  if (numbered.length >= FEWEST || !hasColumn) return numbered;
  const counted = findCategoryStarts(body, known);
  return counted.length > FEWEST ? counted : numbered;
}

/** Where no category speaks for it a number must do by itself. */
const WITHOUT_CATEGORY = 4;

function findChain(candidates: readonly Candidate[], bonus: number): ItemStart[] {
  const score: number[] = [];
  const back: number[] = [];
  candidates.forEach((c, i) => {
    const own = c.weight + bonus;
    score[i] = own - Math.min(12, 3 * (c.no - 1));
    back[i] = -1;
    for (let k = i - 1; k >= 0 && k >= i - 60; k -= 1) {
      const value = (score[k] ?? 0) + own - stepCost(candidates[k]?.no ?? 0, c.no);
      if (value > (score[i] ?? 0)) {
        score[i] = value;
        back[i] = k;
      }
    }
  });
  let at = score.reduce((best, value, i) => (value > (score[best] ?? -Infinity) ? i : best), 0);
  const chain: ItemStart[] = [];
  while (at >= 0) {
    const candidate = candidates[at];
    if (!candidate) break;
    const { weight: _weight, ...start } = candidate;
    chain.push(start);
    at = back[at] ?? -1;
  }
  return chain.toReversed();
}
