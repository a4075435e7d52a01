// The full-text index of one township's items: building, saving, loading. Ranking is done elsewhere.
import MiniSearch, { type Options } from 'minisearch';
import { z } from 'zod';
import type { Item } from '../duty/index.ts';
import { normalize, type Characters, type Segment, type SegmenterName } from '../language/index.ts';
import { fingerprint } from './fingerprint.ts';
import { toIndexText } from './index-text.ts';

export const INDEX_FIELDS = ['name', 'category', 'departments', 'duties'] as const;
export type IndexField = (typeof INDEX_FIELDS)[number];

/** How much a match in a field counts; the name ×3 as measured in docs/evaluation.md. */
export const FIELD_BOOST: Record<IndexField, number> = {
  name: 3,
  category: 0.5,
  departments: 0.3,
  duties: 1,
};

const FORMAT_VERSION = 2;

export const ShardFile = z.object({
  formatVersion: z.literal(FORMAT_VERSION),
  documentId: z.string(),
  fingerprint: z.string(),
  index: z.record(z.string(), z.unknown()),
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
  /** Matched terms, in the index's own spelling, with the fields that have them. Read it through the shard. */
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

const HAN_START = 0x2e80;
const encoded = new Map<string, string>();
const decoded = new Map<string, string>();
const splitTerms = (joined: string): string[] => joined.split('\u0000');

/**
 * A term as MiniSearch keeps it. Its term tree scans all branches of a node in turn; Chinese characters would give
 * the root thousands, so each one becomes four hexadecimal digits. `秸秆` → `79f879c6`; Latin terms get `_` in front.
 */
function encodeTerm(term: string): string {
  const known = encoded.get(term);
  if (known !== undefined) return known;
  let code = '';
  if (term.charCodeAt(0) < HAN_START) code = `_${term}`;
  else for (let i = 0; i < term.length; i++) code += term.charCodeAt(i).toString(16).padStart(4, '0');
  encoded.set(term, code);
  return code;
}

function decodeTerm(code: string): string {
  const known = decoded.get(code);
  if (known !== undefined) return known;
  const term = readCode(code);
  decoded.set(code, term);
  return term;
}

function readCode(code: string): string {
  if (code.startsWith('_')) return code.slice(1);
  let term = '';
  for (let i = 0; i < code.length; i += 4)
    term += String.fromCharCode(Number.parseInt(code.slice(i, i + 4), 16));
  return term;
}

/** Cuts a cell into terms. */
function createTokenizer({ segmenter, segment, characters }: TextPipeline) {
  return (text: string, field?: string): string[] => {
    const terms = segment(normalize(text, characters));
    // nearly every long cell has nearly every common character: only pairs tell long cells apart
    return field === 'duties' && segmenter === 'bigram' ? terms.filter((term) => term.length > 1) : terms;
  };
}

function indexOptions(pipeline: TextPipeline): Options<IndexedRow> {
  return { fields: [...INDEX_FIELDS], tokenize: createTokenizer(pipeline), processTerm: encodeTerm };
}

/** The fingerprint that a shard of these items must carry. */
export function shardFingerprint(items: readonly Item[], segmenter: SegmenterName): string {
  const rows = items.map((item, i) => ({ ...toIndexedRow(item, i), itemId: item.id }));
  return fingerprint(JSON.stringify([FORMAT_VERSION, segmenter, INDEX_FIELDS, rows]));
}

/** The index of one document's items as it is saved: the JSON text of a ShardFile. */
export function toShardText(documentId: string, items: readonly Item[], pipeline: TextPipeline): string {
  const index = toIndexText({
    fields: INDEX_FIELDS,
    rows: items.map((item, i) => toIndexedRow(item, i)),
    toTerms: createTokenizer(pipeline),
    encode: encodeTerm,
  });
  const head = {
    formatVersion: FORMAT_VERSION,
    documentId,
    fingerprint: shardFingerprint(items, pipeline.segmenter),
  };
  return `${JSON.stringify(head).slice(0, -1)},"index":${index}}`;
}

/** Builds the index of one document's items and gives it in the form that is saved. */
export function buildShardFile(
  documentId: string,
  items: readonly Item[],
  pipeline: TextPipeline,
): ShardFile {
  return JSON.parse(toShardText(documentId, items, pipeline)) as ShardFile;
}

/** A saved index that does not belong to the items and options at hand. */
export class ShardMismatchError extends Error {
  readonly code = 'shard-mismatch';
  constructor(documentId: string) {
    super(`索引与清单数据不一致：${documentId}。请运行 npm run index 重建索引。`);
    this.name = 'ShardMismatchError';
  }
}

/**
 * A shard ready for questions. `items` are the document's items in `duties.json` order.
 * @throws ShardMismatchError when the file was built from other items, another segmenter or other options.
 */
export function openShard(file: ShardFile, items: readonly Item[], pipeline: TextPipeline): Shard {
  if (file.fingerprint !== shardFingerprint(items, pipeline.segmenter)) {
    throw new ShardMismatchError(file.documentId);
  }
  const index = MiniSearch.loadJS<IndexedRow>(
    file.index as unknown as ReturnType<MiniSearch['toJSON']>,
    indexOptions(pipeline),
  );
  return {
    documentId: file.documentId,
    items,
    search(terms) {
      if (terms.size === 0) return [];
      return index
        .search([...terms.keys()].join('\u0000'), {
          tokenize: splitTerms,
          boost: FIELD_BOOST,
          boostTerm: (code) => terms.get(decodeTerm(code)) ?? 1,
          bm25: { k: 1.2, b: 0.6, d: 0.5 },
        })
        .map(({ id, score, match }) => ({ at: Number(id), score, match }));
    },
    termsOf: ({ match }) => Object.keys(match).map(decodeTerm),
    coverage({ match }, weigh) {
      let name = 0;
      let duties = 0;
      for (const code in match) {
        const fields = match[code] ?? [];
        if (fields.includes('name') || fields.includes('category')) name += weigh(decodeTerm(code));
        else duties += weigh(decodeTerm(code));
      }
      return { name, duties };
    },
  };
}
