import { wording } from './wording.zh.js';
/**
 * Titles of matters without a row on the visible lists: those that only hidden lists have, and those that no loaded
 * list has, so that the two cannot be told apart. Computed once for each set of visible documents.
 */
export function createHiddenMatters(corpus, lexicon) {
    const known = new Map();
    return (visible) => {
        const key = [...visible].join(' ');
        const cached = known.get(key);
        if (cached)
            return cached;
        const open = new Set();
        for (const [itemId, links] of Object.entries(lexicon.links)) {
            const documentId = corpus.item(itemId)?.documentId;
            if (documentId === undefined || !visible.has(documentId))
                continue;
            for (const { matter } of links)
                open.add(matter);
        }
        const titles = new Set(lexicon.matters.filter(({ id }) => !open.has(id)).map(({ title }) => title));
        known.set(key, titles);
        return titles;
    };
}
/** The answer without the title of a hidden matter. */
export function withoutHiddenMatter(answer, hidden) {
    switch (answer.kind) {
        case 'not_listed':
        case 'ambiguous_township':
            return answer.matterTitle !== null && hidden.has(answer.matterTitle)
                ? { ...answer, matterTitle: null }
                : answer;
        case 'comparison':
            return hidden.has(answer.matterTitle) ? { ...answer, matterTitle: wording.thisMatter } : answer;
        case 'item':
        case 'choice':
        case 'counts':
        case 'listing':
        case 'unknown_township':
        case 'no_such_item':
        case 'greeting':
        case 'help':
        case 'off_topic':
        case 'empty':
            return answer;
    }
}
