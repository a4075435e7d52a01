// Learns data/evidence.json: a softmax regression from the terms of phrases and stories to their matter. Plain
// full-precision descent with a fixed order of examples: same texts, same file.
import { termValue, type EvidenceFile } from '../../src/search/index.ts';

export interface LabelledText {
  /** Position in the catalogue. */
  matter: number;
  terms: ReadonlyMap<string, number>;
}

export interface LearnOptions {
  epochs: number;
  rate: number;
  penalty: number;
  /** Weights below this share of the largest possible one are dropped. */
  least: number;
  /** Length of the vector of a text before weights are applied. */
  scale: number;
}

/** Small steps and a strong penalty: what few texts say must not weigh much. As measured by `npm run tune`. */
export const LEARN_OPTIONS: LearnOptions = { epochs: 16, rate: 0.03, penalty: 0.02, least: 2, scale: 8 };

interface Example {
  matter: number;
  ids: Int32Array;
  shares: Float64Array;
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

export function learnEvidence(
  matters: readonly string[],
  texts: readonly LabelledText[],
  learnedFrom: string,
  options: LearnOptions = LEARN_OPTIONS,
): EvidenceFile {
  const carriers = new Map<string, number>();
  for (const { terms } of texts)
    for (const term of terms.keys()) carriers.set(term, (carriers.get(term) ?? 0) + 1);
  const vocabulary = [...carriers.keys()].sort();
  const ids = new Map(vocabulary.map((term, i) => [term, i]));
  const values = vocabulary.map(
    (term) => Math.round(1000 * termValue(carriers.get(term) ?? 1, texts.length)) / 1000,
  );
  const examples = texts.flatMap(({ matter, terms }): Example[] => {
    const entries = [...terms].filter(([, weight]) => weight > 0);
    const raw = entries.map(([term, weight]) => weight * (values[ids.get(term) ?? -1] ?? 0));
    const length = Math.hypot(...raw);
    if (length === 0) return [];
    return [
      {
        matter,
        ids: Int32Array.from(entries, ([term]) => ids.get(term) ?? 0),
        shares: Float64Array.from(raw, (value) => (options.scale * value) / length),
      },
    ];
  });

  // only where a matter's own texts have the term is there a weight: evidence is always somebody's word
  const ownersOf: Set<number>[] = vocabulary.map(() => new Set());
  for (const { matter, ids: own } of examples) for (const id of own) ownersOf[id]?.add(matter);
  const starts = new Int32Array(vocabulary.length + 1);
  ownersOf.forEach((set, t) => (starts[t + 1] = (starts[t] ?? 0) + set.size));
  const owners = Int32Array.from(ownersOf.flatMap((set) => [...set].sort((a, b) => a - b)));
  const size = matters.length;
  const weights = new Float64Array(owners.length);
  const squares = new Float64Array(owners.length).fill(1e-6);
  const bias = new Float64Array(size);
  const error = new Float64Array(size);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const at of shuffled(examples.length, epoch)) {
      const example = examples[at];
      if (!example) continue;
      const { ids: own, shares, matter } = example;
      error.set(bias);
      for (let j = 0; j < own.length; j++) {
        const share = shares[j] ?? 0;
        const end = starts[(own[j] ?? 0) + 1] ?? 0;
        for (let k = starts[own[j] ?? 0] ?? 0; k < end; k++) {
          const m = owners[k] ?? 0;
          error[m] = (error[m] ?? 0) + share * (weights[k] ?? 0);
        }
      }
      let top = -Infinity;
      for (let m = 0; m < size; m++) if ((error[m] ?? 0) > top) top = error[m] ?? 0;
      let total = 0;
      for (let m = 0; m < size; m++) {
        const share = Math.exp((error[m] ?? 0) - top);
        error[m] = share;
        total += share;
      }
      for (let m = 0; m < size; m++) error[m] = (error[m] ?? 0) / total;
      error[matter] = (error[matter] ?? 0) - 1;
      for (let j = 0; j < own.length; j++) {
        const share = shares[j] ?? 0;
        const end = starts[(own[j] ?? 0) + 1] ?? 0;
        for (let k = starts[own[j] ?? 0] ?? 0; k < end; k++) {
          const gradient = share * (error[owners[k] ?? 0] ?? 0) + options.penalty * (weights[k] ?? 0);
          const square = (squares[k] ?? 0) + gradient * gradient;
          squares[k] = square;
          weights[k] = (weights[k] ?? 0) - (options.rate * gradient) / Math.sqrt(square);
        }
      }
    }
  }

  let largest = 0;
  for (const weight of weights) if (Math.abs(weight) > largest) largest = Math.abs(weight);
  const step = (largest * options.scale) / 127 || 1;
  const counts: number[] = [];
  const keptOwners: number[] = [];
  const packed: number[] = [];
  for (let t = 0; t < vocabulary.length; t++) {
    let count = 0;
    for (let k = starts[t] ?? 0; k < (starts[t + 1] ?? 0); k++) {
      const units = Math.round(((weights[k] ?? 0) * options.scale) / step);
      if (Math.abs(units) < options.least) continue;
      keptOwners.push(owners[k] ?? 0);
      packed.push(units);
      count++;
    }
    counts.push(count);
  }
  return {
    formatVersion: 1,
    learnedFrom,
    matters: [...matters],
    terms: vocabulary.join(' '),
    values: packPairs(values.map((value) => Math.round(value * 1000))),
    counts: packPairs(counts),
    owners: packPairs(keptOwners),
    weights: toBase64(Uint8Array.from(packed, (units) => units & 0xff)),
    step,
    bias: Array.from(bias, (value) => Math.round(value * 1000) / 1000),
  };
}
