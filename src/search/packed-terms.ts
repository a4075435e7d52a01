// The saved form of an index's terms: two strings that are searched as they are. A term's rows are unpacked when it
// is first asked for: of some ten thousand terms of a township a question asks for two dozen, and making Maps of
// them all was most of the time of loading.

/** Field → row → how often the term stands there: what MiniSearch keeps of a term. */
export type TermRows = Map<number, Map<number, number>>;

/** Where a term stands: field, row and frequency, again and again. A row comes after the earlier ones. */
export type TermPlaces = readonly number[];

export interface PackedTerms {
  /** A line for each term, in order of UTF-16 units: the term, a blank, where its rows start, in base 36. */
  terms: string;
  /**
   * Bytes in base64. For each term the number of its fields; for each field its id, the number of rows, and row
   * and frequency of each. Numbers take seven bits a byte, the lowest first, the highest bit set on all but the last.
   */
  rows: string;
}

export interface TermReader {
  has(term: string): boolean;
  get(term: string): TermRows | undefined;
}

const OFFSET_BASE = 36;

function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
}

/** Field → row and frequency, again and again. */
function groupByField(places: TermPlaces): Map<number, number[]> {
  const fields = new Map<number, number[]>();
  for (let i = 0; i + 2 < places.length; i += 3) {
    const field = places[i] ?? 0;
    const rows = fields.get(field) ?? [];
    fields.set(field, rows);
    rows.push(places[i + 1] ?? 0, places[i + 2] ?? 0);
  }
  return fields;
}

/** Terms hold no blank and no line end. */
export function packTerms(index: ReadonlyMap<string, TermPlaces>): PackedTerms {
  const bytes: number[] = [];
  let terms = '';
  for (const [term, places] of [...index].sort(([a], [b]) => (a < b ? -1 : 1))) {
    terms += `${term} ${bytes.length.toString(OFFSET_BASE)}\n`;
    const fields = groupByField(places);
    pushNumber(bytes, fields.size);
    for (const [field, rows] of fields) {
      pushNumber(bytes, field);
      pushNumber(bytes, rows.length / 2);
      for (const number of rows) pushNumber(bytes, number);
    }
  }
  return { terms, rows: Buffer.from(bytes).toString('base64') };
}

const BLANK = 0x20;

/** Order of a term and the one that the line at `line` opens with; no character of a term is before the blank. */
function compareAt(terms: string, line: number, wanted: string): number {
  for (let i = 0; i <= wanted.length; i++) {
    const order = (i < wanted.length ? wanted.charCodeAt(i) : BLANK) - terms.charCodeAt(line + i);
    if (order !== 0) return order;
  }
  return 0;
}

/** Where the rows of a term start; −1 when it has none. */
function findStart(terms: string, wanted: string): number {
  let from = 0;
  let to = terms.length;
  while (from < to) {
    const line = terms.lastIndexOf('\n', ((from + to) >> 1) - 1) + 1;
    const order = compareAt(terms, line, wanted);
    if (order < 0) to = line;
    else {
      const end = terms.indexOf('\n', line) + 1;
      if (order === 0) return Number.parseInt(terms.slice(line + wanted.length + 1, end - 1), OFFSET_BASE);
      from = end;
    }
  }
  return -1;
}

function unpackRows(bytes: Uint8Array, start: number): TermRows {
  let at = start;
  const readNumber = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const fields: TermRows = new Map();
  for (let left = readNumber(); left > 0; left--) {
    const field = readNumber();
    const rows = new Map<number, number>();
    for (let more = readNumber(); more > 0; more--) {
      const row = readNumber();
      rows.set(row, readNumber());
    }
    fields.set(field, rows);
  }
  return fields;
}

/** Reads what was packed; that it is whole must be known. */
export function readPackedTerms({ terms, rows }: PackedTerms): TermReader {
  const bytes = Buffer.from(rows, 'base64');
  const unpacked = new Map<string, TermRows>();
  const get = (term: string): TermRows | undefined => {
    const known = unpacked.get(term);
    if (known) return known;
    const start = findStart(terms, term);
    // what is not there is not kept: questions may hold any words
    if (start < 0) return undefined;
    const found = unpackRows(bytes, start);
    unpacked.set(term, found);
    return found;
  };
  return { get, has: (term) => get(term) !== undefined };
}
