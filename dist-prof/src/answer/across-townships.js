import { toHit } from './explain.js';
import { isListed, retrieveAll, toShowing } from './retrieval.js';
import { strongestMatter } from './tools.js';
const MOST_NEAREST = 3;
/** The best row of each list, the likeliest list first. */
function bestHits(tools, asked, retrievals) {
    return retrievals
        .toSorted((a, b) => b.probability - a.probability)
        .flatMap((retrieval) => retrieval.ranked.slice(0, 1).map((entry) => toHit(entry, toShowing(tools, asked, retrieval, true))));
}
export function answerAcross(tools, asked, documents) {
    const retrievals = retrieveAll(tools, asked, documents);
    const candidates = bestHits(tools, asked, retrievals.filter((retrieval) => isListed(tools, retrieval)));
    if (candidates.length === 0) {
        return {
            kind: 'not_listed',
            verdict: 'not_listed',
            document: null,
            nearest: bestHits(tools, asked, retrievals).slice(0, MOST_NEAREST),
            elsewhere: [],
            matterTitle: null,
        };
    }
    return {
        kind: 'ambiguous_township',
        verdict: 'ambiguous_township',
        candidates,
        documents,
        matterTitle: strongestMatter(tools, asked.context.query)?.matter.title ?? null,
    };
}
export function answerComparison(tools, asked, documents, what) {
    const retrievals = new Map(retrieveAll(tools, asked, documents).map((retrieval) => [retrieval.document.id, retrieval]));
    const rows = documents.map((document) => {
        const retrieval = retrievals.get(document.id);
        const top = retrieval?.ranked[0];
        return { document, item: retrieval && top && isListed(tools, retrieval) ? top.item : null };
    });
    return {
        kind: 'comparison',
        verdict: 'aggregate',
        matterTitle: strongestMatter(tools, asked.context.query)?.matter.title ?? asked.reading.content,
        rows,
        asked: what,
    };
}
