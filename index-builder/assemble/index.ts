export { assembleItems, type AssembleInput } from './assemble.ts';
export { OrganisationReader } from './organisations.ts';
export { readSections } from './sections.ts';
export { readTakeover } from './takeover.ts';
export { divideOrganisations } from './divide.ts';
