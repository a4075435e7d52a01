// The full-text index of one township's items: building, saving, loading. Ranking is done elsewhere.
import type { Options } from 'minisearch';
import { z } from 'zod';
import type { Item } from '../duty/index.ts';
import { normalize, type Characters, type Segment, type SegmenterName } from '../language/index.ts';
import { fingerprint } from './fingerprint.ts';
import { packTerms, readPackedTerms } from './packed-terms.ts';
import { ShardIndex } from './shard-index.ts';

export const INDEX_FIELDS = ['name', 'category', 'departments', 'duties'] as const;
export type IndexField = (typeof INDEX_FIELDS)[number];

/** How much a match in a field counts; the name ×3 as measured in docs/evaluation.md. */
export const FIELD_BOOST: Record<IndexField, number> = {
  name: 3,
  category: 0.5,
  departments: 0.3,
  duties: 1,
};

const FORMAT_VERSION = 3;

export const ShardFile = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  documentId: z.string(),
  /** Of the items, the segmenter and the options that it was built from. */
  fingerprint: z.string(),
  /** Of `terms`, `rows` and `lengths`: a file that was damaged on the disk is not opened. */
  checksum: z.string(),
  /** By field: the mean number of different terms of a row. */
  averages: z.array(z.number()),
  /** A line for each row: the number of different terms by field. */
  lengths: z.string(),
  /** See packed-terms.ts. */
  terms: z.string(),
  rows: z.string(),
});
export type ShardFile = z.infer<typeof ShardFile>;

/** What index time and query time must agree on. */
export interface TextPipeline {
  segmenter: SegmenterName;
  segment: Segment;
  characters: Characters;
}

/** How the official cells of an item match. */
export interface OfficialMatch {
  /** Position in the shard's items. */
  at: number;
  score: number;
  /** Matched terms with the fields that have them. Read it through the shard. */
  match: Readonly<Record<string, readonly string[]>>;
}

export interface Shard {
  documentId: string;
  items: readonly Item[];
  /** Items that have any of the terms, best first. */
  search(terms: ReadonlyMap<string, number>): OfficialMatch[];
  /** The terms of a match. */
  termsOf(match: OfficialMatch): string[];
  /** Weight of the matched terms that the name or category has, and of those that only other cells have. */
  coverage(match: OfficialMatch, weigh: (term: string) => number): { name: number; duties: number };
}

type IndexedRow = Record<IndexField, string> & { id: number };

function toIndexedRow(item: Item, id: number): IndexedRow {
  return {
    id,
    name: item.name,
    category: item.category,
    departments: item.departmentsRaw ?? '',
    duties: [item.upstream, item.townshipDuties, item.takeover].filter((cell) => cell !== null).join('\n'),
  };
}

const splitTerms = (joined: string): string[] => joined.split('\n');
const asItIs = (term: string): string => term;

function indexOptions(pipeline: TextPipeline): Options<IndexedRow> {
  return {
    fields: [...INDEX_FIELDS],
    tokenize(text, field) {
      const terms = pipeline.segment(normalize(text, pipeline.characters));
      // nearly every long cell has nearly every common character: only pairs tell long cells apart
      return field === 'duties' && pipeline.segmenter === 'bigram'
        ? terms.filter((term) => term.length > 1)
        : terms;
    },
    processTerm: asItIs,
  };
}

/** The fingerprint that a shard of these items must carry. */
export function shardFingerprint(items: readonly Item[], segmenter: SegmenterName): string {
  const rows = items.map((item, i) => ({ ...toIndexedRow(item, i), itemId: item.id }));
  return fingerprint(JSON.stringify([FORMAT_VERSION, segmenter, INDEX_FIELDS, rows]));
}

/** Builds the index of one document's items and gives it in the form that is saved. */
export function buildShardFile(
  documentId: string,
  items: readonly Item[],
  pipeline: TextPipeline,
): ShardFile {
  const rows = items.map((item, i) => toIndexedRow(item, i));
  const { terms, averages, lengths } = ShardIndex.build(rows, indexOptions(pipeline));
  const lines = lengths.map((own) => own.join(' ')).join('\n');
  const contents = { averages, lengths: lines, ...packTerms(terms) };
  return {
    formatVersion: FORMAT_VERSION,
    documentId,
    fingerprint: shardFingerprint(items, pipeline.segmenter),
    checksum: checksumOf(contents),
    ...contents,
  };
}

type Contents = Pick<ShardFile, 'averages' | 'lengths' | 'terms' | 'rows'>;

function checksumOf({ averages, lengths, terms, rows }: Contents): string {
  return fingerprint(`${averages.join(' ')}\n${lengths}\n${terms}\n${rows}`);
}

function readLengths(lengths: string): number[][] {
  return lengths === '' ? [] : lengths.split('\n').map((line) => line.split(' ').map(Number));
}

/** A saved index that does not belong to the items and options at hand. */
export class ShardMismatchError extends Error {
  readonly code = 'shard-mismatch';
  constructor(documentId: string) {
    super(`索引与清单数据不一致：${documentId}。请运行 npm run index 重建索引。`);
    this.name = 'ShardMismatchError';
  }
}

/** A saved index whose contents were damaged after it was written. */
export class ShardDamagedError extends Error {
  readonly code = 'shard-damaged';
  constructor(documentId: string) {
    super(`索引文件已损坏：${documentId}。请运行 npm run index 重建索引。`);
    this.name = 'ShardDamagedError';
  }
}

/**
 * A shard ready for questions. `items` are the document's items in `duties.json` order.
 * @throws ShardMismatchError when the file was built from other items, another segmenter or other options.
 * @throws ShardDamagedError when it is not as it was written.
 */
export function openShard(file: ShardFile, items: readonly Item[], pipeline: TextPipeline): Shard {
  if (file.fingerprint !== shardFingerprint(items, pipeline.segmenter)) {
    throw new ShardMismatchError(file.documentId);
  }
  if (file.checksum !== checksumOf(file)) throw new ShardDamagedError(file.documentId);
  const known = readPackedTerms(file);
  const index = ShardIndex.load(
    known,
    { averages: file.averages, lengths: readLengths(file.lengths) },
    indexOptions(pipeline),
  );
  return {
    documentId: file.documentId,
    items,
    search(terms) {
      const found = [...terms.keys()].filter((term) => known.has(term));
      if (found.length === 0) return [];
      return index
        .search(found.join('\n'), {
          tokenize: splitTerms,
          boost: FIELD_BOOST,
          boostTerm: (term) => terms.get(term) ?? 1,
          bm25: { k: 1.2, b: 0.6, d: 0.5 },
        })
        .map(({ id, score, match }) => ({ at: Number(id), score, match }));
    },
    termsOf: ({ match }) => Object.keys(match),
    coverage({ match }, weigh) {
      let name = 0;
      let duties = 0;
      for (const term in match) {
        const fields = match[term] ?? [];
        if (fields.includes('name') || fields.includes('category')) name += weigh(term);
        else duties += weigh(term);
      }
      return { name, duties };
    },
  };
}
