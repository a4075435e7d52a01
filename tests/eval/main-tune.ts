// npm run tune: learns data/ranking.json from data/eval, with cross-validation, never by hand.
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { DECISION_FEATURES } from '../../src/answer/index.ts';
import { createLoadedEngine, createShardSource, loadData } from '../../src/app/data.ts';
import { createEngine, type Engine } from '../../src/answer/index.ts';
import { toQuestion } from '../../src/channels/cli/batch.ts';
import { FEATURE_NAMES, RankingModel, type FeatureName } from '../../src/search/index.ts';
import {
  dot,
  fitLogistic,
  fitRanking,
  foldOf,
  measureRanking,
  type BinaryExample,
  type RankingExample,
} from './fit.ts';
import { chooseThresholds, toShares, type ShareExample } from './choices.ts';
import { learnFromLexicon, loadStories } from './evidence-texts.ts';
import { loadQuestions, type EvalQuestion } from './questions.ts';

const program = new Command('tune')
  .description('用 data/eval 学习排序与判定权重，写入 data/ranking.json（交叉验证）')
  .option('--folds <n>', '折数', '5')
  .option('--penalty <n>', '正则强度', '0.01')
  .option('--dry', '只报告，不写文件')
  .option('--keep-evidence', '不重学用语证据，用 data/evidence.json 里现有的')
  .parse();
const options = program.opts<{ folds: string; penalty: string; dry?: boolean; keepEvidence?: boolean }>();
const folds = Number(options.folds);
const penalty = Number(options.penalty);

function writeData(name: string, text: string): void {
  if (options.dry === true) return;
  writeFileSync(`data/${name}.tmp`, text);
  renameSync(`data/${name}.tmp`, `data/${name}`);
}

const loaded = loadData('data', 'bigram');
const data =
  options.keepEvidence === true
    ? loaded
    : {
        ...loaded,
        evidence: learnFromLexicon(loaded.lexicon, loadStories(loaded.lexicon), loaded.pipeline),
      };
// a file of plain ASCII is read into half the memory
const toAscii = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
if (options.keepEvidence !== true)
  writeData('evidence.json', toAscii(`${JSON.stringify(data.evidence, null, 1)}\n`));
const shard = createShardSource(data, null);
const { corpus, lexicon } = data;
const documentOf = new Map(corpus.documents.map((document) => [document.township, document.id]));
// held-out questions are only ever measured
const questions = loadQuestions().filter(({ set }) => !set.startsWith('held'));
const key = (list: string, no: number): string => `${list} ${no}`;

function townshipsOf(question: EvalQuestion): string[] {
  const { verdict, answers } = question.expect;
  if (verdict === 'not_listed' || verdict === 'aggregate') return [];
  return verdict === 'ambiguous_township' ? [...new Set(answers.map(([t]) => t))] : [answers[0]?.[0] ?? ''];
}

function rankingExamples(engine: Engine): { examples: RankingExample[]; missing: string[] } {
  const missing: string[] = [];
  const examples = questions.flatMap((question) =>
    townshipsOf(question).flatMap((township): RankingExample[] => {
      const documentId = documentOf.get(township);
      const retrieval =
        documentId === undefined ? null : engine.retrieve(toQuestion(question, corpus.documents), documentId);
      if (!retrieval) return [];
      const accepted = new Set(
        question.expect.answers.filter(([t]) => t === township).map(([, list, no]) => key(list, no)),
      );
      const labels = retrieval.ranked.map(({ item }) => accepted.has(key(item.list, item.no)));
      if (!labels.includes(true)) missing.push(question.id);
      return [
        {
          id: question.id,
          features: retrieval.ranked.map(({ features }) => FEATURE_NAMES.map((name) => features[name])),
          accepted: labels,
          weight: 1,
        },
      ];
    }),
  );
  return { examples, missing };
}

const column = (name: FeatureName): number => FEATURE_NAMES.indexOf(name);
const TWIN_WEIGHT = 0.3;
const WITHHELD_PART = 5;

/**
 * The same question on a list of which some rows could not be linked to a matter: a fifth of the rows, chosen by
 * `seed`, have only their official words.
 */
function withholdLinks(example: RankingExample, seed: number): RankingExample {
  return {
    ...example,
    weight: TWIN_WEIGHT,
    features: example.features.map((row, i) => {
      if (foldOf(`${example.id} ${i} ${seed}`, WITHHELD_PART) !== 0) return row;
      const twin = [...row];
      twin[column('evidence')] = 0;
      twin[column('seamShare')] = 0;
      twin[column('unlinked')] = 1;
      twin[column('unlinkedOfficial')] = row[column('officialShare')] ?? 0;
      twin[column('unlinkedName')] = row[column('nameCoverage')] ?? 0;
      return twin;
    }),
  };
}

/** Matters of accepted rows and all on their seams. */
function mattersNear(question: EvalQuestion): Set<string> {
  const near = new Set<string>();
  for (const [township, list, no] of question.expect.answers) {
    const item = corpus.itemByNumber(documentOf.get(township) ?? '', list, no);
    for (const link of lexicon.links[item?.id ?? ''] ?? []) near.add(link.matter);
  }
  const own = new Set(near);
  for (const matter of lexicon.matters) {
    if (own.has(matter.id)) for (const id of matter.related) near.add(id);
    else if (matter.related.some((id) => own.has(id))) near.add(matter.id);
  }
  return near;
}

