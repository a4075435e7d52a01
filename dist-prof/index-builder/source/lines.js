// one of: CR LF, LF, CR
const LINE_END = /\r\n|\n|\r/;
/** Lines of a decoded text, BOM and line ends removed; a last empty line after a final line end is dropped. */
export function toSourceText(file, text) {
    const lines = text.replace(/^\uFEFF/, '').split(LINE_END);
    if (lines.at(-1) === '')
        lines.pop();
    return { file, lines };
}
