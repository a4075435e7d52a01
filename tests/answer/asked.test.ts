import { describe, expect, it } from 'vitest';
import { createAskedFinder } from '../../src/answer/asked.ts';
import { loadLexiconParts } from '../support/lexicon-parts.ts';

const { characters, words } = loadLexiconParts();
const finder = createAskedFinder(words, characters);

describe('the list that is asked about', () => {
  it.each([
    ['基本履职事项有哪些', 'basic'],
    ['基本类的生态环保有几项', 'basic'],
    ['要我们配合的配合事项', 'cooperative'],
    ['收回事项有哪些', 'reclaimed'],
    ['收回给水利局的有几项', 'reclaimed'],
    ['被收走的有哪些', 'reclaimed'],
    ['烧麦秆归谁管', null],
    // two lists at once: none is meant alone
    ['基本履职和配合履职各几项', null],
  ])('%s', (text, list) => {
    expect(finder.find(text).list).toBe(list);
  });
});

describe('the side that is asked about', () => {
  it.each([
    ['我们乡要做什么', 'township'],
    ['那我们要做啥', 'township'],
    ['乡里要出什么力', 'township'],
    ['县里是哪个部门', 'upstream'],
    ['谁牵头', 'upstream'],
    ['那谁罚', 'sanction'],
    ['处罚权在谁手里', 'sanction'],
    ['是谁接走了', 'takeover'],
    ['改由哪个部门办', 'takeover'],
    ['烧麦秆冒烟归谁管', null],
  ])('%s', (text, role) => {
    expect(finder.find(text).role).toBe(role);
  });
});

describe('facets', () => {
  it.each([
    ['烧秸秆罚多少', ['sanction']],
    ['路灯坏了谁修', ['repair']],
    ['宅基地谁批', ['approve']],
    ['还要我们乡发补贴吗', ['pay', 'still']],
    ['狗', []],
  ])('%s', (text, facets) => {
    expect([...finder.find(text).facets].toSorted()).toEqual(facets);
  });

  it.each([
    ['摊贩是乡里登记的。到底谁罚?', ['register', 'sanction'], ['sanction']],
    ['他们说要批文。路坏了谁修', ['approve', 'repair'], ['repair']],
    ['谁修', ['repair'], ['repair']],
    ['坏了半个月。没人理。', ['repair'], []],
  ])('the last sentence asks: %s', (text, facets, last) => {
    const asked = finder.find(text);
    expect([...asked.facets].toSorted()).toEqual(facets);
    expect([...asked.lastFacets].toSorted()).toEqual(last);
  });

  it('what is over is not asked for', () => {
    expect([...finder.find('不考核了,那动员大家参保还归我们吗').facets]).toEqual(['still']);
    expect([...finder.find('不考核了吗').facets]).toEqual(['assess']);
  });
});
