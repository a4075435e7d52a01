export { readSource } from './read.ts';
export { decodeSource } from './decode.ts';
export { toSourceText } from './lines.ts';
