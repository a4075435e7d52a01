import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordList, cutOut } from '../../src/language/index.ts';

const found = (words: readonly string[], text: string): string[] =>
  createWordList(words)
    .find(text)
    .map(({ word }) => word);

describe('createWordList', () => {
  it('the longest word wins, and hits do not overlap', () => {
    expect(found(['哪个部门', '归哪个部门管', '部门管'], '秸秆归哪个部门管啊')).toEqual(['归哪个部门管']);
  });

  it('hits come left to right with their places', () => {
    expect(createWordList(['谁管', '请问']).find('请问狗谁管谁管')).toEqual([
      { word: '请问', start: 0, end: 2 },
      { word: '谁管', start: 3, end: 5 },
      { word: '谁管', start: 5, end: 7 },
    ]);
  });

  it.each([
    ['who狗', ['who']],
    ['whose 狗', []],
    ['the who', ['who']],
    ['twho', []],
    ['who 2who who', ['who', 'who']],
  ])('Latin words match at word borders only: %s', (text, words) => {
    expect(found(['who'], text)).toEqual(words);
  });

  it('an empty list, and an empty word in a list, find nothing', () => {
    expect(found([], '谁管')).toEqual([]);
    expect(found([''], '谁管')).toEqual([]);
  });
});

describe('cutOut', () => {
  it('puts a blank for each hit', () => {
    const text = '请问狗谁管';
    expect(cutOut(text, createWordList(['请问', '谁管']).find(text))).toBe(' 狗 ');
  });

  it('keeps a text without hits', () => {
    expect(cutOut('秸秆', [])).toBe('秸秆');
  });

  it('loses nothing but the hits', () => {
    const words = ['谁管', '管谁', '请', 'app'];
    const list = createWordList(words);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'请问谁管狗app'), maxLength: 20 }), (text) => {
        const hits = list.find(text);
        for (const { word, start, end } of hits) expect(text.slice(start, end)).toBe(word);
        const cut = hits.reduce((sum, { word }) => sum + word.length - 1, 0);
        expect(cutOut(text, hits)).toHaveLength(text.length - cut);
      }),
    );
  });
});
