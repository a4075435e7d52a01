import { limits } from './limits.js';
import { wording } from './wording.zh.js';
const WEB = /^https?:\/\//;
const plain = (text, bold = false) => ({
    type: 'text',
    text,
    ...(bold ? { style: { bold: true } } : {}),
});
function toElements(line) {
    switch (line.style) {
        case 'headline':
        case 'heading':
            return [plain(line.text, true)];
        case 'warning':
            return [plain(`⚠ ${line.text}`)];
        case 'entry':
            return line.link !== null && WEB.test(line.link)
                ? [plain('• '), { type: 'link', url: line.link, text: line.text }]
                : [plain(`• ${line.text}`)];
        case 'source':
            return line.link !== null && WEB.test(line.link)
                ? [plain(`${line.text} `), { type: 'link', url: line.link, text: wording.openPage }]
                : [plain(line.text)];
        case 'text':
        case 'note':
        case 'quote':
            return [plain(line.text)];
    }
}
/** Neighbours of one kind become one section or one quotation, a line break between them. */
function toParts(lines) {
    const parts = [];
    for (const line of lines) {
        const type = line.style === 'quote' ? 'rich_text_quote' : 'rich_text_section';
        const last = parts.at(-1);
        if (last?.type === type)
            last.elements.push(plain('\n'), ...toElements(line));
        else
            parts.push({ type, elements: toElements(line) });
    }
    return parts;
}
/** Rich text blocks that together show the lines, each within the limits. */
export function toRichText(lines) {
    const blocks = [];
    let pending = [];
    let length = 0;
    const flush = () => {
        if (pending.length > 0)
            blocks.push({ type: 'rich_text', elements: toParts(pending) });
        pending = [];
        length = 0;
    };
    for (const line of lines) {
        if (length + line.text.length > limits.richText)
            flush();
        pending.push(line);
        length += line.text.length + 1;
    }
    flush();
    return blocks;
}
