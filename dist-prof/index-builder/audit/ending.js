import { LIST_NAMES, toListFinding } from './check.js';
/** Complete lists stop up to four of 22 categories before the others do (the five published ones). */
const MISSING_CATEGORIES = 4;
const MISSING_SHARE = 0.25;
export const checkEnding = ({ items, preface, source }) => {
    const last = items.at(-1);
    if (!last || preface.declaredLists[last.list].count !== null)
        return [];
    const line = source.lines.length;
    const name = LIST_NAMES[last.list];
    const unreached = toUnreached(items, last.list);
    const order = new Set(items.map((item) => item.category)).size;
    if (unreached.length >= MISSING_CATEGORIES && unreached.length >= order * MISSING_SHARE) {
        const message = `${name}到第 ${last.no} 项“${last.category}”就结束了，而其他两张表后面还有${unreached.join('、')}；原文又没有声明项数，末尾可能缺了若干项。请与原件的最后一页核对。`;
        return [toListFinding(last.list, 'end-uncertain', 'warning', message, line)];
    }
    const message = `原文没有声明项数，无从核对${name}是否到第 ${last.no} 项为止。请与原件的最后一页核对。`;
    return [toListFinding(last.list, 'end-uncertain', 'info', message, line)];
};
/** Categories that the other lists print behind the last category of this one. */
function toUnreached(items, list) {
    const lastOf = items.findLast((item) => item.list === list)?.category ?? '';
    const own = new Set(items.filter((item) => item.list === list).map((item) => item.category));
    const unreached = new Set();
    for (const other of ['basic', 'cooperative', 'reclaimed']) {
        if (other === list)
            continue;
        const categories = [...new Set(items.filter((item) => item.list === other).map((item) => item.category))];
        const at = categories.indexOf(lastOf);
        for (const category of at < 0 ? [] : categories.slice(at + 1)) {
            if (category !== '' && !own.has(category))
                unreached.add(category);
        }
    }
    return [...unreached];
}
