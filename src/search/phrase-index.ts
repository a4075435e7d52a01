// Everyday words → matters. One index for the whole catalogue, shared by all townships: the way people speak
// does not depend on the township, so a shard carries the official cells only. Built for speed: flat arrays,
// nothing allocated per phrase while a question is scored.
import { normalize } from '../language/index.ts';
import type { Lexicon, Matter } from './lexicon.ts';
import type { TextPipeline } from './shard.ts';

/** How strongly a matter is meant by a question. */
export interface MatterScore {
  matter: Matter;
  /** Information of the best phrase that the question repeats, weighed by how much of the phrase is there. */
  best: number;
  /** Share of the best phrase that is in the question, 0…1. */
  containment: number;
  /** Sum of the three best phrases, each counted only for terms that the better ones did not have. */
  joint: number;
  /** Weight of all question terms that occur anywhere in the matter's phrases and names. */
  coverage: number;
  /** The same, each term counted by how many of the matter's phrases have it (saturating): its typical words. */
  typical: number;
  /** Each term's vote, divided among the matters by how often their phrases have it. */
  votes: number;
  phrase: string;
}

export interface PhraseIndex {
  /** How telling a term is: high for rare ones, 0 for terms that no phrase or name has. */
  weigh(term: string): number;
  isKnown(term: string): boolean;
  /** Matters that share a term with the question, in catalogue order. */
  score(terms: ReadonlyMap<string, number>): MatterScore[];
  /** All terms of the catalogue, for mending typing errors. */
  terms(): Iterable<string>;
}

/** Single characters say less than pairs. */
const SINGLE_CHARACTER_SHARE = 0.3;
/** Only so many matters, the best by their best phrase, are looked at phrase by phrase. */
const MOST_JOINED = 48;
const PHRASES_JOINED = 3;
/** With so many phrases a term is half as typical as it can be. */
const HALF_TYPICAL = 2;

interface Catalogue {
  matters: readonly Matter[];
  termIds: Map<string, number>;
  /** By term: information. */
  information: Float64Array;
  /** By term: phrases and matters that have it. */
  phrasesOf: Int32Array[];
  mattersOf: Int32Array[];
  /** Beside `mattersOf`: how typical the term is of that matter, 0…1. */
  typicalOf: Float64Array[];
  /** Beside `mattersOf`: the matter's share of the term's occurrences. */
  shareOf: Float64Array[];
  /** By phrase. */
  texts: string[];
  matterOf: Int32Array;
  totals: Float64Array;
  termsOf: Int32Array[];
}

function compile(lexicon: Lexicon, pipeline: TextPipeline): Catalogue {
  const termIds = new Map<string, number>();
  const phrasesOf: number[][] = [];
  const mattersOf: number[][] = [];
  const countsOf: number[][] = [];
  const texts: string[] = [];
  const matterOf: number[] = [];
  const termsOf: Int32Array[] = [];
  lexicon.matters.forEach((matter, m) => {
    for (const text of new Set([matter.title, ...matter.names, ...matter.phrases])) {
      const ids: number[] = [];
      for (const term of new Set(pipeline.segment(normalize(text, pipeline.characters)))) {
        let id = termIds.get(term);
        if (id === undefined) {
          id = termIds.size;
          termIds.set(term, id);
          phrasesOf.push([]);
          mattersOf.push([]);
          countsOf.push([]);
        }
        ids.push(id);
        phrasesOf[id]?.push(texts.length);
        const seen = mattersOf[id] ?? [];
        const counts = countsOf[id] ?? [];
        if (seen.at(-1) === m) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
        else {
          seen.push(m);
          counts.push(1);
        }
      }
      texts.push(text);
      matterOf.push(m);
      termsOf.push(Int32Array.from(ids));
    }
  });
  const information = new Float64Array(termIds.size);
  for (const [term, id] of termIds) {
    const seen = mattersOf[id]?.length ?? 0;
    const idf = Math.log(1 + (lexicon.matters.length - seen + 0.5) / (seen + 0.5));
    information[id] = [...term].length === 1 ? idf * SINGLE_CHARACTER_SHARE : idf;
  }
  const totals = Float64Array.from(
    termsOf,
    (ids) => ids.reduce((sum, id) => sum + (information[id] ?? 0), 0) || 1,
  );
  const phraseCounts = new Float64Array(lexicon.matters.length);
  for (const m of matterOf) phraseCounts[m] = (phraseCounts[m] ?? 0) + 1;
  const shareOf = countsOf.map((counts, id) => {
    // by rate, so that a matter with many phrases does not outvote the others
    const rates = counts.map((count, k) => count / Math.sqrt(phraseCounts[mattersOf[id]?.[k] ?? 0] ?? 1));
    const total = rates.reduce((sum, rate) => sum + rate, 0) || 1;
    return Float64Array.from(rates, (rate) => rate / total);
  });
  return {
    shareOf,
    matters: lexicon.matters,
    termIds,
    information,
    phrasesOf: phrasesOf.map((list) => Int32Array.from(list)),
    mattersOf: mattersOf.map((list) => Int32Array.from(list)),
    typicalOf: countsOf.map((list) => Float64Array.from(list, (count) => count / (count + HALF_TYPICAL))),
    texts,
    matterOf: Int32Array.from(matterOf),
    totals,
    termsOf,
  };
}

