import { LOW_CONFIDENCE, toConfidence, toLead } from './confidence.js';
import { joinPieces } from './join.js';
import { learnStart } from './learn-start.js';
import { refreshMarks, toMarks } from './mark.js';
import { countOpenings, countPairs } from './model.js';
import { relearn } from './relearn.js';
import { readRow } from './read-row.js';
import { splitRow } from './split-row.js';
/** Rounds of learning; measured on the published lists, a third changes no cell. */
const ROUNDS = 2;
/** The model of a list with two or more columns, and its rows' pieces seen with it. */
export function learnModel(rows, columns) {
    const texts = rows.flatMap((row) => row.pieces.map((piece) => piece.text));
    const knowledge = { openings: countOpenings(texts), pairs: countPairs(texts) };
    const narrow = learnStart(rows, columns, knowledge, 1);
    const wide = learnStart(rows, columns, knowledge, 2);
    let model = narrow.fit >= wide.fit ? narrow.model : wide.model;
    const start = model;
    const marks = rows.map((row) => toMarks(row.pieces, start));
    for (let round = 0; round < ROUNDS; round += 1) {
        const current = model;
        const readings = marks.map((row) => splitRow(row, columns, current, 1)[0] ?? { score: 0, cells: [] });
        model = relearn(rows, readings, columns, model);
        for (const row of marks)
            refreshMarks(row, model);
    }
    return { model, marks };
}
/** The draft rows of one list. */
export function readList(kind, columns, rows) {
    if (columns.length === 1) {
        return rows.map((row) => toDraft(kind, columns, row, {
            readings: [{ score: 0, cells: [row.pieces.map((_, i) => i)] }],
            strain: 0,
        }));
    }
    const { model, marks } = learnModel(rows, columns);
    return rows.map((row, r) => toDraft(kind, columns, row, readRow(marks[r] ?? [], columns, model)));
}
function toRange(pieces, row) {
    const lines = pieces.map((piece) => piece.no);
    return lines.length === 0
        ? { startLine: row.startLine, endLine: row.startLine }
        : { startLine: Math.min(...lines), endLine: Math.max(...lines) };
}
function toCell(row, indexes, divided) {
    const pieces = indexes.flatMap((i) => row.pieces[i] ?? []);
    return { text: joinPieces(pieces, divided), lines: toRange(pieces, row) };
}
function toTexts(row, columns, reading) {
    const cells = {
        name: null,
        departments: null,
        upstream: null,
        township: null,
        takeover: null,
        method: null,
    };
    columns.forEach((column, k) => {
        const divided = column !== 'name' && column !== 'departments';
        cells[column] = toCell(row, reading.cells[k] ?? [], divided);
    });
    return cells;
}
function isFilled(cell) {
    return cell !== null && cell.text !== '';
}
function toDraft(kind, columns, row, found) {
    const { readings } = found;
    const empty = { score: 0, cells: columns.map(() => []) };
    const cells = toTexts(row, columns, readings[0] ?? empty);
    const confidence = columns.length === 1 ? 1 : toConfidence(toLead(readings), found.strain);
    const second = readings[1];
    const other = confidence < LOW_CONFIDENCE && second ? toTexts(row, columns, second) : null;
    const [takeover, method] = cells.takeover
        ? [cells.takeover]
        : [cells.departments, cells.method].filter(isFilled);
    return {
        list: kind,
        no: row.no,
        category: row.category ? { text: row.category.category, lines: row.categoryLines } : null,
        name: cells.name ?? { text: '', lines: toRange([], row) },
        departments: kind === 'reclaimed' ? null : cells.departments,
        upstream: cells.upstream,
        townshipDuties: cells.township,
        takeover: kind === 'reclaimed' ? (takeover ?? null) : null,
        takeoverMethod: kind === 'reclaimed' ? (method ?? null) : null,
        source: { startLine: row.startLine, endLine: row.endLine },
        confidence,
        alternative: other && {
            departments: other.departments?.text ?? '',
            upstream: other.upstream?.text ?? '',
            townshipDuties: other.township?.text ?? other.takeover?.text ?? '',
            name: other.name?.text ?? '',
        },
    };
}
