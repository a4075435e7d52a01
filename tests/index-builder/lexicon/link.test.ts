// Linking items to matters: verbatim, nearly so, by words, by clauses, and not at all.
import { describe, expect, it } from 'vitest';
import { createLinker } from '../../../index-builder/lexicon/index.ts';
import type { Item } from '../../../src/duty/index.ts';
import type { Matter } from '../../../src/search/index.ts';
import { createTestCorpus } from '../../support/corpus.ts';

const [template] = createTestCorpus().corpus.items('shule-alafu-2025');
const named = (name: string): Item => {
  if (!template) throw new Error('the test corpus is empty');
  return { ...template, id: 'new-list-2025-b1', name };
};
const matter = (id: string, title: string, names: string[], phrases: string[], outside = false): Matter => ({
  id,
  title,
  names,
  related: [],
  phrases,
  outside,
});

const MATTERS: Matter[] = [
  matter(
    'micro-credit',
    '脱贫人口小额信贷',
    ['脱贫户小额信用贷款贴息'],
    ['五万块小额信贷到期还不上', '小额信贷谁审核', '贴息贷款怎么发放', '信贷贷后检查谁来'],
  ),
  matter('price', '价格监督检查', ['价格监督检查'], ['菜价乱涨', '店里不标价', '哄抬物价找谁查']),
  matter(
    'scales',
    '集贸市场计量器具监管',
    ['集贸市场使用计量器具监管整治'],
    ['秤不准', '缺斤少两', '巴扎上的秤谁来校'],
  ),
  matter('straw', '秸秆禁烧', ['秸秆露天焚烧的监管'], ['烧秸秆', '地里点火', '烧麦秆冒烟']),
  matter('straw-fine', '焚烧秸秆处罚', ['对露天焚烧秸秆行为的处罚'], ['烧秸秆罚款', '烧秆子罚多少']),
  matter('passport', '护照办理', [], ['办护照', '换护照', '护照到期'], true),
];
const linker = createLinker(MATTERS, { 'reviewed-2025-b1': ['price'] });
const matterIds = (name: string): string[] => linker.link(named(name)).map((link) => link.matter);

describe('createLinker', () => {
  it('links a name that is known, whatever its punctuation', () => {
    expect(linker.link(named('秸秆、露天焚烧的监管。'))).toEqual([{ matter: 'straw', score: 1, by: 'name' }]);
  });

  it('lets a review overrule the name', () => {
    const item = { ...named('秸秆露天焚烧的监管'), id: 'reviewed-2025-b1' };
    expect(linker.link(item)).toEqual([{ matter: 'price', score: 1, by: 'review' }]);
  });

  it('links a name that nobody wrote down by the words of title and phrases, with its doubt', () => {
    const [link, ...others] = linker.link(named('小额信贷审核上报发放、贷后检查及清收工作'));
    expect(link).toMatchObject({ matter: 'micro-credit', by: 'likeness' });
    expect(link?.score).toBeGreaterThan(0.2);
    expect(link?.score).toBeLessThan(1);
    expect(others).toEqual([]);
  });

  it('links each clause of a compound name', () => {
    expect(matterIds('做好价格监督检查，开展集贸市场使用计量器具监管整治').toSorted()).toEqual([
      'price',
      'scales',
    ]);
  });

  it('keeps the fine apart from what is fined', () => {
    expect(matterIds('对在田间露天焚烧秸秆的处罚')[0]).toBe('straw-fine');
    expect(matterIds('田间秸秆露天焚烧的日常监管')[0]).toBe('straw');
  });

  it.each(['撤乡设镇工作', '边境护栏巡查的监管', '办理护照', '工作', ''])('forces no link on %j', (name) => {
    expect(matterIds(name)).toEqual([]);
  });
});
