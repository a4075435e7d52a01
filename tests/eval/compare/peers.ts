// Other search libraries on the same cells, set up as their documentation advises for Chinese.
import { create, insertMultiple, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import { Charset, Index } from 'flexsearch';
import { CELL_NAMES, NAME_BOOST, toCells, toRows, type Contender } from './contender.ts';

const MOST_ROWS = 10;

/**
 * Its CJK encoder, with suggestions, since no row has all characters of a question. It weighs a word by how early it
 * stands and not by field, so the name comes first in the one text.
 */
const flexSearch: Contender = {
  name: 'FlexSearch, CJK + suggest',
  open(_documentId, items) {
    const index = new Index({ encoder: Charset.CJK, tokenize: 'strict' });
    items.forEach((item, i) => {
      const cells = toCells(item);
      index.add(i, CELL_NAMES.map((name) => cells[name]).join(' '));
    });
    return ({ q }) => {
      const found = index.search(q, { limit: MOST_ROWS, suggest: true });
      return toRows(items, Array.isArray(found) ? found.map(Number) : []);
    };
  },
};

const orama: Contender = {
  name: 'Orama, mandarin tokenizer',
  async open(_documentId, items) {
    const database = create({
      schema: {
        at: 'number',
        name: 'string',
        category: 'string',
        departments: 'string',
        upstream: 'string',
        townshipDuties: 'string',
        takeover: 'string',
      },
      components: { tokenizer: createTokenizer() },
    });
    await insertMultiple(
      database,
      items.map((item, at) => ({ at, ...toCells(item) })),
    );
    return async ({ q }) => {
      const { hits } = await search(database, {
        term: q,
        properties: [...CELL_NAMES],
        boost: { name: NAME_BOOST },
        limit: MOST_ROWS,
      });
      return toRows(
        items,
        hits.map(({ document }) => document.at),
      );
    };
  },
};

export const PEERS: readonly Contender[] = [flexSearch, orama];
