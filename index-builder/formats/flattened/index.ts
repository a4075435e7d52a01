// The door of the flattened-columns format.
export { extractFlattened } from './extract.ts';
export { LOW_CONFIDENCE } from './confidence.ts';
