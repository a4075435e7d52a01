const MOST_RELATED = 6;
export function createMatterRows(corpus, lexicon) {
    const byMatter = new Map();
    for (const [itemId, links] of Object.entries(lexicon.links)) {
        const item = corpus.item(itemId);
        if (!item)
            continue;
        for (const { matter } of links) {
            const byDocument = byMatter.get(matter) ?? new Map();
            byMatter.set(matter, byDocument);
            const rows = byDocument.get(item.documentId);
            if (rows)
                rows.push(item);
            else
                byDocument.set(item.documentId, [item]);
        }
    }
    // seams count both ways
    const seams = new Map();
    const join = (a, b) => {
        seams.set(a, (seams.get(a) ?? new Set()).add(b));
    };
    for (const { id, related } of lexicon.matters) {
        for (const other of related) {
            join(id, other);
            join(other, id);
        }
    }
    const of = (matterId, documentId) => byMatter.get(matterId)?.get(documentId) ?? [];
    return {
        of,
        related(item, document) {
            const own = (lexicon.links[item.id] ?? []).map(({ matter }) => matter);
            const near = new Set([...own, ...own.flatMap((id) => [...(seams.get(id) ?? [])])]);
            const found = new Map();
            for (const id of near)
                for (const other of of(id, document.id))
                    found.set(other.id, other);
            found.delete(item.id);
            return [...found.values()].slice(0, MOST_RELATED).map((other) => ({ item: other, document }));
        },
    };
}
