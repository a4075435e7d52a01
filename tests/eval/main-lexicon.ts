// npm run lexicon: are the everyday phrases sound? Each one, typed alone where the matter is listed, must bring up
// a row of its matter.
import { Command } from 'commander';
import { LexiconError, readLexicon } from '../../index-builder/lexicon/index.ts';
import { createLoadedEngine, loadData } from '../../src/app/data.ts';
import { evidenceFingerprint, loadStories } from './evidence-texts.ts';

const FEWEST = 12;
const program = new Command('lexicon')
  .description('检查事情目录：格式、重复、说法太少的事、对不上的条目，以及每条说法能否问到它的事')
  .helpOption('-h, --help', '显示本说明')
  .option('--show <n>', '列出多少条问不到的说法', '40')
  .option('--sample <n>', '每 n 条说法试一条', '1')
  .parse();
const options = program.opts<{ show: string; sample: string }>();

try {
  readLexicon('.');
} catch (error) {
  if (!(error instanceof LexiconError)) throw error;
  console.error(error.message);
  process.exit(1);
}

const data = loadData('data', 'bigram');
const { corpus, lexicon } = data;
const engine = createLoadedEngine(data, null);
const owners = new Map<string, string>();
let duplicates = 0;
for (const matter of lexicon.matters) {
  if (matter.phrases.length < FEWEST && !matter.outside)
    console.log(`说法太少（${matter.phrases.length}）：${matter.id} ${matter.title}`);
  for (const phrase of matter.phrases) {
    const owner = owners.get(phrase);
    if (owner !== undefined) {
      duplicates++;
      console.log(`重复：“${phrase}”同时在 ${owner} 和 ${matter.id}`);
    }
    owners.set(phrase, matter.id);
  }
}
const unlinked = corpus.documents
  .flatMap((d) => corpus.items(d.id))
  .filter((item) => lexicon.links[item.id] === undefined);
for (const item of unlinked) console.log(`未对上：${item.id} ${item.name}`);

const isStale = data.evidence.learnedFrom !== evidenceFingerprint(lexicon, loadStories(lexicon));
if (isStale) console.log('用语证据（data/evidence.json）不是由现在的说法学得的：请运行 npm run tune。');

const rowsOf = new Map<string, Set<string>>();
for (const [itemId, links] of Object.entries(lexicon.links)) {
  for (const { matter } of links) rowsOf.set(matter, (rowsOf.get(matter) ?? new Set()).add(itemId));
}
let tried = 0;
let first = 0;
let third = 0;
const lost: string[] = [];
let n = 0;
for (const matter of lexicon.matters.filter((m) => !m.outside)) {
  const rows = rowsOf.get(matter.id) ?? new Set<string>();
  const documentId = corpus.documents.find((d) => corpus.items(d.id).some((item) => rows.has(item.id)))?.id;
  if (documentId === undefined) {
    console.log(`没有条目的事：${matter.id} ${matter.title}`);
    continue;
  }
  for (const phrase of matter.phrases) {
    if (n++ % Number(options.sample) !== 0) continue;
    const ranked = engine.retrieve({ text: phrase, documentId, history: [] }, documentId)?.ranked ?? [];
    const at = ranked.slice(0, 3).findIndex((entry) => rows.has(entry.item.id));
    tried++;
    if (at === 0) first++;
    if (at >= 0) third++;
    if (at !== 0)
      lost.push(
        `${at < 0 ? '不在前三' : `第 ${at + 1}`}：${matter.id}“${phrase}”→ ${ranked[0]?.item.name ?? '无'}`,
      );
  }
}
const percent = (part: number): string => `${((100 * part) / Math.max(1, tried)).toFixed(1)} %`;
for (const line of lost.slice(0, Number(options.show))) console.log(line);
console.log(
  `${lexicon.matters.filter((m) => !m.outside).length} 件事，${owners.size} 条说法；试了 ${tried} 条：首位 ${percent(first)}，前三 ${percent(third)}；重复 ${duplicates}，未对上的条目 ${unlinked.length}`,
);
if (duplicates > 0 || unlinked.length > 0 || isStale) process.exitCode = 1;
