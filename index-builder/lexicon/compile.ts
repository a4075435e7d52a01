// data/lexicon/*.yaml + items → the lexicon of the runtime (data/lexicon.json).
import type { Item } from '../../src/duty/index.ts';
import type { Lexicon, Matter, MatterLink } from '../../src/search/index.ts';
import { compileCharacters } from './characters.ts';
import { createLinker } from './link.ts';
import type { LexiconSources } from './read.ts';

export function toMatters(sources: LexiconSources): Matter[] {
  return [
    ...sources.matters.map(({ value }) => ({ ...value, outside: false })),
    ...sources.outside.map(({ value }) => ({ ...value, names: [], related: [], outside: true })),
  ];
}

/** Deterministic: items in their order, matters in file order. */
export function compileLexicon(sources: LexiconSources, items: readonly Item[]): Lexicon {
  const matters = toMatters(sources);
  const linker = createLinker(matters, sources.links);
  const links: Record<string, MatterLink[]> = {};
  for (const item of items) {
    const found = linker.link(item);
    if (found.length > 0) links[item.id] = found;
  }
  const { noise, weak, facets, pointers, greetings, help, offTopic } = sources.questions;
  return {
    formatVersion: 1,
    matters,
    links,
    words: { noise, weak, facets, pointers, greetings, help, offTopic },
    organisations: sources.organisations,
    characters: compileCharacters(sources.lookAlikes),
  };
}
