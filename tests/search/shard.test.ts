import { describe, expect, it } from 'vitest';
import { createSegmenter, SEGMENTER_NAMES, toNgrams, type SegmenterName } from '../../src/language/index.ts';
import {
  buildShardFile,
  openShard,
  ShardDamagedError,
  ShardFile,
  shardFingerprint,
  ShardMismatchError,
  type Shard,
  type TextPipeline,
} from '../../src/search/index.ts';
import { createTestCorpus, PUBLIC_ID } from '../support/corpus.ts';

const { corpus, pipeline } = createTestCorpus();
const items = corpus.items(PUBLIC_ID);
const termsOf = (text: string): Map<string, number> => new Map(toNgrams(text).map((term) => [term, 1]));
const one = (): number => 1;
const withSegmenter = (segmenter: SegmenterName): TextPipeline => ({
  ...pipeline,
  segmenter,
  segment: createSegmenter(segmenter),
});

const file = buildShardFile(PUBLIC_ID, items, pipeline);
const shard = openShard(file, items, pipeline);

interface Found {
  at: number;
  score: number;
  name: number;
  duties: number;
  terms: string[];
}

/** A search with all that can be asked of a match. */
function search(
  from: Shard,
  terms: ReadonlyMap<string, number>,
  weigh: (term: string) => number = one,
): Found[] {
  return from
    .search(terms)
    .map((m) => ({ at: m.at, score: m.score, ...from.coverage(m, weigh), terms: from.termsOf(m) }));
}

const found = (from: Shard, text: string): string[] =>
  search(from, termsOf(text)).map(({ at }) => from.items[at]?.id ?? '');

describe('openShard', () => {
  it('a saved and loaded index answers as the one just built', () => {
    const saved = ShardFile.parse(JSON.parse(JSON.stringify(file)));
    const loaded = openShard(saved, items, pipeline);
    for (const text of ['秸秆焚烧', '高龄津贴', '检疫', '户外广告']) {
      expect(search(loaded, termsOf(text))).toEqual(search(shard, termsOf(text)));
    }
    expect(loaded.documentId).toBe(PUBLIC_ID);
  });

  it('refuses an index of other items, with the command that mends it', () => {
    const others = items.map((item, i) => (i === 2 ? { ...item, name: `${item.name}工作` } : item));
    expect(() => openShard(file, others, pipeline)).toThrow(ShardMismatchError);
    expect(() => openShard(file, others, pipeline)).toThrow(/shule-alafu-2025.*npm run index/);
  });

  it('refuses an index of another segmenter', () => {
    expect(() => openShard(file, items, withSegmenter('tiny-segmenter'))).toThrow(ShardMismatchError);
  });

  it.each([
    ['terms', { terms: file.terms.replace('秸秆', '秸杆') }],
    ['rows', { rows: file.rows.replace(/[A-Y]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 1)) }],
    ['rows cut off', { rows: file.rows.slice(0, -4) }],
    ['lengths', { lengths: `${file.lengths}1` }],
    ['averages', { averages: file.averages.map((mean) => mean + 1) }],
  ])('refuses an index that was damaged in its %s', (_part, damage) => {
    const damaged = { ...file, ...damage };
    expect(damaged).not.toEqual(file);
    expect(() => openShard(damaged, items, pipeline)).toThrow(ShardDamagedError);
    expect(() => openShard(damaged, items, pipeline)).toThrow(/shule-alafu-2025.*npm run index/);
  });

  it('of a list without items nothing is found', () => {
    const empty = openShard(buildShardFile(PUBLIC_ID, [], pipeline), [], pipeline);
    expect(search(empty, termsOf('秸秆'))).toEqual([]);
  });

  it.each(SEGMENTER_NAMES)('with %s a row is found by its own name', (name) => {
    const own = withSegmenter(name);
    const opened = openShard(buildShardFile(PUBLIC_ID, items, own), items, own);
    for (const [i, item] of items.entries()) {
      const terms = new Map(own.segment(item.name).map((term) => [term, 1]));
      expect(search(opened, terms)[0]?.at).toBe(i);
    }
  });
});

