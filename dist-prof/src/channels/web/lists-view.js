// The lists as one reader may see them. Every page and every answer of the interface gets its rows from here, so
// that what a reader must not see does not exist for any of them.
import { createOrganisationLexicon, toOrganisationParts, toPlainPlaceName, } from '../../duty/index.js';
/** `visible`: ids of the documents that exist for the reader. */
export function createListsView(corpus, lexicon, visible) {
    const organisations = createOrganisationLexicon(lexicon.organisations);
    const documents = corpus.documents.filter((document) => visible.has(document.id));
    const departments = new Map();
    const matters = collectMatters(corpus, lexicon, documents);
    const mattersById = new Map(matters.map((rows) => [rows.matter.id, rows]));
    const document = (id) => (visible.has(id) ? corpus.document(id) : null);
    return {
        documents,
        visible,
        document,
        items: (documentId) => (visible.has(documentId) ? corpus.items(documentId) : []),
        item(id) {
            const item = corpus.item(id);
            return item && visible.has(item.documentId) ? item : null;
        },
        departments(documentId) {
            const owner = document(documentId);
            if (!owner)
                return [];
            const known = departments.get(documentId);
            if (known)
                return known;
            const collected = collectDepartments(owner, corpus.items(documentId), organisations);
            departments.set(documentId, collected);
            return collected;
        },
        stemOf(documentId, canonical) {
            const owner = document(documentId);
            return owner ? toStem(canonical, owner, organisations) : canonical;
        },
        matters,
        matter: (id) => mattersById.get(id) ?? null,
        mattersOf: (itemId) => (lexicon.links[itemId] ?? []).flatMap((link) => mattersById.get(link.matter) ?? []),
    };
}
/** Counts of rows by category, in printed order. */
export function countCategories(items) {
    const counts = new Map();
    for (const { category, list } of items) {
        if (category === '')
            continue;
        const key = `${list} ${category}`;
        const count = counts.get(key);
        if (count)
            count.n++;
        else
            counts.set(key, { category, list, n: 1 });
    }
    return [...counts.values()];
}
/** 疏勒县民政局 → 民政局; 喀什地区生态环境局疏勒县分局 → 生态环境局分局. */
function toStem(name, document, organisations) {
    const { stem } = toOrganisationParts(name, document, organisations);
    const own = [document.county, toPlainPlaceName(document.county), document.prefecture].filter((place) => place !== '');
    return own.reduce((rest, place) => rest.replace(place, ''), stem);
}
function collectMatters(corpus, lexicon, documents) {
    const items = new Map();
    for (const document of documents) {
        for (const item of corpus.items(document.id)) {
            for (const link of lexicon.links[item.id] ?? []) {
                const rows = items.get(link.matter);
                if (rows)
                    rows.push(item);
                else
                    items.set(link.matter, [item]);
            }
        }
    }
    return lexicon.matters.flatMap((matter) => {
        const rows = items.get(matter.id);
        return rows ? [{ matter, items: rows }] : [];
    });
}
function collectDepartments(document, items, organisations) {
    const found = new Map();
    for (const item of items) {
        const named = [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])];
        for (const name of new Set(named.map(({ canonical }) => canonical))) {
            const rows = found.get(name) ?? { cooperative: [], reclaimed: [] };
            found.set(name, rows);
            (item.list === 'reclaimed' ? rows.reclaimed : rows.cooperative).push(item);
        }
    }
    return [...found]
        .map(([name, rows]) => ({ name, stem: toStem(name, document, organisations), ...rows }))
        .toSorted((a, b) => b.cooperative.length + b.reclaimed.length - a.cooperative.length - a.reclaimed.length ||
        (a.name < b.name ? -1 : 1));
}
