// 承接部门：莎车县残联 工作方式：取消…    承接单位:县民政局
const LABELLED = /^\s*(?:承接|收回|责任)(?:部门|单位|主体)\s*[：:]\s*(?<departments>[\s\S]*?)\s*(?:(?:工作|承接|收回|履职)(?:方式|措施)\s*[：:]\s*(?<method>[\s\S]*))?$/u;
// 市人社局 承接方式：由市人社局负责…
const METHOD_LABEL = /\s*(?:工作|承接|收回|履职)(?:方式|措施)\s*[：:]\s*/u;
// 县民政局：负责…    县公安局、县司法局:…
const LEADING = /^(?<departments>[^：:。；\n]{2,80}?)\s*[：:]\s*(?<method>[\s\S]*)$/u;
// 。阿合奇县自然资源局：1.…: a heading further on
const LATER_HEADING = /(?:[。；;\n]|\s)\s*(?<departments>[^：:。；，\s\d]{2,60})\s*[：:]/gu;
// 县民政局 负责…: first line or word is only an organisation
const FIRST_LINE = /^(?<departments>[^\n\s，。：:；]{2,60})[\n\s]+(?<method>[\s\S]+)$/u;
/** Reads a takeover cell; `methodCell` is the 工作方式 column where it is one of its own. */
export function readTakeover(text, methodCell, reader) {
    const taken = readText(text, reader, methodCell !== null);
    const method = methodCell ?? taken.method;
    return {
        departments: taken.departments,
        method: method === null || method.trim() === '' ? null : method.trim(),
    };
}
function readText(text, reader, departmentsOnly) {
    const labelled = LABELLED.exec(text)?.groups;
    if (labelled)
        return readLabelled(labelled, reader);
    const label = METHOD_LABEL.exec(text);
    if (label && reader.isOrganisations(text.slice(0, label.index).replace(/[：:]\s*$/u, ''))) {
        const departments = reader.read(text.slice(0, label.index).replace(/[：:]\s*$/u, ''));
        return { departments, method: text.slice(label.index + label[0].length) };
    }
    const leading = LEADING.exec(text)?.groups;
    if (leading && reader.isOrganisations(leading['departments'] ?? '')) {
        return readLeading(text, leading, reader);
    }
    const first = FIRST_LINE.exec(text)?.groups;
    if (first && reader.isOrganisations(first['departments'] ?? '')) {
        return { departments: reader.read(first['departments'] ?? ''), method: first['method'] ?? null };
    }
    if (reader.isOrganisations(text))
        return { departments: reader.read(text), method: null };
    if (departmentsOnly && !/[。，]/u.test(text))
        return { departments: reader.read(text), method: null };
    return { departments: [], method: text };
}
/** 承接部门：莎车县民政局： 负责做好收养登记工作。: the method label may be missing. */
function readLabelled(groups, reader) {
    const departments = groups['departments'] ?? '';
    const method = groups['method'] ?? null;
    if (method !== null)
        return { departments: reader.read(departments), method };
    if (reader.isOrganisations(departments))
        return { departments: reader.read(departments), method: null };
    return readText(departments, reader, true);
}
/** Departments of the leading heading and of every later one in the same cell. */
function readLeading(text, groups, reader) {
    const method = groups['method'] ?? '';
    const departments = reader.read(groups['departments'] ?? '');
    for (const match of method.matchAll(LATER_HEADING)) {
        const heading = match.groups?.['departments'] ?? '';
        if (!reader.isOrganisations(heading))
            continue;
        for (const organisation of reader.read(heading)) {
            if (!departments.some((other) => other.canonical === organisation.canonical))
                departments.push(organisation);
        }
    }
    const isDivided = departments.length > reader.read(groups['departments'] ?? '').length;
    return { departments, method: (isDivided ? text : method).replace(METHOD_LABEL_AT_START, '') };
}
// 工作方式： left at the start of a method
const METHOD_LABEL_AT_START = /^\s*(?:工作|承接)方式\s*[：:]\s*/u;
