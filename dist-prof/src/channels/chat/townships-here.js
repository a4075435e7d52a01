import { visibleIn } from './policy.js';
const HOUR_MS = 3600_000;
/** A choice is remembered for a thread; where there are no threads, for half a day of the person's. */
const THREAD_TOWNSHIP_MS = 7 * 24 * HOUR_MS;
const PERSON_TOWNSHIP_MS = 12 * HOUR_MS;
/** A binding to a list that may not be seen here (any more) counts as none. */
export function createTownshipsHere(deps, identity) {
    const visible = (place) => visibleIn(deps.corpus, deps.policy, place);
    const seen = (place, documentId) => {
        if (documentId === undefined || documentId === null)
            return null;
        const allowed = visible(place);
        return allowed === undefined || allowed.has(documentId) ? deps.corpus.document(documentId) : null;
    };
    const bound = (place) => {
        const binding = deps.store.bindings.get(identity.conversation(place));
        const document = seen(place, binding?.documentId);
        return binding && document ? { document, boundAt: binding.boundAt } : null;
    };
    const chosen = (place) => {
        const kept = place.thread === null ? PERSON_TOWNSHIP_MS : THREAD_TOWNSHIP_MS;
        return seen(place, deps.store.threads.township(identity.thread(place), deps.clock() - kept));
    };
    return {
        visible,
        documents(place) {
            const allowed = visible(place);
            return deps.corpus.documents.filter((document) => allowed === undefined || allowed.has(document.id));
        },
        bound,
        chosen,
        current: (place) => chosen(place) ?? bound(place)?.document ?? null,
    };
}
