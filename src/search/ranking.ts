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
// 对拒不改正的依法处罚   立案查处
const SANCTIONS = /处罚|罚款|查处|立案|行政执法/;
const UNCOVERED = { name: 0, duties: 0 };

interface Link {
  matter: string;
  /** In the catalogue. */
  position: number;
  score: number;
  log: number;
}

/** What of an item does not depend on the question. */
interface Row {
  item: Item;
  links: readonly Link[];
  facets: ReadonlySet<string>;
  sanctionsUpstream: boolean;
  departments: ReadonlySet<string>;
}

interface Rows {
  rows: readonly Row[];
  /** Matters that have a row. */
  listed: ReadonlySet<string>;
  /** The links of all rows in turn: row `i` has those from `starts[i]` up to `starts[i + 1]`. */
  starts: Int32Array;
  positions: Int32Array;
  logs: Float64Array;
}

const lagOf = ({ position }: Link, lags: Float64Array | null): number => lags?.[position] ?? LEAST_EVIDENCE;

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
      sanctionsUpstream: SANCTIONS.test(item.upstream ?? ''),
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
    const links = rows.flatMap((row) => row.links);
    const starts = new Int32Array(rows.length + 1);
    rows.forEach((row, i) => {
      starts[i + 1] = (starts[i] ?? 0) + row.links.length;
    });
    const prepared = {
      rows,
      listed,
      starts,
      positions: Int32Array.from(links, ({ position }) => position),
      logs: Float64Array.from(links, ({ log }) => log),
    };
    rowsOf.set(shard, prepared);
    return prepared;
  }

  /** How strongly the first of `strange`, matters that are not listed, is meant that lies on a seam of the row's own. */
  function seamEvidence({ links }: Row, strange: readonly MatterScore[]): number {
    for (const { matter, share } of strange) {
      const around = seams.get(matter.id);
      if (!around) continue;
      for (const link of links) if (around.has(link.matter)) return share;
    }
    return 0;
  }

  /** By row: log-odds of the matter by which it is meant most, the doubt of the link included; −∞ without one. */
  function evidenceOf({ rows, starts, positions, logs }: Rows, lags: Float64Array | null): Float64Array {
    const evidence = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      let best = -Infinity;
      const end = starts[i + 1] ?? 0;
      for (let k = starts[i] ?? 0; k < end; k++) {
        const value = (lags === null ? LEAST_EVIDENCE : (lags[positions[k] ?? 0] ?? 0)) + (logs[k] ?? 0);
        if (value > best) best = value;
      }
      evidence[i] = best;
    }
    return evidence;
  }

  /** The link by which a row is meant most; null when it has none. */
  function likeliest(row: Row, lags: Float64Array | null, most: number): Link | null {
    for (const link of row.links) if (lagOf(link, lags) + link.log === most) return link;
    return null;
  }

  return {
    rank(shard, query, matters, signs) {
      const prepared = prepare(shard);
      const { rows, listed } = prepared;
      const weigh = (term: string): number =>
        (query.official.get(term) ?? 0) * (phrases.weigh(term) || UNSEEN_INFORMATION);
      const results = shard.search(query.official);
      /** By row: its place among the results, from 1 on; 0 when it is none. */
      const placeOf = new Int32Array(rows.length);
      results.forEach(({ at }, i) => {
        placeOf[at] = i + 1;
      });
      const lastMatters = new Set(
        (lexicon.links[signs.lastItem?.id ?? ''] ?? []).map(({ matter }) => matter),
      );
      const sharesLast = ({ links }: Row): boolean => links.some(({ matter }) => lastMatters.has(matter));
      const evident = evidenceOf(prepared, matters.lags);
      const chosen = new Set([
        ...results.slice(0, MOST_OFFICIAL).map(({ at }) => at),
        ...strongestOf(evident, MOST_EVIDENT),
      ]);
      if (lastMatters.size > 0) rows.forEach((row, i) => (sharesLast(row) ? chosen.add(i) : null));

      let information = 0;
      for (const term of query.official.keys()) information += weigh(term);
      const scale: Scale = { information, bestOfficial: results[0]?.score ?? 0 };
      const strange = matters.strongest.slice(0, MOST_SEAMS).filter(({ matter }) => !listed.has(matter.id));
      const ranked = [...chosen]
        .sort((a, b) => a - b)
        .flatMap((i): Ranked[] => {
          const row = rows[i];
          if (!row) return [];
          const official = results[(placeOf[i] ?? 0) - 1] ?? null;
          const link = likeliest(row, matters.lags, evident[i] ?? 0);
          const candidate: Candidate = {
            matter: link?.matter ?? null,
            lag: link && lagOf(link, matters.lags),
            link: link?.score ?? 0,
            item: row.item,
            official,
            covered: official ? shard.coverage(official, weigh) : UNCOVERED,
            seam: seamEvidence(row, strange),
            sharesLast: sharesLast(row),
            facets: row.facets,
            sanctionsUpstream: row.sanctionsUpstream,
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
