// Item numbers: each list must count from 1 without gaps. A number printed twice is a slip; a number that nothing
// explains is lost text, and an error.
import { LIST_KINDS } from '../../src/duty/index.js';
import { LIST_NAMES, toItemFinding, toListFinding } from './check.js';
export const checkNumbering = (input) => LIST_KINDS.flatMap((list) => checkList(list, input));
function checkList(list, { items, preface, source }) {
    const rows = items.filter((item) => item.list === list);
    if (rows.length === 0)
        return [];
    const repeated = rows.filter((row, index) => rows.findIndex((other) => other.no === row.no) !== index);
    if ([1, 2].every((no) => repeated.some((row) => row.no === no)) && repeated.length * 3 >= rows.length) {
        return [toTwice(list, repeated[0])];
    }
    const findings = repeated.map((row) => toItemFinding(row, 'numbering-slip', 'warning', `${LIST_NAMES[list]}的序号 ${row.no} 印了不止一次。`));
    const missing = toMissing(rows);
    const declared = preface.declaredLists[list].count;
    const isSlip = missing.length <= repeated.length || declared === rows.length;
    if (missing.length > 0) {
        const numbers = missing.slice(0, 20).join('、');
        const line = findGapLine(rows, missing[0] ?? 0) ?? source.lines.length;
        findings.push(isSlip
            ? toListFinding(list, 'numbering-slip', 'warning', `${LIST_NAMES[list]}的序号跳过了 ${numbers}，项数不缺。`, line)
            : toListFinding(list, 'numbers-lost', 'error', `${LIST_NAMES[list]}缺第 ${numbers} 项。请检查原文这一行附近是否少了内容，补全后再导入。`, line));
    }
    return [...findings, ...findDisorder(rows, list)];
}
function toMissing(rows) {
    const numbers = new Set(rows.map((row) => row.no));
    const highest = Math.max(...numbers);
    return Array.from({ length: highest }, (_, index) => index + 1).filter((no) => !numbers.has(no));
}
/** Line of the row after the gap: where the reader has to look. */
function findGapLine(rows, missing) {
    return rows.find((row) => row.no > missing)?.source.startLine ?? null;
}
function findDisorder(rows, list) {
    return rows.flatMap((row, index) => {
        const before = rows[index - 1];
        if (!before || row.no >= before.no)
            return [];
        const message = `${LIST_NAMES[list]}的序号 ${row.no} 印在 ${before.no} 之后，次序颠倒。`;
        return [toItemFinding(row, 'numbering-slip', 'warning', message)];
    });
}
function toTwice(list, row) {
    const message = `${LIST_NAMES[list]}从 1 起编了两遍，文件里像是有两份清单。请拆成每个乡镇（街道）一个文件再导入。`;
    return toListFinding(list, 'township-twice', 'error', message, row?.source.startLine ?? null);
}
