import { LIST_NAME } from '../../reply/index.js';
const MOST_ITEMS = 10;
const marginOf = (hits) => {
    const [first, second] = hits;
    return first ? first.score - (second?.score ?? 0) : null;
};
/** The document that an answer speaks of, if one. */
export function documentOf(answer) {
    switch (answer.kind) {
        case 'item':
            return answer.hit.document.id;
        case 'choice':
            return answer.candidates[0]?.document.id ?? null;
        case 'counts':
        case 'listing':
            return answer.document.id;
        case 'not_listed':
        case 'no_such_item':
        case 'greeting':
        case 'help':
        case 'off_topic':
        case 'empty':
            return answer.document?.id ?? null;
        case 'ambiguous_township':
        case 'comparison':
        case 'unknown_township':
            return null;
    }
}
function itemIdsOf(answer) {
    switch (answer.kind) {
        case 'item':
            return [answer.hit.item.id];
        case 'choice':
        case 'ambiguous_township':
            return answer.candidates.map((hit) => hit.item.id);
        case 'listing':
            return answer.items.slice(0, MOST_ITEMS).map((item) => item.id);
        case 'comparison':
            return answer.rows.flatMap((row) => row.item?.id ?? []);
        case 'not_listed':
        case 'counts':
        case 'unknown_township':
        case 'no_such_item':
        case 'greeting':
        case 'help':
        case 'off_topic':
        case 'empty':
            return [];
    }
}
export function toAnswerFacts(answer, reply) {
    const ranked = answer.kind === 'item'
        ? [answer.hit, ...answer.others]
        : answer.kind === 'choice'
            ? [...answer.candidates, ...answer.others]
            : answer.kind === 'not_listed'
                ? answer.nearest
                : [];
    const isTalk = answer.verdict === null;
    return {
        itemIds: itemIdsOf(answer),
        margin: answer.kind === 'item' && answer.direct ? null : marginOf(ranked),
        documentId: documentOf(answer),
        line: answer.kind === 'item'
            ? `${answer.hit.document.township}${LIST_NAME[answer.hit.item.list]}第${answer.hit.item.no}项 ${answer.hit.item.name}`
            : reply.headline,
        isJudged: !isTalk && answer.kind !== 'unknown_township' && answer.kind !== 'ambiguous_township',
    };
}
