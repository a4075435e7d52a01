// Rows whose cells could have been divided differently: shown with both readings.
import { LOW_CONFIDENCE } from '../formats/index.js';
import { toItemFinding } from './check.js';
const FIELDS = [
    ['name', '事项名称'],
    ['departments', '对应上级部门'],
    ['upstream', '上级部门职责'],
    ['townshipDuties', '乡镇配合职责'],
];
export const checkConfidence = ({ extraction }) => extraction.rows.flatMap((row) => {
    if (row.confidence >= LOW_CONFIDENCE)
        return [];
    const other = row.alternative;
    const readings = other
        ? FIELDS.filter(([field]) => (row[field]?.text ?? '') !== other[field]).map(([field, label]) => `${label}：取“${clip(row[field]?.text ?? '')}”，也可能是“${clip(other[field])}”`)
        : [];
    const detail = readings.length > 0 ? readings.join('；') : '这一行的单元格数与表头不一致';
    const message = `原文没有单元格边线，这一项的分栏把握不大。${detail}。请对照原文。`;
    return [toItemFinding(row, 'low-confidence-split', 'warning', message)];
});
/** The cell's two ends: the difference between readings is at one of them. */
function clip(text) {
    return text.length <= 44 ? text : `${text.slice(0, 20)}…${text.slice(-20)}`;
}
