// Draft rows to items: ids, single organisations, sections, takeover. Doubts are found by audit/ and attached later.
import { toItemId } from '../../src/duty/index.js';
import { applyCorrections } from '../corrections.js';
import { readSections } from './sections.js';
import { readTakeover } from './takeover.js';
/** Stands for a name cell that prints nothing; an item must be called something. */
const NO_NAME = '（未印事项名称）';
/** Items of a document in source order, without warnings. Corrections that apply are reported into `findings`. */
export function assembleItems(input) {
    const { documentId, reader } = input;
    for (const row of input.rows)
        if (row.departments)
            reader.learn(row.departments.text);
    const copies = new Map();
    return input.rows.map((draft) => {
        const key = `${draft.list} ${draft.no}`;
        const copy = (copies.get(key) ?? 0) + 1;
        copies.set(key, copy);
        const id = toItemId({ documentId, list: draft.list, no: draft.no, copy });
        return toItem(applyCorrections(draft, id, input.corrections, input.findings), id, documentId, reader);
    });
}
function toItem(row, id, documentId, reader) {
    return {
        id,
        documentId,
        list: row.list,
        no: row.no,
        category: row.category?.text ?? '',
        name: row.name.text || NO_NAME,
        ...toCooperativeFields(row, reader),
        ...toReclaimedFields(row, reader),
        source: row.source,
        cells: toCellLines(row),
        confidence: row.confidence,
        warnings: [],
    };
}
function toCooperativeFields(row, reader) {
    if (row.list !== 'cooperative') {
        return {
            departments: null,
            departmentsRaw: null,
            upstream: null,
            upstreamSections: null,
            townshipDuties: null,
            townshipSections: null,
        };
    }
    const departmentsRaw = row.departments?.text ?? '';
    const departments = reader.read(departmentsRaw);
    const upstream = row.upstream?.text ?? '';
    const townshipDuties = row.townshipDuties?.text ?? '';
    return {
        departments,
        departmentsRaw,
        upstream,
        upstreamSections: readSections(upstream, reader, departments),
        townshipDuties,
        townshipSections: readSections(townshipDuties, reader, departments),
    };
}
function toReclaimedFields(row, reader) {
    if (row.list !== 'reclaimed')
        return { takeover: null, takeoverDepartments: null, takeoverMethod: null };
    const text = row.takeover?.text ?? '';
    const { departments, method } = readTakeover(text, row.takeoverMethod?.text ?? null, reader);
    const takeover = [text, row.takeoverMethod?.text ?? ''].filter(Boolean).join('\n');
    return { takeover, takeoverDepartments: departments, takeoverMethod: method };
}
function toCellLines(row) {
    const cells = { no: { startLine: row.source.startLine, endLine: row.source.startLine } };
    const put = (field, cell) => {
        if (cell)
            cells[field] = cell.lines;
    };
    put('category', row.category);
    put('name', row.name);
    put('departmentsRaw', row.departments);
    put('upstream', row.upstream);
    put('townshipDuties', row.townshipDuties);
    put('takeover', row.takeover);
    if (row.takeover && row.takeoverMethod)
        cells.takeover = joinLines(row.takeover.lines, row.takeoverMethod.lines);
    return cells;
}
function joinLines(first, second) {
    return {
        startLine: Math.min(first.startLine, second.startLine),
        endLine: Math.max(first.endLine, second.endLine),
    };
}
