// Learns data/evidence.json: a softmax regression from the terms of phrases and stories to their matter, by plain
// descent in a fixed order of examples. Same texts, same file.
import { termValue, type EvidenceFile } from '../../src/search/index.ts';

export interface LabelledText {
  /** Position in the catalogue. */
  matter: number;
  terms: ReadonlyMap<string, number>;
  /** A story: what it alone says in such words is chance. */
  told?: boolean;
}

export interface LearnOptions {
  epochs: number;
  /** The weights given are the mean of those after each of the last so many epochs. */
  averaged: number;
  rate: number;
  /** Pulls every weight towards nought at each step: what few texts say must not weigh much. */
  penalty: number;
  /** Weights that round to less, in units of the file's step, are dropped. */
  least: number;
  /** Length of the vector of a text. */
  scale: number;
}

/** Small steps and a strong penalty, as measured by `npm run tune`. */
export const LEARN_OPTIONS: LearnOptions = {
  epochs: 16,
  averaged: 4,
  rate: 0.03,
  penalty: 0.02,
  least: 2,
  scale: 8,
};

interface Example {
  matter: number;
  ids: Int32Array;
  shares: Float64Array;
}

/** Which matters have a weight for which term: `owners[starts[t]…starts[t + 1]]` for term `t`. */
interface Layout {
  starts: Int32Array;
  owners: Int32Array;
}

/** A fixed shuffle, so that neighbouring examples are of different matters. */
function shuffled(size: number, round: number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, i) => i);
  let state = 0x9e3779b9 + round;
  for (let i = size - 1; i > 0; i--) {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    const j = state % (i + 1);
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
  return order;
}

function countCarriers(texts: readonly LabelledText[]): Map<string, number> {
  const carriers = new Map<string, number>();
  for (const { terms } of texts)
    for (const term of terms.keys()) carriers.set(term, (carriers.get(term) ?? 0) + 1);
  return carriers;
}

/** The terms that are learned, in order: all of the catalogue, and those that more than one story has. */
function chooseVocabulary(texts: readonly LabelledText[], carriers: ReadonlyMap<string, number>): string[] {
  const chosen = new Set<string>();
  for (const { terms, told } of texts)
    for (const term of terms.keys()) if (told !== true || (carriers.get(term) ?? 0) > 1) chosen.add(term);
  return [...chosen].sort();
}

/** Each text as a vector of length `scale`; texts without a term are left out. */
function toExamples(
  texts: readonly LabelledText[],
  ids: ReadonlyMap<string, number>,
  values: readonly number[],
  scale: number,
): Example[] {
  return texts.flatMap(({ matter, terms }): Example[] => {
    const entries = [...terms].filter(([term, weight]) => weight > 0 && ids.has(term));
    const raw = entries.map(([term, weight]) => weight * (values[ids.get(term) ?? -1] ?? 0));
    const length = Math.hypot(...raw);
    if (length === 0) return [];
    return [
      {
        matter,
        ids: Int32Array.from(entries, ([term]) => ids.get(term) ?? 0),
        shares: Float64Array.from(raw, (value) => (scale * value) / length),
      },
    ];
  });
}

/** Only where a matter's own texts have a term is there a weight: evidence is always somebody's word. */
function layOut(examples: readonly Example[], terms: number): Layout {
  const ownersOf: Set<number>[] = Array.from({ length: terms }, () => new Set());
  for (const { matter, ids } of examples) for (const id of ids) ownersOf[id]?.add(matter);
  const starts = new Int32Array(terms + 1);
  ownersOf.forEach((set, t) => (starts[t + 1] = (starts[t] ?? 0) + set.size));
  return { starts, owners: Int32Array.from(ownersOf.flatMap((set) => [...set].sort((a, b) => a - b))) };
}

/** In place: scores → probabilities. */
function toShares(scores: Float64Array): void {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  let total = 0;
  for (let m = 0; m < scores.length; m++) {
    scores[m] = Math.exp((scores[m] ?? 0) - top);
    total += scores[m] ?? 0;
  }
  for (let m = 0; m < scores.length; m++) scores[m] = (scores[m] ?? 0) / total;
}

