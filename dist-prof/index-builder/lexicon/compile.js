import { compileCharacters } from './characters.js';
import { createLinker } from './link.js';
export function toMatters(sources) {
    return [
        ...sources.matters.map(({ value }) => ({ ...value, outside: false })),
        ...sources.outside.map(({ value }) => ({ ...value, names: [], related: [], outside: true })),
    ];
}
/** Deterministic: items in their order, matters in file order. */
export function compileLexicon(sources, items) {
    const matters = toMatters(sources);
    const linker = createLinker(matters, sources.links);
    const links = {};
    for (const item of items) {
        const found = linker.link(item);
        if (found.length > 0)
            links[item.id] = found;
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
