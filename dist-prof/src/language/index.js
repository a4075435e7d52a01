export { CharacterTables, createCharacters } from './tables.js';
export { normalize, isHan } from './normalize.js';
export { createSegmenter, toNgrams, visitNgrams, SEGMENTER_NAMES, } from './segment.js';
export { toSyllables } from './syllables.js';
export { createWordList, cutOut } from './word-list.js';
