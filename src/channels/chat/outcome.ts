// What comes of a message or a click. Channels draw replies within their limits and add nothing to the wording.
import type { Reply } from '../../reply/index.ts';

/** What a button of an answer does; used by channels to pick a place and a look for it. */
export type ChatActionType =
  | 'ask'
  | 'open-item'
  | 'choose-township'
  | 'change-township'
  | 'bind'
  | 'full-text'
  | 'page'
  | 'publish'
  | 'feedback-good'
  | 'feedback-bad';

/** Signed states are never longer than this (`ask` alone may reach {@link MOST_ASK_STATE}). Only `[A-Za-z0-9_.~-]`. */
export const MOST_STATE = 75;
export const MOST_ASK_STATE = 400;

/** A button. `state` is signed and comes back unread in a ChatClick. */
export interface ChatAction {
  type: ChatActionType;
  label: string;
  state: string;
  /** What the button would ask in words (绑定阿拉甫乡, 配合62); for platforms where a tap sends a message. */
  question: string | null;
}

/** `summary` folds what the reply marks with `fold`; `full` shows page `page` (from 0) of everything. */
export interface ReplyView {
  mode: 'summary' | 'full';
  page: number;
}

export type IgnoredReason = 'own-message' | 'bot-message' | 'no-recipient' | 'not-asked';

export interface ReplyOutcome {
  kind: 'reply';
  reply: Reply;
  view: ReplyView;
  /** In the order in which they should be offered; channels may drop from the end. */
  actions: ChatAction[];
  /** Names this answer in the store, in buttons and in feedback; null for answers that nothing can be done with. */
  questionId: string | null;
  /** The township that the answer speaks of, when it is one. */
  documentId: string | null;
  /**
   * What the channel does with the answer: `answer` is a new message; `replace` replaces the message that was
   * clicked; `private` is for the clicking person's eyes; `publish` posts for everybody what was private before.
   */
  delivery: 'answer' | 'replace' | 'private' | 'publish';
}

/** Survives JSON: it is stored until it is sent. */
export type ChatOutcome =
  | ReplyOutcome
  | { kind: 'ignored'; reason: IgnoredReason }
  /** `notify` is true once for each time somebody runs into the limit: say it then, and stay silent afterwards. */
  | { kind: 'rate_limited'; reply: Reply; notify: boolean; retryAfterMs: number }
  /** A button that was altered or is too old; `reply` says so. */
  | { kind: 'refused'; reason: 'bad-state' | 'expired' | 'not-allowed'; reply: Reply };
