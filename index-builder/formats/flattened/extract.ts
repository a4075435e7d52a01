// The flattened-columns format from end to end: lines → lists → rows → cells, and the ledger of every character.
import type { ExtractFormat, Extraction, LedgerEntry } from '../../draft.ts';
import { toNumberedByOrder } from '../../finding.ts';
import { dropLines, findBarePageNumbers } from './bare-page-numbers.ts';
import { learnCategories } from './categories.ts';
import { findItemStarts } from './item-starts.ts';
import { readList } from './read-list.ts';
import { findSections } from './sections.ts';
import { toTextLines } from './text-line.ts';
import { toColumns, toRawRows } from './rows.ts';

/** Reads a list whose table was flattened cell by cell; null for anything else. Pure and deterministic. */
export const extractFlattened: ExtractFormat = (source) => {
  const lines = toTextLines(source);
  const sections = findSections(lines);
  if (sections.lists.length === 0) return null;
  const categories = learnCategories(sections.preface, sections.lists);
  const rows: Extraction['rows'] = [];
  const findings: Extraction['findings'] = [];
  const { classes } = sections;
  const started = sections.lists.map(({ body, headings }) => ({
    body,
    starts: findItemStarts(body, categories, headings),
  }));
  const pageNumbers = findBarePageNumbers(started);
  for (const no of pageNumbers) classes.set(no, 'furniture');
  sections.lists.forEach(({ kind, headings, body: printed }, index) => {
    const body = pageNumbers.size === 0 ? printed : dropLines(printed, pageNumbers);
    const starts =
      pageNumbers.size === 0 ? (started[index]?.starts ?? []) : findItemStarts(body, categories, headings);
    const firstAt = starts[0]?.at ?? body.length;
    body.forEach((line, i) => classes.set(line.no, i < firstAt ? 'noise:stray' : 'cell'));
    if (starts.some(({ counted }) => counted)) findings.push(toNumberedByOrder(kind, body[firstAt]?.no ?? 1));
    rows.push(...readList(kind, toColumns(kind, headings), toRawRows(body, starts, kind)));
  });
  if (rows.length === 0) return null;
  const ledger = lines.map((line): LedgerEntry => ({
    line: line.no,
    start: line.start,
    end: line.start + line.text.length,
    class: classes.get(line.no) ?? 'noise:stray',
  }));
  return { shape: 'flattened', rows, ledger, findings };
};
