import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/search/index.ts';
import { anyText } from '../support/any-text.ts';

describe('fingerprint', () => {
  it.each([
    ['', '811c9dc5'],
    ['a', 'e40c292c'],
    ['foobar', 'bf9cf968'],
  ])('%j opens with the published FNV-1a', (text, digits) => {
    expect(fingerprint(text).slice(0, 8)).toBe(digits);
  });

  it('is sixteen hexadecimal digits, the same for the same text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fingerprint(text)).toMatch(/^[0-9a-f]{16}$/);
        expect(fingerprint(text)).toBe(fingerprint(text));
      }),
    );
  });

  it('tells apart texts that differ in one character or in order', () => {
    const texts = ['秸秆焚烧', '秸杆焚烧', '焚烧秸秆', '秸秆焚烧 ', '秸秆'];
    expect(new Set(texts.map(fingerprint)).size).toBe(texts.length);
  });
});
