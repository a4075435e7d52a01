// Reads a table of one-line entries, `- { name: 组织部, party: true, short: [组织, 组织部门] }`, without the YAML library.
// Whatever is written otherwise is left to the library.

type PlainRow = Record<string, string | boolean | string[]>;

// - { name: 组织部, party: true, short: [组织, 组织部门] }
const ROW = /^- \{ (?<pairs>.+) \}$/u;
// name: 组织部   party: true   short: [组织, 组织部门]
const PAIR =
  /(?<key>[a-z]+): (?:\[(?<list>[\p{Script=Han}（）, ]*)\]|(?<flag>true|false)|(?<word>[\p{Script=Han}（）]+))(?<end>, |$)/uy;
// what YAML takes for a string whatever stands around it
const WORD = /^[\p{Script=Han}（）]+$/u;

/** The rows as YAML would give them; null as soon as any line is not in this form. */
export function readPlainRows(text: string): PlainRow[] | null {
  const rows: PlainRow[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const pairs = ROW.exec(line)?.groups?.['pairs'];
    const row = pairs === undefined ? null : readPairs(pairs);
    if (!row) return null;
    rows.push(row);
  }
  return rows.length === 0 ? null : rows;
}

function readPairs(text: string): PlainRow | null {
  const row: PlainRow = {};
  let at = 0;
  let open = true;
  while (at < text.length) {
    PAIR.lastIndex = at;
    const groups = PAIR.exec(text)?.groups;
    const key = groups?.['key'] ?? '';
    if (!groups || Object.hasOwn(row, key)) return null;
    at = PAIR.lastIndex;
    open = groups['end'] !== '';
    const value = toValue(groups);
    if (value === null) return null;
    row[key] = value;
  }
  return open ? null : row;
}

function toValue(groups: Record<string, string | undefined>): string | boolean | string[] | null {
  if (groups['flag'] !== undefined) return groups['flag'] === 'true';
  if (groups['word'] !== undefined) return groups['word'];
  const list = groups['list'] ?? '';
  const words = list === '' ? [] : list.split(', ');
  return words.every((word) => WORD.test(word)) ? words : null;
}
