export { readSource } from './read.js';
export { decodeSource } from './decode.js';
export { toSourceText } from './lines.js';
