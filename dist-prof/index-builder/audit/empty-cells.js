// Cells that a list has but a row leaves empty.
import { toItemFinding } from './check.js';
const CELLS = [
    ['departmentsRaw', '对应上级部门'],
    ['upstream', '上级部门职责'],
    ['townshipDuties', '乡镇配合职责'],
    ['takeover', '承接部门及工作方式'],
];
export const checkEmptyCells = ({ items, extraction }) => {
    const hasCategories = items.some((item) => item.category !== '');
    return items.flatMap((item, index) => {
        const empty = CELLS.filter(([field]) => item[field] === '').map(([, label]) => label);
        if (hasCategories && item.category === '')
            empty.unshift('事项类别');
        if (extraction.rows[index]?.name.text === '')
            empty.unshift('事项名称');
        if (empty.length === 0)
            return [];
        return [toItemFinding(item, 'empty-cell', 'warning', `这一项没有印出：${empty.join('、')}。`)];
    });
};
