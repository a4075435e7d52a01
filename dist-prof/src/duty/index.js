export { Item, ListKind, LIST_KINDS, LineRange, Organisation, DutySection, Warning } from './item.js';
export { DutyDocument, DutyFile, Classification, ListCounts } from './document.js';
export { toItemId, parseItemId, toPermalink, findPermalinkId } from './item-id.js';
export { createCorpus } from './corpus.js';
export { OrganisationTable, createOrganisationLexicon, isEnvironmentBranch, toCanonicalOrganisation, toOrganisationParts, } from './organisation.js';
export { createOrganisationFinder } from './organisation-match.js';
export { findPlacePrefix, toPlacePrefixes, toPlainPlaceName } from './place.js';
