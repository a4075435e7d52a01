// A neutral reply as terminal text: 80 columns, a Chinese character counting two.
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
const COLUMNS = 80;
// What a terminal would take as a command, or as a change of direction.
// oxlint-disable-next-line no-control-regex -- these are what must not reach a terminal
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const clean = (text) => text.replace(CONTROL, '');
/** Wraps a text to the width, every line after `first` indented by `rest` columns. */
function wrap(text, first, rest) {
    const width = COLUMNS - Math.max(rest, stringWidth(first));
    const lines = wrapAnsi(clean(text), width, { hard: true, wordWrap: false, trim: true }).split('\n');
    return lines.map((line, i) => (i === 0 ? first : ' '.repeat(rest)) + line).join('\n');
}
function renderTable(header, rows) {
    return rows
        .map((row) => row
        .map((cell, i) => cell === '' ? '' : i === 0 ? clean(cell) : wrap(cell, `  ${header[i] ?? ''}：`, 4))
        .filter((line) => line !== '')
        .join('\n'))
        .join('\n');
}
const MARKERS = { answer: '·', choice: '?', related: '→', 'not-an-answer': '×' };
function renderBlock(block) {
    switch (block.type) {
        case 'text':
            return wrap(block.text, '', 0);
        case 'fields':
            return block.rows.map(({ label, value }) => wrap(value, `${label}：`, 4)).join('\n');
        case 'quote':
            return [
                `【${block.title}】`,
                ...block.sections.flatMap(({ heading, points }) => [
                    ...(heading === null ? [] : [wrap(heading, '  ', 2)]),
                    ...points
                        .flatMap((point) => point.split('\n'))
                        .map((point) => wrap(point, heading === null ? '  ' : '    ', heading === null ? 2 : 4)),
                ]),
            ].join('\n');
        case 'entries':
            return [
                `${block.title}：`,
                ...block.entries.map(({ label, note }) => wrap(note === null ? label : `${label}（${note}）`, `  ${MARKERS[block.marker]} `, 4)),
            ].join('\n');
        case 'table':
            return renderTable(block.header, block.rows);
        case 'note':
            return wrap(block.text, block.level === 'warning' ? '！' : '  ', 2);
        case 'source':
            return [
                wrap(block.text, '依据：', 6),
                ...(block.permalink === null ? [] : [`链接：${clean(block.permalink)}`]),
            ].join('\n');
    }
}
/** The reply as lines ending in one newline. Control characters in any text come out harmless. */
export function renderReply(reply) {
    return `${[wrap(reply.headline, '', 0), ...reply.blocks.map(renderBlock)].filter((part) => part !== '').join('\n\n')}\n`;
}
