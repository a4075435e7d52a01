// How far the decisions can be relied on: confusion between the lists, choices, refusals, and the score that is given.
import type { Answer } from '../../src/answer/index.ts';
import { LIST_KINDS, type ListKind } from '../../src/duty/index.ts';
import { rowKey, type Score } from './score.ts';

/** A question's score with the answer that it is for. */
export interface Judged {
  score: Score;
  answer: Answer;
}

const NONE = 'none';
type Side = ListKind | typeof NONE;
const SIDES: readonly Side[] = [...LIST_KINDS, NONE];

/** The list that is expected; null where no single item is, and no refusal. */
function expectedSide({ question: { expect } }: Score): Side | null {
  if (expect.verdict === 'not_listed') return NONE;
  if (expect.verdict === 'aggregate' || expect.verdict === 'ambiguous_township') return null;
  return expect.answers[0]?.[1] ?? null;
}

const givenSide = ({ answer }: Score): Side => answer.items[0]?.list ?? NONE;

/** Expected list of the first acceptable row (lines) against list of the first given one (columns); `none`: refused. */
export function toConfusionTable(judged: readonly Judged[]): string {
  const scores = judged.map(({ score }) => score);
  const line = (name: string, cells: readonly string[]): string =>
    name.padEnd(20) + cells.map((cell) => cell.padStart(14)).join('');
  const accepted = scores.filter(
    (score) => score.top1 === true && ![null, givenSide(score)].includes(expectedSide(score)),
  );
  return [
    line('expected \\ given', SIDES),
    ...SIDES.map((expected) => {
      const group = scores.filter((score) => expectedSide(score) === expected);
      return line(
        expected,
        SIDES.map((given) => String(group.filter((score) => givenSide(score) === given).length)),
      );
    }),
    `beside the diagonal and accepted all the same: ${accepted.length}`,
  ].join('\n');
}

const ofAll = (part: number, whole: number): string =>
  `${part} of ${whole}${whole === 0 ? '' : ` (${((100 * part) / whole).toFixed(1)}%)`}`;

/** Whether one of the rows offered for choice is acceptable. */
function offersRight({ score, answer }: Judged): boolean {
  if (answer.kind !== 'choice') return false;
  const accepted = new Set(
    score.question.expect.answers.map(([township, list, no]) => rowKey(township, list, no)),
  );
  return answer.candidates.some(({ item, document }) =>
    accepted.has(rowKey(document.township, item.list, item.no)),
  );
}

/** Choices: one of the offered right, the first right. Refusals: truly not listed. */
export function toDecisionLines(judged: readonly Judged[]): string {
  const choices = judged.filter(({ answer }) => answer.kind === 'choice');
  const refusals = judged.filter(({ answer }) => answer.kind === 'not_listed');
  const truly = refusals.filter(({ score }) => score.question.expect.verdict === 'not_listed');
  return [
    `choices offered: ${choices.length}, one of the offered right ${ofAll(choices.filter(offersRight).length, choices.length)}, the first right ${ofAll(choices.filter(({ score }) => score.top1 === true).length, choices.length)}`,
    `not_listed answered: ${refusals.length}, truly not listed ${ofAll(truly.length, refusals.length)}`,
  ].join('\n');
}

const DECILES = 10;

/** Answers with one item, by the score given to it: how many, and how many of them right. Empty deciles are left out. */
export function toScoreDeciles(judged: readonly Judged[]): string {
  const counts = Array.from({ length: DECILES }, () => ({ all: 0, right: 0 }));
  for (const { score } of judged) {
    const first = score.answer.items[0];
    if (!first || score.answer.verdict === 'aggregate' || score.answer.kind === 'ambiguous_township')
      continue;
    const count = counts[Math.min(DECILES - 1, Math.floor(first.score * DECILES))];
    if (!count) continue;
    count.all++;
    if (score.top1 === true) count.right++;
  }
  return [
    'score given    answers  right',
    ...counts.flatMap(({ all, right }, i) =>
      all === 0
        ? []
        : [
            `${(i / DECILES).toFixed(1)} to ${((i + 1) / DECILES).toFixed(1)}${String(all).padStart(12)}${`${((100 * right) / all).toFixed(0)}%`.padStart(8)}`,
          ],
    ),
  ].join('\n');
}
