import { describe, expect, it } from 'vitest';
import { createCharacters } from '../../src/language/index.ts';
import { createTypingMender, type Mending } from '../../src/search/typing.ts';

const characters = createCharacters({
  traditional: '',
  pinyin: { di: '低底地', bao: '保包', jie: '秸结', gan: '秆杆干', fen: '焚粉', shao: '烧少' },
  lookAlikes: ['未末', '己已巳'],
});

function mend(text: string, frequencies: Record<string, number>): Mending[] {
  return createTypingMender(
    {
      terms: Object.keys(frequencies),
      isKnown: (term) => Object.hasOwn(frequencies, term),
      frequency: (term) => frequencies[term] ?? 0,
    },
    characters,
  ).mend(text);
}

describe('createTypingMender', () => {
  it('one wrong character that sounds alike', () => {
    expect(mend('底保', { 低保: 5 })).toEqual([{ typed: '底保', term: '低保' }]);
  });

  it('one wrong character that looks alike', () => {
    expect(mend('末来', { 未来: 5 })).toEqual([{ typed: '末来', term: '未来' }]);
  });

  it('a known pair stays, even where a likelier one sounds alike', () => {
    expect(mend('底保', { 底保: 1, 低保: 50 })).toEqual([]);
  });

  it('a word that only one text has is taken for chance', () => {
    expect(mend('底保', { 低保: 1 })).toEqual([]);
  });

  it('the likeliest reading only; of equals the first in order', () => {
    expect(mend('底保', { 低保: 9, 地保: 3 })).toEqual([{ typed: '底保', term: '低保' }]);
    const even = mend('底保', { 低保: 9, 地保: 9 });
    expect(even).toEqual(mend('底保', { 地保: 9, 低保: 9 }));
    expect(even).toHaveLength(1);
  });

  it('two wrong characters in a row need a neighbour that agrees', () => {
    expect(mend('结杆', { 秸秆: 9 })).toEqual([]);
    expect(mend('结杆焚', { 秸秆: 9, 秆焚: 9 })).toContainEqual({ typed: '结杆', term: '秸秆' });
  });

  it('pinyin, run together or apart, two readings of a pair at most', () => {
    const words = { 秸秆: 9, 焚烧: 9, 结干: 5, 结杆: 4 };
    const meant = (text: string): string[] => mend(text, words).map(({ term }) => term);
    expect(meant('jieganfenshao')).toEqual(['秸秆', '结干', '焚烧']);
    expect(meant('jiegan fenshao')).toEqual(meant('jieganfenshao'));
    // an input method that was left in Latin letters puts a blank after each syllable
    expect(meant('jie gan fen shao')).toEqual(meant('jieganfenshao'));
    expect(meant('jie gan, fen shao')).toEqual(meant('jieganfenshao'));
    expect(meant('jie , gan')).toEqual([]);
  });

  it('pinyin that is known from stories only is pinyin all the same', () => {
    expect(mend('di bao', { di: 0, bao: 0, 低保: 9 })).toEqual([{ typed: 'dibao', term: '低保' }]);
  });

  it('letters that are a known word or no pinyin are left alone', () => {
    expect(mend('dibao', { dibao: 1, 低保: 9 })).toEqual([]);
    expect(mend('app', { 低保: 9 })).toEqual([]);
  });

  it('no pair over punctuation or digits', () => {
    expect(mend('底，保', { 低保: 9 })).toEqual([]);
    expect(mend('底1保', { 低保: 9 })).toEqual([]);
  });
});
