// Everyday words → matters. One index for the whole catalogue, shared by all townships: the way people speak
// does not depend on the township, so a shard carries the official cells only. Matters are weighed first as a
// whole; only the strongest are looked at phrase by phrase, so a question costs the same however many phrases
// there are.
import { normalize, toNgrams } from '../language/index.ts';
import type { Evidence } from './evidence.ts';
import type { Lexicon, Matter } from './lexicon.ts';
import type { TextPipeline } from './shard.ts';

/** How strongly a matter is meant by a question. */
export interface MatterScore {
  matter: Matter;
  /** Log-odds against the strongest matter, at most 0. */
  lag: number;
  /** Probability among all matters, listed here or not, 0…1. */
  share: number;
  /** Each term's vote, divided among the matters by how often their phrases have it. */
  votes: number;
  /** Information of the best phrase that the question repeats, weighed by how much of the phrase is there. */
  best: number;
  /** Share of the best phrase that is in the question, 0…1. */
  containment: number;
  /** Sum of the three best phrases, each counted only for terms that the better ones did not have. */
  joint: number;
  phrase: string;
}

export interface MatterScores {
  /** Best evidence first; empty when no term is known. */
  strongest: readonly MatterScore[];
  /** Log-odds of any matter against the strongest, at most 0; null for a matter that is not in the catalogue. */
  lagOf(matterId: string): number | null;
}

export interface PhraseIndex {
  /** How telling a term is: high for rare ones, 0 for terms that no phrase or name has. */
  weigh(term: string): number;
  /** Whether any text of the catalogue, stories included, has the term. */
  isKnown(term: string): boolean;
  /** How many phrases and names have it. */
  frequency(term: string): number;
  /** What a question's terms say of the matters. */
  score(terms: ReadonlyMap<string, number>): MatterScores;
  /** All terms of the catalogue, for mending typing errors. */
  terms(): Iterable<string>;
  /** Does now what the first questions would have to do. */
  warm(): void;
}

/** Single characters say less than pairs. */
const SINGLE_CHARACTER_SHARE = 0.3;
/** So many matters are looked at phrase by phrase: the best by evidence, and by votes. */
const MOST_BY_EVIDENCE = 24;
const MOST_BY_VOTES = 12;
const PHRASES_JOINED = 3;

interface Catalogue {
  /** Term → its id. */
  termIds: Map<string, number>;
  /** By term: information. */
  information: Float64Array;
  /** By term: matters that have it, and beside it the matter's share of its occurrences. Pairs and words only. */
  mattersOf: Int32Array[];
  shareOf: Float64Array[];
  /** By term: phrases and names that have it. */
  frequencies: Int32Array;
}

const NOTHING_MEANT: MatterScores = { strongest: [], lagOf: () => null };

const textsOf = (matter: Matter): string[] => [
  ...new Set([matter.title, ...matter.names, ...matter.phrases]),
];

function compile(lexicon: Lexicon, pipeline: TextPipeline): Catalogue {
  const termIds = new Map<string, number>();
  const mattersOf: number[][] = [];
  const countsOf: number[][] = [];
  const sizes = new Float64Array(lexicon.matters.length);
  lexicon.matters.forEach((matter, m) => {
    const texts = textsOf(matter);
    sizes[m] = Math.sqrt(texts.length);
    for (const text of texts) {
      for (const term of new Set(toNgrams(normalize(text, pipeline.characters)))) {
        const id = termIds.get(term);
        if (id === undefined) {
          termIds.set(term, termIds.size);
          mattersOf.push([m]);
          countsOf.push([1]);
          continue;
        }
        const seen = mattersOf[id] ?? [];
        const counts = countsOf[id] ?? [];
        if (seen[seen.length - 1] === m) counts[counts.length - 1] = (counts[counts.length - 1] ?? 0) + 1;
        else {
          seen.push(m);
          counts.push(1);
        }
      }
    }
  });
  const information = new Float64Array(termIds.size);
  for (const [term, id] of termIds) {
    const seen = mattersOf[id]?.length ?? 0;
    const idf = Math.log(1 + (lexicon.matters.length - seen + 0.5) / (seen + 0.5));
    information[id] = term.length === 1 ? idf * SINGLE_CHARACTER_SHARE : idf;
  }
  const frequencies = Int32Array.from(countsOf, (counts) => counts.reduce((sum, count) => sum + count, 0));
  const shareOf = countsOf.map((counts, id) => {
    // by rate, so that a matter with many phrases does not outvote the others
    const rates = counts.map((count, k) => count / (sizes[mattersOf[id]?.[k] ?? 0] ?? 1));
    const total = rates.reduce((sum, rate) => sum + rate, 0) || 1;
    return Float64Array.from(rates, (rate) => rate / total);
  });
  return {
    termIds,
    information,
    mattersOf: mattersOf.map((list) => Int32Array.from(list)),
    shareOf,
    frequencies,
  };
}

/** The phrases of one matter as term ids. */
interface MatterPhrases {
  texts: string[];
  terms: Int32Array[];
  /** Information of each phrase. */
  totals: Float64Array;
}

