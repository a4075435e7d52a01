import { dropLines, findBarePageNumbers } from './bare-page-numbers.js';
import { learnCategories } from './categories.js';
import { findItemStarts } from './item-starts.js';
import { readList } from './read-list.js';
import { findSections } from './sections.js';
import { toTextLines } from './text-line.js';
import { toColumns, toRawRows } from './rows.js';
/** Reads a list whose table was flattened cell by cell; null for anything else. Pure and deterministic. */
export const extractFlattened = (source) => {
    const lines = toTextLines(source);
    const sections = findSections(lines);
    if (sections.lists.length === 0)
        return null;
    const categories = learnCategories(sections.preface, sections.lists);
    const rows = [];
    const { classes } = sections;
    const started = sections.lists.map(({ body, headings }) => ({
        body,
        starts: findItemStarts(body, categories, headings),
    }));
    const pageNumbers = findBarePageNumbers(started);
    for (const no of pageNumbers)
        classes.set(no, 'furniture');
    sections.lists.forEach(({ kind, headings, body: printed }, index) => {
        const body = pageNumbers.size === 0 ? printed : dropLines(printed, pageNumbers);
        const starts = pageNumbers.size === 0 ? (started[index]?.starts ?? []) : findItemStarts(body, categories, headings);
        const firstAt = starts[0]?.at ?? body.length;
        body.forEach((line, i) => classes.set(line.no, i < firstAt ? 'noise:stray' : 'cell'));
        rows.push(...readList(kind, toColumns(kind, headings), toRawRows(body, starts, kind)));
    });
    if (rows.length === 0)
        return null;
    const ledger = lines.map((line) => ({
        line: line.no,
        start: line.start,
        end: line.start + line.text.length,
        class: classes.get(line.no) ?? 'noise:stray',
    }));
    return { shape: 'flattened', rows, ledger, findings: [] };
};
