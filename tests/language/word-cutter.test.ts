import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordCutter } from '../../src/language/index.ts';

describe('createWordCutter', () => {
  const cut = createWordCutter(['秸秆', '秸秆焚烧', '焚烧', '归谁管']);

  it('takes the longest word from the left; other characters stand alone', () => {
    expect(cut('秸秆焚烧归谁管')).toEqual(['秸秆焚烧', '归谁管']);
    expect(cut('有秸秆焚毁')).toEqual(['有', '秸秆', '焚', '毁']);
  });

  it('passes over what is not Chinese, and no word goes across it', () => {
    expect(cut('秸 秆,app焚烧12')).toEqual(['秸', '秆', '焚烧']);
    expect(cut('')).toEqual([]);
  });

  it('keeps characters outside the basic plane whole', () => {
    expect(cut('𠮷秸秆')).toEqual(['𠮷', '秸秆']);
  });

  it('gives back every Chinese character, in order', () => {
    const text = string({ unit: constantFrom('秸', '秆', '焚', '烧', '归', '谁', '管', '乡') });
    assert(property(text, (typed) => cut(typed).join('') === typed));
  });
});
