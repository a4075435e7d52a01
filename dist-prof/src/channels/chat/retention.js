const DAY_MS = 24 * 3600_000;
/** Buttons and follow-ups of older answers say that they are too old. */
const CONVERSATION_DAYS = 7;
/** Drops everything in the store whose time is over. */
export function forgetOld(store, policy, now) {
    store.threads.forget(now - CONVERSATION_DAYS * DAY_MS);
    store.asked.forget(now - CONVERSATION_DAYS * DAY_MS);
    store.questions.forget(now - policy.questionLogDays * DAY_MS);
    store.deliveries.forget(now);
}
