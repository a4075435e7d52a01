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
import type { MatterScore, PhraseIndex } from './phrase-index.ts';
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
  rank(shard: Shard, query: Query, matters: readonly MatterScore[], signs: QuestionSigns): Ranked[];
}

const MOST_OFFICIAL = 40;
const MOST_MATTERS = 30;
/** Only the strongest matters speak for their seams. */
const MOST_SEAMS = 6;

/** Only so many terms, the most telling, are looked up in the official cells: long stories cost no more. */
const MOST_SEARCHED = 56;

function strongestTerms(
  terms: ReadonlyMap<string, number>,
  weigh: (term: string) => number,
): ReadonlyMap<string, number> {
  if (terms.size <= MOST_SEARCHED) return terms;
  // a pair that no phrase knows may still be a rare official word
  const told = ([term, weight]: [string, number]): number =>
    weight * (weigh(term) || (term.length > 1 ? 2 : 0));
  return new Map([...terms].sort((a, b) => told(b) - told(a)).slice(0, MOST_SEARCHED));
}

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

  /** Unlisted matters among `strong` that lie on the seam of the item's own matters. */
  function seamEvidence(
    links: readonly MatterLink[],
    strong: readonly MatterScore[],
    listed: ReadonlySet<string>,
  ): number {
    let best = 0;
    for (const score of strong) {
      if (listed.has(score.matter.id) || score.joint <= best) continue;
      if (links.some((link) => seams.get(link.matter)?.has(score.matter.id) === true)) best = score.joint;
    }
    return best;
  }

  function bestMatter(
    links: readonly MatterLink[],
    byId: ReadonlyMap<string, MatterScore>,
  ): { matter: MatterScore | null; link: number } {
    let matter: MatterScore | null = null;
    let link = 0;
    for (const candidate of links) {
      const score = byId.get(candidate.matter);
      if (!score) continue;
      if (!matter || candidate.score * score.joint > link * matter.joint) {
        matter = score;
        link = candidate.score;
      }
    }
    return { matter, link };
  }

  return {
    rank(shard, query, matters, signs) {
      const byId = new Map(matters.map((score) => [score.matter.id, score]));
      const results = shard.search(strongestTerms(query.terms, (term) => phrases.weigh(term)));
      const officialOf = new Map<number, (typeof results)[number]>();
      for (const result of results) officialOf.set(result.at, result);
      const chosen = new Set<number>(results.slice(0, MOST_OFFICIAL).map((result) => result.at));
      const strong = [...matters].sort((a, b) => b.joint - a.joint).slice(0, MOST_MATTERS);
      const typical = [...matters].sort((a, b) => b.typical - a.typical).slice(0, MOST_MATTERS);
      const topMatters = new Set([...strong, ...typical].map((score) => score.matter.id));
      const listed = listedMatters(shard);
      const few = strong.slice(0, MOST_SEAMS);
      const lastMatters = new Set((lexicon.links[signs.lastItem?.id ?? ''] ?? []).map((link) => link.matter));
      shard.items.forEach((item, i) => {
        if (lexicon.links[item.id]?.some(({ matter }) => topMatters.has(matter) || lastMatters.has(matter)))
          chosen.add(i);
      });

      const candidates: Candidate[] = [...chosen]
        .sort((a, b) => a - b)
        .flatMap((i) => {
          const item = shard.items[i];
          if (!item) return [];
          const links = lexicon.links[item.id] ?? [];
          const { matter, link } = bestMatter(links, byId);
          const seam = seamEvidence(links, few, listed);
          return [
            {
              item,
              official: officialOf.get(i) ?? null,
              matter,
              link,
              seam,
              sharesLast: links.some(({ matter: id }) => lastMatters.has(id)),
              facets: itemFacets(item),
            },
          ];
        });
      const scale: Scale = {
        information: query.information,
        bestOfficial: results[0]?.score ?? 0,
        bestPhrase: Math.max(0, ...matters.map((score) => score.best)),
        bestJoint: Math.max(0, ...matters.map((score) => score.joint)),
        bestVotes: Math.max(0, ...matters.map((score) => score.votes)),
        bestTypical: Math.max(0, ...matters.map((score) => score.typical)),
      };
      const weigh = (term: string): number => (query.terms.get(term) ?? 0) * phrases.weigh(term);
      const ranked = candidates.map((candidate) => {
        const features = toFeatures(candidate, signs, scale, weigh);
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
