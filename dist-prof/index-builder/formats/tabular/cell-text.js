import { closeBlanks } from './blanks.js';
import { findMisreadings } from './misreading.js';
// <p>  </p>  <ol style="list-style-type: none">  <br/>  **  &nbsp;
const MARKUP = /<\/?(?:p|ol|ul|li|br|span|div|strong|b|i|u|em|table|tbody|thead|tr|td|th|font|sup|sub|h\d)(?:\s[^<>]*)?\/?>|\*\*|&(?:nbsp|lt|gt|amp|quot|ensp|emsp);/giu;
// the same, and the first of two doubled quotation marks
const QUOTED_MARKUP = new RegExp(`${MARKUP.source}|"(?=")`, MARKUP.flags);
/** A spreadsheet's cell with line breaks or quotation marks: "1.宣传；⏎2.称为""双减""。" */
function isQuoted(pieces) {
    const text = pieces
        .map((piece) => piece.text)
        .join('\n')
        .trim();
    return text.length > 1 && /^"(?:[^"]|"")*"$/u.test(text);
}
/** The piece without the marks around its cell, which are booked as markup. */
function cutQuotes(piece, at, book) {
    const from = at.first ? piece.text.indexOf('"') + 1 : 0;
    const to = at.last ? piece.text.lastIndexOf('"') : piece.text.length;
    book.add(piece.line, 'noise:markup', piece.start, piece.start + from);
    book.add(piece.line, 'noise:markup', piece.start + to, piece.end);
    return {
        line: piece.line,
        start: piece.start + from,
        end: piece.start + to,
        text: piece.text.slice(from, to),
    };
}
/** Reads a cell's pieces (usually one) in order; `between` is what a line break inside the cell stands for. */
export function toCellText(pieces, book) {
    const result = { cell: null, mended: [], unexplained: [], markup: null };
    const texts = [];
    const quoted = isQuoted(pieces);
    for (const [index, piece] of pieces.entries()) {
        const whole = quoted
            ? cutQuotes(piece, { first: index === 0, last: index === pieces.length - 1 }, book)
            : piece;
        texts.push(readPiece(whole, quoted ? QUOTED_MARKUP : MARKUP, book, result));
    }
    const text = closeBlanks(texts.join('\n'));
    const filled = pieces.filter((piece) => piece.text.trim() !== '');
    const first = filled[0];
    const last = filled.at(-1);
    if (text === '' || !first || !last)
        return result;
    result.cell = { text, lines: { startLine: first.line, endLine: last.line } };
    return result;
}
function readPiece(piece, markup, book, result) {
    let text = '';
    let position = 0;
    const plain = (end) => {
        text += readWords({ ...piece, start: piece.start + position, end: piece.start + end }, piece.text.slice(position, end), book, result);
    };
    for (const match of piece.text.matchAll(markup)) {
        plain(match.index);
        position = match.index + match[0].length;
        book.add(piece.line, 'noise:markup', piece.start + match.index, piece.start + position);
        result.markup = { line: result.markup?.line ?? piece.line, count: (result.markup?.count ?? 0) + 1 };
        text += match[0] === '**' || match[0] === '"' ? '' : ' ';
    }
    plain(piece.text.length);
    return text;
}
function readWords(place, words, book, result) {
    let text = '';
    let position = 0;
    for (const found of findMisreadings(words)) {
        if (found.chinese === null) {
            result.unexplained.push({ line: place.line, word: found.word });
            continue;
        }
        text += words.slice(position, found.start) + found.chinese;
        book.add(place.line, 'cell', place.start + position, place.start + found.start);
        book.add(place.line, 'noise:misreading', place.start + found.start, place.start + found.end);
        position = found.end;
        const around = words.slice(Math.max(0, found.start - 6), found.end + 6).trim();
        result.mended.push({ line: place.line, printed: around, chinese: found.chinese });
    }
    book.add(place.line, 'cell', place.start + position, place.start + words.length);
    return text + words.slice(position);
}
