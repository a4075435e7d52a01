export { readSource, type ReadSource } from './read.ts';
export { decodeSource, type SourceEncoding } from './decode.ts';
export { toSourceText } from './lines.ts';
