// Forgetting: what is kept for a while only, by its own rule. Run at start and every hour.
import type { Store } from '../../store/index.ts';
import type { ChatPolicy } from './policy.ts';

const DAY_MS = 24 * 3600_000;
/** Buttons and follow-ups of older answers say that they are too old. */
const CONVERSATION_DAYS = 7;

/** Drops everything in the store whose time is over. */
export function forgetOld(store: Store, policy: ChatPolicy, now: number): void {
  store.threads.forget(now - CONVERSATION_DAYS * DAY_MS);
  store.asked.forget(now - CONVERSATION_DAYS * DAY_MS);
  store.questions.forget(now - policy.questionLogDays * DAY_MS);
  store.deliveries.forget(now);
}
