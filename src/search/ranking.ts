// Candidates of one township for one question, in order. Pure and deterministic; ties break by source order.
import { z } from 'zod';
import type { Item } from '../duty/index.ts';
import {
  FEATURE_NAMES,
  LEAST_EVIDENCE,
  toFeatures,
  type Candidate,
  type Features,
  type QuestionSigns,
  type Scale,
} from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { strongestOf, type MatterScore, type MatterScores, type PhraseIndex } from './phrase-index.ts';
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

/** Rows that are looked at: the best by official words, and by evidence. */
const MOST_OFFICIAL = 12;
const MOST_EVIDENT = 20;
/** What a term that no phrase knows says. */
const UNSEEN_INFORMATION = 1;
/** Only the strongest matters speak for their seams. */
const MOST_SEAMS = 6;
const LEAST_LINK = 0.01;
const UNCOVERED = { name: 0, duties: 0 };

/** What of an item does not depend on the question. */
interface Row {
  item: Item;
  links: readonly { matter: string; position: number; score: number; log: number }[];
  facets: ReadonlySet<string>;
  departments: ReadonlySet<string>;
}

interface Rows {
  rows: readonly Row[];
  /** Matters that have a row. */
  listed: ReadonlySet<string>;
}

export function createRanker(lexicon: Lexicon, phrases: PhraseIndex, model: RankingModel): Ranker {
  const facetPatterns = Object.entries(lexicon.words.facets).map(
    ([facet, { names }]) => [facet, new RegExp(names)] as const,
  );
  const weights = FEATURE_NAMES.map((name) => [name, model.weights[name] ?? 0] as const);
  const seams = new Map<string, Set<string>>();
  for (const matter of lexicon.matters) {
    for (const id of matter.related) {
      seams.set(matter.id, (seams.get(matter.id) ?? new Set()).add(id));
      seams.set(id, (seams.get(id) ?? new Set()).add(matter.id));
    }
  }
  const rowsOf = new WeakMap<Shard, Rows>();

  function toRow(item: Item): Row {
    const links = (lexicon.links[item.id] ?? []).flatMap(({ matter, score }) => {
      const position = phrases.positionOf(matter);
      return position < 0 ? [] : [{ matter, position, score, log: Math.log(Math.max(LEAST_LINK, score)) }];
    });
    return {
      item,
      links,
      facets: new Set(facetPatterns.filter(([, pattern]) => pattern.test(item.name)).map(([facet]) => facet)),
      departments: new Set(
        [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])].map(({ canonical }) => canonical),
      ),
    };
  }

  function prepare(shard: Shard): Rows {
    const known = rowsOf.get(shard);
    if (known) return known;
    const rows = shard.items.map(toRow);
    const listed = new Set(rows.flatMap(({ links }) => links.map(({ matter }) => matter)));
    const prepared = { rows, listed };
    rowsOf.set(shard, prepared);
    return prepared;
  }

  /** How strongly an unlisted matter among `strong` is meant that lies on the seam of the row's own matters. */
  function seamEvidence({ links }: Row, strong: readonly MatterScore[], listed: ReadonlySet<string>): number {
    for (const { matter, share } of strong) {
      if (listed.has(matter.id)) continue;
      if (links.some((link) => seams.get(link.matter)?.has(matter.id) === true)) return share;
    }
    return 0;
  }

  /** Log-odds of the matter by which a row is meant most, the doubt of the link included; −∞ without a matter. */
  function evidenceOf(row: Row | undefined, lags: Float64Array | null): number {
    let best = -Infinity;
    for (const link of row?.links ?? []) {
      const value = (lags?.[link.position] ?? LEAST_EVIDENCE) + link.log;
      if (value > best) best = value;
    }
    return best;
  }

  /** That matter, with its log-odds (the doubt of the link apart). */
  function likeliest(row: Row, lags: Float64Array | null): Pick<Candidate, 'matter' | 'lag' | 'link'> {
    const most = evidenceOf(row, lags);
    for (const { matter, position, log, score } of row.links) {
      const lag = lags?.[position] ?? LEAST_EVIDENCE;
      if (lag + log === most) return { matter, lag, link: score };
    }
    return { matter: null, lag: null, link: 0 };
  }

  return {
    rank(shard, query, matters, signs) {
      const { rows, listed } = prepare(shard);
      const weigh = (term: string): number =>
        (query.official.get(term) ?? 0) * (phrases.weigh(term) || UNSEEN_INFORMATION);
      const results = shard.search(query.official);
      const officialOf = new Map(results.map((result) => [result.at, result]));
      const lastMatters = new Set(
        (lexicon.links[signs.lastItem?.id ?? ''] ?? []).map(({ matter }) => matter),
      );
      const sharesLast = ({ links }: Row): boolean => links.some(({ matter }) => lastMatters.has(matter));
      const evident = new Float64Array(rows.length);
      for (let i = 0; i < rows.length; i++) evident[i] = evidenceOf(rows[i], matters.lags);
      const chosen = new Set([
        ...results.slice(0, MOST_OFFICIAL).map(({ at }) => at),
        ...strongestOf(evident, MOST_EVIDENT),
      ]);
      if (lastMatters.size > 0) rows.forEach((row, i) => (sharesLast(row) ? chosen.add(i) : null));

      let information = 0;
      for (const term of query.official.keys()) information += weigh(term);
      const scale: Scale = { information, bestOfficial: results[0]?.score ?? 0 };
      const strong = matters.strongest.slice(0, MOST_SEAMS);
      const ranked = [...chosen]
        .sort((a, b) => a - b)
        .flatMap((i): Ranked[] => {
          const row = rows[i];
          if (!row) return [];
          const official = officialOf.get(i) ?? null;
          const candidate: Candidate = {
            ...likeliest(row, matters.lags),
            item: row.item,
            official,
            covered: official ? shard.coverage(official, weigh) : UNCOVERED,
            seam: seamEvidence(row, strong, listed),
            sharesLast: sharesLast(row),
            facets: row.facets,
            departments: row.departments,
          };
          const features = toFeatures(candidate, signs, scale);
          let score = 0;
          for (const [name, weight] of weights) score += weight * features[name];
          return [{ item: row.item, score, share: 0, features, candidate }];
        });
      ranked.sort((a, b) => b.score - a.score);
      const best = ranked[0]?.score ?? 0;
      const total = ranked.reduce((sum, entry) => sum + Math.exp(entry.score - best), 0);
      for (const entry of ranked) entry.share = Math.exp(entry.score - best) / total;
      return ranked;
    },
  };
}
