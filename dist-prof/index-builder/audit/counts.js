// Items printed against items declared in the explanation.
import { LIST_KINDS } from '../../src/duty/index.js';
import { LIST_NAMES, toListFinding } from './check.js';
export const checkCounts = ({ items, preface }) => {
    const count = (list) => items.filter((item) => item.list === list).length;
    const findings = LIST_KINDS.flatMap((list) => {
        const declared = preface.declaredLists[list].count;
        if (declared === null || declared === count(list))
            return [];
        const message = `说明里写${LIST_NAMES[list]} ${declared} 项，表里实际印出 ${count(list)} 项。`;
        return [toListFinding(list, 'count-differs', 'warning', message)];
    });
    const { declared, declaredTotal } = preface;
    if (declared && declaredTotal !== null) {
        const sum = declared.basic + declared.cooperative + declared.reclaimed;
        if (sum !== declaredTotal) {
            const message = `说明里写共有履职事项 ${declaredTotal} 项，但三张表的声明数相加是 ${sum} 项。`;
            findings.push(toListFinding(null, 'count-differs', 'warning', message));
        }
    }
    return findings;
};
