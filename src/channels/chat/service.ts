// The one door for channels: a message or click in, an outcome out, answered once however often it is delivered.
import type { DutyDocument } from '../../duty/index.ts';
import type { Reply } from '../../reply/index.ts';
import type { Address, ChatEvent, ChatPlace, Platform } from './event.ts';
import type { ChatAction, ChatOutcome, ReplyOutcome } from './outcome.ts';

/** How an accepted input ended. */
export type Handled =
  | { state: 'sent'; outcome: ChatOutcome }
  /** Nothing to send: ignored, or limited and already told so. */
  | { state: 'silent'; outcome: ChatOutcome }
  /** Answered before. The outcome is there while it is kept (an hour), for channels that must repeat a body. */
  | { state: 'duplicate'; outcome: ChatOutcome | null }
  /** Another process is answering it now. */
  | { state: 'in-flight' }
  /** `send` failed; it is logged and the input may be delivered again, except after an UncertainSendError. */
  | { state: 'failed'; error: unknown };

/** Thrown by `send` when the platform may or may not have taken the answer (a cut connection): never sent again blindly. */
export class UncertainSendError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'UncertainSendError';
  }
}

/** Thrown by `send` when the answer certainly was not sent and this process is ending: the next one sends it. */
export class PostponedSendError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PostponedSendError';
  }
}

export interface AnswerOptions {
  /**
   * Asked when an earlier process died between sending and noting it: did the answer arrive? Without it the answer
   * is taken as sent, because answering twice is worse than a retry by the person.
   */
  wasSent?: (address: Address) => Promise<boolean>;
}

/** An input that was accepted by a process that died before it was answered. */
export interface Unfinished {
  event: ChatEvent;
  /** When it was accepted. */
  since: number;
}

export interface ChatService {
  /**
   * Answers an input once: claims its delivery keys, computes, calls `send`, remembers. Concurrent and later
   * deliveries of the same keys never call `send` again. Never rejects.
   */
  answerOnce(
    event: ChatEvent,
    send: (outcome: ChatOutcome) => Promise<void>,
    options?: AnswerOptions,
  ): Promise<Handled>;
  /**
   * What dead processes left unanswered on a platform, oldest first, at most an hour old. Call it at start and now
   * and then; pass each event to `answerOnce`, which lets only one process have it.
   */
  unfinished(platform: Platform): Unfinished[];
  /** The card of a row by its id, for unfurling; null when it does not exist or must not be seen here. */
  itemCard(place: ChatPlace, itemId: string): ReplyOutcome | null;
  /** Signed action for a question in words, such as a suggested prompt or a pick in a form. */
  askAction(label: string, question: string): ChatAction;
  /** Signed action that answers a question again for a township, for pickers; `questionId` null only sets the township. */
  townshipAction(document: DutyDocument, questionId: string | null): ChatAction;
  /** Townships that may be seen here and fit what was typed (name, short name, county, pinyin), best first. */
  townships(place: ChatPlace, typed: string, most: number): DutyDocument[];
  /** The township that the conversation is bound to, if it may be seen here. */
  boundTownship(place: ChatPlace): DutyDocument | null;
  /** Button for page `page` (from 0) of the full text of a reply; null when the reply has no such thing. */
  pageAction(outcome: ReplyOutcome, page: number): ChatAction | null;
  /** Opinion of a person about an answer, where it does not come by one of our buttons. False: no such answer. */
  feedback(
    place: ChatPlace,
    questionId: string,
    value: 'good' | 'bad' | 'none',
    comment: string | null,
  ): boolean;
  /** Whether the thread of a place has an answer of ours that is still remembered. */
  isFollowed(place: ChatPlace): boolean;
  /** An answer was shown again in another thread (published): its questions go on from there. */
  adopt(place: ChatPlace, questionId: string): void;
  /** Latest questions of a person, newest first; empty where no question log is kept. */
  recentQuestions(place: ChatPlace, most: number): string[];
  /** How to ask, with examples: welcome messages, suggested prompts. */
  welcome(place: ChatPlace): ReplyOutcome;
  /** One plain notice in the product's words, for what a channel must say itself (images are not read, …). */
  notice(text: string): Reply;
  /** Resolves when nothing accepted is still being answered. */
  drained(): Promise<void>;
}
