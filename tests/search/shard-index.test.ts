import MiniSearch, { type Options } from 'minisearch';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTerms, readPackedTerms } from '../../src/search/packed-terms.ts';
import { ShardIndex } from '../../src/search/shard-index.ts';

interface Row {
  id: number;
  name: string;
  duties: string;
}

const words = (text: string): string[] => text.split(' ');
const options: Options<Row> = {
  fields: ['name', 'duties'],
  tokenize: words,
  processTerm: (term) => term,
};
const search = { tokenize: words, boost: { name: 3 }, bm25: { k: 1.2, b: 0.6, d: 0.5 } };
const text = fc
  .array(fc.constantFrom('秸秆', '焚烧', '低保', '申请', '道路', '养护', 'app', '12'), { maxLength: 12 })
  .map((parts) => parts.join(' '));
const rows = fc
  .array(fc.record({ name: text, duties: text }), { maxLength: 12 })
  .map((list) => list.map((row, id): Row => ({ id, ...row })));

describe('ShardIndex', () => {
  it('finds what MiniSearch with its own term tree finds, with the same scores, built and loaded', () => {
    fc.assert(
      fc.property(rows, text, (list, question) => {
        const plain = new MiniSearch<Row>(options);
        plain.addAll(list);
        const { terms, ...lengths } = ShardIndex.build(list, options);
        const loaded = ShardIndex.load(readPackedTerms(packTerms(terms)), lengths, options);
        expect(loaded.search(question, search)).toEqual(plain.search(question, search));
        expect(loaded.documentCount).toBe(list.length);
      }),
    );
  });

  it('takes no rows after it was loaded', () => {
    const { terms, ...lengths } = ShardIndex.build([{ id: 0, name: '秸秆', duties: '' }], options);
    const loaded = ShardIndex.load(readPackedTerms(packTerms(terms)), lengths, options);
    expect(() => loaded.add({ id: 1, name: '低保', duties: '' })).toThrow('takes no rows');
  });
});
