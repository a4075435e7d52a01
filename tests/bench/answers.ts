// npm run bench [-- answers]: rebuild, load, answer. Figures are printed, never asserted.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import { z } from 'zod';
import { buildAll } from '../../index-builder/build.ts';
import { deriveFrom } from '../../index-builder/derived.ts';
import type { Item } from '../../src/duty/index.ts';
import { createCorpus } from '../../src/duty/index.ts';
import { createEngine, type Engine, type Question } from '../../src/answer/index.ts';
import { createShardSource, loadData } from '../../src/app/data.ts';
import { toQuestion } from '../../src/channels/cli/batch.ts';
import { loadQuestions } from '../eval/questions.ts';

const program = new Command('bench')
  .description('测耗时：重建、装载分片、回答（5、50、500 个乡镇）、内存')
  .helpOption('-h, --help', '显示本说明')
  .option('--townships <n...>', '乡镇数', ['5', '50', '500'])
  .parse();
const { townships } = program.opts<{ townships: string[] }>();

function timed<T>(name: string, run: () => T): T {
  const started = performance.now();
  const result = run();
  console.log(`${name.padEnd(28)} ${(performance.now() - started).toFixed(1)} ms`);
  return result;
}

function percentiles(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2);
  console.log(
    `${name.padEnd(28)} n ${times.length} p50 ${at(0.5)} p95 ${at(0.95)} p99 ${at(0.99)} max ${at(1)} ms`,
  );
}

const ROUNDS = 3;

/** Each question once a round, all lists already opened; the last line is what the code costs, other work on the machine apart. */
function measure(name: string, engine: Engine, questions: readonly Question[]): number[] {
  const fastest = questions.map(() => Infinity);
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    questions.forEach((question, i) => {
      const started = performance.now();
      engine.answer(question);
      const time = performance.now() - started;
      all.push(time);
      fastest[i] = Math.min(fastest[i] ?? Infinity, time);
    });
  }
  percentiles(name, all);
  percentiles(`  fastest of ${ROUNDS}`, fastest);
  return fastest;
}

const REPORT_PEAK = 'process.on("exit",()=>process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`))';

/** Flags and file of `npm run ask`. */
const [, ...ASK] = z
  .object({ scripts: z.object({ ask: z.string().startsWith('node ') }) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')))
  .scripts.ask.split(' ');

/** Most memory that one `npm run ask` ever held, its state in `stateDir`. */
function peakOfAsk(name: string, stateDir: string, options: readonly string[]): void {
  const preload = `data:text/javascript,${encodeURIComponent(REPORT_PEAK)}`;
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', preload, ...ASK, '谁负责秸秆焚烧', ...options],
    { env: { PATH: process.env['PATH'], DUTY_DESK_STATE_DIR: stateDir }, encoding: 'utf8' },
  );
  const peak = Number(/^peak (?<kilobytes>\d+)$/m.exec(stderr)?.groups?.['kilobytes']);
  console.log(`${name.padEnd(28)} ${(peak / 1024).toFixed(0)} MB`);
}

for (const [name, options] of [
  ['one township', ['--township', '阿拉甫乡']],
  ['no township', []],
] as const) {
  const stateDir = mkdtempSync(path.join(tmpdir(), 'duty-desk-bench-'));
  peakOfAsk(`ask, ${name}, first run`, stateDir, options);
  peakOfAsk(`ask, ${name}, later`, stateDir, options);
  rmSync(stateDir, { recursive: true });
}
timed('full rebuild', () => {
  const { file } = buildAll({ rootDir: '.' });
  return deriveFrom(file, '.');
});
const data = timed('load data', () => loadData('data', 'bigram'));
const indexDir = mkdtempSync(path.join(tmpdir(), 'duty-desk-bench-'));
const built = createShardSource(data, indexDir);
for (const document of data.corpus.documents) timed(`build shard ${document.id}`, () => built(document.id));
const saved = createShardSource(data, indexDir);
for (const document of data.corpus.documents) timed(`load shard ${document.id}`, () => saved(document.id));
rmSync(indexDir, { recursive: true });

const questions = loadQuestions().map((question) => toQuestion(question, data.corpus.documents));
const short = questions.filter((question) => question.text.length <= 200);
const long = questions.slice(0, 100).map((question, i) => ({
  ...question,
  text: `${question.text}${questions[i + 100]?.text ?? ''}${questions[i + 200]?.text ?? ''}${questions[i + 300]?.text ?? ''}${questions[i + 400]?.text ?? ''}${questions[i + 500]?.text ?? ''}`.slice(
    0,
    400,
  ),
}));

const KINDS: readonly (readonly [string, (question: Question | undefined) => boolean])[] = [
  ['township bound', (question) => question?.documentId !== null && question?.history.length === 0],
  ['no township bound', (question) => question?.documentId === null && question.history.length === 0],
  ['in a conversation', (question) => (question?.history.length ?? 0) > 0],
];

for (const count of townships.map(Number)) {
  const documents = Array.from({ length: count }, (_, i) => {
    const original = data.corpus.documents[i % data.corpus.documents.length];
    if (!original) throw new Error('no lists loaded');
    return i < data.corpus.documents.length
      ? original
      : { ...original, id: `${original.id}-v${i}`, township: `测试第${i}乡`, aliases: [], countyAliases: [] };
  });
  const links = { ...data.lexicon.links };
  const items = documents.flatMap((document, i) => {
    const original = data.corpus.documents[i % data.corpus.documents.length];
    const own = data.corpus.items(original?.id ?? '');
    if (document.id === original?.id) return [...own];
    return own.map((item): Item => {
      const id = item.id.replace(item.documentId, document.id);
      const found = data.lexicon.links[item.id];
      if (found) links[id] = found;
      return { ...item, id, documentId: document.id };
    });
  });
  const corpus = createCorpus({ formatVersion: 1, documents, items });
  const many = { ...data, corpus, lexicon: { ...data.lexicon, links } };
  const engine = timed(`engine, ${count} townships`, () =>
    createEngine({ ...many, shard: createShardSource(many, null) }),
  );
  // the indexes that these questions need are built here, which is no part of an answer
  for (const question of [...short, ...long]) engine.answer(question);
  const times = measure(`questions, ${count} townships`, engine, short);
  for (const [name, fits] of KINDS)
    percentiles(
      `  ${name}`,
      times.filter((_, i) => fits(short[i])),
    );
  measure(`400 characters, ${count}`, engine, long);
}
console.log(`resident, all of the above   ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
