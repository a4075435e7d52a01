import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCharacters } from '../../src/language/index.ts';
import { createSoundIndex } from '../../src/search/sound-index.ts';

const characters = createCharacters({
  traditional: '',
  // 行 is read xing and hang
  pinyin: { jie: '秸结接', gan: '秆杆', di: '低底', bao: '保宝', xing: '行星', hang: '行', yin: '银' },
  lookAlikes: [],
});
const letters = [...'秸结接秆杆低底保宝行星银吗'];

describe('createSoundIndex', () => {
  it.each([
    ['jie', 'gan', ['秸秆', '结杆']],
    ['di', 'bao', ['低保']],
    ['yin', 'han', ['银行']],
    ['yin', 'xin', ['银行']],
    ['lv', 'you', []],
  ])('%s %s is read from %j', (one, other, pairs) => {
    const index = createSoundIndex(['秸秆', '结杆', '秸', '低保', '银行', '低保户', 'app', 'jg'], characters);
    expect([...index.find(one, other)].toSorted()).toEqual(pairs.toSorted());
  });

  it('finds the pairs whose characters can be read so, and no others', () => {
    const pair = fc.tuple(fc.constantFrom(...letters), fc.constantFrom(...letters));
    const syllable = fc.constantFrom('jie', 'gan', 'di', 'bao', 'xin', 'han', 'yin');
    fc.assert(
      fc.property(
        fc.uniqueArray(pair.map((two) => two.join(''))),
        syllable,
        syllable,
        (terms, one, other) => {
          const fits = terms.filter(
            (term) =>
              characters.readings(term.charAt(0)).includes(one) &&
              characters.readings(term.charAt(1)).includes(other),
          );
          expect([...createSoundIndex(terms, characters).find(one, other)].toSorted()).toEqual(
            fits.toSorted(),
          );
        },
      ),
    );
  });

  it('takes characters beyond the basic plane', () => {
    const rare = createCharacters({ traditional: '', pinyin: { ji: '𠮷', ye: '野' }, lookAlikes: [] });
    const index = createSoundIndex(['𠮷野', '野𠮷', '𠮷'], rare);
    expect(index.find('ji', 'ye')).toEqual(['𠮷野']);
    expect(index.find('ye', 'ji')).toEqual(['野𠮷']);
  });
});
