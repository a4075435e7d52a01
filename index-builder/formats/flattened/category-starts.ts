// Where the items of a list without numbers begin: at the lines that open with a category. Categories come in blocks, so
// that a word of a cell which looks like one betrays itself by its place.
import { matchCategory } from './categories.ts';
import type { ItemStart } from './item-starts.ts';
import type { BodyLine } from './sections.ts';

interface Candidate {
  at: number;
  head: string;
  category: NonNullable<ItemStart['category']>;
  weight: number;
}

/** What a line that is nothing but a category, or has a blank behind it, is worth; and a sign of space above it. */
const OPENS = 3;
const SPACED = 1;
/** Going back to a category that has had its block. */
const BACK = 8;
/** Chains are looked up so far back. */
const REACH = 40;

/** The items in order, numbered as they come; `no` is no printed number. */
export function findCategoryStarts(body: readonly BodyLine[], categories: readonly string[]): ItemStart[] {
  const candidates = toCandidates(body, categories);
  const order = toOrder(candidates);
  const rank = (i: number): number => order.get(candidates[i]?.category.category ?? '') ?? 0;
  const score: number[] = [];
  const back: number[] = [];
  candidates.forEach(({ weight }, i) => {
    score[i] = weight;
    back[i] = -1;
    for (let k = i - 1; k >= 0 && k >= i - REACH; k -= 1) {
      const value = (score[k] ?? 0) + weight - (rank(i) < rank(k) ? BACK : 0);
      if (value > (score[i] ?? 0)) {
        score[i] = value;
        back[i] = k;
      }
    }
  });
  const chain: Candidate[] = [];
  let at = score.reduce((best, value, i) => (value > (score[best] ?? -Infinity) ? i : best), 0);
  for (let candidate = candidates[at]; candidate; candidate = candidates[at]) {
    chain.push(candidate);
    at = back[at] ?? -1;
  }
  return chain
    .toReversed()
    .map(({ at: line, head, category }, i) => ({ at: line, no: i + 1, head, category, counted: true }));
}

function toCandidates(body: readonly BodyLine[], categories: readonly string[]): Candidate[] {
  const found: Candidate[] = [];
  let from = 0;
  body.forEach((line, at) => {
    const category = at < from ? null : matchCategory(line.text, body.slice(at + 1, at + 8), categories);
    if (!category || isGlued(line.text, category)) return;
    from = at + 1 + category.extraLines;
    const spaced = line.gap === 'none' ? 0 : SPACED;
    found.push({ at, head: line.text, category, weight: OPENS + spaced });
  });
  return found;
}

/** 民生服务工作要…: a sentence that begins like a category. */
function isGlued(text: string, { category, extraLines, rest }: Candidate['category']): boolean {
  return extraLines === 0 && rest !== '' && !/^\s/.test(text.slice(category.length));
}

/** Categories by the place of the middle one of their lines: single lines elsewhere do not move it. */
function toOrder(candidates: readonly Candidate[]): Map<string, number> {
  const lines = new Map<string, number[]>();
  for (const { at, category } of candidates) {
    const own = lines.get(category.category);
    if (own) own.push(at);
    else lines.set(category.category, [at]);
  }
  const middle = [...lines].map(([name, own]) => [name, own[Math.floor(own.length / 2)] ?? 0] as const);
  return new Map(middle.toSorted((a, b) => a[1] - b[1]).map(([name], i) => [name, i]));
}
