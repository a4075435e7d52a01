// npm run eval: the questions of data/eval scored as the batch interface answers them.
import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import { createLoadedEngine, loadData } from '../../src/app/data.ts';
import { toQuestion } from '../../src/channels/cli/batch.ts';
import { toMachineAnswer } from '../../src/channels/cli/machine.ts';
import { generalise, linkStrangers, toGeneralisationTable } from './generalise/index.ts';
import { loadQuestions } from './questions.ts';
import { toConfusionTable, toDecisionLines, toScoreDeciles, type Judged } from './reliability.ts';
import { score, type Score } from './score.ts';

const program = new Command('eval')
  .description('用 data/eval 的问题评测：首位、前三、结论、拒答、部门、清单集合')
  .option('--misses <n>', '列出多少个答错的问题', '25')
  .option('--set <name>', '只测某个文件（如 dev）')
  .option('--kind <name>', '只测某一类问题')
  .option('--from <folder>', '改测另一个文件夹里的问题', 'data/eval')
  .option('--compare', '各种切词和别的检索库与本引擎同题对照')
  .option('--generalise', '逐个乡镇抽掉它自己的事项名称，自动重新对上，看首位掉多少')
  .option('--floor', '低于 docs/evaluation.md 记录的底线时以 1 退出')
  .parse();
const options = program.opts<{
  misses: string;
  set?: string;
  kind?: string;
  from: string;
  compare?: boolean;
  generalise?: boolean;
  floor?: boolean;
}>();

const data = loadData('data', 'bigram');
const engine = createLoadedEngine(data, null);
const questions = loadQuestions(options.from).filter(
  (q) =>
    (options.set === undefined || q.set === options.set) &&
    (options.kind === undefined || q.kind === options.kind),
);
if (options.compare === true) {
  // its libraries, one of them native, are loaded for the comparison only
  const { compareEngines } = await import('./compare/index.ts');
  console.log(await compareEngines(data, questions));
  process.exit();
}
if (options.generalise === true) {
  console.log(toGeneralisationTable(generalise(data, questions), linkStrangers(data.lexicon, data.corpus)));
  process.exit();
}
const times: number[] = [];
for (const document of data.corpus.documents)
  engine.answer({ text: '预热', documentId: document.id, history: [] });
const judged = questions.map((question): Judged => {
  const started = performance.now();
  const answer = engine.answer(toQuestion(question, data.corpus.documents));
  times.push(performance.now() - started);
  return { score: score(question, toMachineAnswer(answer)), answer };
});
const scores = judged.map((entry) => entry.score);

type Measure = 'top1' | 'top3' | 'verdict' | 'departments' | 'set' | 'refusal' | 'falseRefusal';
const MEASURES: readonly Measure[] = [
  'top1',
  'top3',
  'verdict',
  'departments',
  'set',
  'refusal',
  'falseRefusal',
];

function summarise(name: string, group: readonly Score[]): string {
  const cells = MEASURES.map((measure) => {
    const values = group.map((s) => s[measure]).filter((v) => v !== null);
    if (values.length === 0) return '       -'.padStart(9);
    const right = values.filter(Boolean).length;
    return `${((100 * right) / values.length).toFixed(1)}%`.padStart(9);
  });
  return `${name.padEnd(22)}${String(group.length).padStart(5)}${cells.join('')}`;
}

console.log(
  `${''.padEnd(22)}${'n'.padStart(5)}${['top1', 'top3', 'verdict', 'depts', 'sets', 'refused', 'falseRef'].map((m) => m.padStart(9)).join('')}`,
);
for (const key of ['kind', 'set'] as const) {
  for (const name of new Set(questions.map((q) => q[key]))) {
    console.log(
      summarise(
        name,
        scores.filter((s) => s.question[key] === name),
      ),
    );
  }
  console.log('');
}
console.log(summarise('all', scores));
console.log(`\n${toConfusionTable(judged)}\n\n${toDecisionLines(judged)}\n\n${toScoreDeciles(judged)}\n`);
times.sort((a, b) => a - b);
const at = (share: number): string =>
  (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
console.log(`ms: p50 ${at(0.5)} p95 ${at(0.95)} p99 ${at(0.99)} max ${at(1)}`);

/** The floor that CI holds: what docs/evaluation.md records, less two points for the next catalogue edit. */
const FLOOR: Partial<Record<Measure, number>> = {
  top1: 0.97,
  top3: 0.985,
  verdict: 0.975,
  set: 0.98,
  refusal: 0.955,
};
if (options.floor === true) {
  for (const [measure, least] of Object.entries(FLOOR) as [Measure, number][]) {
    const values = scores.map((s) => s[measure]).filter((v) => v !== null);
    const share = values.filter(Boolean).length / Math.max(1, values.length);
    if (share >= least) continue;
    console.error(
      `${measure} ${(100 * share).toFixed(1)} % is under the floor of ${(100 * least).toFixed(0)} %`,
    );
    process.exitCode = 1;
  }
}

const isWrong = (s: Score): boolean =>
  s.top1 === false || !s.verdict || s.set === false || s.refusal === false;
for (const s of scores.filter(isWrong).slice(0, Number(options.misses))) {
  const { question, answer } = s;
  console.log(`\n${question.id} [${question.kind}] ${question.asker_township ?? '-'} ${question.q}`);
  console.log(
    `  want ${question.expect.verdict} ${question.expect.answers.map((a) => `${a[0].slice(0, 2)}${a[1][0]}${a[2]}`).join(' ')}`,
  );
  console.log(
    `  got  ${answer.kind}/${answer.verdict} ${answer.items
      .slice(0, 5)
      .map((i) => `${i.township.slice(0, 2)}${i.list[0]}${i.no}(${i.score.toFixed(2)})`)
      .join(' ')}`,
  );
}
