export type {
  Address,
  ChatClick,
  ChatEvent,
  ChatMessage,
  ChatPlace,
  ConversationKind,
  Platform,
} from './event.ts';
export type {
  ChatAction,
  ChatActionType,
  ChatOutcome,
  IgnoredReason,
  ReplyOutcome,
  ReplyView,
} from './outcome.ts';
export type { Channel, ChannelDeps, ChannelHealth, ChannelRoute } from './channel.ts';
export type { Clock, LogFields, Logger, Metrics } from './ports.ts';
export {
  UncertainSendError,
  type AnswerOptions,
  type ChatService,
  type Handled,
  type Unfinished,
} from './service.ts';
