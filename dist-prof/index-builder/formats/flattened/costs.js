import { METHOD_START } from './mark.js';
import { FLAT_GAPS, toEnding } from './model.js';
import { knownOrganisations, organisationFit } from './organisations.js';
import { UNKNOWN_WIDTH, wrapFit } from './wrap.js';
const COLON = /[：:]$/;
/** A heading stays with the point below it. */
const HEADING_LEFT_BEHIND = 5;
// a cell never ends in one of these
const DANGLING = /[、，,（《“‘【(和及与或的等对将向在为把被]$/;
const BAD_START = /^[、，,。；;：:）》”’】)]/;
// 承接部门：   不再开展此项工作   取消   县民政局：   法律法规条款已失效
const TAKEOVER_START = /^(?:承接|工作方式|不再|取消|由[县市区旗州省]|法律法规|阶段性|按照|落实|该项|此项|已|收回|国家|依法)/;
const ORGANISATION_COLON = /^[^，。；：:]{2,60}(?:局|委|会|办|部|队|院|社|站|所|中心|公司|府|馆|团|处|）|\))[：:]/;
function isDuties(column) {
    return column === 'upstream' || column === 'township';
}
/** Score for opening a cell of the column with this piece; `above` is the piece before it in print, if any. */
function startScore(column, mark, above, model) {
    const { text, gap } = mark.piece;
    let score = above ? model.columns[column].gapFirst[gap] - cutPair(above.piece.text, text, model.pairs) : 0;
    if (BAD_START.test(text))
        score -= 8;
    if (above && mark.startsPoint && COLON.test(above.piece.text))
        score -= HEADING_LEFT_BEHIND;
    const point = mark.startsPoint ? (mark.points[0]?.value ?? 0) : 0;
    switch (column) {
        case 'name':
            return score - (point > 0 ? 3 : 0);
        case 'departments':
            return score + mark.organisationStart - (point > 0 ? 6 : 0);
        case 'upstream':
            if (mark.headingOfOrganisation)
                score += 2;
            break;
        case 'township':
            if (mark.headingOfOrganisation || mark.opensOrganisation)
                score -= 2.5;
            if (mark.repeats)
                score += 2;
            break;
        case 'takeover':
            if (METHOD_START.test(text) && mark.afterOrganisation)
                score -= 5;
            else if (mark.beforeMethod)
                score += 5;
            else if (ORGANISATION_COLON.test(text))
                score += 4;
            else if (TAKEOVER_START.test(text))
                score += 2.5;
            else if (mark.organisationStart >= 0.5)
                score += 1;
            else
                score -= 3;
            return score;
        case 'method':
            if (METHOD_START.test(text))
                return score + 4;
            return score + (TAKEOVER_START.test(text) ? 2 : 0) - (point > 1 ? 6 : 0);
    }
    if (point === 1)
        score += 1.2;
    else if (point > 1)
        score -= 6;
    return score;
}
/** Score for piece `b` following piece `a` in one cell; `width` is the width of a's line within the cell. */
function stepScore(column, a, b, width, model, linked) {
    const own = model.columns[column];
    let score = linked ? FLAT_GAPS[b.piece.gap] : own.gapInside[b.piece.gap];
    if (column === 'name' && b.organisationStart >= 1)
        score -= 1.5;
    if (isDuties(column))
        score += column === 'upstream' ? b.side : -b.side;
    if (column === 'township' && b.opensOrganisation)
        score -= 2.5;
    else if (column === 'township' && b.headingOfOrganisation)
        score -= 1.5;
    if (column === 'upstream' && b.repeats)
        score -= 2;
    if (b.piece.gap === 'inline')
        return score - 0.5;
    const text = a.piece.text;
    const next = b.piece.text;
    const sentenceEnd = /[。；;：:]$/.test(text);
    let wrap = wrapFit({ width, needed: width + b.firstWord }, own.width);
    if (sentenceEnd)
        wrap -= 1.2;
    if (b.startsPoint)
        wrap -= 4;
    wrap += pairScore(text, next, model.pairs);
    let divide = -9;
    if (column !== 'name') {
        divide = -1 - 1.3 * overrun(width, own.width);
        if (column === 'departments')
            divide += /[、，]$/.test(text) || /^[、，]/.test(next) ? -0.5 : b.organisationStart >= 1 ? -3 : -6;
        else {
            if (!sentenceEnd)
                divide -= a.heading ? 1 : 4;
            if (!b.startsPoint && !b.heading && !COLON.test(text) && !METHOD_START.test(next))
                divide -= 1.5;
            if (METHOD_START.test(next))
                divide += 3;
        }
    }
    if (/^[、，。；]$/.test(next))
        wrap = Math.max(wrap, -0.5);
    return score + Math.max(wrap, divide);
}
/** Half characters by which a line is wider than its column. */
export function overrun(width, column) {
    return column === UNKNOWN_WIDTH ? 0 : Math.max(0, width - column);
}
/** A border between two characters that stand side by side all over the document cuts a word in two. */
function cutPair(above, text, pairs) {
    const pair = above.slice(-1) + text.slice(0, 1);
    if (!/^[一-龥]{2}$/.test(pair))
        return 0;
    return Math.min(2, 0.4 * Math.log2(1 + (pairs.get(pair) ?? 0)));
}
function pairScore(text, next, pairs) {
    const pair = text.slice(-1) + next.slice(0, 1);
    const count = pairs.get(pair) ?? 0;
    return count === 0 ? -0.8 : Math.min(1.2, 0.3 * Math.log2(count));
}
/** Score for closing a cell of the column with this piece; `width` is the width of its line within the cell. */
function endScore(column, mark, width, model) {
    const { text } = mark.piece;
    let score = -1.3 * Math.min(10, overrun(width, model.columns[column].width));
    if (DANGLING.test(text))
        score -= 6;
    if (COLON.test(text))
        score -= 6;
    const own = model.columns[column].width;
    const full = own !== UNKNOWN_WIDTH && width + 2 > own;
    if (column !== 'name' && column !== 'departments') {
        if (mark.heading && isDuties(column))
            score -= 3;
        const ending = toEnding(text);
        return score + model.columns[column].endings[ending] - (full && ending === 'other' ? 1.3 : 0);
    }
    if (/[。；;]$/.test(text))
        score -= 1.5;
    return score - (full ? 1 : 0);
}
/** Score of a whole department cell's text. */
export function departmentsScore(text, model) {
    return organisationFit(text) + knownOrganisations(text, model.organisations);
}
/** Score for the words of a first piece, which no step scores. */
export function firstSide(column, mark) {
    if (!isDuties(column))
        return 0;
    return column === 'upstream' ? mark.side : -mark.side;
}
/** Costs with a memory: the search asks for the same step many times. No closures here: this is the hot path. */
class RememberedCosts {
    starts;
    steps;
    ends;
    marks;
    columns;
    model;
    constructor(marks, columns, model) {
        this.marks = marks;
        this.columns = columns;
        this.model = model;
        const size = columns.length * marks.length;
        this.starts = new Float64Array(size).fill(NaN);
        this.steps = new Float64Array(size).fill(NaN);
        this.ends = new Float64Array(size).fill(NaN);
    }
    start(k, i) {
        const at = k * this.marks.length + i;
        let cost = this.starts[at] ?? NaN;
        const mark = this.marks[i];
        if (Number.isNaN(cost) && mark) {
            cost = startScore(this.columns[k] ?? 'name', mark, this.marks[i - 1], this.model);
            this.starts[at] = cost;
        }
        return cost;
    }
    step(k, i, width) {
        const above = this.marks[i - 1];
        const mark = this.marks[i];
        if (!above || !mark)
            return 0;
        const at = k * this.marks.length + i;
        const usual = width === above.width;
        let cost = usual ? (this.steps[at] ?? NaN) : NaN;
        if (Number.isNaN(cost)) {
            cost = stepScore(this.columns[k] ?? 'name', above, mark, width, this.model, false);
            if (usual)
                this.steps[at] = cost;
        }
        return cost;
    }
    link(k, above, i, width) {
        const upper = this.marks[above];
        const mark = this.marks[i];
        return upper && mark ? stepScore(this.columns[k] ?? 'name', upper, mark, width, this.model, true) : 0;
    }
    end(k, i, width) {
        const mark = this.marks[i];
        if (!mark)
            return 0;
        const at = k * this.marks.length + i;
        const usual = width === mark.width;
        let cost = usual ? (this.ends[at] ?? NaN) : NaN;
        if (Number.isNaN(cost)) {
            cost = endScore(this.columns[k] ?? 'name', mark, width, this.model);
            if (usual)
                this.ends[at] = cost;
        }
        return cost;
    }
}
/** The costs of a row seen with a model. */
export function toCosts(marks, columns, model) {
    return new RememberedCosts(marks, columns, model);
}
