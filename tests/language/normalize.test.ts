import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCharacters, isHan, normalize } from '../../src/language/index.ts';
import { anyText } from '../support/any-text.ts';
import { loadLexiconParts } from '../support/lexicon-parts.ts';

const { characters } = loadLexiconParts();

describe('normalize', () => {
  it.each([
    ['full-width forms', 'ＡＰＰ１２３？', 'app123?'],
    ['traditional characters', '請問高齡津貼歸誰發', '请问高龄津贴归谁发'],
    ['emoji and their joiners', '路灯坏了👍👨‍👩‍👧', '路灯坏了'],
    ['a variation selector', '天气☀️好', '天气 好'],
    ['invisible characters', '秸\u200b秆\ufeff焚烧', '秸秆焚烧'],
    ['runs of blanks', ' 低保\u3000\t\n归谁 ', '低保 归谁'],
    ['a mark that an invisible character holds apart', 'e\u200b\u0301', '\u00e9'],
    ['nothing but blanks and emoji', ' 👍 \n', ''],
  ])('%s', (_what, raw, normalized) => {
    expect(normalize(raw, characters)).toBe(normalized);
  });

  it('a character without an entry in the tables stays', () => {
    const none = createCharacters({ traditional: '', pinyin: {}, lookAlikes: [] });
    expect(normalize('農A', none)).toBe('農a');
  });

  it('is idempotent, whatever is typed', () => {
    const chat = fc.string({
      unit: fc.constantFrom(...'請农農業秆Ａａ１①㎡㈠ﬁİßΣςe\u0301\u0316👍☀️\u200d\u200b\u3000 \n？!'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.oneof(anyText, chat), (text) => {
        const once = normalize(text, characters);
        expect(normalize(once, characters)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});

describe('isHan', () => {
  it.each(['农', '農', '𠮷', '〇', '々'])('%s is a Chinese character', (character) => {
    expect(isHan(character)).toBe(true);
  });

  it.each(['，', '。', '1', 'a', '１', ' ', 'の', '👍'])('%s is none', (character) => {
    expect(isHan(character)).toBe(false);
  });
});
