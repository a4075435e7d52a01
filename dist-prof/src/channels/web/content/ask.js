// Asking on behalf of a visitor, and noting it in the question log. Page and interface share this.
import { sign } from '../access/signature.js';
/** Names one visitor's question: asked again it is the same, so that feedback finds it. */
export function toQuestionId(site, address, documentId, text) {
    const { signingKey } = site.deps.config;
    return `web-${sign(signingKey, 'question', [address, documentId ?? '', text].join('\n')).slice(0, 22)}`;
}
export function toPerson(site, address) {
    return sign(site.deps.config.signingKey, 'person', address).slice(0, 22);
}
/** Ids of the rows that an answer shows as its own, best first. */
export function toItemIds(answer) {
    if (answer.kind === 'item')
        return [answer.hit.item.id];
    return 'candidates' in answer ? answer.candidates.map(({ item }) => item.id) : [];
}
/** How far the best candidate is ahead; null where nothing was ranked. */
function toMargin(answer) {
    if (answer.kind === 'item')
        return answer.direct ? null : answer.hit.score - (answer.others[0]?.score ?? 0);
    if (answer.kind !== 'choice')
        return null;
    return (answer.candidates[0]?.score ?? 0) - (answer.candidates[1]?.score ?? 0);
}
/** The answer for what this visitor may see. A log that fails does not keep the answer back. */
export function ask(site, visit, input) {
    const documentId = input.documentId !== null && visit.view.document(input.documentId) ? input.documentId : null;
    const answer = site.deps.engine.answer({
        text: input.text,
        documentId,
        history: input.history,
        visible: visit.view.visible,
        ...(input.list ? { list: input.list } : {}),
    });
    try {
        site.deps.store?.questions.add({
            id: toQuestionId(site, input.address, documentId, input.text),
            platform: 'web',
            conversation: 'web',
            person: toPerson(site, input.address),
            question: input.text,
            decision: answer.kind,
            verdict: answer.verdict,
            documentId,
            itemIds: toItemIds(answer),
            margin: toMargin(answer),
            at: visit.now,
        });
    }
    catch (error) {
        site.deps.logger.error({ error }, 'question log failed');
    }
    return answer;
}
