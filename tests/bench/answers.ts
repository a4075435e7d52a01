// npm run bench [-- answers]: rebuild, load, answer. Figures are printed, never asserted.
import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import { buildAll } from '../../index-builder/build.ts';
import { deriveFrom } from '../../index-builder/derived.ts';
import type { Item } from '../../src/duty/index.ts';
import { createCorpus } from '../../src/duty/index.ts';
import { createEngine } from '../../src/answer/index.ts';
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
  console.log(`${name.padEnd(28)} ${(performance.now() - started).toFixed(0)} ms`);
  return result;
}

function percentiles(name: string, times: number[]): void {
  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2);
  console.log(`${name.padEnd(28)} n ${times.length} p50 ${at(0.5)} p95 ${at(0.95)} p99 ${at(0.99)} ms`);
}

timed('full rebuild', () => {
  const { file } = buildAll({ rootDir: '.' });
  return deriveFrom(file, '.');
});
const data = timed('load data', () => loadData('data', 'bigram'));
const saved = createShardSource(data, 'var/index');
for (const document of data.corpus.documents) timed(`load shard ${document.id}`, () => saved(document.id));

const questions = loadQuestions().map((question) => toQuestion(question, data.corpus.documents));
const short = questions.filter((question) => question.text.length <= 200);
const long = questions.slice(0, 100).map((question, i) => ({
  ...question,
  text: `${question.text}${questions[i + 100]?.text ?? ''}${questions[i + 200]?.text ?? ''}${questions[i + 300]?.text ?? ''}${questions[i + 400]?.text ?? ''}${questions[i + 500]?.text ?? ''}`.slice(
    0,
    400,
  ),
}));

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
  for (const question of short) engine.answer(question);
  for (const [name, list] of [
    [`questions, ${count} townships`, short],
    [`400 characters, ${count}`, long],
  ] as const) {
    const times: number[] = [];
    for (const question of list) {
      const started = performance.now();
      engine.answer(question);
      times.push(performance.now() - started);
    }
    percentiles(name, times);
  }
}
console.log(`resident memory              ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
