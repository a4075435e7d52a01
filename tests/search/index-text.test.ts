import { array, assert, constantFrom, property, record } from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { toIndexText } from '../../src/search/index-text.ts';

const FIELDS = ['name', 'duties'] as const;
type Row = Record<(typeof FIELDS)[number], string>;

const toTerms = (text: string): string[] => text.split(' ');
const encode = (term: string): string => term.toUpperCase();

/** The library's own serialisation, term by term. */
function serialise(rows: readonly Row[]): Record<string, unknown> {
  const library = new MiniSearch<Row & { id: number }>({
    fields: [...FIELDS],
    tokenize: toTerms,
    processTerm: encode,
  });
  library.addAll(rows.map((row, id) => ({ ...row, id })));
  return JSON.parse(JSON.stringify(library)) as Record<string, unknown>;
}

const byTerm = (index: unknown): [string, unknown][] =>
  (index as [string, unknown][]).toSorted(([a], [b]) => (a < b ? -1 : 1));

function expectSame(rows: readonly Row[]): void {
  const text = toIndexText({ fields: FIELDS, rows, toTerms, encode });
  const { index, ...head } = JSON.parse(text) as Record<string, unknown>;
  const { index: expected, ...expectedHead } = serialise(rows);
  expect(head).toEqual(expectedHead);
  expect(byTerm(index)).toEqual(byTerm(expected));
}

describe('toIndexText', () => {
  it('writes what the library would write', () => {
    expectSame([
      { name: 'a b a', duties: 'b "c" \\d' },
      { name: '', duties: 'a  a' },
      { name: 'b', duties: '' },
    ]);
  });

  it('does so for any rows', () => {
    const text = array(constantFrom('a', 'b', 'c', '秸秆', '"', '', '1'), { maxLength: 9 }).map((terms) =>
      terms.join(' '),
    );
    assert(property(array(record({ name: text, duties: text }), { maxLength: 8 }), expectSame));
  });

  it('writes an index that the library loads', () => {
    const text = toIndexText({ fields: FIELDS, rows: [{ name: 'a b', duties: 'c' }], toTerms, encode });
    const library = MiniSearch.loadJSON<Row>(text, {
      fields: [...FIELDS],
      tokenize: toTerms,
      processTerm: encode,
    });
    expect(library.search('c').map(({ id }) => Number(id))).toEqual([0]);
  });
});
