export { Item, ListKind, LIST_KINDS, LineRange, Organisation, DutySection, Warning } from './item.ts';
export { DutyDocument, DutyFile, Classification, ListCounts } from './document.ts';
export { toItemId, parseItemId, toPermalink, findPermalinkId, type ItemIdParts } from './item-id.ts';