describe('shardFingerprint', () => {
  const base = shardFingerprint(items, 'bigram');

  it('is the same for the same items', () => {
    expect(shardFingerprint(structuredClone([...items]), 'bigram')).toBe(base);
  });

  it('is another for each segmenter', () => {
    expect(new Set(SEGMENTER_NAMES.map((name) => shardFingerprint(items, name))).size).toBe(
      SEGMENTER_NAMES.length,
    );
  });

  it.each([
    ['a name', { name: '另一个名称' }],
    ['a category', { category: '另一类' }],
    ['the departments', { departmentsRaw: '县水利局' }],
    ['upstream duties', { upstream: '另一段' }],
    ['township duties', { townshipDuties: '另一段' }],
    ['a takeover', { takeover: '另一段' }],
    ['an id', { id: 'shule-alafu-2025-c9' }],
  ])('changes with %s', (_what, change) => {
    expect(
      shardFingerprint(
        items.map((item, i) => (i === 3 ? { ...item, ...change } : item)),
        'bigram',
      ),
    ).not.toBe(base);
  });

  it('changes with the order of items', () => {
    expect(shardFingerprint(items.toReversed(), 'bigram')).not.toBe(base);
  });
});

describe('search', () => {
  it('a match in the name is ahead of one in the duties', () => {
    // 审核 is printed in duties only, 发放 in the name of one row and in duties
    expect(found(shard, '发放')[0]).toBe('shule-alafu-2025-c3');
    expect(found(shard, '秸秆露天焚烧').slice(0, 2).toSorted()).toEqual([
      'shule-alafu-2025-c1',
      'shule-alafu-2025-r2',
    ]);
  });

  it('best first, and only rows that have a term', () => {
    const results = search(shard, termsOf('秸秆'));
    const scores = results.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(results.map(({ at }) => items[at]?.id ?? '').toSorted()).toEqual([
      'shule-alafu-2025-b2',
      'shule-alafu-2025-c1',
      'shule-alafu-2025-r2',
    ]);
  });

  it('what a matched term is worth counts for the name, else for the duties', () => {
    const weigh = (term: string): number => ({ 高龄: 5, 受理: 3 })[term] ?? 0;
    const [match] = search(
      shard,
      new Map([
        ['高龄', 1],
        ['受理', 1],
      ]),
      weigh,
    );
    expect(items[match?.at ?? -1]?.id).toBe('shule-alafu-2025-c3');
    expect(match).toMatchObject({ name: 5, duties: 3 });
    expect(match?.terms.toSorted()).toEqual(['受理', '高龄'].toSorted());
  });

  it('a term that weighs more in the question moves its rows up', () => {
    const first = (quarantine: number, allowance: number): string | undefined =>
      items[
        search(
          shard,
          new Map([
            ['检疫', quarantine],
            ['津贴', allowance],
          ]),
          one,
        )[0]?.at ?? -1
      ]?.id;
    expect(first(1, 0.01)).toBe('shule-alafu-2025-r1');
    expect(first(0.01, 1)).toBe('shule-alafu-2025-c3');
  });

  it('Latin terms are found whole', () => {
    const app = items.map((item, i) => (i === 0 ? { ...item, name: '推广app使用' } : item));
    const opened = openShard(buildShardFile(PUBLIC_ID, app, pipeline), app, pipeline);
    expect(found(opened, 'app')).toEqual(['shule-alafu-2025-b1']);
    expect(found(opened, 'ap')).toEqual([]);
  });

  it('nothing is found by no terms and by unknown ones', () => {
    expect(search(shard, new Map())).toEqual([]);
    expect(found(shard, '火星')).toEqual([]);
  });
});
