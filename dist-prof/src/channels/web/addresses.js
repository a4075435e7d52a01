import { toExchangeText } from './content/conversation.js';
/** `undefined`, `null` and empty values are left out; arrays repeat the name. */
export function withQuery(path, query) {
    const search = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
        if (value === null || value === undefined || value === '')
            continue;
        if (typeof value === 'object')
            for (const one of value)
                search.append(name, one);
        else
            search.append(name, String(value));
    }
    const text = search.toString();
    return text === '' ? path : `${path}?${text}`;
}
export const toAskPath = (documentId, question, exchanges = []) => withQuery('/', { t: documentId, q: question, h: exchanges.map(toExchangeText) });
/** The page of an item; `question` has its words marked there. */
export const toItemPath = (itemId, question = null) => withQuery(`/i/${itemId}`, { q: question });
export const toDocumentPath = (documentId) => `/d/${documentId}`;
export const toListingPath = (documentId, filter) => withQuery(`/d/${documentId}/items`, {
    list: filter.list,
    category: filter.category,
    page: filter.page === 1 ? null : filter.page,
});
export const toDepartmentPath = (documentId, name) => `/d/${documentId}/departments/${encodeURIComponent(name)}`;
/** `line` is scrolled to. */
export const toSourcePath = (documentId, query) => withQuery(`/d/${documentId}/source`, { item: query.item, page: query.page }) +
    (query.line === undefined ? '' : `#L${query.line}`);
export const toMatterPath = (matterId, base = null) => withQuery(`/m/${encodeURIComponent(matterId)}`, { base });
export const toSheetPath = (itemIds, question, grant = null, extension = '') => withQuery(`/sheet${extension}`, { i: itemIds, q: question, k: grant });
