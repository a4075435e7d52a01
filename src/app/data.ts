// Reading the generated data files and giving shards out on demand. The only place where the runtime touches
// data/; a missing or stale index is built here, so that a clean checkout needs no extra step.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createEngine, type Engine } from '../answer/index.ts';
import { createCorpus, DutyFile, type Corpus, type Item } from '../duty/index.ts';
import { createCharacters, createSegmenter, type SegmenterName } from '../language/index.ts';
import {
  buildShardFile,
  EvidenceFile,
  Lexicon,
  openShard,
  RankingModel,
  ShardFile,
  type Shard,
  type TextPipeline,
} from '../search/index.ts';
import { AppError } from './errors.ts';

export interface DataPaths {
  /** Holds duties.json, lexicon.json and ranking.json. */
  dataDir: string;
  /** Where built indexes are kept; null keeps them in memory only. */
  indexDir: string | null;
}

export interface LoadedData {
  corpus: Corpus;
  lexicon: Lexicon;
  evidence: EvidenceFile;
  model: RankingModel;
  pipeline: TextPipeline;
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new AppError('data-missing', `找不到数据文件 ${file}。请运行 npm run index 生成。`, { cause });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('data-broken', `数据文件不是完整的 JSON：${file}。请运行 npm run index 重新生成。`, {
      cause,
    });
  }
}

function parseAs<T>(schema: { safeParse(value: unknown): { success: boolean; data?: T } }, file: string): T {
  const result = schema.safeParse(readJson(file));
  if (!result.success || result.data === undefined) {
    throw new AppError('data-broken', `数据文件格式不符：${file}。请运行 npm run index 重新生成。`);
  }
  return result.data;
}

export function createPipeline(segmenter: SegmenterName, lexicon: Lexicon): TextPipeline {
  return { segmenter, segment: createSegmenter(segmenter), characters: createCharacters(lexicon.characters) };
}

/** @throws AppError `data-missing` or `data-broken`, with the command that mends it. */
export function loadData(dataDir: string, segmenter: SegmenterName): LoadedData {
  const corpus = createCorpus(parseAs(DutyFile, path.join(dataDir, 'duties.json')));
  const lexicon = parseAs(Lexicon, path.join(dataDir, 'lexicon.json'));
  const evidence = parseAs(EvidenceFile, path.join(dataDir, 'evidence.json'));
  const model = parseAs(RankingModel, path.join(dataDir, 'ranking.json'));
  return { corpus, lexicon, evidence, model, pipeline: createPipeline(segmenter, lexicon) };
}

/** Null when the file is absent, cut off, damaged, or not of these items. */
function openSaved(file: string, items: readonly Item[], pipeline: TextPipeline): Shard | null {
  try {
    return openShard(ShardFile.parse(JSON.parse(readFileSync(file, 'utf8'))), items, pipeline);
  } catch {
    return null;
  }
}

function keepShardFile(file: string, shard: ShardFile): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    const draft = `${file}.${process.pid}.tmp`;
    writeFileSync(draft, JSON.stringify(shard));
    renameSync(draft, file);
  } catch {
    // a read-only disk: the index lives in memory
  }
}

/** Opens shards on demand and keeps them. A stale or absent index file is built and, where possible, saved. */
export function createShardSource(
  { corpus, pipeline }: Pick<LoadedData, 'corpus' | 'pipeline'>,
  indexDir: string | null,
): (documentId: string) => Shard {
  const opened = new Map<string, Shard>();
  const build = (documentId: string, file: string | null): Shard => {
    const items = corpus.items(documentId);
    const shardFile = buildShardFile(documentId, items, pipeline);
    if (file !== null) keepShardFile(file, shardFile);
    return openShard(shardFile, items, pipeline);
  };
  return (documentId) => {
    const known = opened.get(documentId);
    if (known) return known;
    const items = corpus.items(documentId);
    const file = indexDir === null ? null : path.join(indexDir, `${documentId}.${pipeline.segmenter}.json`);
    const shard = (file === null ? null : openSaved(file, items, pipeline)) ?? build(documentId, file);
    opened.set(documentId, shard);
    return shard;
  };
}

export function createLoadedEngine(data: LoadedData, indexDir: string | null): Engine {
  return createEngine({ ...data, shard: createShardSource(data, indexDir) });
}
