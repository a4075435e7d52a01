// What reaches the chat service: a message or a click, stripped of everything that belongs to one platform.
// Channels translate into this and back; they hold no rules of their own about townships, access or memory.

/** The name by which a channel is known in the store, in configuration lists and in metrics: `slack`, `wecom`. */
export type Platform = string;

/**
 * Who may read along. `external`: anybody outside the organisation (shared channels, guests, customers); such a
 * conversation is never shown internal lists, whatever the configuration says. When in doubt, say `external`.
 */
export type ConversationKind = 'direct' | 'group' | 'external';

/**
 * Where an answer goes, in the channel's own terms. The service stores it until the answer is sent and gives it
 * back unread; it must survive JSON.
 */
export type Address = Readonly<Record<string, string | number | boolean | null>>;

/** Where and by whom: common to everything that happens in a chat. */
export interface ChatPlace {
  platform: Platform;
  /** Slack team or enterprise, WeCom corp: ids of conversations and persons are unique within it only. */
  workspace: string;
  conversation: string;
  conversationKind: ConversationKind;
  /** The thread that the answer belongs to (the root's id, also for a message that opens one); null without threads. */
  thread: string | null;
  person: string;
}

interface ChatInput extends ChatPlace {
  /** A bot's message (our own included) is never answered. */
  author: 'person' | 'bot' | 'self';
  /** Milliseconds since 1970, when our process received it. */
  receivedAt: number;
  /**
   * Every name under which the platform may deliver this same thing again, the most lasting first (Slack: channel
   * and ts, then the event id). Two inputs that share one of them are one question.
   */
  deliveryKeys: readonly string[];
  address: Address;
}

export interface ChatMessage extends ChatInput {
  kind: 'message';
  /** Plain text: mentions of the bot removed, the platform's escapes undone once. May be empty. */
  text: string;
  /** The message that this one quotes or was started from; null when none. */
  quoted: { text: string; author: 'person' | 'bot' | 'self' } | null;
  /** `person`: the answer is shown to the person alone first (a command), with a button to publish it. */
  audience: 'everybody' | 'person';
  /**
   * Said in a thread of ours without addressing the bot: answered only when it is a question that the lists answer,
   * otherwise people talking among themselves.
   */
  overheard?: boolean | undefined;
}

/** A button, menu or link of an answer of ours. `state` is what {@link ChatAction} carried, untrusted again. */
export interface ChatClick extends ChatInput {
  kind: 'click';
  state: string;
  /** Free text of a feedback form, where the platform has one. */
  comment: string | null;
  /** Who sees the message that was clicked; `everybody` when absent. */
  audience?: 'everybody' | 'person' | undefined;
}

export type ChatEvent = ChatMessage | ChatClick;
