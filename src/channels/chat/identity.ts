// Names under which the store knows conversations, threads and persons. A person never appears in the clear.
import { randomBytes } from 'node:crypto';
import { keyedHash } from '../../store/index.ts';
import type { ChatPlace } from './event.ts';

export interface Identity {
  person(place: ChatPlace): string;
  /** `slack:T1:C1`; where a conversation is named after a person (WeCom), that name is hashed. */
  conversation(place: ChatPlace): string;
  /** The thread's memory; without threads, the person's own in that conversation. */
  thread(place: ChatPlace): string;
  /** A fresh name for an answer, not to be guessed: ten characters. */
  questionId(): string;
}

const QUESTION_ID_LENGTH = 10;

export function createIdentity(hashKey: Uint8Array): Identity {
  const person = (place: ChatPlace): string =>
    keyedHash(hashKey, `${place.platform}:${place.workspace}:${place.person}`);
  const conversation = (place: ChatPlace): string => {
    const isPerson = place.conversation === place.person;
    return `${place.platform}:${place.workspace}:${isPerson ? person(place) : place.conversation}`;
  };
  return {
    person,
    conversation,
    thread: (place) => `${conversation(place)}:${place.thread ?? `@${person(place)}`}`,
    questionId: () => randomBytes(8).toString('base64url').slice(0, QUESTION_ID_LENGTH),
  };
}
