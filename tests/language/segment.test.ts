import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSegmenter, SEGMENTER_NAMES, toNgrams } from '../../src/language/index.ts';
import { anyText } from '../support/any-text.ts';

const HAN_RUN = /\p{Script=Han}+/gu;
const PIECES = /\p{Script=Han}+|[a-z0-9]+/gu;

/** The same, written without a thought for speed. */
function plainNgrams(text: string): string[] {
  return [...text.matchAll(PIECES)].flatMap(([run]) => {
    if (/^[a-z0-9]/.test(run)) return [run];
    const characters = [...run];
    return characters.flatMap((character, i) =>
      i === 0 ? [character] : [characters[i - 1] + character, character],
    );
  });
}

const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'秸秆焚烧谁管𠮷𡃁app62，。 -の👍'), maxLength: 30 }),
  anyText,
);

describe('toNgrams', () => {
  it.each([
    ['谁管app', ['谁', '谁管', '管', 'app']],
    ['配合62项', ['配', '配合', '合', '62', '项']],
    ['秸秆，焚烧', ['秸', '秸秆', '秆', '焚', '焚烧', '烧']],
    ['𠮷农', ['𠮷', '𠮷农', '农']],
    ['，。 -', []],
    ['', []],
  ])('%s', (typed, terms) => {
    expect(toNgrams(typed)).toEqual(terms);
  });

  it('every character and every pair of each Chinese run, Latin words whole, nothing else', () => {
    fc.assert(
      fc.property(text, (typed) => {
        expect(toNgrams(typed)).toEqual(plainNgrams(typed));
      }),
      { numRuns: 500 },
    );
  });

  it('never cuts a surrogate pair', () => {
    fc.assert(
      fc.property(text, (typed) => {
        for (const term of toNgrams(typed)) expect(term).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('createSegmenter', () => {
  it.each(SEGMENTER_NAMES)('%s keeps every Chinese character, in order, and Latin words whole', (name) => {
    const segment = createSegmenter(name);
    const typed = '秸秆焚烧归谁管 app 阿拉甫乡62项';
    const terms = segment(typed);
    expect(terms).toContain('app');
    expect(terms).toContain('62');
    const characters = terms.join('');
    for (const run of typed.match(HAN_RUN) ?? []) {
      for (const character of run) expect(characters).toContain(character);
    }
    expect(terms).toEqual(segment(typed));
  });

  it('bigram is toNgrams', () => {
    expect(createSegmenter('bigram')).toBe(toNgrams);
  });

  it('tiny-segmenter cuts words of its own, in text order', () => {
    const terms = createSegmenter('tiny-segmenter')('秸秆焚烧，归谁管');
    expect(terms.join('')).toBe('秸秆焚烧归谁管');
    expect(terms.length).toBeGreaterThan(1);
  });

  it('intl gives words without punctuation', () => {
    expect(createSegmenter('intl')('谁管，秸秆。').join('')).toBe('谁管秸秆');
  });
});
