// What a question's terms say for each matter. The weights are learned once from the catalogue's own phrases and
// stories (npm run tune) and stand in data/evidence.json: a sum over the terms of the question, so every part of a
// score can be named. No phrase can be found by it that is not in the catalogue; it tells neighbours apart.
import { z } from 'zod';
import { createWordCutter } from '../language/index.ts';
import { createTermTable, type TermTable } from './term-table.ts';

/**
 * data/evidence.json. Lists run parallel: term `i` has the value `values[i]` and `counts[i]` entries, in turn, in
 * `owners` (position in `matters`) and `weights`. Numbers are packed little-endian in base64.
 */
export const EvidenceFile = z.object({
  formatVersion: z.literal(2),
  /** Fingerprint of the phrases and stories that it was learned from. */
  learnedFrom: z.string(),
  matters: z.array(z.string()),
  /** What texts are cut into besides single characters and pairs; separated by one blank. */
  words: z.string(),
  /** Separated by one blank. A word stands with `=` before it. */
  terms: z.string(),
  /** Unsigned 16 bits: how telling a term is, in thousandths. */
  values: z.string(),
  /** Unsigned 16 bits. */
  counts: z.string(),
  /** Unsigned 16 bits. */
  owners: z.string(),
  /** Signed 8 bits, in units of `step`. */
  weights: z.string(),
  step: z.number(),
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;

export interface Evidence {
  /**
   * Log-odds of each matter, by its position in the catalogue; only differences mean something. The array is
   * reused: read it before the next call.
   */
  score(asked: ReadonlyMap<string, number>): Float64Array;
  /** Whether it was learned from any text with the term. */
  isKnown(term: string): boolean;
  /** The words of a normalised text as terms of their own: 秸秆冒烟 → `=秸秆`, `=冒烟`. */
  cutWords(text: string): string[];
}

/** A pair that is a word says something else than the same pair by chance: 出生 is not in 退出生产. */
export const toWordTerm = (word: string): string => `=${word}`;

/** What a term weighs before learning: rare ones say more. `carriers` of `texts` texts have it. */
export function termValue(carriers: number, texts: number): number {
  return Math.log(1 + texts / carriers);
}

function unpackPairs(base64: string): Uint16Array {
  const bytes = Buffer.from(base64, 'base64');
  const numbers = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < numbers.length; i++) numbers[i] = (bytes[2 * i] ?? 0) | ((bytes[2 * i + 1] ?? 0) << 8);
  return numbers;
}

function readTerms(joined: string, expected: number): TermTable {
  const table = createTermTable(expected);
  let start = 0;
  while (start < joined.length) {
    const blank = joined.indexOf(' ', start);
    const end = blank < 0 ? joined.length : blank;
    table.add(joined, start, end);
    start = end + 1;
  }
  return table;
}

/**
 * `matters` are the ids of the catalogue in its order. A matter that was not learned has no evidence of its own; a
 * learned one that left the catalogue is passed over.
 */
export function createEvidence(file: EvidenceFile, matters: readonly string[]): Evidence {
  const positions = new Map(matters.map((id, m) => [id, m]));
  // what belongs to no matter of the catalogue is summed up behind them all
  const nowhere = matters.length;
  const positionOf = Uint16Array.from(file.matters, (id) => positions.get(id) ?? nowhere);
  const values = new Float64Array(unpackPairs(file.values)).map((value) => value / 1000);
  const counts = unpackPairs(file.counts);
  const terms = readTerms(file.terms, counts.length);
  const owners = unpackPairs(file.owners).map((owner) => positionOf[owner] ?? nowhere);
  const packedWeights = Buffer.from(file.weights, 'base64');
  const weights = new Int8Array(packedWeights.buffer, packedWeights.byteOffset, packedWeights.length);
  const starts = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = (starts[i] ?? 0) + (counts[i] ?? 0);
  const sums = new Float64Array(matters.length + 1);
  const ofMatters = sums.subarray(0, matters.length);
  const cut = createWordCutter(file.words === '' ? [] : file.words.split(' '));

  return {
    isKnown: (term) => terms.idOf(term) >= 0,
    cutWords: (text) => cut(text).map(toWordTerm),
    score(asked) {
      sums.fill(0);
      const ids = new Int32Array(asked.size);
      const shares = new Float64Array(asked.size);
      let known = 0;
      let square = 0;
      for (const [term, weight] of asked) {
        const id = terms.idOf(term);
        if (id < 0) continue;
        const share = (values[id] ?? 0) * weight;
        square += share ** 2;
        ids[known] = id;
        shares[known] = share;
        known++;
      }
      if (square === 0) return ofMatters;
      const unit = file.step / Math.sqrt(square);
      for (let i = 0; i < known; i++) {
        const id = ids[i] ?? 0;
        const share = (shares[i] ?? 0) * unit;
        const end = starts[id + 1] ?? 0;
        for (let k = starts[id] ?? 0; k < end; k++) {
          const m = owners[k] ?? nowhere;
          sums[m] = (sums[m] ?? 0) + share * (weights[k] ?? 0);
        }
      }
      return ofMatters;
    },
  };
}
