export function isVisible(question, documentId) {
    return question.visible === undefined || question.visible.has(documentId);
}
export function visibleDocuments(corpus, question) {
    return corpus.documents.filter((document) => isVisible(question, document.id));
}
/** The matter of the whole catalogue that a query means most; null when it means none. */
export function strongestMatter({ phrases }, query) {
    return phrases.score(query.terms).strongest[0] ?? null;
}
/** A threshold of the tuned decision (data/ranking.json). */
export function threshold({ model }, name, fallback) {
    return model.decision[name] ?? fallback;
}
