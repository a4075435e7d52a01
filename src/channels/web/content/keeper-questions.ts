// Questions that a list keeper should look at: unanswered ones, and answers that somebody called wrong.
import type { LoggedQuestion } from '../../../store/index.ts';
import type { WebStore } from '../deps.ts';
import { LIMITS } from '../limits.ts';

export const KEEPER_REASONS = ['unanswered', 'disputed'] as const;
export type KeeperReason = (typeof KEEPER_REASONS)[number];

export interface KeeperQuestion {
  id: string;
  at: number;
  reason: KeeperReason;
  platform: string;
  question: string;
  decision: string;
  documentId: string | null;
  itemIds: readonly string[];
  /** Remarks of those who disputed it. */
  comments: readonly string[];
}

const UNANSWERED: ReadonlySet<string> = new Set([
  'not_listed',
  'unknown_township',
  'no_such_item',
  'off_topic',
]);

/** Newest first. Feedback on questions that the log no longer has is kept with what it carries itself. */
export function listKeeperQuestions(store: WebStore, now: number): KeeperQuestion[] {
  const since = now - LIMITS.keeperDays * 24 * 60 * 60 * 1000;
  const logged = new Map(
    store.questions.list(since, LIMITS.keeperQuestions).map((entry) => [entry.id, entry] as const),
  );
  const found = new Map<string, KeeperQuestion>();
  for (const entry of logged.values())
    if (UNANSWERED.has(entry.decision)) found.set(entry.id, toKeeperQuestion(entry, 'unanswered', []));
  for (const feedback of store.feedback.list(since, LIMITS.keeperQuestions)) {
    if (feedback.value !== 'bad') continue;
    const entry = logged.get(feedback.questionId);
    const comments = [
      ...(found.get(feedback.questionId)?.comments ?? []),
      ...(feedback.comment ? [feedback.comment] : []),
    ];
    if (entry) found.set(entry.id, toKeeperQuestion(entry, 'disputed', comments));
    else {
      const { questionId, platform, question, itemIds, at } = feedback;
      const known = { id: questionId, at, reason: 'disputed' as const, platform, itemIds, comments };
      found.set(questionId, { ...known, question: question ?? '', decision: '', documentId: null });
    }
  }
  return [...found.values()].toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
}

function toKeeperQuestion(entry: LoggedQuestion, reason: KeeperReason, comments: string[]): KeeperQuestion {
  const { id, at, platform, question, decision, documentId, itemIds } = entry;
  return { id, at, reason, platform, question, decision, documentId, itemIds, comments };
}
