const LETTER = { basic: 'b', cooperative: 'c', reclaimed: 'r' };
const LIST = { b: 'basic', c: 'cooperative', r: 'reclaimed' };
// shule-alafu-2025-c62   shule-alafu-2025-c62.2
const ITEM_ID = /^(?<document>[a-z0-9]+(?:-[a-z0-9]+)*)-(?<letter>[bcr])(?<no>[1-9]\d{0,3})(?:\.(?<copy>[2-9]|[1-9]\d))?$/;
// …/i/shule-alafu-2025-c62 anywhere in a text
const PERMALINK_ID = /\/i\/(?<id>[a-z0-9]+(?:-[a-z0-9]+)*-[bcr][1-9]\d{0,3}(?:\.\d{1,2})?)/;
/** `{shule-alafu-2025, cooperative, 62, 1}` → `shule-alafu-2025-c62`. */
export function toItemId(parts) {
    const copy = parts.copy > 1 ? `.${parts.copy}` : '';
    return `${parts.documentId}-${LETTER[parts.list]}${parts.no}${copy}`;
}
/** The parts of an id, or null when the text is not one. Inverse of {@link toItemId}. */
export function parseItemId(text) {
    const groups = ITEM_ID.exec(text)?.groups;
    const list = LIST[groups?.['letter'] ?? ''];
    if (!groups || !list)
        return null;
    return {
        documentId: groups['document'] ?? '',
        list,
        no: Number(groups['no']),
        copy: groups['copy'] === undefined ? 1 : Number(groups['copy']),
    };
}
/** The address of an item's page below a base address: `https://zhize.example/i/shule-alafu-2025-c62`. */
export function toPermalink(baseUrl, itemId) {
    return `${baseUrl.replace(/\/+$/, '')}/i/${itemId}`;
}
/** The first item id inside a permalink in a text, or null. The host is not looked at. */
export function findPermalinkId(text) {
    return PERMALINK_ID.exec(text)?.groups?.['id'] ?? null;
}
