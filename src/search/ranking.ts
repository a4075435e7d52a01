// Candidates of one township for one question, in order. Pure and deterministic; ties break by source order.
import { z } from 'zod';
import type { Item } from '../duty/index.ts';
import {
  FEATURE_NAMES,
  toFeatures,
  type Candidate,
  type FeatureName,
  type Features,
  type QuestionSigns,
  type Scale,
} from './features.ts';
import type { Lexicon, MatterLink } from './lexicon.ts';
import type { MatterScore, MatterScores, PhraseIndex } from './phrase-index.ts';
import type { Query } from './query.ts';
import type { Shard } from './shard.ts';

/** data/ranking.json: what `npm run tune` learnt, and from what. */
export const RankingModel = z.object({
  weights: z.partialRecord(z.enum(FEATURE_NAMES), z.number()),
  /** Logistic decision between an answer and 本清单未列, and the thresholds `listed`, `closeness`, `clear`; see answer/decision.ts. */
  decision: z.record(z.string(), z.number()),
  tunedOn: z.string(),
});
export type RankingModel = z.infer<typeof RankingModel>;

export interface Ranked {
  item: Item;
  /** Linear score; only differences mean something. */
  score: number;
  /** Softmax share among the candidates, 0…1. */
  share: number;
  features: Features;
  candidate: Candidate;
}

export interface Ranker {
  rank(shard: Shard, query: Query, matters: MatterScores, signs: QuestionSigns): Ranked[];
}

const MOST_OFFICIAL = 24;
/** What a term that no phrase knows says. */
const UNSEEN_INFORMATION = 1;
/** Only the strongest matters speak for their seams. */
const MOST_SEAMS = 6;

/** Compiled facet patterns by name, from the lexicon's words. */
function compileFacets(lexicon: Lexicon): [string, RegExp][] {
  return Object.entries(lexicon.words.facets).map(([facet, { names }]) => [facet, new RegExp(names)]);
}

export function createRanker(lexicon: Lexicon, phrases: PhraseIndex, model: RankingModel): Ranker {
  const facetPatterns = compileFacets(lexicon);
  const facetsOfItem = new WeakMap<Item, ReadonlySet<string>>();

  function itemFacets(item: Item): ReadonlySet<string> {
    const known = facetsOfItem.get(item);
    if (known) return known;
    const facets = new Set(
      facetPatterns.filter(([, pattern]) => pattern.test(item.name)).map(([facet]) => facet),
    );
    facetsOfItem.set(item, facets);
    return facets;
  }

  const seams = new Map<string, Set<string>>();
  for (const matter of lexicon.matters) {
    for (const id of matter.related) {
      seams.set(matter.id, (seams.get(matter.id) ?? new Set()).add(id));
      seams.set(id, (seams.get(id) ?? new Set()).add(matter.id));
    }
  }
  const listedOf = new WeakMap<Shard, ReadonlySet<string>>();

  /** Matters that have a row on a shard's list. */
  function listedMatters(shard: Shard): ReadonlySet<string> {
    const known = listedOf.get(shard);
    if (known) return known;
    const listed = new Set(
      shard.items.flatMap((item) => (lexicon.links[item.id] ?? []).map((link) => link.matter)),
    );
    listedOf.set(shard, listed);
    return listed;
  }

  /** How strongly an unlisted matter among `strong` is meant that lies on the seam of the item's own matters. */
  function seamEvidence(
    links: readonly MatterLink[],
    strong: readonly MatterScore[],
    listed: ReadonlySet<string>,
  ): number {
    let best = 0;
    for (const score of strong) {
      if (listed.has(score.matter.id) || score.share <= best) continue;
      if (links.some((link) => seams.get(link.matter)?.has(score.matter.id) === true)) best = score.share;
    }
    return best;
  }

  /** The link by which an item is meant most. */
  function likeliest(links: readonly MatterLink[], matters: MatterScores): { lag: number; link: MatterLink } | null {
    let best: { lag: number; link: MatterLink } | null = null;
    for (const link of links) {
      const lag = matters.lagOf(link.matter);
      if (lag === null) continue;
      if (!best || lag + Math.log(link.score) > best.lag + Math.log(best.link.score)) best = { lag, link };
    }
    return best;
  }

  return {
    rank(shard, query, matters, signs) {
      const byId = new Map(matters.strongest.map((score) => [score.matter.id, score]));
      const weigh = (term: string): number =>
        (query.official.get(term) ?? 0) * (phrases.weigh(term) || UNSEEN_INFORMATION);
      const results = shard.search(query.official, weigh);
      const officialOf = new Map<number, (typeof results)[number]>();
      for (const result of results) officialOf.set(result.at, result);
      const chosen = new Set<number>(results.slice(0, MOST_OFFICIAL).map((result) => result.at));
      const listed = listedMatters(shard);
      const few = matters.strongest.slice(0, MOST_SEAMS);
      const lastMatters = new Set((lexicon.links[signs.lastItem?.id ?? ''] ?? []).map((link) => link.matter));
      shard.items.forEach((item, i) => {
        if (lexicon.links[item.id]?.some(({ matter }) => byId.has(matter) || lastMatters.has(matter)))
          chosen.add(i);
      });

      const candidates: Candidate[] = [...chosen]
        .sort((a, b) => a - b)
        .flatMap((i) => {
          const item = shard.items[i];
          if (!item) return [];
          const links = lexicon.links[item.id] ?? [];
          const meant = likeliest(links, matters);
          const seam = seamEvidence(links, few, listed);
          return [
            {
              item,
              official: officialOf.get(i) ?? null,
              lag: meant?.lag ?? null,
              matter: byId.get(meant?.link.matter ?? '') ?? null,
              link: meant?.link.score ?? 0,
              seam,
              sharesLast: links.some(({ matter: id }) => lastMatters.has(id)),
              facets: itemFacets(item),
            },
          ];
        });
      let information = 0;
      for (const term of query.official.keys()) information += weigh(term);
      const scale: Scale = {
        information,
        bestOfficial: results[0]?.score ?? 0,
      };
      const ranked = candidates.map((candidate) => {
        const features = toFeatures(candidate, signs, scale);
        let score = 0;
        for (const name of FEATURE_NAMES as readonly FeatureName[])
          score += (model.weights[name] ?? 0) * features[name];
        return { item: candidate.item, score, share: 0, features, candidate };
      });
      ranked.sort((a, b) => b.score - a.score);
      const best = ranked[0]?.score ?? 0;
      const total = ranked.reduce((sum, entry) => sum + Math.exp(entry.score - best), 0);
      for (const entry of ranked) entry.share = Math.exp(entry.score - best) / total;
      return ranked;
    },
  };
}
