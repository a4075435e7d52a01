/** Whether a pattern of the configuration names `id` on the place's platform. */
function fits(pattern, place, id) {
    return (pattern === '*' ||
        pattern === `${place.platform}:*` ||
        pattern === `${place.platform}:${id}` ||
        pattern === `${place.platform}:${place.workspace}:*` ||
        pattern === `${place.platform}:${place.workspace}:${id}`);
}
/** Whether internal lists may be shown in a place. */
export function mayShowInternal(policy, place) {
    return (place.conversationKind !== 'external' &&
        policy.internalConversations.some((pattern) => fits(pattern, place, place.conversation)));
}
/** Documents that may be shown in a place; undefined when that is all of them. */
export function visibleIn(corpus, policy, place) {
    const open = corpus.documents.filter((document) => document.classification === 'public');
    if (open.length === corpus.documents.length || mayShowInternal(policy, place))
        return undefined;
    return new Set(open.map((document) => document.id));
}
/** A direct conversation is the person's own to bind; elsewhere the list decides, where there is one. */
export function mayBind(policy, place) {
    return (place.conversationKind === 'direct' ||
        policy.binders.length === 0 ||
        policy.binders.some((pattern) => fits(pattern, place, place.person)));
}
