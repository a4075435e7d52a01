// Writes a full-text index as the JSON text that MiniSearch loads. MiniSearch itself would build its term tree first and
// then an object for every list of documents; both are thrown away as soon as the text is there.

/** What is written; the terms of a text come in its order, repeats kept. */
export interface IndexedText<Field extends string> {
  fields: readonly Field[];
  /** The documents; their ids are their positions. */
  rows: readonly Readonly<Record<Field, string>>[];
  toTerms: (text: string, field: Field) => readonly string[];
  /** A term's spelling in the index; an empty one is left out. */
  encode: (term: string) => string;
}

/** MiniSearch's format of serialised indexes, of which a test keeps step with the library. */
const SERIALIZATION_VERSION = 2;

/** Where a term stands: field, document, how often; three numbers each, documents in order. */
type Postings = number[];

/** The same value as `JSON.stringify` of a MiniSearch index of these rows. Same rows, same bytes. */
export function toIndexText<Field extends string>(input: IndexedText<Field>): string {
  const { fields, rows } = input;
  const postings = new Map<string, Postings>();
  const averages = fields.map(() => 0);
  const lengths = rows.map((row, document) =>
    fields.map((field, number) => {
      const terms = input.toTerms(row[field], field);
      for (const term of terms) count(postings, input.encode(term), number, document);
      const length = new Set(terms).size;
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
  const terms = [...postings].map(
    ([term, own]) => `[${JSON.stringify(term)},${toPostingsText(own, fields.length)}]`,
  );
  return `${JSON.stringify(head).slice(0, -1)},"index":[${terms.join(',')}]}`;
}

function count(postings: Map<string, Postings>, term: string, field: number, document: number): void {
  if (term === '') return;
  const own = postings.get(term);
  if (!own) {
    postings.set(term, [field, document, 1]);
    return;
  }
  // a field's terms come one after another: what is counted already is the last entry
  const last = own.length - 3;
  if (own[last] === field && own[last + 1] === document) own[last + 2] = (own[last + 2] ?? 0) + 1;
  else own.push(field, document, 1);
}

/** `{"0":{"17":1},"3":{"2":1,"17":2}}` */
function toPostingsText(postings: Postings, fields: number): string {
  const byField: string[] = Array.from({ length: fields }, () => '');
  for (let at = 0; at < postings.length; at += 3) {
    const field = postings[at] ?? 0;
    const sofar = byField[field] ?? '';
    byField[field] = `${sofar}${sofar === '' ? '' : ','}"${postings[at + 1]}":${postings[at + 2]}`;
  }
  const written = byField.flatMap((text, field) => (text === '' ? [] : `"${field}":{${text}}`));
  return `{${written.join(',')}}`;
}
