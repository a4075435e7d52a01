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
export {
  ChannelStartError,
  type Channel,
  type ChannelDeps,
  type ChannelHealth,
  type ChannelRoute,
} from './channel.ts';
export type { Clock, LogFields, Logger, Metrics } from './ports.ts';
export {
  PostponedSendError,
  UncertainSendError,
  type AnswerOptions,
  type ChatService,
  type Handled,
  type Unfinished,
} from './service.ts';
export { createChatService } from './chat-service.ts';
export type { ChatServiceDeps } from './deps.ts';
export { mayShowInternal, type ChatPolicy } from './policy.ts';
export { forgetOld } from './retention.ts';
export { MOST_ASK_STATE, MOST_STATE } from './outcome.ts';
