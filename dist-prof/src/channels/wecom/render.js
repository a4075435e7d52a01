import { byteLength, cutToBytes } from './bytes.js';
import { wording } from './wording.zh.js';
const line = (text, before = '', after = '') => ({ before, text, after, whole: false });
const wholeLine = (text) => ({ before: text, text: '', after: '', whole: true });
const BLANK = wholeLine('');
/** Of what must always be there, no part takes more than this share. */
const HEAD_SHARE = 0.25;
const put = (part, markup) => `${part.before}${markup.escape(part.text)}${part.after}`;
const sizeOf = (text) => byteLength(text) + 1;
/** A line with as much of its text as fits in `most` bytes; null when nothing does. */
function shorten(part, most, markup) {
    if (byteLength(put(part, markup)) <= most)
        return part;
    const room = most - byteLength(part.before) - byteLength(part.after);
    if (part.whole || room <= 0)
        return null;
    // escaping may lengthen: shorten until it fits
    let text = cutToBytes(part.text, room);
    while (text !== '' && byteLength(put({ ...part, text }, markup)) > most)
        text = cutToBytes(text, Math.floor(byteLength(text) * 0.9) - 1);
    return text === '' ? null : { ...part, text };
}
const linesOf = (text) => text.split('\n').filter((part) => part.trim() !== '');
function quoteLines(sections, markup) {
    return sections.flatMap((section) => [
        ...(section.heading === null
            ? []
            : linesOf(section.heading).map((text) => line(text, `${markup.quote}${markup.title[0]}`, markup.title[1]))),
        ...section.points.flatMap((point) => linesOf(point).map((text) => line(text, markup.quote))),
    ]);
}
function tableLines(header, rows, markup) {
    if (!markup.tables)
        return rows.map((row) => line(row.filter((cell) => cell !== '').join('，'), markup.bullet));
    const toRow = (cells) => wholeLine(`| ${cells.map((cell) => markup.escape(cell.replaceAll('\n', ' '))).join(' | ')} |`);
    return [toRow(header), wholeLine(`| ${header.map(() => '---').join(' | ')} |`), ...rows.map(toRow)];
}
function blockLines(block, markup) {
    const title = (text) => line(text, ...markup.title);
    switch (block.type) {
        case 'text':
            return linesOf(block.text).map((text) => line(text));
        case 'fields':
            return block.rows.map((row) => line(`${row.label}：${row.value}`));
        case 'quote':
            return [title(block.title), ...quoteLines(block.sections, markup)];
        case 'entries':
            return [
                title(block.title),
                ...block.entries.flatMap((entry) => {
                    const text = entry.note === null ? entry.label : `${entry.label}（${entry.note}）`;
                    const link = entry.permalink !== null && markup.tables
                        ? ` ${markup.link(wording.linkLabel, entry.permalink)}`
                        : '';
                    return [line(text, markup.bullet, link)];
                }),
            ];
        case 'table':
            return tableLines(block.header, block.rows, markup);
        case 'note':
            return linesOf(block.text).map((text) => line(text, block.level === 'warning' ? '⚠️ ' : ''));
        case 'source':
            return [
                line(block.text),
                ...(block.permalink === null ? [] : [wholeLine(markup.link(wording.linkLine, block.permalink))]),
            ];
    }
}
/** All lines, a blank one between blocks. */
function bodyLines(reply, markup, view) {
    // markdown quotations end with a blank line; they would swallow what follows
    const blocks = reply.blocks.map((block) => blockLines(block, markup)).filter((lines) => lines.length > 0);
    const isHeadShown = view.mode === 'summary' || view.page === 0;
    const head = isHeadShown ? [line(reply.headline, ...markup.verdict)] : [];
    return [...head, ...blocks.flatMap((lines) => [BLANK, ...lines])];
}
const joined = (lines, markup) => lines
    .map((part) => put(part, markup))
    .join('\n')
    .trim();