/** Adds to `scores` what the weights say of an example. */
function addScores(
  scores: Float64Array,
  { starts, owners }: Layout,
  weights: Float64Array,
  { ids, shares }: Example,
): void {
  for (let j = 0; j < ids.length; j++) {
    const share = shares[j] ?? 0;
    const end = starts[(ids[j] ?? 0) + 1] ?? 0;
    for (let k = starts[ids[j] ?? 0] ?? 0; k < end; k++) {
      const m = owners[k] ?? 0;
      scores[m] = (scores[m] ?? 0) + share * (weights[k] ?? 0);
    }
  }
}

function descend(
  examples: readonly Example[],
  layout: Layout,
  matters: number,
  { epochs, averaged, rate, penalty }: LearnOptions,
): Float64Array {
  const { starts, owners } = layout;
  const weights = new Float64Array(owners.length);
  const mean = new Float64Array(owners.length);
  const squares = new Float64Array(owners.length).fill(1e-6);
  const error = new Float64Array(matters);

  function step({ ids, shares }: Example): void {
    for (let j = 0; j < ids.length; j++) {
      const share = shares[j] ?? 0;
      const end = starts[(ids[j] ?? 0) + 1] ?? 0;
      for (let k = starts[ids[j] ?? 0] ?? 0; k < end; k++) {
        const weight = weights[k] ?? 0;
        const gradient = share * (error[owners[k] ?? 0] ?? 0) + penalty * weight;
        const square = (squares[k] ?? 0) + gradient * gradient;
        squares[k] = square;
        weights[k] = weight - (rate * gradient) / Math.sqrt(square);
      }
    }
  }

  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const at of shuffled(examples.length, epoch)) {
      const example = examples[at];
      if (!example) continue;
      error.fill(0);
      addScores(error, layout, weights, example);
      toShares(error);
      error[example.matter] = (error[example.matter] ?? 0) - 1;
      step(example);
    }
    if (epoch < epochs - averaged) continue;
    for (let k = 0; k < mean.length; k++)
      mean[k] = (mean[k] ?? 0) + (weights[k] ?? 0) / Math.min(averaged, epochs);
  }
  return mean;
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function packPairs(numbers: readonly number[]): string {
  const bytes = new Uint8Array(numbers.length * 2);
  numbers.forEach((number, i) => {
    bytes[2 * i] = number & 0xff;
    bytes[2 * i + 1] = number >> 8;
  });
  return toBase64(bytes);
}

/** Weights as whole numbers of `step`, the small ones dropped. */
function packWeights(
  weights: Float64Array,
  { starts, owners }: Layout,
  options: LearnOptions,
): Pick<EvidenceFile, 'counts' | 'owners' | 'weights' | 'step'> {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const step = (largest * options.scale) / 127 || 1;
  const counts: number[] = [];
  const kept: number[] = [];
  const packed: number[] = [];
  for (let t = 0; t + 1 < starts.length; t++) {
    const before = packed.length;
    for (let k = starts[t] ?? 0; k < (starts[t + 1] ?? 0); k++) {
      const units = Math.round(((weights[k] ?? 0) * options.scale) / step);
      if (Math.abs(units) < options.least) continue;
      kept.push(owners[k] ?? 0);
      packed.push(units);
    }
    counts.push(packed.length - before);
  }
  return {
    counts: packPairs(counts),
    owners: packPairs(kept),
    weights: toBase64(Uint8Array.from(packed, (units) => units & 0xff)),
    step,
  };
}

/**
 * `matters` are the ids of the catalogue in its order; `words` those that the texts were cut into; `learnedFrom` is
 * the fingerprint of the texts.
 */
export function learnEvidence(
  matters: readonly string[],
  texts: readonly LabelledText[],
  { words, learnedFrom }: Pick<EvidenceFile, 'words' | 'learnedFrom'>,
  options: LearnOptions = LEARN_OPTIONS,
): EvidenceFile {
  const carriers = countCarriers(texts);
  const vocabulary = chooseVocabulary(texts, carriers);
  const ids = new Map(vocabulary.map((term, i) => [term, i]));
  const values = vocabulary.map(
    (term) => Math.round(1000 * termValue(carriers.get(term) ?? 1, texts.length)) / 1000,
  );
  const examples = toExamples(texts, ids, values, options.scale);
  const layout = layOut(examples, vocabulary.length);
  const weights = descend(examples, layout, matters.length, options);
  return {
    formatVersion: 2,
    learnedFrom,
    matters: [...matters],
    words,
    terms: vocabulary.join(' '),
    values: packPairs(values.map((value) => Math.round(value * 1000))),
    ...packWeights(weights, layout, options),
  };
}
