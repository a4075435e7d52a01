export { CharacterTables, createCharacters, type Characters } from './tables.ts';
export { normalize, isHan } from './normalize.ts';
export {
  createSegmenter,
  toNgrams,
  visitNgrams,
  SEGMENTER_NAMES,
  type Segment,
  type SegmenterName,
} from './segment.ts';
export { toSyllables } from './syllables.ts';
export { createWordCutter, type WordCutter } from './word-cutter.ts';
export { createWordList, cutOut, type WordHit, type WordList } from './word-list.ts';