function decisionExamples(engine: Engine): BinaryExample[] {
  const carriers = new Map<string, Set<string>>();
  for (const [itemId, links] of Object.entries(lexicon.links)) {
    const documentId = corpus.item(itemId)?.documentId ?? '';
    for (const { matter } of links) carriers.set(matter, (carriers.get(matter) ?? new Set()).add(documentId));
  }
  const examples: BinaryExample[] = [];
  const add = (question: EvalQuestion, documentId: string, positive: boolean, weight: number): void => {
    const retrieval = engine.retrieve(toQuestion(question, corpus.documents), documentId);
    if (!retrieval || retrieval.ranked.length === 0) return;
    examples.push({
      id: question.id,
      features: DECISION_FEATURES.map((name) => retrieval.features[name]),
      positive,
      weight,
    });
  };
  for (const question of questions) {
    const { verdict } = question.expect;
    if (verdict === 'aggregate') continue;
    if (verdict === 'not_listed') {
      const documentId = documentOf.get(question.asker_township ?? '');
      if (documentId !== undefined) add(question, documentId, false, 3);
      continue;
    }
    for (const township of townshipsOf(question)) add(question, documentOf.get(township) ?? '', true, 1);
    const near = mattersNear(question);
    if (near.size === 0) continue;
    for (const document of corpus.documents) {
      if ([...near].some((id) => carriers.get(id)?.has(document.id) === true)) continue;
      add(question, document.id, false, 1);
    }
  }
  return examples;
}

function crossValidate<T extends { id: string }>(
  examples: readonly T[],
  run: (train: T[], test: T[]) => void,
): void {
  for (let fold = 0; fold < folds; fold++) {
    const test = examples.filter((example) => foldOf(example.id, folds) === fold);
    run(
      examples.filter((example) => !test.includes(example)),
      test,
    );
  }
}

const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
const model = RankingModel.parse(JSON.parse(readFileSync('data/ranking.json', 'utf8')));
const earlier = FEATURE_NAMES.map((name) => model.weights[name] ?? 0);
/** Without any lesson the learned evidence alone decides. */
const start = FEATURE_NAMES.map((name) => (name === 'evidence' ? 1 : 0));
const { examples: asked, missing } = rankingExamples(createLoadedEngine(data, null));
const examples = asked.flatMap((example) => [example, withholdLinks(example, 1), withholdLinks(example, 2)]);
const before = measureRanking(examples, earlier);
const held = { top1: 0, top3: 0, count: 0 };
const unseen: ShareExample[] = [];
crossValidate(examples, (train, test) => {
  const learned = fitRanking(train, start, penalty);
  const measure = measureRanking(test, learned);
  unseen.push(...test.filter(({ weight }) => weight >= 1).map((example) => toShares(example, learned)));
  held.top1 += measure.top1;
  held.top3 += measure.top3;
  held.count += measure.count;
});
const weights = fitRanking(examples, start, penalty);
const after = measureRanking(examples, weights);
console.log(`rows not among the candidates: ${missing.length} ${missing.slice(0, 20).join(' ')}`);
console.log(
  `before      top1 ${percent(before.top1, before.count)} top3 ${percent(before.top3, before.count)} n ${before.count}`,
);
console.log(`held out    top1 ${percent(held.top1, held.count)} top3 ${percent(held.top3, held.count)}`);
console.log(`fitted      top1 ${percent(after.top1, after.count)} top3 ${percent(after.top3, after.count)}`);
const round = (x: number): number => Math.round(x * 10000) / 10000;
const tuned: RankingModel = {
  ...model,
  weights: Object.fromEntries(FEATURE_NAMES.map((name, i) => [name, round(weights[i] ?? 0)])),
};

const decisions = decisionExamples(createEngine({ ...data, model: tuned, shard }));
const size = DECISION_FEATURES.length;
const scored: { p: number; positive: boolean; real: boolean }[] = [];
crossValidate(decisions, (train, test) => {
  const w = fitLogistic(train, size, 0.001);
  for (const example of test) {
    const p = 1 / (1 + Math.exp(-dot(w, example.features)));
    scored.push({ p, positive: example.positive, real: example.weight > 1 });
  }
});
const decision = fitLogistic(decisions, size, 0.001);
console.log(
  `decision examples: ${scored.filter((s) => s.positive).length} listed, ${scored.filter((s) => !s.positive).length} not (${scored.filter((s) => s.real).length} asked as such)`,
);
// enough of what is not listed must be refused (docs/evaluation.md); beyond that, every false refusal is an answer lost
const LEAST_REFUSED = 0.95;
const STEP = 0.025;
const listedOnes = scored.filter((s) => s.positive);
const notListed = scored.filter((s) => !s.positive);
const askedAsSuch = notListed.filter((s) => s.real);
let chosen: number | null = null;
for (let threshold = 0.1; threshold < 0.9; threshold += STEP) {
  const refused = (group: typeof scored): number => group.filter((s) => s.p < threshold).length;
  if (refused(askedAsSuch) >= LEAST_REFUSED * askedAsSuch.length) chosen ??= round(threshold);
  console.log(
    `threshold ${threshold.toFixed(3)}: false refusals ${percent(refused(listedOnes), listedOnes.length)}, refused ${percent(refused(notListed), notListed.length)}, asked as such ${percent(refused(askedAsSuch), askedAsSuch.length)}`,
  );
}
const choices = chooseThresholds(unseen);
console.log(
  `a choice is offered below ${choices.clear} from ${choices.closeness} of the best: worth ${choices.worth.toFixed(3)}`,
);
tuned.decision = {
  closeness: choices.closeness,
  clear: choices.clear,
  ...Object.fromEntries(DECISION_FEATURES.map((name, i) => [name, round(decision[i] ?? 0)])),
  listed: chosen ?? 0.5,
};
tuned.tunedOn = `${questions.length} questions of data/eval, held out: top1 ${percent(held.top1, held.count)}, top3 ${percent(held.top3, held.count)}`;
console.log(tuned);
writeData('ranking.json', `${JSON.stringify(tuned, null, 2)}\n`);
