// A first guess at the model of one list, from cues that need no widths: where numbering starts again, which
// two characters open lines again and again, which lines must be wrapped. Rough is enough: relearning refines it.
import { isHeadingLine, toPointMark } from './point-mark.js';
import { FLAT_GAPS, PLAIN_ENDINGS } from './model.js';
import { toWidth } from './text-line.js';
import { ORGANISATION_START } from './vocabulary.js';
import { firstWordWidth, fitWidth, UNKNOWN_WIDTH } from './wrap.js';
/** Index of the first piece of the duties: a point 1, a heading, or the first long line. */
function firstDuty(pieces, longLine) {
    return pieces.findIndex((piece, i) => i > 0 &&
        (toPointMark(piece.text)?.value === 1 ||
            isHeadingLine(piece.text) ||
            toWidth(piece.text, 1) >= longLine));
}
function toRough(row, openers, longLine) {
    const { pieces } = row;
    const duty = firstDuty(pieces, longLine);
    if (duty < 1)
        return null;
    const head = pieces.slice(0, duty);
    let cut = -1;
    let best = 1;
    head.forEach((piece, i) => {
        const seen = openers.get(piece.text.slice(0, 2)) ?? 0;
        const value = seen + (ORGANISATION_START.test(piece.text) ? 2 : 0);
        if (i > 0 && cut < 0 && value >= 4) {
            cut = i;
            best = value;
        }
    });
    const restarts = [];
    for (let i = duty; i < pieces.length; i += 1) {
        const piece = pieces[i];
        const above = pieces[i - 1];
        if (piece && above && toPointMark(piece.text)?.value === 1 && (i === duty || /[。；]$/.test(above.text)))
            restarts.push(i);
    }
    const second = restarts.filter((i) => i > duty).at(-1);
    return {
        name: cut > 0 && best > 0 ? head.slice(0, cut) : [],
        departments: cut > 0 ? head.slice(cut) : [],
        upstream: second === undefined ? [] : pieces.slice(duty, second),
        township: second === undefined ? [] : pieces.slice(second),
    };
}
/** Wraps within a run of pieces that can be nothing else: no sentence end above, no point below. */
export function toWrapSamples(pieces, quoteWidth) {
    const samples = [];
    for (let i = 1; i < pieces.length; i += 1) {
        const above = pieces[i - 1];
        const below = pieces[i];
        if (!above || !below || /[。；;：:]$/.test(above.text))
            continue;
        if (below.gap === 'inline' || above.gap === 'inline' || below.gap === 'page')
            continue;
        if (toPointMark(below.text) || isHeadingLine(below.text) || /^[、，。；]$/.test(below.text))
            continue;
        const width = toWidth(above.text, quoteWidth);
        samples.push({ width, needed: width + firstWordWidth(below.text, quoteWidth) });
    }
    return samples;
}
function countOpeners(rows, longLine) {
    const counts = new Map();
    for (const row of rows) {
        const duty = firstDuty(row.pieces, longLine);
        const seen = new Set(row.pieces.slice(1, Math.max(1, duty)).map((piece) => piece.text.slice(0, 2)));
        for (const key of seen)
            counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const least = Math.max(3, rows.length * 0.05);
    return new Map([...counts].filter(([, count]) => count >= least));
}
/** Wider lines are duties, not names: three quarters of all lines, or 0.7 of a full line, whichever is less. */
function toLongLine(rows) {
    const widths = rows
        .flatMap((row) => row.pieces.map((piece) => toWidth(piece.text, 1)))
        .sort((a, b) => a - b);
    const at = (share) => widths[Math.floor(widths.length * share)] ?? 30;
    return Math.max(30, Math.min(at(0.75) + 1, 0.7 * at(0.95)));
}
/** No page holds more lines than this: fewer page signs than pages mean that some pages leave none. */
const LONGEST_PAGE = 110;
function showsPages(rows) {
    const lines = rows.reduce((sum, row) => sum + row.pieces.length, 0);
    const opening = rows.filter((row) => row.opensPage).length;
    const inside = rows.reduce((sum, row) => sum + row.pieces.filter((piece) => piece.gap === 'page').length, 0);
    return (opening + inside + 1) * LONGEST_PAGE > lines;
}
/** The starting model of a cooperative or reclaimed list. */
export function learnStart(rows, columns, knowledge, quoteWidth) {
    const longLine = toLongLine(rows);
    const openers = countOpeners(rows, longLine);
    // without duty cells the rough cut means nothing: the first reading starts without widths then
    const rough = !columns.includes('upstream')
        ? []
        : rows.flatMap((row) => toRough(row, openers, longLine) ?? []);
    let fit = 0;
    const column = (pick) => {
        const fitted = fitWidth(rough.flatMap((row) => toWrapSamples(pick(row), quoteWidth)), UNKNOWN_WIDTH);
        fit += fitted.fit;
        return { width: fitted.width, gapInside: FLAT_GAPS, gapFirst: FLAT_GAPS, endings: PLAIN_ENDINGS };
    };
    const name = column((row) => row.name);
    const takeover = fitWidth(rows.flatMap((row) => toWrapSamples(row.pieces.slice(-4), quoteWidth)), UNKNOWN_WIDTH);
    const takeoverColumn = {
        width: takeover.width,
        gapInside: FLAT_GAPS,
        gapFirst: FLAT_GAPS,
        endings: PLAIN_ENDINGS,
    };
    const widths = {
        name,
        departments: column((row) => row.departments),
        upstream: column((row) => row.upstream),
        township: column((row) => row.township),
        takeover: takeoverColumn,
        method: takeoverColumn,
    };
    const model = {
        quoteWidth,
        columns: widths,
        pagesShow: showsPages(rows),
        departmentStarts: openers,
        organisations: new Map(),
        openings: knowledge.openings,
        pairs: knowledge.pairs,
        side: new Map(),
    };
    return { model, fit };
}
