export const LIST_NAMES = {
    basic: '基本履职事项',
    cooperative: '配合履职事项',
    reclaimed: '上级部门收回事项',
};
/** A finding about an item, at its first line. */
export function toItemFinding(item, code, severity, message, line = item.source.startLine) {
    return { code, severity, list: item.list, no: item.no, line, message };
}
/** A finding about a list or the whole document. */
export function toListFinding(list, code, severity, message, line = null) {
    return { code, severity, list, no: null, line, message };
}
