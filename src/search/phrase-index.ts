// Everyday words → matters. One index for the whole catalogue, shared by all townships: the way people speak
// does not depend on the township, so a shard carries the official cells only.
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
  /** Sum of the best and two further phrases, each counted only for terms the better ones did not have. */
  joint: number;
  /** Weight of all question terms that occur anywhere in the matter's phrases and names. */
  coverage: number;
  phrase: string;
}

export interface PhraseIndex {
  /** How telling a term is: high for rare ones; unseen terms get {@link unseenWeight}. */
  weigh(term: string): number;
  isKnown(term: string): boolean;
  /** Matters that share a term with the question, in catalogue order. */
  score(terms: ReadonlyMap<string, number>): MatterScore[];
  /** All terms of the catalogue, for mending typing errors. */
  terms(): Iterable<string>;
}

interface Phrase {
  matter: number;
  text: string;
  terms: readonly string[];
  total: number;
}

const SINGLE_CHARACTER_SHARE = 0.3;

export function createPhraseIndex(lexicon: Lexicon, pipeline: TextPipeline): PhraseIndex {
  const { matters } = lexicon;
  const toTerms = (text: string): string[] => [
    ...new Set(pipeline.segment(normalize(text, pipeline.characters))),
  ];
  const drafts: { matter: number; text: string; terms: string[] }[] = [];
  const mattersOfTerm = new Map<string, Set<number>>();
  matters.forEach((matter, m) => {
    for (const text of new Set([matter.title, ...matter.names, ...matter.phrases])) {
      const terms = toTerms(text);
      drafts.push({ matter: m, text, terms });
      for (const term of terms) {
        const seen = mattersOfTerm.get(term);
        if (seen) seen.add(m);
        else mattersOfTerm.set(term, new Set([m]));
      }
    }
  });

  const weights = new Map<string, number>();
  for (const [term, seen] of mattersOfTerm) {
    const idf = Math.log(1 + (matters.length - seen.size + 0.5) / (seen.size + 0.5));
    weights.set(term, [...term].length === 1 ? idf * SINGLE_CHARACTER_SHARE : idf);
  }
  const weigh = (term: string): number => weights.get(term) ?? 0;

  const phrases: Phrase[] = drafts.map((draft) => ({
    ...draft,
    total: draft.terms.reduce((sum, term) => sum + weigh(term), 0) || 1,
  }));
  const phrasesOfTerm = new Map<string, number[]>();
  phrases.forEach((phrase, p) => {
    for (const term of phrase.terms) {
      const list = phrasesOfTerm.get(term);
      if (list) list.push(p);
      else phrasesOfTerm.set(term, [p]);
    }
  });
  const phrasesOfMatter = matters.map((): number[] => []);
  phrases.forEach((phrase, p) => phrasesOfMatter[phrase.matter]?.push(p));

  function joinedInformation(
    ranked: number[],
    terms: ReadonlyMap<string, number>,
    overlap: Float64Array,
  ): number {
    const used = new Set<string>();
    let joint = 0;
    for (const p of ranked) {
      const phrase = phrases[p];
      if (!phrase) continue;
      let fresh = 0;
      for (const term of phrase.terms) {
        const weight = terms.get(term);
        if (weight === undefined || used.has(term)) continue;
        used.add(term);
        fresh += weight * weigh(term);
      }
      joint += fresh * ((overlap[p] ?? 0) / phrase.total);
    }
    return joint;
  }

  return {
    weigh,
    isKnown: (term) => weights.has(term),
    terms: () => weights.keys(),
    score(terms) {
      const overlap = new Float64Array(phrases.length);
      const coverage = new Float64Array(matters.length);
      const touched: number[] = [];
      const seenMatter = new Int32Array(matters.length).fill(-1);
      let order = 0;
      for (const [term, weight] of terms) {
        const information = weight * weigh(term);
        if (information <= 0) continue;
        for (const p of phrasesOfTerm.get(term) ?? []) {
          if (overlap[p] === 0) touched.push(p);
          overlap[p] = (overlap[p] ?? 0) + information;
        }
        for (const m of mattersOfTerm.get(term) ?? []) {
          coverage[m] = (coverage[m] ?? 0) + information;
          if (seenMatter[m] === -1) seenMatter[m] = order++;
        }
      }
      const top = matters.map((): number[] => []);
      const value = (p: number): number => {
        const o = overlap[p] ?? 0;
        return (o * o) / (phrases[p]?.total ?? 1);
      };
      for (const p of touched) {
        const list = top[phrases[p]?.matter ?? 0];
        if (!list) continue;
        const v = value(p);
        let at = list.length;
        while (at > 0 && value(list[at - 1] ?? 0) < v) at--;
        if (at < 3) {
          list.splice(at, 0, p);
          if (list.length > 3) list.length = 3;
        }
      }
      const scores: MatterScore[] = [];
      matters.forEach((matter, m) => {
        const ranked = top[m];
        const first = ranked?.[0];
        if (!ranked || first === undefined) return;
        const phrase = phrases[first];
        scores.push({
          matter,
          best: value(first),
          containment: Math.min(1, (overlap[first] ?? 0) / (phrase?.total ?? 1)),
          joint: joinedInformation(ranked, terms, overlap),
          coverage: coverage[m] ?? 0,
          phrase: phrase?.text ?? '',
        });
      });
      return scores;
    },
  };
}
