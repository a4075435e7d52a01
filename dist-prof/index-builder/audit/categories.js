// Categories declared in the explanation against those that the rows print.
import { LIST_KINDS } from '../../src/duty/index.js';
import { LIST_NAMES, toListFinding } from './check.js';
export const checkCategories = ({ items, preface }) => LIST_KINDS.flatMap((list) => {
    const { categories, categoryCount } = preface.declaredLists[list];
    const printed = new Set(items.filter((item) => item.list === list && item.category !== '').map((item) => item.category));
    if (printed.size === 0)
        return [];
    const parts = [];
    if (categories) {
        const missing = categories.filter((category) => !printed.has(category));
        const extra = [...printed].filter((category) => !categories.includes(category));
        if (missing.length > 0)
            parts.push(`说明列了而表里没有：${missing.join('、')}`);
        if (extra.length > 0)
            parts.push(`表里有而说明没有列：${extra.join('、')}`);
    }
    if (categoryCount !== null && categoryCount !== printed.size) {
        parts.push(`说明写 ${categoryCount} 个类别，表里有 ${printed.size} 个`);
    }
    if (parts.length === 0)
        return [];
    return [
        toListFinding(list, 'categories-differ', 'warning', `${LIST_NAMES[list]}的类别与说明不一致：${parts.join('；')}。`),
    ];
});
