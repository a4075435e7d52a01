// MiniSearch with its term tree replaced. The tree serves search by prefix and with errors, which a shard never
// does; it scans all branches of a node in turn, and Chinese characters give its root thousands of them. A Map of
// one row to build with and packed terms to load from give the same scores in a fraction of the time.
/* oxlint-disable no-underscore-dangle -- MiniSearch's protected fields are spelt so */
import MiniSearch, { type Options } from 'minisearch';
import type { TermPlaces, TermReader, TermRows } from './packed-terms.ts';

/** What MiniSearch asks of its term tree when it adds rows and when it looks up whole terms. */
interface TermTree {
  get(term: string): TermRows | undefined;
  fetch: (term: string, make: () => TermRows) => TermRows;
}

/** What a search needs to know of the rows besides their terms. */
export interface RowLengths {
  /** By field: the mean number of different terms. */
  averages: number[];
  /** By row, then field: the number of different terms. */
  lengths: number[][];
}

/** Rows are numbered from 0 in the order in which they are added, and that number is their id. */
export class ShardIndex<Row extends { id: number }> extends MiniSearch<Row> {
  private constructor(options: Options<Row>, tree: TermTree) {
    super(options);
    this._index = tree as unknown as typeof this._index;
  }

  /** Builds the index of the rows and gives its terms and lengths. */
  static build<Row extends { id: number }>(
    rows: readonly Row[],
    options: Options<Row>,
  ): RowLengths & { terms: ReadonlyMap<string, TermPlaces> } {
    // a row is counted without looking at the others: Maps of Maps are kept for one row only, and numbers for all
    const ofRow = new Map<string, TermRows>();
    const terms = new Map<string, number[]>();
    const index = new ShardIndex(options, {
      get: (term) => ofRow.get(term),
      fetch: (term, make) => {
        const known = ofRow.get(term) ?? make();
        ofRow.set(term, known);
        return known;
      },
    });
    for (const row of rows) {
      index.add(row);
      for (const [term, fields] of ofRow) {
        const places = terms.get(term) ?? [];
        terms.set(term, places);
        for (const [field, counts] of fields)
          for (const [at, frequency] of counts) places.push(field, at, frequency);
      }
      ofRow.clear();
    }
    return { terms, averages: index._avgFieldLength, lengths: [...index._fieldLength.values()] };
  }

  /** An index that was built before. Nothing can be added to it. */
  static load<Row extends { id: number }>(
    terms: TermReader,
    { averages, lengths }: RowLengths,
    options: Options<Row>,
  ): ShardIndex<Row> {
    const index = new ShardIndex(options, {
      get: (term) => terms.get(term),
      fetch: () => {
        throw new TypeError('a loaded index takes no rows');
      },
    });
    index._documentCount = lengths.length;
    index._nextId = lengths.length;
    index._avgFieldLength = averages;
    lengths.forEach((own, row) => {
      index._documentIds.set(row, row);
      index._idToShortId.set(row, row);
      index._fieldLength.set(row, own);
    });
    return index;
  }
}
