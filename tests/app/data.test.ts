import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createShardSource } from '../../src/app/data.ts';
import { createCorpus } from '../../src/duty/index.ts';
import type { Shard } from '../../src/search/index.ts';
import { createTestCorpus, PUBLIC_ID } from '../support/corpus.ts';

const { corpus, pipeline } = createTestCorpus();
let indexDir = '';
const file = (): string => path.join(indexDir, `${PUBLIC_ID}.bigram.json`);
const open = (): Shard => createShardSource({ corpus, pipeline }, indexDir)(PUBLIC_ID);
const found = (shard: Shard): string[] =>
  shard.search(new Map([['秸秆', 1]])).map(({ at }) => shard.items[at]?.id ?? '');

beforeEach(() => {
  indexDir = mkdtempSync(path.join(tmpdir(), 'duty-desk-index-'));
});
afterEach(() => rmSync(indexDir, { recursive: true, force: true }));

describe('createShardSource', () => {
  it('builds and saves an absent index, and opens the saved one to the same answers', () => {
    const built = found(open());
    expect(built.length).toBeGreaterThan(1);
    const saved = readFileSync(file(), 'utf8');
    expect(found(open())).toEqual(built);
    expect(readFileSync(file(), 'utf8')).toBe(saved);
  });

  it.each([
    ['empty', () => ''],
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['of an earlier format', (text: string) => text.replace('"formatVersion":3', '"formatVersion":2')],
    ['of other items', (text: string) => text.replace(/"fingerprint":"[^"]+"/, '"fingerprint":"0"')],
    ['damaged', (text: string) => text.replace('秸秆', '秸杆')],
    ['another kind of file', () => '[1, 2]'],
  ])('an index that is %s is built anew', (_what, change) => {
    const answers = found(open());
    const whole = readFileSync(file(), 'utf8');
    const changed = change(whole);
    expect(changed).not.toBe(whole);
    writeFileSync(file(), changed);
    expect(found(open())).toEqual(answers);
    expect(readFileSync(file(), 'utf8')).toBe(whole);
  });

  it('an index of another edition of the items is built anew', () => {
    open();
    const items = corpus
      .items(PUBLIC_ID)
      .map((item, i) => (i === 0 ? { ...item, name: '护照办理指引' } : item));
    const changed = createCorpus({ formatVersion: 1, documents: [...corpus.documents], items });
    const shard = createShardSource({ corpus: changed, pipeline }, indexDir)(PUBLIC_ID);
    expect(shard.search(new Map([['护照', 1]])).map(({ at }) => at)).toEqual([0]);
  });

  it('without a folder that can be written the index lives in memory', () => {
    writeFileSync(file(), '');
    const shard = createShardSource({ corpus, pipeline }, path.join(file(), 'index'))(PUBLIC_ID);
    expect(found(shard)).toEqual(found(createShardSource({ corpus, pipeline }, null)(PUBLIC_ID)));
  });
});
