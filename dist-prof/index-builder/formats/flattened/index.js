// The door of the flattened-columns format.
export { extractFlattened } from './extract.js';
export { LOW_CONFIDENCE } from './confidence.js';
