// npm run eval -- --generalise: what each township's questions lose when its own names are withheld from the catalogue.
import type { Engine } from '../../../src/answer/index.ts';
import { createLoadedEngine, type LoadedData } from '../../../src/app/data.ts';
import { toQuestion } from '../../../src/channels/cli/batch.ts';
import { toMachineAnswer } from '../../../src/channels/cli/machine.ts';
import type { EvalQuestion } from '../questions.ts';
import { score } from '../score.ts';
import type { Strangers } from './strangers.ts';
import { FATES, withholdNames, type Withheld } from './withhold.ts';

export { linkStrangers } from './strangers.ts';

export interface Generalisation {
  township: string;
  withheld: Withheld;
  /** Single-item questions of the township, and of them right with and without its names. */
  questions: number;
  before: number;
  after: number;
  /** Questions that the list does not cover, asked in the township, and of them refused with and without. */
  unlisted: { questions: number; before: number; after: number };
  /** Questions that were right and are wrong now. */
  worse: EvalQuestion[];
}

/** Whether the first row is right, or the refusal. */
function isRight(engine: Engine, question: EvalQuestion, data: LoadedData): boolean {
  const answer = engine.answer(toQuestion(question, data.corpus.documents));
  const { top1, refusal } = score(question, toMachineAnswer(answer));
  return top1 ?? refusal ?? false;
}

const asksFor = ({ expect }: EvalQuestion, township: string): boolean =>
  ['township', 'upstream', 'reclaimed'].includes(expect.verdict) && expect.answers[0]?.[0] === township;
const isUnlisted = ({ expect, asker_township: asker }: EvalQuestion, township: string): boolean =>
  expect.verdict === 'not_listed' && asker === township;

/** Every township in turn. The learned evidence and the ranking stay as they are. */
export function generalise(data: LoadedData, questions: readonly EvalQuestion[]): Generalisation[] {
  const full = createLoadedEngine(data, null);
  return data.corpus.documents.map(({ id, township }) => {
    const withheld = withholdNames(data.lexicon, data.corpus, id);
    const engine = createLoadedEngine({ ...data, lexicon: withheld.lexicon }, null);
    const asked = questions.filter((question) => asksFor(question, township));
    const before = asked.filter((question) => isRight(full, question, data));
    const after = new Set(asked.filter((question) => isRight(engine, question, data)));
    const unlisted = questions.filter((question) => isUnlisted(question, township));
    return {
      township,
      withheld,
      questions: asked.length,
      before: before.length,
      after: after.size,
      unlisted: {
        questions: unlisted.length,
        before: unlisted.filter((question) => isRight(full, question, data)).length,
        after: unlisted.filter((question) => isRight(engine, question, data)).length,
      },
      worse: before.filter((question) => !after.has(question)),
    };
  });
}

/** Points of top-1 lost over all questions; below 0 when it gained. */
export function lossOf(results: readonly Generalisation[]): number {
  const sum = (count: (result: Generalisation) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  return (
    (100 * (sum((r) => r.before) - sum((r) => r.after))) /
    Math.max(
      1,
      sum((r) => r.questions),
    )
  );
}

const CELL_WIDTH = 10;
const line = (cells: readonly string[], name: string): string =>
  `${cells.map((cell) => cell.padStart(CELL_WIDTH)).join('')}  ${name}`;

function toLine(result: Generalisation): string {
  const { withheld, questions, before, after, unlisted } = result;
  const fates = [...withheld.fates.values()];
  const percent = (count: number): string => ((100 * count) / Math.max(1, questions)).toFixed(1);
  return line(
    [
      String(withheld.names),
      String(fates.length),
      ...FATES.map((fate) => String(fates.filter((f) => f === fate).length)),
      String(questions),
      percent(before),
      percent(after),
      lossOf([result]).toFixed(1),
      `${unlisted.before}→${unlisted.after}/${unlisted.questions}`,
    ],
    result.township,
  );
}

/**
 * One line a township: names taken out, what became of the items of that name, top-1 with and without, points lost,
 * unlisted questions that were refused.
 */
export function toGeneralisationTable(results: readonly Generalisation[], strangers: Strangers): string {
  const { items, seam, foreign } = strangers;
  return [
    line(['names out', 'items', ...FATES, 'questions', 'top1 with', 'without', 'lost', 'refused'], ''),
    ...results.map(toLine),
    `all: ${lossOf(results).toFixed(1)} points of top-1 lost`,
    `items of matters that the catalogue does not have: ${items}; linked to a matter on the seam ${seam.length}, to a foreign one ${foreign.length}`,
    ...results.flatMap(({ worse }) => worse.map(({ id, q }) => `  now wrong: ${id} ${q.slice(0, 60)}`)),
  ].join('\n');
}
