import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  packTerms as pack,
  readPackedTerms,
  type PackedTerms,
  type TermRows,
} from '../../src/search/packed-terms.ts';

const word = fc.oneof(
  fc.stringMatching(/^[\u4e00-\u9fff]{1,3}$/),
  fc.stringMatching(/^[a-z0-9]{1,8}$/),
  // beyond the basic plane: two units, sorted before the private area
  fc.constantFrom('𠮷', '𠮷野', '\ue000', '豈'),
);
const count = fc.oneof(fc.nat(300), fc.nat(70_000));
const rows = fc
  .array(fc.tuple(count, count), { minLength: 1, maxLength: 5 })
  .map((pairs) => new Map(pairs.toSorted(([a], [b]) => a - b)));
const fields = fc
  .uniqueArray(fc.tuple(fc.nat(3), rows), { minLength: 1, maxLength: 4, selector: ([field]) => field })
  .map((pairs): TermRows => new Map(pairs));
const index = fc
  .uniqueArray(fc.tuple(word, fields), { maxLength: 40, selector: ([term]) => term })
  .map((pairs) => new Map(pairs));

/** Packs terms that are given as they come back. */
function packTerms(terms: ReadonlyMap<string, TermRows>): PackedTerms {
  const flat = [...terms].map(
    ([term, found]) =>
      [
        term,
        [...found].flatMap(([field, own]) => [...own].flatMap(([row, frequency]) => [field, row, frequency])),
      ] as const,
  );
  return pack(new Map(flat));
}

const toPlain = (found: TermRows | undefined): unknown =>
  found && [...found].map(([field, own]) => [field, [...own]]);

describe('packed terms', () => {
  it('give back every term as it was, fields and rows in their order', () => {
    fc.assert(
      fc.property(index, (terms) => {
        const reader = readPackedTerms(packTerms(terms));
        for (const [term, found] of terms) expect(toPlain(reader.get(term))).toEqual(toPlain(found));
      }),
    );
  });

  it('know no other term', () => {
    fc.assert(
      fc.property(index, word, (terms, other) => {
        const reader = readPackedTerms(packTerms(terms));
        expect(reader.has(other)).toBe(terms.has(other));
        expect(reader.get(other) === undefined).toBe(!terms.has(other));
      }),
    );
  });

  it('a part of a line is no term', () => {
    const reader = readPackedTerms(packTerms(new Map([['焚烧', new Map([[0, new Map([[1, 2]])]])]])));
    for (const part of ['', '焚', '烧', '焚烧 0', '0', '焚烧秸']) expect(reader.has(part)).toBe(false);
  });

  it('the same terms in another order are packed to the same bytes', () => {
    fc.assert(
      fc.property(index, (terms) => {
        expect(packTerms(new Map([...terms].toReversed()))).toEqual(packTerms(terms));
      }),
    );
  });
});
