// " 序号"   "\f序号"   (but not the deep indent of a preface paragraph)
const PAGE_START = /^(?:\f| (?=\S))/;
// every blank that extractors print, with the ideographic, no-break and zero-width ones
const EDGE_BLANKS = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g;
const LEADING_BLANKS = /^[\s\u200b\ufeff]*/;
/** The non-blank lines of a source in order. A form feed on a line of its own marks the next line. */
export function toTextLines(source) {
    const lines = [];
    let blankBefore = false;
    let feedBefore = false;
    source.lines.forEach((raw, index) => {
        const text = raw.replace(EDGE_BLANKS, '');
        if (text === '') {
            blankBefore = true;
            feedBefore ||= raw.includes('\f');
            return;
        }
        const start = LEADING_BLANKS.exec(raw)?.[0].length ?? 0;
        lines.push({
            no: index + 1,
            text,
            start,
            blankBefore,
            pageStart: feedBefore || PAGE_START.test(raw) || raw.slice(0, start).includes('\f'),
        });
        blankBefore = false;
        feedBefore = raw.trimEnd().length > 0 && raw.endsWith('\f');
    });
    return lines;
}
// curly quotes and the ellipsis: as wide as a Chinese character in some fonts, half of it in others
const AMBIGUOUS = /[\u2010-\u2027]/;
/** Printed width in half characters: ASCII 1, Chinese 2, curly quotes `quoteWidth` (1 or 2, learnt per document). */
export function toWidth(text, quoteWidth) {
    let width = 0;
    for (const char of text) {
        const code = char.codePointAt(0) ?? 0;
        if (code < 0x2010)
            width += 1;
        else if (AMBIGUOUS.test(char))
            width += quoteWidth;
        else
            width += 2;
    }
    return width;
}
