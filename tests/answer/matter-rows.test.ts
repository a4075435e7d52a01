import { describe, expect, it } from 'vitest';
import { createMatterRows } from '../../src/answer/matter-rows.ts';
import { createTestCorpus, OTHER_PUBLIC_ID, PUBLIC_ID } from '../support/corpus.ts';

const { corpus, lexicon } = createTestCorpus();
const rows = createMatterRows(corpus, lexicon);
const related = (id: string): string[] => {
  const item = corpus.item(id);
  const document = item && corpus.document(item.documentId);
  if (!item || !document) throw new Error(`no row ${id}`);
  return rows.related(item, document).map((other) => other.item.id);
};

describe('createMatterRows', () => {
  it('rows of a matter on one list', () => {
    expect(rows.of('straw-burning', PUBLIC_ID).map(({ id }) => id)).toEqual(['shule-alafu-2025-c1']);
    expect(rows.of('street-order', OTHER_PUBLIC_ID)).toEqual([]);
    expect(rows.of('no-such-matter', PUBLIC_ID)).toEqual([]);
  });

  it('the seams of a row on its own list, both ways, without the row itself', () => {
    expect(related('shule-alafu-2025-c1').toSorted()).toEqual(['shule-alafu-2025-b2', 'shule-alafu-2025-r2']);
    expect(related('shule-alafu-2025-r2')).toEqual(['shule-alafu-2025-c1']);
    expect(related('shule-alafu-2025-c2')).toEqual([]);
  });

  it('never a row of another list', () => {
    expect(related('shache-azhatebage-2025-c1')).toEqual([]);
  });
});
