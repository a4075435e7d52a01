// Scoring one machine answer against what was expected.
import type { MachineAnswer } from '../../src/channels/cli/machine.ts';
import type { EvalQuestion } from './questions.ts';

export interface Score {
  question: EvalQuestion;
  answer: MachineAnswer;
  /** Null where the measure does not apply to the question. */
  top1: boolean | null;
  top3: boolean | null;
  verdict: boolean;
  departments: boolean | null;
  /** Listings, counts and comparisons: the set and the value are right. */
  set: boolean | null;
  /** A listed matter was refused, or an unlisted one answered. */
  falseRefusal: boolean | null;
  refusal: boolean | null;
}

/** A row as accepted and given rows are compared by. */
export const rowKey = (township: string, list: string, no: number): string => `${township} ${list} ${no}`;

function sameValue(expected: unknown, given: unknown): boolean {
  if (expected === undefined || expected === null) return true;
  if (typeof expected !== 'object') return expected === given;
  const other = given as Record<string, unknown> | null;
  return Object.entries(expected).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(other?.[name]),
  );
}

export function score(question: EvalQuestion, answer: MachineAnswer): Score {
  const { expect } = question;
  const accepted = new Set(expect.answers.map(([township, list, no]) => rowKey(township, list, no)));
  const given = answer.items.map((item) => rowKey(item.township, item.list, item.no));
  const single =
    expect.verdict !== 'not_listed' &&
    expect.verdict !== 'aggregate' &&
    expect.verdict !== 'ambiguous_township';
  const ambiguous = expect.verdict === 'ambiguous_township';
  const firstAccepted = given[0] !== undefined && accepted.has(given[0]);
  const verdictOfFirst = { basic: 'township', cooperative: 'upstream', reclaimed: 'reclaimed' } as const;
  const first = answer.items[0];
  const verdict =
    answer.verdict === expect.verdict ||
    (single && firstAccepted && first !== undefined && answer.verdict === verdictOfFirst[first.list]);
  const foundTownships = (limit: number): boolean => {
    // of each township the best row must be acceptable; some townships may be missed by the expectation
    const right = given.slice(0, limit).filter((row) => accepted.has(row)).length;
    const townships = new Set(expect.answers.map(([township]) => township)).size;
    return right >= Math.min(townships, Math.ceil(townships * 0.6));
  };
  const [best] = expect.answers;
  const bestRow = best ? rowKey(best[0], best[1], best[2]) : null;
  const aggregate = expect.verdict === 'aggregate';
  const values = [expect.value, ...(expect.value_alt ?? [])];
  return {
    question,
    answer,
    top1: single ? firstAccepted : ambiguous ? foundTownships(10) : null,
    top3: single ? given.slice(0, 3).some((row) => accepted.has(row)) : null,
    verdict,
    departments:
      single && firstAccepted && given[0] === bestRow
        ? expect.departments.every((name) => answer.departments.includes(name))
        : null,
    set: aggregate
      ? values.some((value) => sameValue(value, answer.value)) &&
        (expect.answers.length === 0 ||
          (given.length === accepted.size && given.every((row) => accepted.has(row))))
      : null,
    falseRefusal: single || ambiguous ? answer.verdict === 'not_listed' : null,
    refusal: expect.verdict === 'not_listed' ? answer.verdict === 'not_listed' : null,
  };
}
