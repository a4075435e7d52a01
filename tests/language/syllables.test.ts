import { describe, expect, it } from 'vitest';
import { createCharacters, toSyllables } from '../../src/language/index.ts';
import { loadLexiconParts } from '../support/lexicon-parts.ts';

const { characters } = loadLexiconParts();

describe('toSyllables', () => {
  it.each([
    ['jieganfenshao', ['jie', 'gan', 'fen', 'sao']],
    ['sheiguan', ['sei', 'guan']],
    ['dibao', ['di', 'bao']],
    ['zhong', ['zon']],
    ['', []],
  ])('%s', (letters, syllables) => {
    expect(toSyllables(letters, characters)).toEqual(syllables);
  });

  it.each(['app', 'who', 'xyz', 'jiegant'])('%s is not pinyin throughout', (letters) => {
    expect(toSyllables(letters, characters)).toBeNull();
  });

  it('gives up a longer first syllable for a readable rest', () => {
    const few = createCharacters({
      traditional: '',
      pinyin: { fang: '方', fan: '反', gan: '干' },
      lookAlikes: [],
    });
    expect(toSyllables('fangan', few)).toEqual(['fan', 'gan']);
  });
});
