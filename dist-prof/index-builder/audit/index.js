import { checkCategories } from './categories.js';
import { checkConfidence } from './confidence.js';
import { checkCounts } from './counts.js';
import { checkDepartmentCounts } from './department-counts.js';
import { checkDuplicateNames } from './duplicate-names.js';
import { checkEmptyCells } from './empty-cells.js';
import { checkEnding } from './ending.js';
import { checkHeadings } from './headings.js';
import { checkLedger } from './ledger.js';
import { checkLists } from './lists.js';
import { checkNumbering } from './numbering.js';
import { checkPoints } from './points.js';
import { checkTakeoverSubjects } from './takeover-subject.js';
import { checkTruncation } from './truncation.js';
export { LIST_NAMES } from './check.js';
const CHECKS = [
    checkLists,
    checkLedger,
    checkCounts,
    checkCategories,
    checkDepartmentCounts,
    checkNumbering,
    checkTruncation,
    checkEnding,
    checkEmptyCells,
    checkDuplicateNames,
    checkHeadings,
    checkConfidence,
    checkPoints,
    checkTakeoverSubjects,
];
/** Findings of all checks together with `earlier` ones, document-wide first, then by line. */
export function auditDocument(input, earlier) {
    const findings = [...earlier, ...CHECKS.flatMap((check) => check(input))];
    return findings.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
/** Items with the findings about them as warnings; remarks (`info`) stay in the audit. */
export function attachWarnings(items, findings) {
    const seen = new Map();
    return items.map((item) => {
        const key = `${item.list} ${item.no}`;
        const copies = items.filter((other) => other.list === item.list && other.no === item.no).length;
        seen.set(key, (seen.get(key) ?? 0) + 1);
        const own = findings.filter((finding) => finding.severity !== 'info' &&
            finding.list === item.list &&
            finding.no === item.no &&
            (copies === 1 || finding.line === null || isWithin(finding.line, item)));
        return {
            ...item,
            warnings: own.map(({ code, severity, message, line }) => ({ code, severity, message, line })),
        };
    });
}
function isWithin(line, item) {
    return line >= item.source.startLine && line <= item.source.endLine;
}
