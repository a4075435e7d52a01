// Finds where the items of a list begin: the chain of numbers 1, 2, 3 … that explains the list best.
import { matchCategory } from './categories.js';
// 12 党的建设 做好…   12   12、党的建设   (not 12. and not 12345政务)
const NUMBER = /^(?<no>\d{1,3})(?:[\s、]+(?<head>\S.*))?$/;
// 12党的建设   12.党的建设   （12）党的建设   (only before a known category: 12. also opens points)
const GLUED = /^[（(]?(?<no>\d{1,3})(?:[.．）)]\s*)?(?<head>[一-龥].*)$/;
function toCandidates(body, categories) {
    const found = [];
    body.forEach((line, at) => {
        const plain = NUMBER.exec(line.text)?.groups;
        const groups = plain ?? GLUED.exec(line.text)?.groups;
        if (!groups)
            return;
        const no = Number(groups['no']);
        const head = groups['head'] ?? '';
        if (no === 0)
            return;
        const category = matchCategory(head, body.slice(at + 1, at + 8), categories);
        if (!plain && !category)
            return;
        let weight = category ? 6 : -1.5;
        if (line.gap !== 'none')
            weight += 1;
        if (line.pageStart)
            weight += 1;
        if (at === 0)
            weight += 2;
        found.push({ at, no, head, category, weight });
    });
    return found;
}
/** Cost of going from number `a` to number `b`: a slip is possible but must pay. */
function stepCost(a, b) {
    if (b === a + 1)
        return 0;
    if (b > a + 1)
        return Math.min(12, 3 + 2 * (b - a - 1));
    return b === a ? 9 : 14;
}
/**
 * The item starts of a list in order; `headings` tells whether there is a category column. Numbers without a known category are used where the chain needs them.
 */
export function findItemStarts(body, categories, headings) {
    const hasColumn = headings === '' || headings.includes('类');
    const candidates = toCandidates(body, hasColumn ? categories : []);
    const score = [];
    const back = [];
    candidates.forEach((c, i) => {
        const own = c.weight + (hasColumn ? 0 : 4);
        score[i] = own - Math.min(12, 3 * (c.no - 1));
        back[i] = -1;
        for (let k = i - 1; k >= 0 && k >= i - 60; k -= 1) {
            const value = (score[k] ?? 0) + own - stepCost(candidates[k]?.no ?? 0, c.no);
            if (value > (score[i] ?? 0)) {
                score[i] = value;
                back[i] = k;
            }
        }
    });
    let at = score.reduce((best, value, i) => (value > (score[best] ?? -Infinity) ? i : best), 0);
    const chain = [];
    while (at >= 0 && candidates[at]) {
        const { weight: _weight, ...start } = candidates[at];
        chain.push(start);
        at = back[at] ?? -1;
    }
    return chain.toReversed();
}
