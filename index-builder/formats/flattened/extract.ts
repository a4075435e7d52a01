// The flattened-columns format from end to end: lines → lists → rows → cells, and the ledger of every character.
import type { ExtractFormat, Extraction, LedgerEntry } from '../../draft.ts';
import { learnCategories } from './categories.ts';
import { findItemStarts } from './item-starts.ts';
import { readList } from './read-list.ts';
import { findSections } from './sections.ts';
import { toTextLines } from './text-line.ts';
import { toColumns, toRawRows } from './rows.ts';

/** Two tabs behind numbers on several lines: the tabular format's, not ours. One tab is a blank. */
const TAB_ROW = /^\d{1,3}\t[^\t]*\t/;

/** Reads a list whose table was flattened cell by cell; null for anything else. Pure and deterministic. */
export const extractFlattened: ExtractFormat = (source) => {
  if (source.lines.filter((line) => TAB_ROW.test(line)).length > 3) return null;
  const lines = toTextLines(source);
  const sections = findSections(lines);
  if (sections.lists.length === 0) return null;
  const categories = learnCategories(sections.preface, sections.lists);
  const rows: Extraction['rows'] = [];
  const { classes } = sections;
  for (const section of sections.lists) {
    const starts = findItemStarts(section.body, categories, section.headings);
    const firstAt = starts[0]?.at ?? section.body.length;
    section.body.forEach((line, i) => classes.set(line.no, i < firstAt ? 'noise:stray' : 'cell'));
    const raw = toRawRows(section.body, starts, section.kind);
    rows.push(...readList(section.kind, toColumns(section.kind, section.headings), raw));
  }
  if (rows.length === 0) return null;
  const ledger = lines.map((line): LedgerEntry => ({
    line: line.no,
    start: line.start,
    end: line.start + line.text.length,
    class: classes.get(line.no) ?? 'noise:stray',
  }));
  return { shape: 'flattened', rows, ledger, findings: [] };
};
