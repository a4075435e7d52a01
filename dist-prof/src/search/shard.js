import { z } from 'zod';
import { normalize } from '../language/index.js';
import { fingerprint } from './fingerprint.js';
import { packTerms, readPackedTerms } from './packed-terms.js';
import { ShardIndex } from './shard-index.js';
export const INDEX_FIELDS = ['name', 'category', 'departments', 'duties'];
/** How much a match in a field counts; the name ×3 as measured in docs/evaluation.md. */
export const FIELD_BOOST = {
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
function toIndexedRow(item, id) {
    return {
        id,
        name: item.name,
        category: item.category,
        departments: item.departmentsRaw ?? '',
        duties: [item.upstream, item.townshipDuties, item.takeover].filter((cell) => cell !== null).join('\n'),
    };
}
const splitTerms = (joined) => joined.split('\n');
const asItIs = (term) => term;
function indexOptions(pipeline) {
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
export function shardFingerprint(items, segmenter) {
    const rows = items.map((item, i) => ({ ...toIndexedRow(item, i), itemId: item.id }));
    return fingerprint(JSON.stringify([FORMAT_VERSION, segmenter, INDEX_FIELDS, rows]));
}
/** Builds the index of one document's items and gives it in the form that is saved. */
export function buildShardFile(documentId, items, pipeline) {
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
function checksumOf({ averages, lengths, terms, rows }) {
    return fingerprint(`${averages.join(' ')}\n${lengths}\n${terms}\n${rows}`);
}
function readLengths(lengths) {
    return lengths === '' ? [] : lengths.split('\n').map((line) => line.split(' ').map(Number));
}
/** A saved index that does not belong to the items and options at hand. */
export class ShardMismatchError extends Error {
    code = 'shard-mismatch';
    constructor(documentId) {
        super(`索引与清单数据不一致：${documentId}。请运行 npm run index 重建索引。`);
        this.name = 'ShardMismatchError';
    }
}
/** A saved index whose contents were damaged after it was written. */
export class ShardDamagedError extends Error {
    code = 'shard-damaged';
    constructor(documentId) {
        super(`索引文件已损坏：${documentId}。请运行 npm run index 重建索引。`);
        this.name = 'ShardDamagedError';
    }
}
/**
 * A shard ready for questions. `items` are the document's items in `duties.json` order.
 * @throws ShardMismatchError when the file was built from other items, another segmenter or other options.
 * @throws ShardDamagedError when it is not as it was written.
 */
export function openShard(file, items, pipeline) {
    if (file.fingerprint !== shardFingerprint(items, pipeline.segmenter)) {
        throw new ShardMismatchError(file.documentId);
    }
    if (file.checksum !== checksumOf(file))
        throw new ShardDamagedError(file.documentId);
    const known = readPackedTerms(file);
    const index = ShardIndex.load(known, { averages: file.averages, lengths: readLengths(file.lengths) }, indexOptions(pipeline));
    return {
        documentId: file.documentId,
        items,
        search(terms) {
            const found = [...terms.keys()].filter((term) => known.has(term));
            if (found.length === 0)
                return [];
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
                if (fields.includes('name') || fields.includes('category'))
                    name += weigh(term);
                else
                    duties += weigh(term);
            }
            return { name, duties };
        },
    };
}
