// Small, deterministic fitting: a listwise softmax for the ranking, a logistic for the decision.

export interface RankingExample {
  id: string;
  /** One row a candidate. */
  features: number[][];
  accepted: boolean[];
  /** How much it counts; 1 for a question as it was asked. */
  weight: number;
}

export interface BinaryExample {
  id: string;
  features: number[];
  positive: boolean;
  weight: number;
}

const STEPS = 400;
const RATE = 0.05;

/** Adam on a full batch; `gradient` fills the gradient at `w`. Same input, same weights. */
function descend(start: readonly number[], gradient: (w: number[], g: number[]) => void): number[] {
  const w = [...start];
  const m = w.map(() => 0);
  const v = w.map(() => 0);
  for (let step = 1; step <= STEPS; step++) {
    const g = w.map(() => 0);
    gradient(w, g);
    for (let i = 0; i < w.length; i++) {
      const gi = g[i] ?? 0;
      m[i] = 0.9 * (m[i] ?? 0) + 0.1 * gi;
      v[i] = 0.999 * (v[i] ?? 0) + 0.001 * gi * gi;
      const mean = (m[i] ?? 0) / (1 - 0.9 ** step);
      const spread = (v[i] ?? 0) / (1 - 0.999 ** step);
      w[i] = (w[i] ?? 0) - (RATE * mean) / (Math.sqrt(spread) + 1e-8);
    }
  }
  return w;
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** Maximises the probability that an accepted candidate comes first; `penalty` holds weights near `start`. */
export function fitRanking(
  examples: readonly RankingExample[],
  start: readonly number[],
  penalty: number,
): number[] {
  const mass = examples.reduce((sum, example) => sum + example.weight, 0) || 1;
  return descend(start, (w, g) => {
    for (const { features, accepted, weight } of examples) {
      const scores = features.map((row) => dot(w, row));
      const top = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - top));
      const total = shares.reduce((sum, share) => sum + share, 0);
      const right = shares.reduce((sum, share, i) => sum + (accepted[i] === true ? share : 0), 0);
      if (right === 0) continue;
      features.forEach((row, i) => {
        const share = shares[i] ?? 0;
        const pull = (weight * (share / total - (accepted[i] === true ? share / right : 0))) / mass;
        for (let k = 0; k < row.length; k++) g[k] = (g[k] ?? 0) + pull * (row[k] ?? 0);
      });
    }
    for (let k = 0; k < w.length; k++) g[k] = (g[k] ?? 0) + penalty * ((w[k] ?? 0) - (start[k] ?? 0));
  });
}

/** Logistic regression with an L2 penalty; the first feature is the bias and is not penalised. */
export function fitLogistic(examples: readonly BinaryExample[], size: number, penalty: number): number[] {
  const mass = examples.reduce((sum, example) => sum + example.weight, 0) || 1;
  return descend(
    Array.from({ length: size }, () => 0),
    (w, g) => {
      for (const { features, positive, weight } of examples) {
        const error = 1 / (1 + Math.exp(-dot(w, features))) - (positive ? 1 : 0);
        for (let k = 0; k < size; k++) g[k] = (g[k] ?? 0) + (weight * error * (features[k] ?? 0)) / mass;
      }
      for (let k = 1; k < size; k++) g[k] = (g[k] ?? 0) + penalty * (w[k] ?? 0);
    },
  );
}

/** Fold of an id, 0…folds−1, independent of order. */
export function foldOf(id: string, folds: number): number {
  let hash = 7;
  for (let i = 0; i < id.length; i++) hash = (Math.imul(hash, 31) + id.charCodeAt(i)) >>> 0;
  return hash % folds;
}

export interface RankingMeasure {
  top1: number;
  top3: number;
  count: number;
}

export function measureRanking(examples: readonly RankingExample[], w: readonly number[]): RankingMeasure {
  let top1 = 0;
  let top3 = 0;
  for (const { features, accepted, weight } of examples) {
    if (weight < 1) continue;
    const order = features
      .map((row, i) => ({ i, score: dot(w, row) }))
      .sort((a, b) => b.score - a.score || a.i - b.i);
    if (accepted[order[0]?.i ?? -1] === true) top1++;
    if (order.slice(0, 3).some(({ i }) => accepted[i] === true)) top3++;
  }
  return { top1, top3, count: examples.filter((example) => example.weight >= 1).length };
}

export { dot };
