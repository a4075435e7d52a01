// Plain BM25: MiniSearch over the official cells with each way of cutting text, and MiniSearch as it comes.
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import MiniSearch from 'minisearch';
import { createSegmenter, isHan, normalize, toNgrams, type Segment } from '../../../src/language/index.ts';
import type { TextPipeline } from '../../../src/search/index.ts';
import { CELL_NAMES, NAME_BOOST, toCells, toRows, type Contender } from './contender.ts';

const MOST_ROWS = 10;

/** `cut` null leaves tokenising to MiniSearch. */
function createBm25(name: string, cut: Segment | null): Contender {
  return {
    name,
    open(_documentId, items) {
      const index = new MiniSearch({
        fields: [...CELL_NAMES],
        ...(cut === null ? {} : { tokenize: cut }),
      });
      index.addAll(items.map((item, id) => ({ id, ...toCells(item) })));
      return ({ q }) =>
        toRows(
          items,
          index
            .search(q, { boost: { name: NAME_BOOST } })
            .slice(0, MOST_ROWS)
            .map(({ id }) => Number(id)),
        );
    },
  };
}

const isSingle = (term: string): boolean => [...term].length === 1 && isHan(term);

/** Every segmenter of src/language, pairs alone, and jieba's search mode. */
export function createBm25Contenders({ characters }: TextPipeline): Contender[] {
  const cut =
    (segment: Segment): Segment =>
    (text) =>
      segment(normalize(text, characters));
  const jieba = Jieba.withDict(dict);
  return [
    createBm25('MiniSearch as shipped', null),
    createBm25('BM25, tiny-segmenter', cut(createSegmenter('tiny-segmenter'))),
    createBm25(
      'BM25, jieba (search mode)',
      cut((text) => jieba.cutForSearch(text, true)),
    ),
    createBm25('BM25, Intl.Segmenter', cut(createSegmenter('intl'))),
    createBm25(
      'BM25, bigrams',
      cut((text) => toNgrams(text).filter((term) => !isSingle(term))),
    ),
    createBm25('BM25, bigrams + characters', cut(createSegmenter('bigram'))),
  ];
}
