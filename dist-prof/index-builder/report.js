import { LIST_NAMES } from './audit/index.js';
import { LIST_KINDS } from '../src/duty/index.js';
/** Findings that a person should read first; the others are only counted. */
const TOLD = ['count-differs', 'manifest-contradicts-print', 'corrected'];
/** Lines of the report, without an end mark. */
export function toReport(audit) {
    const lines = audit.documents.flatMap((document) => [
        `${document.county}${document.township}：${toCounts(document)}`,
        `  逐字记账 ${document.ledger.characters} 字（单元格 ${document.ledger.cells}，表头页码 ${document.ledger.furniture}，说明 ${document.ledger.preface}，噪声 ${document.ledger.noise}）；${toTally(document)}`,
        ...document.findings.filter(({ code }) => TOLD.includes(code)).map(({ message }) => `  注意：${message}`),
    ]);
    const total = audit.documents.reduce((sum, { counts }) => sum + counts.basic + counts.cooperative + counts.reclaimed, 0);
    return [
        ...lines,
        `共 ${audit.documents.length} 份清单，${total} 项。全部疑点见 data/audit.json，代码说明见 docs/data-format.md。`,
    ];
}
function toCounts({ counts }) {
    const sum = counts.basic + counts.cooperative + counts.reclaimed;
    return `${sum} 项（${LIST_KINDS.map((list) => `${LIST_NAMES[list]} ${counts[list]}`).join('，')}）`;
}
function toTally({ findings }) {
    const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
    return `提醒 ${count('warning')} 条，备注 ${count('info')} 条`;
}
