import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermTable } from '../../src/search/term-table.ts';

const term = fc.oneof(
  fc.stringMatching(/^[\u4e00-\u4e0f]{1,3}$/),
  fc.stringMatching(/^[a-c0-2]{1,4}$/),
  fc.constantFrom('𠮷', '𠮷野', '\u0001', ''),
);
const terms = fc.array(term, { maxLength: 400 });

describe('createTermTable', () => {
  it('numbers terms as a Map would, in the order in which they come', () => {
    fc.assert(
      fc.property(terms, fc.nat(500), (list, expected) => {
        const table = createTermTable(expected);
        const numbers = new Map<string, number>();
        for (const one of list) {
          if (!numbers.has(one)) numbers.set(one, numbers.size);
          expect(table.add(one, 0, one.length)).toBe(numbers.get(one));
        }
        expect(table.size).toBe(numbers.size);
        expect([...table.terms()]).toEqual([...numbers.keys()]);
        for (const [one, id] of numbers) expect(table.idOf(one)).toBe(id);
      }),
    );
  });

  it('knows no term that was not added', () => {
    fc.assert(
      fc.property(terms, term, (list, other) => {
        const table = createTermTable();
        for (const one of list) table.add(one, 0, one.length);
        expect(table.idOf(other) >= 0).toBe(list.includes(other));
      }),
    );
  });

  it('takes and finds parts of a text', () => {
    const table = createTermTable();
    expect(table.add('谁管秸秆', 2, 4)).toBe(0);
    expect(table.idOf('秸秆')).toBe(0);
    expect(table.idOf('焚烧秸秆', 2)).toBe(0);
    expect(table.idOf('秸秆焚烧', 0, 2)).toBe(0);
    expect(table.idOf('秸秆焚烧')).toBe(-1);
  });
});
