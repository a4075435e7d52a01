export { compileLexicon } from './compile.ts';
export { LexiconError, readLexicon } from './read.ts';
export { createLinker } from './link.ts';
export { spell } from './units.ts';
export { readPlainRows } from './plain-rows.ts';
