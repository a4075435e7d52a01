// The three published flattened lists: complete numbering, a closed ledger, and rows checked by reading the source.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DraftRow } from '../../../../index-builder/draft.ts';
import { extractFlattened } from '../../../../index-builder/formats/flattened/index.ts';
import { LIST_KINDS } from '../../../../src/duty/index.ts';
import { expectClosedLedger } from '../../../support/ledger.ts';
import { readSourceText } from '../../../support/source-file.ts';

interface GoldenRow {
  file: string;
  list: string;
  no: number;
  category: string;
  name: string;
  departments: string | null;
  upstream: string | null;
  townshipDuties: string | null;
  takeover: string | null;
}

const GOLDEN = JSON.parse(
  readFileSync(new URL('../../../fixtures/flattened-golden.json', import.meta.url), 'utf8'),
) as GoldenRow[];

const readFiles = new Map<string, readonly DraftRow[]>();

/** The rows of a published list, read once. */
function readRows(file: string): readonly DraftRow[] {
  const rows = readFiles.get(file) ?? extractFlattened(readSourceText(file))?.rows ?? [];
  readFiles.set(file, rows);
  return rows;
}

const COUNTS = [
  ['疏勒县-阿拉甫乡.txt', [118, 96, 49]],
  ['阿合奇县-哈拉奇乡.txt', [112, 121, 61]],
  ['伊宁市-托格拉克乡.txt', [84, 121, 52]],
] as const;

/** The characters of a text in a fixed order, blanks left out. */
function sorted(text: string): string {
  return [...text.replace(/\s/g, '')].toSorted().join('');
}

// 上级部门职责   第 5 页   ““““
const FURNITURE = /上级部门职责|对应上级部|配合职责|事项名称|第\s*\d+\s*页，|““/;

describe.each(COUNTS)('%s', (file, counts) => {
  const source = readSourceText(file);
  const extraction = extractFlattened(source);
  const rows = extraction?.rows ?? [];

  it('has every number of every list, once and in order', () => {
    LIST_KINDS.forEach((list, i) => {
      const numbers = rows.filter((row) => row.list === list).map((row) => row.no);
      expect(numbers).toEqual(Array.from({ length: counts[i] ?? 0 }, (_, n) => n + 1));
    });
  });

  it('accounts for every character', () => {
    expect(extraction?.ledger.length).toBeGreaterThan(0);
    expectClosedLedger(source, extraction?.ledger ?? []);
  });

  it('leaves no cell empty and no furniture in a cell', () => {
    for (const row of rows) {
      const cells = [row.name, row.departments, row.upstream, row.townshipDuties, row.takeover];
      for (const cell of cells) {
        if (!cell) continue;
        expect(cell.text, `${row.list} ${row.no}`).not.toBe('');
        expect(cell.text).not.toMatch(FURNITURE);
      }
      expect(row.category?.text, `${row.list} ${row.no}`).toMatch(/^[一-龥]{4,7}$/);
    }
  });

  it('puts every printed character of a row into its cells', () => {
    for (const row of rows) {
      const lines = (extraction?.ledger ?? [])
        .filter((entry) => entry.class === 'cell')
        .filter((entry) => entry.line >= row.source.startLine && entry.line <= row.source.endLine);
      const printed = lines
        .map((entry) => source.lines[entry.line - 1]?.slice(entry.start, entry.end))
        .join('');
      const cells = [row.name, row.departments, row.upstream, row.townshipDuties, row.takeover];
      const read = `${row.no}${row.category?.text ?? ''}${cells.map((cell) => cell?.text ?? '').join('')}`;
      expect(sorted(read), `${row.list} ${row.no}`).toBe(sorted(printed));
    }
  });
});

describe('rows checked by hand', () => {
  it.each(GOLDEN.map((row) => [`${row.file} ${row.list} ${row.no}`, row] as const))('%s', (_, golden) => {
    const row = readRows(golden.file).find((other) => other.list === golden.list && other.no === golden.no);
    expect({
      file: golden.file,
      list: row?.list,
      no: row?.no,
      category: row?.category?.text,
      name: row?.name.text,
      departments: row?.departments?.text ?? null,
      upstream: row?.upstream?.text ?? null,
      townshipDuties: row?.townshipDuties?.text ?? null,
      takeover: row?.takeover?.text ?? null,
    }).toEqual(golden);
  });
});
