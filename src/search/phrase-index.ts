// Everyday words → matters. One index for the whole catalogue, shared by all townships: the way people speak
// does not depend on the township, so a shard carries the official cells only. Matters are weighed as a whole by
// learned evidence; their single phrases are looked at only for the few that are shown or decided on.
import { normalize, visitNgrams } from '../language/index.ts';
import type { Evidence } from './evidence.ts';
import type { Lexicon, Matter } from './lexicon.ts';
import type { TextPipeline } from './shard.ts';
import { createTermTable, type TermTable } from './term-table.ts';

/** How strongly a matter is meant by a question. */
export interface MatterScore {
  matter: Matter;
  /** Log-odds against the strongest matter, at most 0. */
  lag: number;
  /** Probability among all matters, listed here or not, 0…1. */
  share: number;
}

export interface MatterScores {
  /** Best evidence first; empty when no term is known. */
  strongest: readonly MatterScore[];
  /** Log-odds by position in the catalogue, against the strongest, at most 0; null when no term is known. */
  lags: Float64Array | null;
}

/** The phrase of a matter that a question repeats most. */
export interface PhraseMatch {
  phrase: string;
  /** Share of the phrase's information that is in the question, 0…1. */
  containment: number;
  /** Information that the question and the phrase have in common. */
  information: number;
}

export interface PhraseIndex {
  /** How telling a term is: high for rare ones, 0 for terms that no phrase or name has. */
  weigh(term: string): number;
  /** Whether any text of the catalogue, stories included, has the term. */
  isKnown(term: string): boolean;
  /** How many phrases and names have it. */
  frequency(term: string): number;
  /** Words of a text as the evidence knows them; see `Evidence.cutWords`. */
  cutWords(text: string): string[];
  /** What a question's terms say of the matters. A Map that was scored must not change: it is known again. */
  score(terms: ReadonlyMap<string, number>): MatterScores;
  /** Null when no phrase of the matter shares a term with the question. The Map must not change, as for `score`. */
  match(matterId: string, terms: ReadonlyMap<string, number>): PhraseMatch | null;
  titleOf(matterId: string): string | null;
  /** Position in the catalogue; −1 for an unknown matter. */
  positionOf(matterId: string): number;
  /** All terms of the catalogue, for mending typing errors. */
  terms(): Iterable<string>;
}

/** Single characters say less than pairs. */
const SINGLE_CHARACTER_SHARE = 0.3;
const MOST_STRONGEST = 24;
/** A phrase brings so many terms that no other has. */
const NEW_TERMS_OF_A_TEXT = 2;
const NOTHING_MEANT: MatterScores = { strongest: [], lags: null };

interface Vocabulary {
  ids: TermTable;
  /** By term: information, and phrases and names that have it. */
  information: Float64Array;
  frequencies: number[];
  /** All titles, names and phrases; matter `m` has those from `firstTexts[m]` up to `firstTexts[m + 1]`. */
  texts: string[];
  firstTexts: Int32Array;
  /** Different terms of each text in turn: text `t` has those from `firstTerms[t]` up to `firstTerms[t + 1]`. */
  textTerms: Int32Array;
  firstTerms: Int32Array;
}

const textsOf = (matter: Matter): string[] => [
  ...new Set([matter.title, ...matter.names, ...matter.phrases]),
];

function readVocabulary(lexicon: Lexicon, pipeline: TextPipeline): Vocabulary {
  let textCount = 0;
  for (const { phrases } of lexicon.matters) textCount += phrases.length;
  const ids = createTermTable(textCount * NEW_TERMS_OF_A_TEXT);
  const frequencies: number[] = [];
  const isSingle: boolean[] = [];
  const carriers: number[] = [];
  const lastMatter: number[] = [];
  const lastText: number[] = [];
  const texts: string[] = [];
  const firstTexts = new Int32Array(lexicon.matters.length + 1);
  const textTerms: number[] = [];
  const firstTerms = [0];
  lexicon.matters.forEach((matter, m) => {
    for (const text of textsOf(matter)) {
      texts.push(text);
      const spelt = normalize(text, pipeline.characters);
      visitNgrams(spelt, (start, end) => {
        const id = ids.add(spelt, start, end);
        if (id === frequencies.length) {
          isSingle.push(end - start === 1);
          frequencies.push(0);
          carriers.push(0);
          lastMatter.push(-1);
          lastText.push(0);
        }
        if (lastText[id] !== texts.length) {
          lastText[id] = texts.length;
          textTerms.push(id);
          frequencies[id] = (frequencies[id] ?? 0) + 1;
        }
        if (lastMatter[id] !== m) {
          lastMatter[id] = m;
          carriers[id] = (carriers[id] ?? 0) + 1;
        }
      });
      firstTerms.push(textTerms.length);
    }
    firstTexts[m + 1] = texts.length;
  });
  const information = new Float64Array(ids.size);
  for (let id = 0; id < ids.size; id++) {
    const seen = carriers[id] ?? 0;
    const idf = Math.log(1 + (lexicon.matters.length - seen + 0.5) / (seen + 0.5));
    information[id] = isSingle[id] === true ? idf * SINGLE_CHARACTER_SHARE : idf;
  }
  return {
    ids,
    information,
    frequencies,
    texts,
    firstTexts,
    textTerms: Int32Array.from(textTerms),
    firstTerms: Int32Array.from(firstTerms),
  };
}