export function createPhraseIndex(lexicon: Lexicon, pipeline: TextPipeline): PhraseIndex {
  const catalogue = compile(lexicon, pipeline);
  const {
    matters,
    termIds,
    information,
    phrasesOf,
    mattersOf,
    typicalOf,
    shareOf,
    matterOf,
    totals,
    termsOf,
    texts,
  } = catalogue;
  // scratch space, cleared after use
  const overlap = new Float64Array(texts.length);
  const coverage = new Float64Array(matters.length);
  const typical = new Float64Array(matters.length);
  const votes = new Float64Array(matters.length);
  const asked = new Float64Array(termIds.size);
  const used = new Uint8Array(termIds.size);
  const top = new Int32Array(matters.length * PHRASES_JOINED);

  const value = (p: number): number => {
    const o = overlap[p] ?? 0;
    return (o * o) / (totals[p] ?? 1);
  };

  /** Puts a phrase among the best of its matter. */
  function place(p: number): void {
    const base = (matterOf[p] ?? 0) * PHRASES_JOINED;
    const v = value(p);
    let at = base + PHRASES_JOINED;
    while (at > base) {
      const other = top[at - 1] ?? -1;
      if (other !== -1 && value(other) >= v) break;
      if (at < base + PHRASES_JOINED) top[at] = other;
      at--;
    }
    if (at < base + PHRASES_JOINED) top[at] = p;
  }

  function joinedInformation(m: number): number {
    let joint = 0;
    for (let k = 0; k < PHRASES_JOINED; k++) {
      const p = top[m * PHRASES_JOINED + k] ?? -1;
      if (p === -1) break;
      let fresh = 0;
      for (const id of termsOf[p] ?? []) {
        if (used[id] === 1 || asked[id] === 0) continue;
        used[id] = 1;
        fresh += (asked[id] ?? 0) * (information[id] ?? 0);
      }
      joint += fresh * ((overlap[p] ?? 0) / (totals[p] ?? 1));
    }
    for (let k = 0; k < PHRASES_JOINED; k++) {
      for (const id of termsOf[top[m * PHRASES_JOINED + k] ?? -1] ?? []) used[id] = 0;
    }
    return joint;
  }

  return {
    weigh: (term) => information[termIds.get(term) ?? -1] ?? 0,
    isKnown: (term) => termIds.has(term),
    terms: () => termIds.keys(),
    score(terms) {
      const touched: number[] = [];
      const ids: number[] = [];
      top.fill(-1);
      coverage.fill(0);
      typical.fill(0);
      votes.fill(0);
      for (const [term, weight] of terms) {
        const id = termIds.get(term);
        if (id === undefined) continue;
        const told = weight * (information[id] ?? 0);
        if (told <= 0) continue;
        ids.push(id);
        asked[id] = weight;
        for (const p of phrasesOf[id] ?? []) {
          if (overlap[p] === 0) touched.push(p);
          overlap[p] = (overlap[p] ?? 0) + told;
        }
        const carriers = mattersOf[id] ?? new Int32Array(0);
        for (let k = 0; k < carriers.length; k++) {
          const m = carriers[k] ?? 0;
          coverage[m] = (coverage[m] ?? 0) + told;
          typical[m] = (typical[m] ?? 0) + told * (typicalOf[id]?.[k] ?? 0);
          votes[m] = (votes[m] ?? 0) + told * (shareOf[id]?.[k] ?? 0);
        }
      }
      for (const p of touched) place(p);

      const found: number[] = [];
      for (let m = 0; m < matters.length; m++) if (top[m * PHRASES_JOINED] !== -1) found.push(m);
      const first = (m: number): number => top[m * PHRASES_JOINED] ?? 0;
      const joined = new Set(
        found.toSorted((a, b) => value(first(b)) - value(first(a)) || a - b).slice(0, MOST_JOINED),
      );
      const scores = found.map((m): MatterScore => {
        const p = first(m);
        const best = value(p);
        return {
          matter: matters[m] as Matter,
          best,
          containment: Math.min(1, (overlap[p] ?? 0) / (totals[p] ?? 1)),
          joint: joined.has(m) ? joinedInformation(m) : best,
          coverage: coverage[m] ?? 0,
          typical: typical[m] ?? 0,
          votes: votes[m] ?? 0,
          phrase: texts[p] ?? '',
        };
      });
      for (const p of touched) overlap[p] = 0;
      for (const id of ids) asked[id] = 0;
      return scores;
    },
  };
}
