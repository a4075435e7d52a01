import { describe, expect, it } from 'vitest';
import { CharacterTables, createCharacters } from '../../src/language/index.ts';
import { loadLexiconParts } from '../support/lexicon-parts.ts';

const characters = createCharacters({
  traditional: '農农業业𠮷吉薴苧苧苎',
  pinyin: { jie: '秸结', zhang: '长张', chang: '长', zang: '脏' },
  lookAlikes: ['己已巳', '已以'],
});

describe('createCharacters', () => {
  it('traditional characters to simplified ones, others as they are', () => {
    expect(['農', '業', '𠮷', '农', 'a'].map((c) => characters.toSimplified(c))).toEqual([
      '农',
      '业',
      '吉',
      '农',
      'a',
    ]);
  });

  it.each([
    ['農業与𠮷野a', '农业与吉野a'],
    ['农业', '农业'],
    // shares its first half with a character that is simplified
    ['𠮶', '𠮶'],
    ['', ''],
  ])('a whole text: %j', (text, simplified) => {
    expect(characters.toSimplified(text)).toBe(simplified);
  });

  it('a simplified character that is traditional itself is simplified on', () => {
    expect(characters.toSimplified('薴')).toBe('苎');
    expect(characters.toSimplified('苧')).toBe('苎');
  });

  it('the real tables simplify in one step', () => {
    const real = loadLexiconParts().characters;
    const range = Array.from({ length: 0x9fff - 0x4e00 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    const unsettled = range.filter((c) => real.toSimplified(real.toSimplified(c)) !== real.toSimplified(c));
    expect(unsettled).toEqual([]);
  });

  it('readings are blurred, and every one of a character is kept once', () => {
    expect(characters.readings('秸')).toEqual(['jie']);
    expect(characters.readings('长')).toEqual(['zan', 'can']);
    expect(characters.readings('脏')).toEqual(characters.readings('张'));
    expect(characters.readings('X')).toEqual([]);
  });

  it('look-alikes of all groups, without the character itself', () => {
    expect(characters.lookAlikes('已')).toEqual(['己', '巳', '以']);
    expect(characters.lookAlikes('农')).toEqual([]);
  });

  it('syllables are those of the table, and no inherited names', () => {
    expect(characters.isSyllable('jie')).toBe(true);
    expect(characters.isSyllable('jia')).toBe(false);
    expect(characters.isSyllable('constructor')).toBe(false);
  });
});

describe('CharacterTables', () => {
  it('refuses tables of another shape', () => {
    expect(
      CharacterTables.safeParse({ traditional: '', pinyin: { jie: ['秸'] }, lookAlikes: [] }).success,
    ).toBe(false);
  });
});
