// npm run eval -- --generalise: what each township's questions lose when its own names are withheld from the catalogue.
import type { Engine } from '../../../src/answer/index.ts';
import { createLoadedEngine, type LoadedData } from '../../../src/app/data.ts';
import { toQuestion } from '../../../src/channels/cli/batch.ts';
import { toMachineAnswer } from '../../../src/channels/cli/machine.ts';
import type { EvalQuestion } from '../questions.ts';
import { score } from '../score.ts';
import { FATES, withholdNames, type Withheld } from './withhold.ts';

export interface Generalisation {
  township: string;
  withheld: Withheld;
  /** Single-item questions of the township, and of them right with and without its names. */
  questions: number;
  before: number;
  after: number;
  /** Questions that were right and are wrong now. */
  worse: EvalQuestion[];
}

/** Whether the first row is right; null for a question that does not ask for one item of the township. */
function isRight(engine: Engine, question: EvalQuestion, data: LoadedData): boolean | null {
  const answer = engine.answer(toQuestion(question, data.corpus.documents));
  return score(question, toMachineAnswer(answer)).top1;
}

const asksFor = ({ expect }: EvalQuestion, township: string): boolean =>
  ['township', 'upstream', 'reclaimed'].includes(expect.verdict) && expect.answers[0]?.[0] === township;

/** Every township in turn. The learned evidence and the ranking stay as they are. */
export function generalise(data: LoadedData, questions: readonly EvalQuestion[]): Generalisation[] {
  const full = createLoadedEngine(data, null);
  return data.corpus.documents.map(({ id, township }) => {
    const withheld = withholdNames(data.lexicon, data.corpus, id);
    const engine = createLoadedEngine({ ...data, lexicon: withheld.lexicon }, null);
    const asked = questions.filter((question) => asksFor(question, township));
    const before = asked.filter((question) => isRight(full, question, data) === true);
    const after = new Set(asked.filter((question) => isRight(engine, question, data) === true));
    return {
      township,
      withheld,
      questions: asked.length,
      before: before.length,
      after: after.size,
      worse: before.filter((question) => !after.has(question)),
    };
  });
}

/** Points of top-1 lost over all questions; below 0 when it gained. */
export function lossOf(results: readonly Generalisation[]): number {
  const sum = (count: (result: Generalisation) => number): number =>
    results.reduce((total, result) => total + count(result), 0);
  return (100 * (sum((r) => r.before) - sum((r) => r.after))) / Math.max(1, sum((r) => r.questions));
}

const CELL_WIDTH = 10;

/** One line a township: names taken out, what became of its items, top-1 with and without, points lost. */
export function toGeneralisationTable(results: readonly Generalisation[]): string {
  const line = (cells: readonly string[], name: string): string =>
    `${cells.map((cell) => cell.padStart(CELL_WIDTH)).join('')}  ${name}`;
  return [
    line(['names out', 'items', ...FATES, 'questions', 'top1 with', 'without', 'lost'], ''),
    ...results.map((result) => {
      const { withheld, questions, before, after } = result;
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
        ],
        result.township,
      );
    }),
    `all: ${lossOf(results).toFixed(1)} points of top-1 lost`,
    ...results.flatMap(({ worse }) => worse.map(({ id, q }) => `  now wrong: ${String(id)} ${q.slice(0, 60)}`)),
  ].join('\n');
}
