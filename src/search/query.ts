// From the content of a question to weighted search terms.
import { createWordList, cutOut, normalize, toNgrams, type WordList } from '../language/index.ts';
import type { Lexicon } from './lexicon.ts';
import type { PhraseIndex } from './phrase-index.ts';
import type { TextPipeline } from './shard.ts';
import { createTypingMender, type Mending, type TypingMender } from './typing.ts';

export interface Query {
  /** Term → weight, 1 for a plain content term. */
  terms: Map<string, number>;
  /** What is weighed as evidence for matters: the terms, and whole words beside them. */
  evidence: Map<string, number>;
  /** Total information of the terms. */
  information: number;
  /** The terms that are looked up in the official cells: the most telling ones, in the shard's segmentation. */
  official: Map<string, number>;
  mendings: Mending[];
}

export interface QueryMaker {
  /** `content`: the normalised question without places and the like. */
  make(content: string): Query;
  /** How much a text says of any matter: the information of its known pairs of characters. */
  measure(text: string): number;
}

const WEAK_SHARE = 0.3;
const MENDED_SHARE = 0.6;
const MENDED_CHARACTER_SHARE = 0.3;
/** What a term that no phrase or name knows weighs, in shares of coverage. */
const UNSEEN_INFORMATION = 1;
const MOST_TERMS = 260;
/** Long stories cost no more than questions: only so many terms, the most telling, are looked up in official cells. */
const MOST_OFFICIAL_TERMS = 24;
/** With so many pairs, single characters, which half of all cells have, add nothing. */
const ENOUGH_PAIRS = 10;
/** A pair that no phrase knows may still be a rare official word. */
const UNSEEN_PAIR = 2;

/** The terms that say most, in that order; of equals the earlier. */
function mostTelling(
  terms: Iterable<[string, number]>,
  most: number,
  tell: (term: string, weight: number) => number,
): Map<string, number> {
  const told = Array.from(terms, (entry) => ({ entry, value: tell(...entry) }));
  told.sort((a, b) => b.value - a.value);
  return new Map(told.slice(0, most).map(({ entry }) => entry));
}

/** `mends`: typing errors are mended; texts that words are learned from are taken as they are. */
export function createQueryMaker(
  lexicon: Lexicon,
  phrases: PhraseIndex,
  pipeline: TextPipeline,
  { mends }: { mends: boolean } = { mends: true },
): QueryMaker {
  const spell = (word: string): string => normalize(word, pipeline.characters);
  const noise: WordList = createWordList(lexicon.words.noise.map(spell));
  const weak: WordList = createWordList(lexicon.words.weak.map(spell));
  const mender: TypingMender = createTypingMender(
    {
      terms: phrases.terms(),
      isKnown: (term) => phrases.isKnown(term),
      frequency: (term) => phrases.frequency(term),
    },
    pipeline.characters,
  );

  function officialTerms(terms: ReadonlyMap<string, number>, quiet: string): Map<string, number> {
    const searched =
      pipeline.segmenter === 'bigram' ? terms : new Map(pipeline.segment(quiet).map((term) => [term, 1]));
    const pairs = [...searched].filter(([term]) => term.length > 1);
    const telling = pairs.length < ENOUGH_PAIRS ? [...searched] : pairs;
    if (telling.length <= MOST_OFFICIAL_TERMS) return new Map(telling);
    return mostTelling(
      telling,
      MOST_OFFICIAL_TERMS,
      (term, weight) => weight * (phrases.weigh(term) || (term.length > 1 ? UNSEEN_PAIR : 0)),
    );
  }

  return {
    measure(text) {
      let information = 0;
      for (const term of new Set(toNgrams(cutOut(text, noise.find(text))))) {
        if ([...term].length > 1) information += phrases.weigh(term);
      }
      return information;
    },
    make(content) {
      const quiet = cutOut(content, noise.find(content));
      const weakHits = weak.find(quiet);
      const told = cutOut(quiet, weakHits);
      const terms = new Map<string, number>();
      for (const term of toNgrams(told)) terms.set(term, 1);
      for (const hit of weakHits) {
        for (const term of toNgrams(hit.word)) {
          if (!terms.has(term)) terms.set(term, WEAK_SHARE);
        }
      }
      const mendings = mends ? mender.mend(quiet) : [];
      for (const { term } of mendings) {
        if (!terms.has(term)) terms.set(term, MENDED_SHARE);
        for (const character of term) if (!terms.has(character)) terms.set(character, MENDED_CHARACTER_SHARE);
      }
      const kept =
        terms.size <= MOST_TERMS
          ? terms
          : mostTelling(terms, MOST_TERMS, (term, weight) => weight * phrases.weigh(term));
      const evidence = new Map(kept);
      for (const word of phrases.cutWords(told)) evidence.set(word, 1);
      for (const hit of weakHits) {
        for (const word of phrases.cutWords(hit.word)) {
          if (!evidence.has(word)) evidence.set(word, WEAK_SHARE);
        }
      }
      for (const { term } of mendings) {
        for (const word of phrases.cutWords(term)) if (!evidence.has(word)) evidence.set(word, MENDED_SHARE);
      }
      let information = 0;
      for (const [term, weight] of kept) {
        const known = phrases.weigh(term);
        information += weight * (known > 0 ? known : [...term].length > 1 ? UNSEEN_INFORMATION : 0);
      }
      return { terms: kept, evidence, information, official: officialTerms(kept, quiet), mendings };
    },
  };
}