/** What is never cut away: verdict, link, source. */
function headLines(reply, most, markup) {
    const share = Math.floor(most * HEAD_SHARE);
    const source = reply.blocks.find((block) => block.type === 'source');
    const keep = (part) => {
        const kept = shorten(part, share, markup);
        return kept ? [kept] : [];
    };
    return [
        ...keep(line(reply.headline, ...markup.verdict)),
        ...(reply.permalink === null ? [] : [wholeLine(markup.link(wording.linkLine, reply.permalink))]),
        ...(source ? keep(line(source.text.replaceAll('\n', ' ').trim())) : []),
    ];
}
function cutSummary(reply, most, markup, lines) {
    const mark = wording.cut(reply.permalink !== null);
    const head = headLines(reply, most, markup);
    const out = [...head, BLANK];
    const used = out.reduce((sum, part) => sum + sizeOf(put(part, markup)), 0);
    let room = most - used - sizeOf(mark);
    const linkLine = reply.permalink === null ? null : markup.link(wording.linkLine, reply.permalink);
    const sources = reply.blocks.flatMap((block) => (block.type === 'source' ? [block.text] : []));
    // said above already
    const rest = lines.slice(1).filter((part) => !sources.includes(part.text) && part.before !== linkLine);
    for (const part of rest) {
        const size = sizeOf(put(part, markup));
        if (size <= room) {
            out.push(part);
            room -= size;
            continue;
        }
        const piece = shorten(part, room - 1, markup);
        if (piece) {
            // the mark stands on the cut line itself, inside the quotation
            out.push({ ...piece, after: `${mark}${piece.after}` });
            return joined(out, markup);
        }
        break;
    }
    out.push(wholeLine(mark));
    return joined(out, markup);
}
/** Lines dealt out over pages of at most `most` bytes; long ones are divided between characters. */
function toPages(lines, most, markup) {
    const pages = [[]];
    let room = most;
    const turn = () => {
        pages.push([]);
        room = most;
    };
    for (const part of lines) {
        let rest = part;
        while (rest) {
            const size = sizeOf(put(rest, markup));
            if (size <= room) {
                pages.at(-1)?.push(rest);
                room -= size;
                break;
            }
            const piece = size > most ? shorten(rest, room - 1, markup) : null;
            if (piece) {
                pages.at(-1)?.push(piece);
                const left = rest.text.slice(piece.text.length);
                rest = left === '' ? null : { ...rest, text: left };
            }
            else if (room === most) {
                // nothing of it fits on an empty page
                rest = null;
            }
            if (rest)
                turn();
        }
    }
    return pages.filter((page) => page.some((part) => put(part, markup).trim() !== ''));
}
/** Draws a reply in at most `most` bytes. A page beyond the last shows the last. */
export function render(reply, view, most, markup) {
    const lines = bodyLines(reply, markup, { mode: 'summary', page: 0 });
    const whole = joined(lines, markup);
    if (byteLength(whole) <= most)
        return { text: whole, isCut: false, pages: 1 };
    const link = reply.permalink === null ? [] : [wholeLine(markup.link(wording.linkLine, reply.permalink))];
    const frame = joined([wholeLine(wording.pageTitle(999, 999)), ...link, wholeLine(wording.nextPage)], markup);
    const pages = toPages(lines, most - byteLength(frame) - 4, markup);
    if (view.mode === 'summary')
        return { text: cutSummary(reply, most, markup, lines), isCut: true, pages: pages.length };
    const at = Math.min(view.page, pages.length - 1);
    const isLast = at === pages.length - 1;
    const text = joined([
        wholeLine(wording.pageTitle(at + 1, pages.length)),
        ...link,
        BLANK,
        ...(pages[at] ?? []),
        ...(isLast ? [] : [wholeLine(wording.nextPage)]),
    ], markup);
    return { text, isCut: !isLast, pages: pages.length };
}
