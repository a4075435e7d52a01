import { layout } from './limits.js';
import { cut, pieces } from './text.js';
import { wording } from './wording.zh.js';
const line = (style, text, link = null) => text.trim() === '' ? [] : pieces(text, layout.line).map((part) => ({ style, text: part, link }));
/** An entry, whose remark is shortened in the summary: a tap opens the whole row. */
function toEntryLines(entry) {
    if (entry.note === null)
        return line('entry', entry.label, entry.permalink);
    const [first, ...more] = line('entry', `${entry.label}（${entry.note}）`, entry.permalink);
    if (!first || more.length > 0)
        return first ? [first, ...more] : [];
    return [{ ...first, brief: `${entry.label}（${cut(entry.note, layout.note)}）` }];
}
/** A row of facts; the summary leaves out what the headline has just said. */
const toFactLines = (label, value, headline) => line('text', `${label}：${value}`).map((fact) => value !== '' && headline.includes(value) ? { ...fact, brief: '' } : fact);
function toBlock(block, headline) {
    const shown = (lines) => ({ lines, foldable: false, fold: false });
    switch (block.type) {
        case 'text':
            return shown(block.text.split('\n').flatMap((text) => line('text', text)));
        case 'note':
            return shown(line(block.level === 'warning' ? 'warning' : 'note', block.text));
        case 'fields':
            return shown(block.rows.flatMap(({ label, value }) => toFactLines(label, value, headline)));
        case 'quote':
            return {
                lines: [
                    ...line('heading', block.title),
                    ...block.sections.flatMap((section) => [
                        ...line('quote', section.heading ?? ''),
                        ...section.points.flatMap((point) => line('quote', point)),
                    ]),
                ],
                foldable: true,
                fold: block.fold,
            };
        case 'entries':
            return {
                lines: [...line('heading', block.title), ...block.entries.flatMap(toEntryLines)],
                foldable: block.entries.length > layout.summaryEntries,
                fold: false,
            };
        case 'table':
            return {
                lines: block.rows.flatMap(([name = '', ...cells]) => line('entry', `${name}：${cells.filter((cell) => cell !== '').join(' · ')}`)),
                foldable: block.rows.length > layout.summaryEntries,
                fold: false,
            };
        case 'source':
            return shown(line('source', `${wording.source}：${block.text}`, block.permalink));
    }
}
/** Everything that a reply says, in its order. */
export function toBlocks(reply) {
    return [
        { lines: line('headline', reply.headline), foldable: false, fold: false },
        ...reply.blocks.map((block) => toBlock(block, reply.headline)),
    ].filter((block) => block.lines.length > 0);
}
const lengthOf = (lines) => lines.reduce((sum, { text }) => sum + text.length, 0);
/** As many lines of a block as fit in `room`, and a word about the rest. Headings stay. */
function foldBlock(block, room) {
    const [heading, ...rest] = block.lines;
    if (!heading)
        return [];
    if (block.fold)
        return [{ ...heading, text: `${heading.text}${wording.folded}` }];
    const kept = [];
    for (const candidate of rest) {
        if (lengthOf(kept) + candidate.text.length > room)
            break;
        if (candidate.style === 'entry' && kept.length >= layout.summaryEntries)
            break;
        kept.push(candidate);
    }
    const left = rest.length - kept.length;
    if (left === 0)
        return block.lines;
    const first = rest[0];
    // a single point longer than the room: its beginning is better than nothing
    if (kept.length === 0 && first?.style === 'quote' && room >= 80) {
        const [beginning = ''] = pieces(first.text, room);
        return [heading, { ...first, text: beginning }, { style: 'note', text: wording.rest, link: null }];
    }
    return [heading, ...kept, { style: 'note', text: wording.more(left), link: null }];
}
const toBrief = (block) => ({
    ...block,
    lines: block.lines
        .map(({ brief, ...whole }) => (brief === undefined ? whole : { ...whole, text: brief }))
        .filter(({ text }) => text !== ''),
});
/** What is shown at first, and whether something of the whole is missing in it. */
export function toSummary(blocks) {
    let left = layout.summaryTotal;
    let isFolded = false;
    const lines = blocks.map(toBrief).flatMap((block) => {
        if (!block.foldable) {
            left -= lengthOf(block.lines);
            return block.lines;
        }
        const room = Math.max(0, Math.min(layout.summaryQuote, left));
        const isShort = !block.fold && lengthOf(block.lines) <= (block.lines[0]?.text.length ?? 0) + room;
        const tooMany = block.lines.filter(({ style }) => style === 'entry').length > layout.summaryEntries;
        const shown = isShort && !tooMany ? block.lines : foldBlock(block, room);
        if (shown !== block.lines)
            isFolded = true;
        left -= lengthOf(shown);
        return shown;
    });
    return { lines, isFolded };
}
/** The whole in pages of about {@link layout.page} characters; a heading never stands at the end of one. */
export function toPages(blocks) {
    const pages = [];
    let page = [];
    const all = blocks.flatMap(({ lines }) => lines);
    for (const [i, current] of all.entries()) {
        const next = current.style === 'heading' ? (all[i + 1]?.text.length ?? 0) : 0;
        if (page.length > 0 && lengthOf(page) + current.text.length + next > layout.page) {
            pages.push(page);
            page = [];
        }
        page.push(current);
    }
    return page.length > 0 ? [...pages, page] : pages;
}
