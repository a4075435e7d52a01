import { toItemFinding } from './check.js';
// 莎车县公安局：负责…；莎车市场监督管理局：…: headings inside a takeover's method
const METHOD_HEADING = /(?:^|[\s。；;])(?<name>[^\s。；;，：:]{3,30})[：:]/gu;
// 其他负有安全监管职责的部门 is no department
const UNNAMED = /其他|有关|相关|各部门|成员单位|主管部门|职能部门/u;
export const checkHeadings = (input) => input.items.flatMap((item) => [...checkUpstream(item), ...checkTakeover(item, input)]);
function checkUpstream(item) {
    const named = new Set((item.departments ?? []).map((organisation) => organisation.canonical));
    const raw = item.departmentsRaw ?? '';
    if (named.size === 0 || UNNAMED.test(raw))
        return [];
    const missing = new Set();
    for (const section of item.upstreamSections ?? []) {
        for (const { printed, canonical } of section.organisations) {
            if (!named.has(canonical) && !isInside(printed, raw) && !UNNAMED.test(printed))
                missing.add(printed);
        }
    }
    if (missing.size === 0)
        return [];
    const message = `上级部门职责里有“${[...missing].join('”“')}”的职责，但对应上级部门一栏没有它。`;
    return [
        toItemFinding(item, 'heading-not-in-departments', 'warning', message, item.cells.upstream?.startLine),
    ];
}
function checkTakeover(item, { reader }) {
    const named = new Set((item.takeoverDepartments ?? []).map((organisation) => organisation.canonical));
    if (named.size === 0)
        return [];
    const missing = new Set();
    for (const match of (item.takeoverMethod ?? '').matchAll(METHOD_HEADING)) {
        const name = match.groups?.['name'] ?? '';
        if (!reader.isOrganisations(name))
            continue;
        for (const { printed, canonical } of reader.read(name))
            if (!named.has(canonical))
                missing.add(printed);
    }
    if (missing.size === 0)
        return [];
    const message = `工作方式里有“${[...missing].join('”“')}”的职责，但承接部门没有写它。`;
    return [
        toItemFinding(item, 'heading-not-in-departments', 'warning', message, item.cells.takeover?.startLine),
    ];
}
/** 林业和草原局 in 自然资源局（林业和草原局）, or a part of a longer name. */
function isInside(printed, raw) {
    const bare = printed.replace(/^.{0,12}?(?:县委?|市委?|区委?|旗委?)(?=.{3})/u, '');
    return raw.replace(/\s/gu, '').includes(bare);
}
