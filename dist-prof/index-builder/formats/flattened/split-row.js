// Tells the cells of one row apart: a search over all ways to cut its pieces into the list's columns, page by page
// (a row that runs over a page prints the rest of each cell in turn), keeping the best few readings.
import { departmentsScore, firstSide, toCosts } from './costs.js';
import { countOn, FRESH } from './numbering.js';
/** Readings kept at each point of the search. */
const BEAM = 5;
/** Readings handed on: the second best is the doubt that is shown. */
const KEPT = 6;
/** Name and departments seldom go on over a page. */
const HEAD_OVER_PAGE = 3;
const OPEN_BRACKET = 2.5;
/** A department cell whose last line ends in no organisation. */
const NO_ORGANISATION = -6;
/** A reclaimed duty that nobody took over (不再开展此项工作) fills the method column alone. */
const NO_DEPARTMENT = 7;
/** No closing earns more. */
const MOST_FOR_CLOSING = 6;
const EMPTY_COST = {
    name: 16,
    departments: 16,
    upstream: 16,
    township: 16,
    takeover: 16,
    method: 12,
};
/** The best readings of a row, best first; never empty. `breaks` are pieces that open a page without a sign of it. */
export function splitRow(marks, columns, model, beam = BEAM, breaks = []) {
    const search = {
        marks,
        columns,
        model,
        costs: toCosts(marks, columns, model),
        beam,
        departmentFits: new Map(),
    };
    let open = [{ score: 0, cells: columns.map(() => null) }];
    let from = 0;
    const ends = toSegments(marks, breaks);
    ends.forEach((to, n) => {
        open = splitSegment(search, from, to, n === ends.length - 1, open);
        from = to;
    });
    const done = [];
    for (const hypothesis of open) {
        let score = hypothesis.score;
        hypothesis.cells.forEach((cell, k) => {
            const column = columns[k] ?? 'name';
            if (!cell)
                score -= column === 'departments' && columns.includes('method') ? NO_DEPARTMENT : EMPTY_COST[column];
            else if (cell.charged === null)
                score += closing(search, k, cell);
        });
        pushBest(done, { ...hypothesis, score }, KEPT);
    }
    return done.map(({ score, cells }) => ({ score, cells: cells.map(toPieces) }));
}
function toPieces(cell) {
    const pieces = [];
    for (let run = cell; run; run = run.before) {
        for (let piece = run.piece; piece >= run.first; piece -= 1)
            pieces.push(piece);
    }
    return pieces.toReversed();
}
/** Ends of the page segments: positions just before a piece that opens a new page, and the end. */
function toSegments(marks, breaks) {
    const ends = [];
    marks.forEach((mark, i) => {
        if (i > 0 && (mark.piece.gap === 'page' || breaks.includes(i)))
            ends.push(i);
    });
    ends.push(marks.length);
    return ends;
}
function pushBest(list, item, beam) {
    if (list.length < beam)
        list.push(item);
    else if ((list.at(-1)?.score ?? 0) < item.score)
        list[list.length - 1] = item;
    else
        return;
    for (let at = list.length - 1; at > 0; at -= 1) {
        const above = list[at - 1];
        if (!above || above.score >= item.score)
            return;
        list[at - 1] = item;
        list[at] = above;
    }
}
/** Scores that need the whole cell: how it ends, whether its brackets close, whether departments are departments. */
function closing(search, k, cell) {
    let score = search.costs.end(k, cell.piece, cell.width);
    if (cell.counting.depth !== 0)
        score -= OPEN_BRACKET;
    if (search.columns[k] === 'departments')
        score += departmentsFit(search, cell);
    return score;
}
function departmentsFit(search, cell) {
    const { marks, departmentFits } = search;
    if (!marks[cell.piece]?.organisationEnd)
        return NO_ORGANISATION;
    if (cell.before)
        return departmentsScore(toText(marks, cell), search.model);
    const key = cell.first * marks.length + cell.piece;
    const known = departmentFits.get(key);
    if (known !== undefined)
        return known;
    const fit = departmentsScore(toText(marks, cell), search.model);
    departmentFits.set(key, fit);
    return fit;
}
function toText(marks, cell) {
    return toPieces(cell)
        .map((piece) => marks[piece]?.piece.text ?? '')
        .join('');
}
function splitSegment(search, from, to, last, open) {
    const size = to - from;
    const beam = from > 0 || !last ? search.beam * 3 : search.beam;
    const lists = Array.from({ length: size + 1 }, () => []);
    lists[0] = [...open];
    for (let k = 0; k < search.columns.length; k += 1) {
        // from the last start to the first: a run only reaches lists behind its start, so these are read before they change
        for (let s = size - 1; s >= 0; s -= 1) {
            const group = lists[s] ?? [];
            if (group.length === 0)
                continue;
            const run = { start: from + s, from, to, k, last, lists, beam };
            const unopened = group.every((hypothesis) => !hypothesis.cells[k])
                ? group
                : group.filter((hypothesis) => !hypothesis.cells[k]);
            if (unopened.length > 0)
                extend(search, run, null, unopened);
            if (unopened.length === group.length)
                continue;
            for (const hypothesis of group) {
                const cell = hypothesis.cells[k];
                if (cell)
                    extend(search, run, cell, [hypothesis]);
            }
        }
    }
    return lists[size] ?? [];
}
/**
 * Gives the column `k` every possible run of pieces that starts at `start`, for all hypotheses whose cell so far is
 * `before`: what the run costs is the same for all of them.
 */
function extend(search, run, before, hypotheses) {
    const { marks, columns, costs } = search;
    const { start, from, to, k, last, lists, beam } = run;
    const column = columns[k] ?? 'name';
    const isHead = column === 'name' || column === 'departments';
    let counting = before?.counting ?? FRESH;
    let width = before?.width ?? 0;
    let score = -(before?.charged ?? 0);
    let sentences = 0;
    for (let i = start; i < to; i += 1) {
        const mark = marks[i];
        if (!mark)
            return;
        if (isHead && mark.sentence && i > start && (column === 'departments' || ++sentences > 1))
            return;
        if (i > start)
            score += costs.step(k, i, width);
        else if (before)
            score += costs.link(k, before.piece, i, width) - (isHead ? HEAD_OVER_PAGE : 0);
        else
            score += costs.start(k, i) + firstSide(column, mark);
        if (!mark.quiet) {
            const counted = countOn(counting, mark);
            score -= counted.cost;
            counting = counted.state;
        }
        width = mark.piece.gap === 'inline' && i > start ? width + 1 + mark.width : mark.width;
        const list = lists[i + 1 - from];
        if (!list)
            return;
        let cell = null;
        for (const hypothesis of hypotheses) {
            const worst = list.length < beam ? -Infinity : (list.at(-1)?.score ?? -Infinity);
            // the hypotheses come best first
            if (hypothesis.score + score + MOST_FOR_CLOSING <= worst)
                break;
            if (!cell) {
                cell = { first: start, piece: i, before, counting, width, charged: null };
                if (last || isHead)
                    cell.charged = closing(search, k, cell);
            }
            const total = hypothesis.score + score + (cell.charged ?? 0);
            if (total <= worst)
                break;
            const cells = hypothesis.cells.slice();
            cells[k] = cell;
            pushBest(list, { score: total, cells }, beam);
        }
    }
}
