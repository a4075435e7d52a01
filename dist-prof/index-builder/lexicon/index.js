export { compileLexicon } from './compile.js';
export { LexiconError, readLexicon } from './read.js';
export { createLinker } from './link.js';
export { spell } from './units.js';
