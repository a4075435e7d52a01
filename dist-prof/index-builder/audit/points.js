import { toItemFinding } from './check.js';
// 3.  3、  3负责
const POINT_NUMBER = /^(?<no>\d{1,2})(?<dot>[.．、]?)/u;
export const checkPoints = ({ items }) => items.flatMap((item) => [
    ...checkCell(item, item.upstreamSections, '上级部门职责', item.cells.upstream?.startLine),
    ...checkCell(item, item.townshipSections, '乡镇配合职责', item.cells.townshipDuties?.startLine),
]);
function checkCell(item, sections, label, line) {
    const slips = (sections ?? []).flatMap(findSlips);
    if (slips.length === 0)
        return [];
    const message = `${label}的编号有误：${slips.join('；')}。`;
    return [toItemFinding(item, 'point-numbering', 'info', message, line)];
}
function findSlips(section) {
    const slips = [];
    let expected = 1;
    for (const { text } of section.points) {
        const groups = POINT_NUMBER.exec(text)?.groups;
        if (!groups)
            continue;
        const no = Number(groups['no']);
        if (groups['dot'] === '')
            slips.push(`“${text.slice(0, 6)}”少了点号`);
        if (no !== expected && no !== 1)
            slips.push(`${expected} 之处印作 ${no}`);
        expected = no + 1;
    }
    return slips;
}
