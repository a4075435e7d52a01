// npm run eval -- --compare: how often each contender has an accepted row first or among three, and its time.
import { performance } from 'node:perf_hooks';
import type { Corpus } from '../../../src/duty/index.ts';
import { rowKey } from '../score.ts';
import type { EvalQuestion } from '../questions.ts';
import type { Contender, Find } from './contender.ts';

export interface Measured {
  question: EvalQuestion;
  top1: boolean;
  top3: boolean;
  ms: number;
}

const ITEM_VERDICTS: ReadonlySet<string> = new Set(['township', 'upstream', 'reclaimed']);

/**
 * Questions that stand alone and ask for one item of one township: no follow-ups, which need their conversation, and
 * no look-ups by department, which ask for a listing.
 */
export function isComparable({ kind, history, expect }: EvalQuestion): boolean {
  const townships = new Set(expect.answers.map(([township]) => township));
  return (
    ITEM_VERDICTS.has(expect.verdict) &&
    townships.size === 1 &&
    (history ?? []).length === 0 &&
    kind !== 'department'
  );
}

/** Asks a contender every question in its township, whose index is built before the clock runs. */
export async function measure(
  contender: Contender,
  questions: readonly EvalQuestion[],
  corpus: Corpus,
): Promise<Measured[]> {
  const finders = new Map<string, Find>();
  for (const { id, township } of corpus.documents)
    finders.set(township, await contender.open(id, corpus.items(id)));
  const measured: Measured[] = [];
  for (const question of questions) {
    const township = question.expect.answers[0]?.[0] ?? '';
    const find = finders.get(township);
    if (!find) throw new Error(`${question.id} asks for a township without a list: ${township}`);
    const accepted = new Set(question.expect.answers.map(([of, list, no]) => rowKey(of, list, no)));
    const started = performance.now();
    const rows = await find(question);
    const ms = performance.now() - started;
    const right = rows.slice(0, 3).map(({ list, no }) => accepted.has(rowKey(township, list, no)));
    measured.push({ question, top1: right[0] === true, top3: right.includes(true), ms });
  }
  return measured;
}
