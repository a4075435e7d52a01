// Is the best candidate an answer, a choice between close ones, or is the matter not on the list? A logistic
// score over a few signs; its weights are calibrated by `npm run tune` and stand in data/ranking.json.
import type { MatterScore, MatterScores, Query, Ranked, RankingModel } from '../search/index.ts';

export const DECISION_FEATURES = [
  'bias',
  /** Learned evidence: probability of the best candidate's matter, of all matters listed here, and of everyday business that lists do not carry. */
  'ownShare',
  'listedShare',
  'outsideShare',
  /** Log-odds of the best candidate's matter below the strongest of the whole catalogue. */
  'lag',
  /** The strongest matter has no row on this list: how much of its best phrase is in the question. */
  'strongestElsewhere',
  'strongestOutside',
  'jointEvidence',
  'containment',
  'nameCoverage',
  'dutyCoverage',
  'share',
  'score',
  /** 清单里有没有, 写了吗: the person doubts that it is listed. */
  'doubt',
] as const;
export type DecisionFeature = (typeof DECISION_FEATURES)[number];
export type DecisionFeatures = Record<DecisionFeature, number>;

export interface DecisionInput {
  ranked: readonly Ranked[];
  matters: MatterScores;
  query: Query;
  /** Whether a matter has a row on this township's list. */
  isListed(matterId: string): boolean;
  doubt: boolean;
}

/** The matter that the question means most, over all lists; null when no phrase speaks for any. */
export function strongestMatter(matters: MatterScores): MatterScore | null {
  return matters.strongest[0] ?? null;
}

const MOST_LAG = 12;

export function toDecisionFeatures(input: DecisionInput): DecisionFeatures {
  const top = input.ranked[0];
  const strongest = strongestMatter(input.matters);
  const own = top?.candidate.matter ?? null;
  const information = input.query.information || 1;
  const elsewhere = strongest !== null && !input.isListed(strongest.matter.id);
  let listedShare = 0;
  let outsideShare = 0;
  for (const { matter, share } of input.matters.strongest) {
    if (matter.outside) outsideShare += share;
    else if (input.isListed(matter.id)) listedShare += share;
  }
  return {
    bias: 1,
    ownShare: own ? own.share : 0,
    listedShare,
    outsideShare,
    lag: Math.min(1, -(top?.candidate.lag ?? -MOST_LAG) / MOST_LAG),
    strongestElsewhere: elsewhere && !strongest.matter.outside ? strongest.containment : 0,
    strongestOutside: strongest?.matter.outside === true ? strongest.containment : 0,
    jointEvidence: own && top ? (top.candidate.link * own.joint) / information : 0,
    containment: own && top ? top.candidate.link * own.containment : 0,
    nameCoverage: top?.features.nameCoverage ?? 0,
    dutyCoverage: top?.features.dutyCoverage ?? 0,
    share: top?.share ?? 0,
    score: (top?.score ?? 0) / 10,
    doubt: input.doubt ? 1 : 0,
  };
}

/** Probability that the best candidate is a true answer, 0…1. */
export function toListedProbability(features: DecisionFeatures, model: RankingModel): number {
  let sum = 0;
  for (const name of DECISION_FEATURES) sum += (model.decision[name] ?? 0) * features[name];
  return 1 / (1 + Math.exp(-sum));
}

/** At most this many candidates are offered for choice. */
const MOST_CHOICES = 3;

/**
 * The close candidates when no clear winner stands out, else only the winner. `closeness` is the share, relative
 * to the winner's, from which a candidate counts as close.
 */
export function closeCandidates(ranked: readonly Ranked[], closeness: number, clear: number): Ranked[] {
  const [first] = ranked;
  if (!first) return [];
  if (first.share >= clear) return [first];
  return ranked.slice(0, MOST_CHOICES).filter((entry) => entry.share >= first.share * closeness);
}
