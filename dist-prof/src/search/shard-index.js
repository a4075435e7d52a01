// MiniSearch with its term tree replaced. The tree serves search by prefix and with errors, which a shard never
// does; it scans all branches of a node in turn, and Chinese characters give its root thousands of them. A Map to
// build with and packed terms to load from give the same scores in a fraction of the time.
/* oxlint-disable no-underscore-dangle -- MiniSearch's protected fields are spelt so */
import MiniSearch, {} from 'minisearch';
/** Rows are numbered from 0 in the order in which they are added, and that number is their id. */
export class ShardIndex extends MiniSearch {
    constructor(options, tree) {
        super(options);
        this._index = tree;
    }
    /** Builds the index of the rows and gives its terms and lengths. */
    static build(rows, options) {
        const terms = new Map();
        const index = new ShardIndex(options, {
            get: (term) => terms.get(term),
            fetch: (term, make) => {
                const known = terms.get(term);
                if (known)
                    return known;
                const made = make();
                terms.set(term, made);
                return made;
            },
        });
        index.addAll(rows);
        return { terms, averages: index._avgFieldLength, lengths: [...index._fieldLength.values()] };
    }
    /** An index that was built before. Nothing can be added to it. */
    static load(terms, { averages, lengths }, options) {
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
