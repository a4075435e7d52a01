// 学或者休学审批 县教育局：开展   (a blank between two Chinese words or after a closing mark)
const BORDER_BLANK = /(?<=[一-龥）】》”。；])\s+(?=[一-龥（《“\d])/;
// 1.   一、   (a point's own mark is no cell)
const BARE_MARK = /^(?:\d{1,2}[.．、]?|[一二三四五六七八九十]+、)$/;
/** The columns of a list beyond number and category; departments and method apart where the headings print both. */
export function toColumns(kind, headings) {
    if (kind === 'basic')
        return ['name'];
    if (kind === 'cooperative')
        return ['name', 'departments', 'upstream', 'township'];
    const joined = /承接(?:部门|单位)(?:（单位）)?[及和与、]/.test(headings);
    const apart = /承接(?:部门|单位)/.test(headings) && /(?:工作|承接|履职|办理)方式/.test(headings);
    return apart && !joined ? ['name', 'departments', 'method'] : ['name', 'takeover'];
}
function toPieces(text, line, split) {
    if (text === '')
        return [];
    if (!split)
        return [{ text, no: line.no, gap: line.gap }];
    const parts = [];
    for (const part of text.split(BORDER_BLANK)) {
        const last = parts.at(-1);
        if (last !== undefined && BARE_MARK.test(last))
            parts[parts.length - 1] = `${last} ${part}`;
        else
            parts.push(part);
    }
    return parts.map((part, i) => ({ text: part, no: line.no, gap: i === 0 ? line.gap : 'inline' }));
}
/** Cuts a list's body into rows. Lines before the first start belong to no row; the caller accounts for them. */
export function toRawRows(body, starts, kind) {
    const split = kind !== 'basic';
    return starts.map((start, index) => {
        const end = starts[index + 1]?.at ?? body.length;
        const first = body[start.at];
        const used = start.category?.extraLines ?? 0;
        const last = body[start.at + used];
        const rest = start.category ? start.category.rest : start.head;
        const pieces = toPieces(rest, { no: (start.category?.restAbove ? first?.no : last?.no) ?? 0, gap: 'none' }, split);
        for (const line of body.slice(start.at + used + 1, end))
            pieces.push(...toPieces(line.text, line, split));
        const startLine = first?.no ?? 0;
        return {
            no: start.no,
            category: start.category,
            startLine,
            opensPage: first?.gap === 'page' && start.at > 0,
            categoryLines: { startLine, endLine: last?.no ?? startLine },
            pieces,
            endLine: body[end - 1]?.no ?? startLine,
        };
    });
}
