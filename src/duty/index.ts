export { Item, ListKind, LIST_KINDS, LineRange, Organisation, DutySection, Warning } from './item.ts';
export { DutyDocument, DutyFile, Classification, ListCounts } from './document.ts';
export { toItemId, parseItemId, toPermalink, findPermalinkId, type ItemIdParts } from './item-id.ts';
export { createCorpus, type Corpus } from './corpus.ts';
export {
  OrganisationTable,
  createOrganisationLexicon,
  isEnvironmentBranch,
  toCanonicalOrganisation,
  toOrganisationParts,
  type OrganisationLexicon,
} from './organisation.ts';
export { createOrganisationFinder, type OrganisationMention } from './organisation-match.ts';
export { findPlacePrefix, toPlacePrefixes, toPlainPlaceName, type Place, type PlacePrefix } from './place.ts';
