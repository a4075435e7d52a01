export { assembleItems } from './assemble.ts';
export { OrganisationReader } from './organisations.ts';
export { readSections } from './sections.ts';
export { readTakeover } from './takeover.ts';
