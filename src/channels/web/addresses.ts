// The page's own addresses, all relative to its root: made here and nowhere else.
import type { ListKind } from '../../duty/index.ts';
import { toExchangeText, type Exchange } from './content/conversation.ts';

/** `undefined`, `null` and empty values are left out; arrays repeat the name. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | readonly string[] | null | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    if (typeof value === 'object') for (const one of value) search.append(name, one);
    else search.append(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

export const toAskPath = (
  documentId: string | null,
  question: string | null,
  exchanges: readonly Exchange[] = [],
): string => withQuery('/', { t: documentId, q: question, h: exchanges.map(toExchangeText) });

/** The page of an item; `question` has its words marked there. */
export const toItemPath = (itemId: string, question: string | null = null): string =>
  withQuery(`/i/${itemId}`, { q: question });

export const toDocumentPath = (documentId: string): string => `/d/${documentId}`;

export const toListingPath = (
  documentId: string,
  filter: { list?: ListKind | null; category?: string | null; page?: number },
): string =>
  withQuery(`/d/${documentId}/items`, {
    list: filter.list,
    category: filter.category,
    page: filter.page === 1 ? null : filter.page,
  });

export const toDepartmentPath = (documentId: string, name: string): string =>
  `/d/${documentId}/departments/${encodeURIComponent(name)}`;

/** `line` is scrolled to. */
export const toSourcePath = (
  documentId: string,
  query: { item?: string; page?: number; line?: number },
): string =>
  withQuery(`/d/${documentId}/source`, { item: query.item, page: query.page }) +
  (query.line === undefined ? '' : `#L${query.line}`);

export const toMatterPath = (matterId: string, base: string | null = null): string =>
  withQuery(`/m/${encodeURIComponent(matterId)}`, { base });

export const toSheetPath = (
  itemIds: readonly string[],
  question: string | null,
  grant: string | null = null,
  extension: '' | '.txt' = '',
): string => withQuery(`/sheet${extension}`, { i: itemIds, q: question, k: grant });
