// The contenders in one run, ours last.
import type { LoadedData } from '../../../src/app/data.ts';
import type { EvalQuestion } from '../questions.ts';
import type { Contender } from './contender.ts';
import { isComparable, measure, type Measured } from './measure.ts';
import { createOwnContenders } from './own-engine.ts';
import { PEERS } from './peers.ts';
import { createBm25Contenders } from './plain-bm25.ts';
import { toComparisonTable } from './table.ts';

export function createContenders(data: LoadedData): Contender[] {
  return [...createBm25Contenders(data.pipeline), ...PEERS, ...createOwnContenders(data)];
}

/** The table that `npm run eval -- --compare` prints. */
export async function compareEngines(data: LoadedData, questions: readonly EvalQuestion[]): Promise<string> {
  const asked = questions.filter(isComparable);
  const results = new Map<string, Measured[]>();
  for (const contender of createContenders(data))
    results.set(contender.name, await measure(contender, asked, data.corpus));
  return toComparisonTable(results);
}
