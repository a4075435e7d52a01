import { describe, expect, it } from 'vitest';
import { createPlaceFinder, type PlaceMention } from '../../src/answer/places.ts';
import { normalize } from '../../src/language/index.ts';
import { createTestCorpus } from '../support/corpus.ts';
import { loadLexiconParts } from '../support/lexicon-parts.ts';

const ALAFU = 'shule-alafu-2025';
const AZHATEBAGE = 'shache-azhatebage-2025';
const KEKEYAER = 'tashikuergan-kekeyaer-2025';
const TUOGELAKE = 'yining-tuogelake-2025';

const { characters } = loadLexiconParts();
const listed = createTestCorpus().corpus.documents;
const documents = [
  { id: ALAFU, township: '阿拉甫乡', county: '疏勒县', aliases: [], countyAliases: [] },
  { id: AZHATEBAGE, township: '阿扎特巴格镇', county: '莎车县', aliases: ['阿镇'], countyAliases: [] },
  {
    id: KEKEYAER,
    township: '科克亚尔柯尔克孜族乡',
    county: '塔什库尔干塔吉克自治县',
    aliases: ['科克亚尔乡', '科乡'],
    countyAliases: ['塔什库尔干县', '塔县'],
  },
  { id: TUOGELAKE, township: '托格拉克乡', county: '伊宁市', aliases: ['托乡'], countyAliases: [] },
].flatMap((place) => listed.slice(0, 1).map((document) => ({ ...document, ...place })));
const SPOKEN = new Set(['村里', '地里', '县里', '城里', '秸秆', '收购', '家乡', '小城']);
const finder = createPlaceFinder(documents, characters, (pair) => SPOKEN.has(pair));
const find = (text: string): PlaceMention => finder.find(normalize(text, characters));

describe('a township by its name', () => {
  it.each([
    ['阿拉甫乡烧秸秆归谁管', [ALAFU]],
    ['阿拉甫烧秸秆归谁管', [ALAFU]],
    ['阿镇烧秸秆归谁管', [AZHATEBAGE]],
    ['科乡的护栏坏了', [KEKEYAER]],
    ['托格拉克乡和阿拉甫乡有什么不同', [ALAFU, TUOGELAKE]],
    ['疏勒县托格拉克乡', [TUOGELAKE]],
    ['阿拉甫鄉燒秸稈', [ALAFU]],
  ])('%s', (text, documentIds) => {
    expect(find(text)).toMatchObject({ documentIds, byTownship: true, unknown: null });
  });

  it('all place words are hits, the wider of two that overlap once', () => {
    const { hits } = find('疏勒县阿拉甫乡的狗');
    expect(hits.map(({ word }) => word)).toEqual(['疏勒县', '阿拉甫乡']);
  });
});

describe('a township by its county', () => {
  it.each([
    ['塔县那个乡烧秸秆归谁管', [KEKEYAER]],
    ['莎车那个镇', [AZHATEBAGE]],
    ['疏勒县烧秸秆', [ALAFU]],
  ])('%s', (text, documentIds) => {
    expect(find(text)).toMatchObject({ documentIds, byTownship: false, byOffice: [] });
  });

  it.each(['塔县公安局管哪些', '塔什库尔干县公安局管哪些', '塔县残联管啥', '塔县县委组织部管啥'])(
    '%s: with an office, it is the office’s county only',
    (text) => {
      expect(find(text)).toMatchObject({ documentIds: [], byOffice: [KEKEYAER] });
    },
  );

  it('a name of several townships is narrowed by the county beside it', () => {
    const twins = documents
      .slice(0, 2)
      .map((document) => ({ ...document, township: '团结民族乡', aliases: [] }));
    const both = createPlaceFinder(twins, characters, () => false);
    expect(both.find('团结民族乡').documentIds).toHaveLength(2);
    expect(both.find('莎车县团结民族乡').documentIds).toEqual([AZHATEBAGE]);
  });
});

describe('a township that no loaded list belongs to', () => {
  it.each([
    ['乌拉库木乡烧秸秆归谁管', '乌拉库木乡'],
    ['塔什米里克乡烧秸秆归谁管', '塔什米里克乡'],
    ['请问,塔什米里克乡呢', '塔什米里克乡'],
    ['我在乌拉库木镇', '乌拉库木镇'],
    ['疏勒县塔什米里克乡的秸秆', null],
  ])('%s', (text, unknown) => {
    if (unknown === null) expect(find(text).documentIds).toEqual([ALAFU]);
    else expect(find(text)).toMatchObject({ documentIds: [], unknown });
  });

  it.each([
    '我们乡要做什么',
    '那个乡镇归谁',
    '村里乡镇干部',
    '各乡镇有什么不同',
    '地里烧秸秆乡上管不管',
    '返回家乡创业',
    '县里和乡里',
    '城里镇上',
    '东风乡',
  ])('%s names none', (text) => {
    expect(find(text).unknown).toBeNull();
  });
});

describe('lists that a reader may not see', () => {
  it('their names are words like any other', () => {
    const open = documents.filter(({ id }) => id !== KEKEYAER);
    const some = createPlaceFinder(open, characters, (pair) => SPOKEN.has(pair));
    expect(some.find('塔县公安局')).toEqual(some.find('恰县公安局'));
    expect(some.find('科克亚尔乡的狗').unknown).toBe('科克亚尔乡');
    expect(some.find('卡拉库姆乡的狗').unknown).toBe('卡拉库姆乡');
  });
});
