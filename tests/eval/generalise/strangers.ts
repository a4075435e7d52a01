// The other side of linking by likeness: an item whose matter the catalogue does not have should stay without a link.
import { createLinker } from '../../../index-builder/lexicon/index.ts';
import type { Corpus, Item } from '../../../src/duty/index.ts';
import type { Lexicon } from '../../../src/search/index.ts';
import { foldOf } from '../fit.ts';

export interface Strangers {
  /** Items of which every matter was taken out of the catalogue. */
  items: number;
  /** Of them linked to matters on the seam of their own (the fine beside the campaign), and to quite another. */
  seam: Item[];
  foreign: Item[];
}

const FOLDS = 8;

/** A part of the matters at a time is unknown to the catalogue, chosen by their ids. */
export function linkStrangers(lexicon: Lexicon, corpus: Corpus): Strangers {
  const seams = new Map<string, Set<string>>();
  for (const { id, related } of lexicon.matters) {
    for (const other of related) {
      seams.set(id, (seams.get(id) ?? new Set()).add(other));
      seams.set(other, (seams.get(other) ?? new Set()).add(id));
    }
  }
  const result: Strangers = { items: 0, seam: [], foreign: [] };
  for (let fold = 0; fold < FOLDS; fold++) {
    const isUnknown = (matter: string): boolean => foldOf(matter, FOLDS) === fold;
    const linker = createLinker(
      lexicon.matters.filter(({ id }) => !isUnknown(id)),
      {},
    );
    for (const item of corpus.documents.flatMap(({ id }) => corpus.items(id))) {
      const own = (lexicon.links[item.id] ?? []).map(({ matter }) => matter);
      if (own.length === 0 || !own.every(isUnknown)) continue;
      result.items++;
      const [first] = linker.link(item);
      if (!first) continue;
      const isNear = own.some((matter) => seams.get(matter)?.has(first.matter) === true);
      (isNear ? result.seam : result.foreign).push(item);
    }
  }
  return result;
}
