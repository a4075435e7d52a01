import { toPermalink } from '../../../duty/index.js';
import { isGrantFor } from '../access/item-link.js';
import { LIMITS } from '../limits.js';
/** The item for this reader, or null: not there, not for them, or the grant is for another item or too old. */
export function findItemView(site, visit, id, query) {
    const { corpus, config } = site.deps;
    const visible = visit.view.item(id);
    const granted = query.grant !== null && isGrantFor(id, query.grant, config.signingKey, visit.now);
    const item = visible ?? (granted ? corpus.item(id) : null);
    const document = item ? corpus.document(item.documentId) : null;
    if (!item || !document)
        return null;
    const only = visible === null;
    const siblings = only ? [] : visit.view.items(document.id).filter(({ list }) => list === item.list);
    const at = siblings.indexOf(item);
    return {
        item,
        document,
        question: query.question,
        marked: only ? [] : findMarkedWords(site, visit, item, query.question),
        related: only ? [] : findRelated(site, visit, item),
        previous: siblings[at - 1] ?? null,
        next: siblings[at + 1] ?? null,
        matter: only ? null : (visit.view.mattersOf(item.id)[0] ?? null),
        grant: only ? query.grant : null,
        permalink: toPermalink(config.baseUrl, item.id),
    };
}
/** Words of the question that speak for this row, if it is among the rows that the question brings up. */
function findMarkedWords(site, visit, item, question) {
    if (question === null || question.length > LIMITS.question)
        return [];
    const answer = site.deps.engine.answer({
        text: question,
        documentId: item.documentId,
        history: [],
        visible: visit.view.visible,
    });
    return toHits(answer).find((hit) => hit.item === item)?.why.words ?? [];
}
function toHits(answer) {
    if (answer.kind === 'item')
        return [answer.hit, ...answer.others];
    if (answer.kind === 'choice')
        return [...answer.candidates, ...answer.others];
    return answer.kind === 'not_listed' ? answer.nearest : [];
}
function findRelated(site, visit, item) {
    const answer = site.deps.engine.answer({
        text: item.id,
        documentId: item.documentId,
        history: [],
        visible: visit.view.visible,
    });
    return answer.kind === 'item' ? answer.related.map((related) => related.item) : [];
}
