// Cuts a cell of departments into single organisations and gives each the place prefix that it shares with the
// one before it: 市教育局、人力资源和社会保障局 → 市教育局, 市人力资源和社会保障局.
import { findPlacePrefix, isEnvironmentBranch, } from '../../src/duty/index.js';
// separators between organisations; those inside parentheses are masked first
const SEPARATOR = /[、，,；;/\n]+|\s+(?=\S{3,})/u;
// 自然资源局（林业和草原局、公园管理站）
const PARENTHESES = /[（(][^（）()]*[）)]/gu;
// 、塔什库尔干县水利局|等其他负有安全监管职责的部门
const AND_OTHERS = /(?<=局|委|办|部|会|院|队|所|站|中心|馆|公司|联|府)等(?:.{0,20}(?:部门|单位|机构))?$/u;
// 县公安局|和|县司法局
const JOINED = /(?<=局|委|办|部|会|院|队|中心|公司)(?:和|及|以及|与)(?=[^、]{3,})/u;
// 莎车县烟草局|职责
const LABEL_TAIL = /(?:的?(?:主要)?(?:职责|责任)|\s*(?:牵头|配合|主责|负责)?[：:])$/u;
// （牵头）县民政局
const LEAD_MARK = /^[（(]?(?:牵头|责任|配合|协助|主责)(?:部门|单位)?[）)：:]/u;
// names that stand without the county before them
const OWN_STANDING = /^(?:国|中国|国家|国网|共青团|团|中共|自治区|省|驻)/u;
// 、民政局: the lexicon's prefix-less names
const MASKS = '\uE000';
/** Single organisations in printed order, each once. Parentheses are kept; 等…部门 at the end is dropped. */
export function divideOrganisations(text, options) {
    const names = [];
    let prefix = '';
    for (const part of cutParts(text, options)) {
        const name = part.replace(LEAD_MARK, '').replace(LABEL_TAIL, '').replace(AND_OTHERS, '').trim();
        if (name === '')
            continue;
        const own = findPrefix(name, options);
        if (own !== '')
            prefix = isEnvironmentBranch(name) ? prefix || toCountyPrefix(name, own, options) : own;
        const restored = own === '' ? restorePrefix(name, prefix, options) : name;
        if (!names.includes(restored))
            names.push(restored);
    }
    return names;
}
function cutParts(text, options) {
    const inner = [];
    const masked = text.replace(PARENTHESES, (parenthesis) => {
        inner.push(parenthesis.replace(/\s+/gu, ''));
        return MASKS;
    });
    let next = 0;
    const unmask = (part) => part.replaceAll(MASKS, () => inner[next++] ?? '');
    return masked
        .split(SEPARATOR)
        .flatMap((part) => splitJoined(part, options))
        .map((part) => unmask(part).trim());
}
/** 县公安局和县司法局 is two; 住房和城乡建设局 is one: both sides must begin with a place or be known. */
function splitJoined(part, options) {
    const match = JOINED.exec(part);
    if (!match)
        return [part];
    const left = part.slice(0, match.index);
    const right = part.slice(match.index + match[0].length);
    const isKnown = findPrefix(right, options) !== '' || options.lexicon.byName.has(right);
    return isKnown && !options.lexicon.byName.has(part) ? [left, right] : [part];
}
function findPrefix(name, { prefixes, lexicon }) {
    if (lexicon.byName.has(name.replace(PARENTHESES, '')))
        return '';
    return findPlacePrefix(name, prefixes)?.printed ?? '';
}
// 喀什地区生态环境局|疏勒县|分局   州生态环境局|伊宁市|分局
const BRANCH_PLACE = /局?(?<place>[^局]{2,14})分局/u;
/** What a body behind a branch shares with it: the place that the branch is in, as short as the branch's own prefix. */
function toCountyPrefix(name, own, { prefixes }) {
    const printed = BRANCH_PLACE.exec(name.slice(own.length))?.groups?.['place'] ?? '';
    const place = prefixes.find((prefix) => printed.endsWith(prefix.printed));
    if (!place)
        return own;
    const isShort = (prefix) => prefix.printed !== prefix.full && prefix.full === place.full;
    const level = prefixes.findLast((prefix) => isShort(prefix) && place.full.endsWith(prefix.printed));
    return own.length <= 2 && level ? level.printed : place.printed;
}
function restorePrefix(name, prefix, { lexicon }) {
    if (prefix === '' || OWN_STANDING.test(name) || isEnvironmentBranch(name))
        return name;
    const entry = lexicon.byName.get(name.replace(PARENTHESES, ''))?.[0];
    if (name.startsWith('委'))
        return `${prefix}${name}`;
    return `${prefix}${entry?.party ? '委' : ''}${name}`;
}