/** Positions of the highest values, best first; the earlier wins a tie. */
export function strongestOf(values: Float64Array, most: number): number[] {
  const top: number[] = [];
  let floor = -Infinity;
  for (let m = 0; m < values.length; m++) {
    const value = values[m] ?? 0;
    if (value <= floor) continue;
    let to = top.length;
    while (to > 0 && (values[top[to - 1] ?? 0] ?? 0) < value) to--;
    top.splice(to, 0, m);
    if (top.length > most) top.pop();
    if (top.length === most) floor = values[top[most - 1] ?? 0] ?? 0;
  }
  return top;
}

export function createPhraseIndex(lexicon: Lexicon, evidence: Evidence, pipeline: TextPipeline): PhraseIndex {
  const { matters } = lexicon;
  const vocabulary = readVocabulary(lexicon, pipeline);
  const { ids, information, frequencies, texts, firstTexts, textTerms, firstTerms } = vocabulary;
  const positions = new Map(matters.map(({ id }, m) => [id, m]));
  const weigh = (term: string): number => {
    const id = ids.idOf(term);
    return id < 0 ? 0 : (information[id] ?? 0);
  };
  // one question is compared with several matters, for several decisions: what its terms are worth, by id, and
  // what was found for them, until the next one
  const worth = new Float64Array(ids.size);
  let weighedTerms: ReadonlyMap<string, number> = new Map();
  const weighedIds: number[] = [];
  const matches = new Map<string, PhraseMatch | null>();
  // one question is scored for several lists and decisions
  const scores = new WeakMap<ReadonlyMap<string, number>, MatterScores>();

  function weighTerms(terms: ReadonlyMap<string, number>): void {
    matches.clear();
    for (const id of weighedIds) worth[id] = 0;
    weighedIds.length = 0;
    for (const [term, weight] of terms) {
      const id = ids.idOf(term);
      if (id < 0) continue;
      worth[id] = weight * (information[id] ?? 0);
      weighedIds.push(id);
    }
    weighedTerms = terms;
  }

  function score(terms: ReadonlyMap<string, number>): MatterScores {
    let isAnyKnown = false;
    for (const term of terms.keys()) {
      isAnyKnown = ids.idOf(term) >= 0 || evidence.isKnown(term);
      if (isAnyKnown) break;
    }
    if (!isAnyKnown) return NOTHING_MEANT;
    const lags = evidence.score(terms).slice();
    let top = -Infinity;
    for (const value of lags) if (value > top) top = value;
    let total = 0;
    for (let m = 0; m < lags.length; m++) {
      lags[m] = (lags[m] ?? 0) - top;
      total += Math.exp(lags[m] ?? 0);
    }
    const strongest = strongestOf(lags, MOST_STRONGEST).flatMap((m): MatterScore[] => {
      const matter = matters[m];
      const lag = lags[m] ?? 0;
      return matter ? [{ matter, lag, share: Math.exp(lag) / total }] : [];
    });
    return { strongest, lags };
  }

  return {
    weigh,
    isKnown: (term) => ids.idOf(term) >= 0 || evidence.isKnown(term),
    frequency(term) {
      const id = ids.idOf(term);
      return id < 0 ? 0 : (frequencies[id] ?? 0);
    },
    cutWords: (text) => evidence.cutWords(text),
    terms: () => ids.terms(),
    titleOf: (matterId) => matters[positions.get(matterId) ?? -1]?.title ?? null,
    positionOf: (matterId) => positions.get(matterId) ?? -1,
    match(matterId, terms) {
      if (terms !== weighedTerms) weighTerms(terms);
      const known = matches.get(matterId);
      if (known !== undefined) return known;
      let best: PhraseMatch | null = null;
      let bestValue = 0;
      const m = positions.get(matterId) ?? -1;
      for (let t = firstTexts[m] ?? 0; t < (firstTexts[m + 1] ?? 0); t++) {
        let shared = 0;
        let total = 0;
        const end = firstTerms[t + 1] ?? 0;
        for (let k = firstTerms[t] ?? 0; k < end; k++) {
          const id = textTerms[k] ?? 0;
          shared += worth[id] ?? 0;
          total += information[id] ?? 0;
        }
        total ||= 1;
        const value = (shared * shared) / total;
        if (value <= bestValue) continue;
        bestValue = value;
        best = { phrase: texts[t] ?? '', containment: Math.min(1, shared / total), information: shared };
      }
      matches.set(matterId, best);
      return best;
    },
    score(terms) {
      const known = scores.get(terms) ?? score(terms);
      scores.set(terms, known);
      return known;
    },
  };
}
