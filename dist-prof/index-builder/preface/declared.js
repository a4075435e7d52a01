// What the explanation (说明) declares about the lists: how many items, which categories, how many departments.
import { LIST_KINDS } from '../../src/duty/index.js';
const LIST_NAME = {
    basic: '基本履职事项',
    cooperative: '配合履职事项',
    reclaimed: '(?:上级部门|上级)?收回事项',
};
// 主要包括党的建设、…、综合政务等21个类别，共有基本履职事项150项，涉及44个部门（单位）
const toDeclaration = (name) => new RegExp(`(?:包括|涉及|涵盖)(?<categories>[^。；]{2,400}?)等?(?<categoryCount>\\d+)个(?:类别|大类|方面)[，,。；]?共?(?:计|有)?(?:${name})(?<count>\\d+)项(?:[，,]?(?:共)?涉及(?<departments>\\d+)个(?:上级)?(?:部门|单位))?`, 'u');
// 其中，基本履职事项118项、配合履职事项96项、上级部门收回事项49项
const toCount = (name) => new RegExp(`(?:${name})(?:共|计|共计|共有)?(?<count>\\d+)项`, 'u');
const DECLARATIONS = Object.fromEntries(LIST_KINDS.map((list) => [list, toDeclaration(LIST_NAME[list])]));
const COUNTS = Object.fromEntries(LIST_KINDS.map((list) => [list, toCount(LIST_NAME[list])]));
// 配合履职事项清单是以…主要包括民生服务: the names stand behind the last 包括
const LAST_INCLUDES = /^.*(?:包括|涵盖)/u;
/** Per list, from the explanation's text without blanks and markup. */
export function readDeclaredLists(text) {
    return {
        basic: readDeclaredList(text, 'basic'),
        cooperative: readDeclaredList(text, 'cooperative'),
        reclaimed: readDeclaredList(text, 'reclaimed'),
    };
}
function readDeclaredList(text, list) {
    const groups = DECLARATIONS[list]?.exec(text)?.groups;
    const count = COUNTS[list]?.exec(text)?.groups?.['count'] ?? groups?.['count'];
    const categories = groups?.['categories']
        ?.replace(LAST_INCLUDES, '')
        .split(/[、，,]/u)
        .filter(Boolean);
    return {
        count: count === undefined ? null : Number(count),
        categories: categories ?? null,
        categoryCount: toNumber(groups?.['categoryCount']),
        departmentCount: toNumber(groups?.['departments']),
    };
}
function toNumber(digits) {
    return digits === undefined ? null : Number(digits);
}
/** The three counts together, or null when the document does not declare all of them. */
export function toDeclaredCounts(lists) {
    const { basic, cooperative, reclaimed } = lists;
    if (basic.count === null || cooperative.count === null || reclaimed.count === null)
        return null;
    return { basic: basic.count, cooperative: cooperative.count, reclaimed: reclaimed.count };
}
