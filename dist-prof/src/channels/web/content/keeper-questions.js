import { LIMITS } from '../limits.js';
export const KEEPER_REASONS = ['unanswered', 'disputed'];
const UNANSWERED = new Set([
    'not_listed',
    'unknown_township',
    'no_such_item',
    'off_topic',
]);
/** Newest first. Feedback on questions that the log no longer has is kept with what it carries itself. */
export function listKeeperQuestions(store, now) {
    const since = now - LIMITS.keeperDays * 24 * 60 * 60 * 1000;
    const logged = new Map(store.questions.list(since, LIMITS.keeperQuestions).map((entry) => [entry.id, entry]));
    const found = new Map();
    for (const entry of logged.values())
        if (UNANSWERED.has(entry.decision))
            found.set(entry.id, toKeeperQuestion(entry, 'unanswered', []));
    for (const feedback of store.feedback.list(since, LIMITS.keeperQuestions)) {
        if (feedback.value !== 'bad')
            continue;
        const entry = logged.get(feedback.questionId);
        const comments = [
            ...(found.get(feedback.questionId)?.comments ?? []),
            ...(feedback.comment ? [feedback.comment] : []),
        ];
        if (entry)
            found.set(entry.id, toKeeperQuestion(entry, 'disputed', comments));
        else {
            const { questionId, platform, question, itemIds, at } = feedback;
            const known = { id: questionId, at, reason: 'disputed', platform, itemIds, comments };
            found.set(questionId, { ...known, question: question ?? '', decision: '', documentId: null });
        }
    }
    return [...found.values()].toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}
function toKeeperQuestion(entry, reason, comments) {
    const { id, at, platform, question, decision, documentId, itemIds } = entry;
    return { id, at, reason, platform, question, decision, documentId, itemIds, comments };
}
