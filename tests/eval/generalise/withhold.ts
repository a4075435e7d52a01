// A township's own wording taken out of the matter catalogue, and its items linked again by what is left: what would
// happen to a list that nobody has looked at.
import { createLinker, spell } from '../../../index-builder/lexicon/index.ts';
import type { Corpus, Item } from '../../../src/duty/index.ts';
import type { Lexicon } from '../../../src/search/index.ts';

/** What became of an item: all its matters as before, some of them, others instead, or none. */
export const FATES = ['same', 'fewer', 'other', 'lost'] as const;
export type Fate = (typeof FATES)[number];

export interface Withheld {
  lexicon: Lexicon;
  /** Catalogue entries that were taken out. */
  names: number;
  /** Items whose name is now unknown, and what became of each. */
  fates: Map<Item, Fate>;
}

function toFate(before: readonly string[], after: readonly string[]): Fate {
  if (after.length === 0) return 'lost';
  const kept = before.filter((matter) => after.includes(matter));
  if (kept.length === before.length) return 'same';
  return kept.length > 0 ? 'fewer' : 'other';
}

/**
 * The catalogue without every name that no other township prints, and all links of the township made anew, reviewed
 * ones left out. Links of the other townships stay.
 */
export function withholdNames(lexicon: Lexicon, corpus: Corpus, documentId: string): Withheld {
  const printedElsewhere = new Set(
    corpus.documents
      .filter(({ id }) => id !== documentId)
      .flatMap(({ id }) => corpus.items(id).map(({ name }) => spell(name))),
  );
  let names = 0;
  const matters = lexicon.matters.map((matter) => {
    const kept = matter.names.filter((name) => printedElsewhere.has(spell(name)));
    names += matter.names.length - kept.length;
    return { ...matter, names: kept };
  });
  const linker = createLinker(matters, {});
  const links = { ...lexicon.links };
  const fates = new Map<Item, Fate>();
  for (const item of corpus.items(documentId)) {
    const before = (lexicon.links[item.id] ?? []).map(({ matter }) => matter);
    const made = linker.link(item);
    delete links[item.id];
    if (made.length > 0) links[item.id] = made;
    if (printedElsewhere.has(spell(item.name))) continue;
    fates.set(
      item,
      toFate(
        before,
        made.map(({ matter }) => matter),
      ),
    );
  }
  return { lexicon: { ...lexicon, matters, links }, names, fates };
}
