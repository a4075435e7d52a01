import { toVerdict, } from './answer.js';
import { saysLittle } from './context.js';
import { closeCandidates } from './decision.js';
import { toHit } from './explain.js';
import { isListed, retrieve, toShowing } from './retrieval.js';
import { strongestMatter, threshold, visibleDocuments } from './tools.js';
const MOST_OTHERS = 10;
/** Rows behind these are counted, not shown. */
const MOST_EXPLAINED = 3;
const MOST_NEAREST = 3;
/** From this probability on a matter is said to be meant. */
const LEAST_MEANT = 0.5;
/** Facets that are a side of the row talked about and no other business. */
const SIDES = new Set(['sanction', 'still']);
/** A row that was named, not searched. */
export function directHit(item, document) {
    return { item, document, score: 1, why: { phrase: null, matterTitle: null, words: [], mended: [] } };
}
export function toItemAnswer(tools, reading, hit, shown) {
    return {
        kind: 'item',
        verdict: toVerdict(hit.item.list),
        hit,
        role: reading.asked.role,
        related: tools.rows.related(hit.item, hit.document),
        ...shown,
    };
}
/** The row talked about, when the question only asks for another side of it (那我们要做啥). */
function answerSide(tools, { reading, context }, document) {
    const { lastItem } = context;
    const asksForSide = context.inherits && saysLittle(reading) && [...reading.asked.facets].every((facet) => SIDES.has(facet));
    if (!asksForSide || lastItem?.documentId !== document.id)
        return null;
    const focus = tools.reader.departments(reading.content, document);
    return toItemAnswer(tools, reading, directHit(lastItem, document), { others: [], focus, direct: true });
}
/** Rows of other lists about the matter that was meant, one a township. */
function findElsewhere(tools, { question }, matterId, own) {
    return visibleDocuments(tools.corpus, question).flatMap((document) => {
        const [item] = document.id === own.id ? [] : tools.rows.of(matterId, document.id);
        return item ? [{ item, document }] : [];
    });
}
function toNotListed(tools, asked, retrieval) {
    const { document, ranked } = retrieval;
    const showing = toShowing(tools, asked, retrieval, true);
    const strongest = strongestMatter(tools, asked.context.query);
    const meant = strongest !== null && strongest.share >= LEAST_MEANT ? strongest.matter : null;
    return {
        kind: 'not_listed',
        verdict: 'not_listed',
        document,
        nearest: ranked.slice(0, MOST_NEAREST).map((entry) => toHit(entry, showing)),
        elsewhere: meant ? findElsewhere(tools, asked, meant.id, document) : [],
        matterTitle: meant?.title ?? null,
    };
}
export function answerInTownship(tools, asked, document) {
    const side = answerSide(tools, asked, document);
    if (side)
        return side;
    const { reading } = asked;
    const retrieval = retrieve(tools, asked, document);
    const { ranked } = retrieval;
    const explained = toShowing(tools, asked, retrieval, true);
    const counted = toShowing(tools, asked, retrieval, false);
    const hit = (entry, at) => toHit(entry, at < MOST_EXPLAINED ? explained : counted);
    const close = closeCandidates(ranked, threshold(tools, 'closeness', 0.7), threshold(tools, 'clear', 0.5));
    const [top, ...rest] = ranked.slice(0, MOST_OTHERS).map(hit);
    if (!top || !isListed(tools, retrieval))
        return toNotListed(tools, asked, retrieval);
    if (close.length > 1) {
        const candidates = close.map(hit);
        return {
            kind: 'choice',
            verdict: toVerdict(top.item.list),
            candidates,
            others: rest.slice(candidates.length - 1),
        };
    }
    const focus = tools.reader.departments(reading.content, document);
    return toItemAnswer(tools, reading, top, { others: rest, focus, direct: false });
}
