// Writes a full-text index as the JSON text that MiniSearch loads. MiniSearch itself would build its term tree first and
// then an object for every list of documents; both are thrown away as soon as the text is there.

/** What is written; the terms of a text come in its order, repeats kept. */
export interface IndexedText<Field extends string> {
  fields: readonly Field[];
  /** The documents; their ids are their positions. */
  rows: readonly Readonly<Record<Field, string>>[];
  toTerms: (text: string, field: Field) => readonly string[];
  /** A term's spelling in the index, one for each term; an empty one is left out. */
  encode: (term: string) => string;
}

/** MiniSearch's format of serialised indexes, of which a test keeps step with the library. */
const SERIALIZATION_VERSION = 2;

/** Where a term stands in a field: document and how often, by turns, documents in order. */
type Postings = number[];

/** The same value as `JSON.stringify` of a MiniSearch index of these rows. Same rows, same bytes. */
export function toIndexText<Field extends string>(input: IndexedText<Field>): string {
  const { fields, rows } = input;
  const postings = fields.map(() => new Map<string, Postings>());
  const averages = fields.map(() => 0);
  const lengths = rows.map((row, document) =>
    postings.map((own, number) => {
      const field = fields[number] as Field;
      const length = countTerms(own, input.toTerms(row[field], field), document);
      // as MiniSearch does: the same last digits
      averages[number] = ((averages[number] ?? 0) * document + length) / (document + 1);
      return length;
    }),
  );
  const head = {
    documentCount: rows.length,
    nextId: rows.length,
    documentIds: { ...rows.map((_, document) => document) },
    fieldIds: Object.fromEntries(fields.map((field, number) => [field, number])),
    fieldLength: { ...lengths },
    averageFieldLength: rows.length === 0 ? [] : averages,
    storedFields: {},
    dirtCount: 0,
    serializationVersion: SERIALIZATION_VERSION,
  };
  const terms: string[] = [];
  for (const term of new Set(postings.flatMap((own) => [...own.keys()]))) {
    const code = input.encode(term);
    if (code !== '') terms.push(`[${JSON.stringify(code)},${toPostingsText(postings, term)}]`);
  }
  return `${JSON.stringify(head).slice(0, -1)},"index":[${terms.join(',')}]}`;
}

/** Books the terms of one cell; how many different ones there are. */
function countTerms(postings: Map<string, Postings>, terms: readonly string[], document: number): number {
  let different = 0;
  for (const term of terms) {
    const own = postings.get(term);
    const last = own ? own.length - 2 : 0;
    if (own?.[last] === document) own[last + 1] = (own[last + 1] ?? 0) + 1;
    else {
      different += 1;
      if (own) own.push(document, 1);
      else postings.set(term, [document, 1]);
    }
  }
  return different;
}

/** `{"0":{"17":1},"3":{"2":1,"17":2}}` */
function toPostingsText(postings: readonly ReadonlyMap<string, Postings>[], term: string): string {
  let text = '';
  for (const [field, terms] of postings.entries()) {
    const own = terms.get(term);
    if (!own) continue;
    text += `${text === '' ? '{' : '},'}"${field}":{"${own[0]}":${own[1]}`;
    for (let at = 2; at < own.length; at += 2) text += `,"${own[at]}":${own[at + 1]}`;
  }
  return `${text}}}`;
}
