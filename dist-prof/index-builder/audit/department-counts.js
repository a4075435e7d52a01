// The number of departments declared for a list against the different organisations that its rows name.
import { toListFinding, LIST_NAMES } from './check.js';
export const checkDepartmentCounts = ({ items, preface }) => ['cooperative', 'reclaimed'].flatMap((list) => {
    const declared = preface.declaredLists[list].departmentCount;
    if (declared === null)
        return [];
    const found = new Set();
    for (const item of items) {
        if (item.list !== list)
            continue;
        for (const { canonical } of item.departments ?? item.takeoverDepartments ?? [])
            found.add(canonical);
    }
    if (found.size === declared)
        return [];
    const message = `说明里写${LIST_NAMES[list]}涉及 ${declared} 个部门（单位），表里归并后有 ${found.size} 个。`;
    return [toListFinding(list, 'department-count-differs', 'info', message)];
});
