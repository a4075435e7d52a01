import { toItemNumber } from '../item-number.js';
/** Rows looked at; a table's first page is enough. */
const SAMPLE = 60;
/** Categories repeat from row to row; names do not. */
const CATEGORY_SHARE = 0.6;
const DEPARTMENT_SHARE = 0.5;
// 县民政局   市公安局、市司法局   县自然资源局（林业和草原局）
const DEPARTMENTS = /^[^。；：:]{2,300}(?:局|委|办|部|会|院|队|所|站|中心|馆|公司|联|政府|银行|部门|单位|[）)])$/u;
/**
 * Columns of the rows from `start` (an index into `lines`) up to where numbering starts again; `title` is the list whose
 * title stands above, if one does. Null when the rows agree with no layout of a duty list.
 */
export function inferColumns(lines, start, title) {
    const rows = sampleRows(lines, start);
    const length = toUsualLength(rows);
    const usual = rows.filter((row) => row.length === length);
    const hasCategory = length > 2 && isCategory(usual.map((row) => row[1] ?? ''));
    if (length === 2 && isCategory(usual.map((row) => row[1] ?? '')))
        return null;
    const found = toFields(length - (hasCategory ? 2 : 1), usual, hasCategory ? 2 : 1, title);
    if (!found)
        return null;
    const fields = ['no', ...(hasCategory ? ['category'] : []), ...found.fields];
    return { list: found.list, fields };
}
function sampleRows(lines, start) {
    const rows = [];
    for (const line of lines.slice(start, start + 4 * SAMPLE)) {
        const fields = line.split('\t').map((field) => field.trim());
        const no = fields.length > 1 ? toItemNumber(fields[0] ?? '') : null;
        if (no === null)
            continue;
        if ((no === 1 && rows.length > 0) || rows.length === SAMPLE)
            break;
        rows.push(fields);
    }
    return rows;
}
function toUsualLength(rows) {
    const counts = new Map();
    for (const { length } of rows)
        counts.set(length, (counts.get(length) ?? 0) + 1);
    return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
/** Short words that repeat: 党的建设, 党的建设, …, or empty below the first of a merged cell. */
function isCategory(cells) {
    const filled = cells.filter((cell) => cell !== '');
    if (filled.some((cell) => cell.length > 14))
        return false;
    return cells.length < 3 || new Set(cells).size <= Math.max(2, cells.length * CATEGORY_SHARE);
}
/** The columns behind number and category, which are told by their number and by where departments stand. */
function toFields(count, rows, from, title) {
    const departments = rows.filter((row) => DEPARTMENTS.test(row[from + 1] ?? '')).length;
    if (count === 1)
        return { list: 'basic', fields: ['name'] };
    if (count === 2 && title !== 'basic')
        return { list: 'reclaimed', fields: ['name', 'takeover'] };
    if (departments < rows.length * DEPARTMENT_SHARE)
        return null;
    if (count === 3)
        return { list: 'reclaimed', fields: ['name', 'takeover', 'takeoverMethod'] };
    if (count === 4)
        return { list: 'cooperative', fields: ['name', 'departments', 'upstream', 'townshipDuties'] };
    return null;
}
