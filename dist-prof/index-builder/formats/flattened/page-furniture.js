// Furniture that needs no context: page numbers, stray quotation marks, column headings.
import { HEADING_PHRASES, TOWNSHIP_HEADING } from './vocabulary.js';
// 第 5 页，共 130页   第5页   - 12 -   — 12 —   第 5 页 共 130 页   5 / 130
const PAGE_NUMBER = /^(?:第\s*[\d一二三四五六七八九十百]+\s*页(?:\s*[，,、/]?\s*共\s*[\d一二三四五六七八九十百]+\s*页)?|[-—–]\s*\d+\s*[-—–]|\d+\s*\/\s*\d+|共\s*\d+\s*页)$/;
// “   “ “   ““““““““   ”””   """
const STRAY_QUOTES = /^(?:[“"„\s]+|["“”„'‘’\s]{3,})$/;
/** `第 5 页，共 130页` and the like. A bare number is never one: it may be an item's. */
export function isPageNumber(text) {
    return PAGE_NUMBER.test(text);
}
/** A line of nothing but quotation marks that no cell can hold: an opening mark never ends a line of its own. */
export function isStrayQuotes(text) {
    return STRAY_QUOTES.test(text);
}
const STRONG = new Set([
    '序号',
    '事项类别',
    '事项名称',
    '对应上级部门',
    '承接部门及工作方式',
    '上级部门职责',
    '承接部门',
    '工作方式',
]);
function isPieceOfHeading(token) {
    if (TOWNSHIP_HEADING.test(token))
        return true;
    return HEADING_PHRASES.some((phrase) => phrase.includes(token));
}
/** True when every word of the line is a column heading or a piece of one (`事项`, `类别 事项名称`, `级部门`). */
export function isHeadingPiece(text) {
    if (text.length > 60)
        return false;
    return text.split(/\s+/).every(isPieceOfHeading) || isPieceOfHeading(text.replace(/\s+/g, ''));
}
/** True when the line is a heading beyond doubt: it holds a whole column heading. */
export function isStrongHeading(text) {
    return (isHeadingPiece(text) &&
        text.split(/\s+/).some((token) => STRONG.has(token) || (token.length > 3 && TOWNSHIP_HEADING.test(token))));
}