export function createPhraseIndex(lexicon: Lexicon, evidence: Evidence, pipeline: TextPipeline): PhraseIndex {
  const { matters } = lexicon;
  const { termIds, information, mattersOf, shareOf, frequencies } = compile(lexicon, pipeline);
  const phrasesOf: (MatterPhrases | undefined)[] = matters.map(() => undefined);
  const positions = new Map(matters.map(({ id }, m) => [id, m]));
  // scratch space, cleared after use
  const asked = new Float64Array(termIds.size);
  const used = new Uint8Array(termIds.size);
  const votes = new Float64Array(matters.length);

  /** Made when a matter is first among the strongest. */
  function matterPhrases(m: number): MatterPhrases {
    const known = phrasesOf[m];
    if (known) return known;
    const matter = matters[m];
    const texts = matter ? textsOf(matter) : [];
    const terms = texts.map((text) =>
      Int32Array.from(new Set(toNgrams(normalize(text, pipeline.characters))), (term) => termIds.get(term) ?? 0),
    );
    const totals = Float64Array.from(terms, (ids) => {
      let total = 0;
      for (const id of ids) total += information[id] ?? 0;
      return total || 1;
    });
    const made = { texts, terms, totals };
    phrasesOf[m] = made;
    return made;
  }

  /** The phrases that the question repeats most, best first. */
  function bestPhrases(phrases: MatterPhrases): { at: number; overlap: number; value: number }[] {
    const best: { at: number; overlap: number; value: number }[] = [];
    for (let at = 0; at < phrases.terms.length; at++) {
      let overlap = 0;
      for (const id of phrases.terms[at] ?? []) overlap += (asked[id] ?? 0) * (information[id] ?? 0);
      if (overlap === 0) continue;
      const value = (overlap * overlap) / (phrases.totals[at] ?? 1);
      if (best.length === PHRASES_JOINED && value <= (best[PHRASES_JOINED - 1]?.value ?? 0)) continue;
      let to = best.length;
      while (to > 0 && (best[to - 1]?.value ?? 0) < value) to--;
      best.splice(to, 0, { at, overlap, value });
      if (best.length > PHRASES_JOINED) best.pop();
    }
    return best;
  }

  function joinedInformation(phrases: MatterPhrases, best: readonly { at: number; overlap: number }[]): number {
    let joint = 0;
    for (const { at, overlap } of best) {
      let fresh = 0;
      for (const id of phrases.terms[at] ?? []) {
        if (used[id] === 1 || asked[id] === 0) continue;
        used[id] = 1;
        fresh += (asked[id] ?? 0) * (information[id] ?? 0);
      }
      joint += fresh * (overlap / (phrases.totals[at] ?? 1));
    }
    for (const { at } of best) for (const id of phrases.terms[at] ?? []) used[id] = 0;
    return joint;
  }

  /** Positions of the `most` highest values; the earlier wins a tie. */
  function strongest(values: Float64Array, most: number, least: number): number[] {
    const top: number[] = [];
    let floor = least;
    for (let m = 0; m < values.length; m++) {
      const value = values[m] ?? 0;
      if (value <= floor) continue;
      let to = top.length;
      while (to > 0 && (values[top[to - 1] ?? 0] ?? 0) < value) to--;
      top.splice(to, 0, m);
      if (top.length > most) {
        top.pop();
        floor = values[top[most - 1] ?? 0] ?? 0;
      }
    }
    return top;
  }

  return {
    weigh: (term) => information[termIds.get(term) ?? -1] ?? 0,
    isKnown: (term) => termIds.has(term) || evidence.isKnown(term),
    frequency: (term) => frequencies[termIds.get(term) ?? -1] ?? 0,
    terms: () => termIds.keys(),
    warm() {
      for (let m = 0; m < matters.length; m++) matterPhrases(m);
    },
    score(terms) {
      const ids: number[] = [];
      votes.fill(0);
      for (const [term, weight] of terms) {
        const id = termIds.get(term);
        if (id === undefined || weight <= 0) continue;
        ids.push(id);
        asked[id] = weight;
        if (term.length === 1) continue;
        const told = weight * (information[id] ?? 0);
        const carriers = mattersOf[id] ?? [];
        const shares = shareOf[id] ?? [];
        for (let k = 0; k < carriers.length; k++) {
          const m = carriers[k] ?? 0;
          votes[m] = (votes[m] ?? 0) + told * (shares[k] ?? 0);
        }
      }
      if (ids.length === 0) return NOTHING_MEANT;
      const odds = evidence.score(terms).slice();
      const chosen = new Set([
        ...strongest(odds, MOST_BY_EVIDENCE, -Infinity),
        ...strongest(votes, MOST_BY_VOTES, 0),
      ]);
      let top = -Infinity;
      for (const value of odds) if (value > top) top = value;
      let total = 0;
      for (const value of odds) total += Math.exp(value - top);
      const scores = [...chosen].map((m): MatterScore => {
        const phrases = matterPhrases(m);
        const best = bestPhrases(phrases);
        const [first] = best;
        return {
          matter: matters[m] as Matter,
          lag: (odds[m] ?? 0) - top,
          share: Math.exp((odds[m] ?? 0) - top) / total,
          votes: votes[m] ?? 0,
          best: first?.value ?? 0,
          containment: first ? Math.min(1, first.overlap / (phrases.totals[first.at] ?? 1)) : 0,
          joint: joinedInformation(phrases, best),
          phrase: phrases.texts[first?.at ?? -1] ?? '',
        };
      });
      for (const id of ids) asked[id] = 0;
      return {
        strongest: scores.sort((a, b) => b.lag - a.lag),
        lagOf(matterId) {
          const m = positions.get(matterId);
          return m === undefined ? null : (odds[m] ?? 0) - top;
        },
      };
    },
  };
}
