// Is the best candidate an answer, a choice between close ones, or is the matter not on the list? A logistic
// score over a few signs; its weights are calibrated by `npm run tune` and stand in data/ranking.json.
import type { MatterScores, PhraseIndex, Query, Ranked, RankingModel } from '../search/index.ts';

export const DECISION_FEATURES = [
  'bias',
  /** Learned evidence: probability of the best candidate's matter, of all matters listed here, and of everyday business that lists do not carry. */
  'ownShare',
  'listedShare',
  'outsideShare',
  /** The last two against each other, as log-odds: both are small where many matters are thinkable. */
  'listedOdds',
  /** Log-odds of the best candidate's matter below the strongest of the whole catalogue. */
  'lag',
  /** The strongest matter has no row on this list: how much of its best phrase is in the question. */
  'strongestElsewhere',
  'strongestOutside',
  /** The best phrase of the best candidate's matter: its part of the question, and how much of the phrase is there. */
  'ownInformation',
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
  phrases: PhraseIndex;
  /** Whether a matter has a row on this township's list. */
  isListed(matterId: string): boolean;
  doubt: boolean;
}

const MOST_LAG = 12;
/** Shares below this are not told apart. */
const NEGLIGIBLE = 0.001;

export function toDecisionFeatures(input: DecisionInput): DecisionFeatures {
  const { ranked, matters, query, phrases } = input;
  const isListed = (id: string): boolean => input.isListed(id);
  const top = ranked[0];
  const candidate = top?.candidate ?? null;
  const strongest = matters.strongest[0] ?? null;
  const lag = candidate?.lag ?? -MOST_LAG;
  const own = candidate?.matter ? phrases.match(candidate.matter, query.terms) : null;
  let listedShare = 0;
  let outsideShare = 0;
  for (const { matter, share } of matters.strongest) {
    if (matter.outside) outsideShare += share;
    else if (isListed(matter.id)) listedShare += share;
  }
  const strange = strongest && !isListed(strongest.matter.id) ? strongest.matter : null;
  const repeated = strange ? (phrases.match(strange.id, query.terms)?.containment ?? 0) : 0;
  return {
    bias: 1,
    ownShare: candidate?.lag != null && strongest ? strongest.share * Math.exp(candidate.lag) : 0,
    listedShare,
    outsideShare,
    listedOdds: Math.log((listedShare + NEGLIGIBLE) / (outsideShare + NEGLIGIBLE)),
    lag: Math.min(1, -lag / MOST_LAG),
    strongestElsewhere: strange && !strange.outside ? repeated : 0,
    strongestOutside: strange?.outside === true ? repeated : 0,
    ownInformation: own && candidate ? (candidate.link * own.information) / (query.information || 1) : 0,
    containment: own && candidate ? candidate.link * own.containment : 0,
    nameCoverage: top?.features.nameCoverage ?? 0,
    dutyCoverage: top?.features.dutyCoverage ?? 0,
    share: top?.share ?? 0,
    score: Math.max(-2, (top?.score ?? 0) / 10),
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
