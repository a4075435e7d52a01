import { normalize } from '../../../language/index.js';
import { LIST_SHORT } from '../../../reply/index.js';
import { LIMITS } from '../limits.js';
/** Rank of a find: at the start before inside, short before long. Null when it is not there. */
function toRank(key, typed) {
    const at = key.indexOf(typed);
    return at < 0 ? null : (at === 0 ? 0 : 1000) + key.length;
}
const MOST_NAMES = 4;
const LONGEST_NAME = 60;
export function createSuggester(view, characters) {
    const spell = (text) => normalize(text, characters).replaceAll(' ', '');
    const matters = view.matters.map(({ matter, items }) => ({
        title: matter.title,
        texts: [...new Set([matter.title, ...matter.phrases])].map((text) => ({ text, key: spell(text) })),
        documentIds: new Set(items.map((item) => item.documentId)),
    }));
    const names = new Map();
    const namesOf = (documentId) => {
        const known = names.get(documentId);
        if (known)
            return known;
        const own = view.items(documentId).map((item) => ({ item, key: spell(item.name) }));
        names.set(documentId, own);
        return own;
    };
    return {
        suggest(typed, documentId) {
            const key = spell(typed.slice(0, LIMITS.question));
            if (key === '')
                return [];
            const found = [];
            for (const { title, texts, documentIds } of matters) {
                if (documentId !== null && !documentIds.has(documentId))
                    continue;
                let best = null;
                for (const { text, key: own } of texts) {
                    const rank = toRank(own, key);
                    if (rank !== null && (!best || rank < best.rank))
                        best = { rank, text };
                }
                if (best)
                    found.push({ rank: best.rank, suggestion: { text: best.text, hint: title } });
            }
            found.sort((a, b) => a.rank - b.rank);
            const rows = documentId === null ? [] : namesOf(documentId);
            const fromNames = rows
                .flatMap(({ item, key: own }) => {
                const rank = toRank(own, key);
                return rank === null || item.name.length > LONGEST_NAME ? [] : [{ rank, item }];
            })
                .toSorted((a, b) => a.rank - b.rank)
                .slice(0, MOST_NAMES)
                .map(({ item }) => ({ text: item.name, hint: `${LIST_SHORT[item.list]}${item.no}` }));
            const all = [
                ...found.slice(0, LIMITS.suggestions - fromNames.length).map(({ suggestion }) => suggestion),
                ...fromNames,
            ];
            const seen = new Set();
            return all.filter(({ text }) => !seen.has(text) && seen.add(text) !== null);
        },
    };
}
