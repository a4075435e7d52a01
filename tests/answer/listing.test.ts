import { describe, expect, it } from 'vitest';
import {
  countLists,
  findCategory,
  findListingSigns,
  listItems,
  listsToCover,
} from '../../src/answer/listing.ts';
import { createTestCorpus, PUBLIC_ID } from '../support/corpus.ts';

const items = createTestCorpus().corpus.items(PUBLIC_ID);
const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id.split('-').at(-1) ?? '');

describe('findListingSigns', () => {
  it.each([
    ['一共多少项', ['counts', 'lists']],
    ['民政局管哪些', ['lists']],
    ['收回给水利局的有几项', ['counts', 'lists']],
    ['哪几个乡镇列了高龄津贴', ['presence']],
    ['阿拉甫乡和托格拉克乡有什么不同', ['difference']],
    ['各乡镇分别怎么规定', ['difference']],
    ['烧麦秆冒烟归谁管', []],
  ])('%s', (text, expected) => {
    const signs = Object.entries(findListingSigns(text)).filter(([, is]) => is);
    expect(signs.map(([sign]) => sign)).toEqual(expect.arrayContaining(expected));
    if (expected.length === 0) expect(signs).toEqual([]);
  });
});

describe('listItems', () => {
  const department = '疏勒县农业农村局';
  it('by list, in source order', () => {
    const filter = { lists: ['basic' as const, 'reclaimed' as const], category: null, department: null };
    expect(ids(listItems(items, filter).items)).toEqual(['b1', 'b2', 'r1', 'r2']);
  });

  it('by category', () => {
    const filter = { lists: listsToCover(null, null), category: '生态环保', department: null };
    expect(ids(listItems(items, filter).items)).toEqual(['b2', 'c1', 'r2']);
  });

  it('by department, leading and taking over, with the names as printed', () => {
    const found = listItems(items, { lists: listsToCover(null, department), category: null, department });
    expect(ids(found.items)).toEqual(['c1', 'r1']);
    expect(found.departments).toEqual(['县农业农村局']);
  });

  it('by list and department', () => {
    const found = listItems(items, {
      lists: listsToCover('reclaimed', department),
      category: null,
      department,
    });
    expect(ids(found.items)).toEqual(['r1']);
  });

  it('nothing fits', () => {
    const filter = { lists: listsToCover(null, '疏勒县水利局'), category: null, department: '疏勒县水利局' };
    expect(listItems(items, filter)).toEqual({ items: [], departments: [] });
  });
});

describe('findCategory', () => {
  it.each([
    ['生态环保类有哪些', '生态环保'],
    ['党的建设有几项', '党的建设'],
    ['一共多少项', null],
  ])('%s', (text, category) => {
    expect(findCategory(text, items)).toBe(category);
  });

  it('the longest of two categories, and never the empty one', () => {
    const [first, second, third] = items;
    if (!first || !second || !third) throw new Error('the test corpus has too few items');
    const rows = [
      { ...first, category: '生态' },
      { ...second, category: '生态环保' },
      { ...third, category: '' },
    ];
    expect(findCategory('生态环保类', rows)).toBe('生态环保');
    expect(findCategory('其他', rows)).toBeNull();
  });
});

describe('countLists', () => {
  it('counts the printed rows', () => {
    expect(countLists(items)).toEqual({ basic: 2, cooperative: 3, reclaimed: 2 });
    expect(countLists([])).toEqual({ basic: 0, cooperative: 0, reclaimed: 0 });
  });
});
