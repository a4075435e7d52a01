// Lines of a tabular list that belong to the page and not to a row: list titles, page numbers.
import { toTitleKind } from '../list-title.js';
// 某某乡履职事项清单（公布版）
const DOCUMENT_TITLE = /^.{0,60}履职事项清单(?:[（(][^（）()]{1,20}[）)])?$/u;
// 第 12 页，共 30页    第12页    - 12 -    12 / 30
const PAGE_NUMBER = /^(?:第\s*\d+\s*页(?:\s*[，,/]?\s*共\s*\d+\s*页)?|[-—–]*\s*\d{1,3}\s*[-—–]*|\d{1,3}\s*\/\s*\d{1,3})$/u;
// 附件1：
const SCRAPS = /<[^<>]*>|\*\*|\s+/gu;
/** True for the title of a list or of the document, standing alone on its line. */
export function isTitle(line) {
    if (line.includes('\t') && line.trim().includes('\t'))
        return false;
    const text = line.replace(SCRAPS, '');
    return toTitleKind(text) !== null || DOCUMENT_TITLE.test(text);
}
/** True for a line that holds only a page number. */
export function isPageNumber(line) {
    return PAGE_NUMBER.test(line.trim());
}
