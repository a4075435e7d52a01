// When to offer a choice instead of one answer: the thresholds `clear` and `closeness` of answer/decision.ts, chosen
// on rankings by weights that had not seen the question.
import { dot, type RankingExample } from './fit.ts';

export interface ShareExample {
  /** Shares of the best candidates, best first, and whether each is accepted. */
  top: { share: number; accepted: boolean }[];
}

const MOST_OFFERED = 3;
/** What an outcome is worth to the person who asked. A wrong answer named alone is the worst. */
const WORTH = { right: 1, offered: 0.75, missed: -0.6, wrong: -1 };
const CLEAR = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75];
const CLOSENESS = [0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85];

export function toShares({ features, accepted }: RankingExample, w: readonly number[]): ShareExample {
  const scores = features.map((row) => dot(w, row));
  const best = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - best), 0);
  const top = scores
    .map((score, i) => ({ share: Math.exp(score - best) / total, accepted: accepted[i] === true }))
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_OFFERED);
  return { top };
}

function worthOf({ top }: ShareExample, clear: number, closeness: number): number {
  const [first] = top;
  if (!first) return 0;
  const close = first.share >= clear ? [first] : top.filter(({ share }) => share >= first.share * closeness);
  const hit = close.some(({ accepted }) => accepted);
  if (close.length > 1) return hit ? WORTH.offered : WORTH.missed;
  return hit ? WORTH.right : WORTH.wrong;
}

/** The best pair of thresholds; the first of equals. */
export function chooseThresholds(examples: readonly ShareExample[]): {
  clear: number;
  closeness: number;
  worth: number;
} {
  let best = { clear: 0, closeness: 0, worth: -Infinity };
  for (const clear of CLEAR) {
    for (const closeness of CLOSENESS) {
      const sum = examples.reduce((total, example) => total + worthOf(example, clear, closeness), 0);
      const worth = sum / Math.max(1, examples.length);
      if (worth > best.worth + 1e-9) best = { clear, closeness, worth };
    }
  }
  return best;
}
