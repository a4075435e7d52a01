// Published text in pages of bounded weight, divided the same way for everybody.
import { LIMITS } from '../limits.js';
/** Whole lines, at most so many and so many characters a page; a longer line has a page of its own. */
export function toSourcePages(lines) {
    const pages = [];
    let start = 0;
    let characters = 0;
    lines.forEach((line, i) => {
        const full = i - start >= LIMITS.sourceLines || (i > start && characters + line.length > LIMITS.sourceCharacters);
        if (full) {
            pages.push({ firstLine: start + 1, lines: lines.slice(start, i) });
            start = i;
            characters = 0;
        }
        characters += line.length;
    });
    if (start < lines.length)
        pages.push({ firstLine: start + 1, lines: lines.slice(start) });
    return pages;
}
/** The page (from 1) that holds a line; 1 when none does. */
export function pageOfLine(pages, line) {
    const at = pages.findIndex(({ firstLine, lines }) => line >= firstLine && line < firstLine + lines.length);
    return at < 0 ? 1 : at + 1;
}
