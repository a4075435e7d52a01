export { compileLexicon } from './compile.ts';
export { LexiconError, readLexicon } from './read.ts';
