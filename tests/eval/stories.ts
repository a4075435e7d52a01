// The told questions of the catalogue. Apart from the learning, which needs no index builder with its libraries.
import { readStories } from '../../index-builder/lexicon/index.ts';
import type { Lexicon } from '../../src/search/index.ts';

/** Stories of the catalogue in the repository. */
export function loadStories(lexicon: Lexicon): Map<string, string[]> {
  return readStories('.', new Set(lexicon.matters.map(({ id }) => id)));
}
