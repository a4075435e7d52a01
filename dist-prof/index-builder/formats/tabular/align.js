// 1.……  一、……  ①……: opens a duties cell
const DUTY_START = /^\s*(?:<[^<>]*>\s*)*(?:1\s*[.．、]|一、|（一）|①|[^，。；]{2,30}[：:])/u;
// 某某县民政局、某某县公安局
const DEPARTMENTS = /^[^。；]{2,400}(?:局|委|办|部|会|院|队|所|站|中心|馆|公司|联|政府|银行|支行|单位|部门|室|社|学校|政协|人大|[）)])\s*$/u;
const LONGEST_CATEGORY = 14;
/** Fields by column. `categories` are the categories that complete rows of the document print. */
export function alignRow(fields, columns, categories) {
    const trimmed = dropEmptyTail([...fields], columns.fields.length);
    if (trimmed.length === columns.fields.length)
        return { cells: toCells(trimmed, columns.fields), confidence: 1 };
    if (trimmed.length < columns.fields.length)
        return alignFewer(trimmed, columns, categories);
    return alignMore(trimmed, columns);
}
function alignFewer(fields, columns, categories) {
    let wanted = [...columns.fields];
    const category = wanted.indexOf('category');
    if (category >= 0 && !isCategory(toText(fields[category]), categories)) {
        wanted = wanted.filter((field) => field !== 'category');
    }
    const departments = wanted.indexOf('departments');
    if (fields.length < wanted.length && departments >= 0 && !DEPARTMENTS.test(toText(fields[departments]))) {
        wanted = wanted.filter((field) => field !== 'departments');
    }
    return { cells: toCells(fields, wanted), confidence: 0.3 };
}
/** Too many fields: a tab inside a cell. In the duties the cut is at the last field that opens a numbered cell. */
function alignMore(fields, columns) {
    const upstream = columns.fields.indexOf('upstream');
    const township = columns.fields.indexOf('townshipDuties');
    if (upstream < 0 || township !== upstream + 1)
        return { cells: toCells(fields, columns.fields), confidence: 0.3 };
    const duties = fields.slice(upstream);
    const restart = duties.findLastIndex((field, index) => index > 0 && DUTY_START.test(toText(field)));
    const cut = restart > 0 ? restart : duties.length - 1;
    const joined = [...fields.slice(0, upstream), duties.slice(0, cut).flat(), duties.slice(cut).flat()];
    return { cells: toCells(joined, columns.fields), confidence: 0.3 };
}
/** The n-th field to the n-th column; fields beyond the last column go to it. */
function toCells(fields, columns) {
    const cells = {};
    for (const [index, field] of fields.entries()) {
        const column = columns[Math.min(index, columns.length - 1)] ?? 'other';
        cells[column] = [...(cells[column] ?? []), ...field];
    }
    return cells;
}
function isCategory(text, categories) {
    return categories.size > 0 ? categories.has(text) : text.length <= LONGEST_CATEGORY;
}
function dropEmptyTail(fields, length) {
    while (fields.length > length && toText(fields.at(-1)) === '')
        fields.pop();
    return fields;
}
/** A field's plain text without blanks at its ends. */
export function toText(field) {
    return (field ?? [])
        .map((piece) => piece.text)
        .join('')
        .trim();
}
