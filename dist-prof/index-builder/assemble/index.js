export { assembleItems } from './assemble.js';
export { OrganisationReader } from './organisations.js';
export { readSections } from './sections.js';
export { readTakeover } from './takeover.js';
