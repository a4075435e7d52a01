import { describe, expect, it } from 'vitest';
import {
  closeCandidates,
  DECISION_FEATURES,
  toListedProbability,
  type DecisionFeatures,
} from '../../src/answer/decision.ts';
import type { Ranked, RankingModel } from '../../src/search/index.ts';

const model = (decision: RankingModel['decision']): RankingModel => ({
  weights: {},
  decision,
  tunedOn: 'by hand',
});
const features = (some: Partial<DecisionFeatures>): DecisionFeatures => {
  const none = Object.fromEntries(DECISION_FEATURES.map((name) => [name, 0])) as DecisionFeatures;
  return { ...none, ...some };
};

describe('toListedProbability', () => {
  it('is even without weights, and moves with a weighted sign', () => {
    expect(toListedProbability(features({ doubt: 1 }), model({}))).toBe(0.5);
    expect(toListedProbability(features({ doubt: 1 }), model({ doubt: -3 }))).toBeLessThan(0.05);
    expect(toListedProbability(features({ ownShare: 1 }), model({ ownShare: 3 }))).toBeGreaterThan(0.95);
  });

  it('thresholds of the model are no signs', () => {
    expect(toListedProbability(features({}), model({ listed: 9, clear: 9, closeness: 9 }))).toBe(0.5);
  });
});

describe('closeCandidates', () => {
  const ranked = (...shares: number[]): Ranked[] => shares.map((share) => ({ share }) as Ranked);
  const shown = (entries: readonly Ranked[]): number[] =>
    closeCandidates(entries, 0.7, 0.5).map(({ share }) => share);

  it.each([
    ['a clear winner stands alone', [0.6, 0.4], [0.6]],
    ['no clear winner, the second far behind', [0.4, 0.2, 0.1], [0.4]],
    ['two close ones', [0.4, 0.3, 0.1], [0.4, 0.3]],
    ['three at most', [0.25, 0.24, 0.23, 0.22], [0.25, 0.24, 0.23]],
    ['nothing', [], []],
  ])('%s', (_what, shares, expected) => {
    expect(shown(ranked(...shares))).toEqual(expected);
  });
});
