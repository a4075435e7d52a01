// WeCom's events as the chat service takes them.
import { createHash } from 'node:crypto';
import type { Address, ChatClick, ChatEvent, ChatMessage, ChatPlace } from '../chat/index.ts';
import { stateOfClick } from './cards.ts';
import type { WecomEvent, WecomPlace } from './receive.ts';

export const PLATFORM = 'wecom';

export type Question = Extract<WecomEvent, { kind: 'question' }>;
export type Click = Extract<WecomEvent, { kind: 'click' }>;

/** By which way an input came in, and so by which its answer goes out. */
export type Via = 'socket' | 'url' | 'app';

export interface EventContext {
  workspace: string;
  via: Via;
  /** Takes the bot's own name out of a text. */
  strip(text: string, isGroup: boolean): string;
  now: number;
}

// 条目编号 shule-alafu-2025-c56   https://zhize.example/i/shule-alafu-2025-c56
const OUR_ANSWER = /条目编号 ?[a-z0-9-]+-[bcr]\d+|\/i\/[a-z0-9-]+-[bcr]\d+/u;

export const toPlace = (place: WecomPlace, workspace: string): ChatPlace => ({
  platform: PLATFORM,
  workspace,
  conversation: place.chatId,
  conversationKind: place.chatType === 'single' ? 'direct' : 'group',
  thread: null,
  person: place.userId,
});

/** A short name that is the same for every delivery of an input, in every process: streams and cards are called by it. */
export const nameOf = (purpose: string, key: string): string =>
  createHash('sha256').update(`${purpose}\n${key}`).digest('base64url').slice(0, 24);

/** WeCom does not say who wrote what is quoted: our own answers are known by their item ids. */
function toQuoted(text: string | null, context: EventContext, isGroup: boolean): ChatMessage['quoted'] {
  if (text === null) return null;
  return { text: context.strip(text, isGroup), author: OUR_ANSWER.test(text) ? 'bot' : 'person' };
}

export function toChatMessage(event: Question, context: EventContext, address: Address): ChatMessage {
  const isGroup = event.place.chatType === 'group';
  return {
    ...toPlace(event.place, context.workspace),
    kind: 'message',
    author: event.isOwn ? 'self' : 'person',
    text: context.strip(event.text, isGroup),
    quoted: toQuoted(event.quoted, context, isGroup),
    audience: 'everybody',
    receivedAt: context.now,
    deliveryKeys: event.keys,
    address: { via: context.via, chatId: event.place.chatId, chatType: event.place.chatType, ...address },
  };
}

export function toChatClick(event: Click, context: EventContext, address: Address): ChatClick {
  const { taskId, key, options } = event.click;
  return {
    ...toPlace(event.place, context.workspace),
    kind: 'click',
    author: 'person',
    state: stateOfClick(key, options),
    comment: null,
    receivedAt: context.now,
    deliveryKeys: event.keys,
    address: {
      via: context.via,
      chatId: event.place.chatId,
      chatType: event.place.chatType,
      taskId,
      key,
      ...address,
    },
  };
}

/** A text of an address; empty when there is none. */
export const textIn = (event: ChatEvent, name: string): string => {
  const value = event.address[name];
  return typeof value === 'string' ? value : '';
};
