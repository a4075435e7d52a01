// Who may do and see what: rules from the configuration applied to a place. Pure.
import type { Corpus } from '../../duty/index.ts';
import type { ChatPlace } from './event.ts';

export interface ChatPolicy {
  /**
   * Conversations that may see internal (内部) lists: `*`, `slack:*`, `slack:C123` or `slack:T1:C123`. Conversations
   * of kind `external` never may.
   */
  internalConversations: readonly string[];
  /** Persons who may bind group conversations: `slack:U123`, `wecom:T1:zhangsan`; everybody when empty. */
  binders: readonly string[];
  /** Questions and clicks a minute; 0 = no limit. */
  personPerMinute: number;
  conversationPerMinute: number;
  /** Days that questions are kept for statistics and “recent questions”; 0 = no log. */
  questionLogDays: number;
}

/** Whether a pattern of the configuration names `id` on the place's platform. */
function fits(pattern: string, place: ChatPlace, id: string): boolean {
  return (
    pattern === '*' ||
    pattern === `${place.platform}:*` ||
    pattern === `${place.platform}:${id}` ||
    pattern === `${place.platform}:${place.workspace}:*` ||
    pattern === `${place.platform}:${place.workspace}:${id}`
  );
}

/** Whether internal lists may be shown in a place. */
export function mayShowInternal(policy: ChatPolicy, place: ChatPlace): boolean {
  return (
    place.conversationKind !== 'external' &&
    policy.internalConversations.some((pattern) => fits(pattern, place, place.conversation))
  );
}

/** Documents that may be shown in a place; undefined when that is all of them. */
export function visibleIn(
  corpus: Corpus,
  policy: ChatPolicy,
  place: ChatPlace,
): ReadonlySet<string> | undefined {
  const open = corpus.documents.filter((document) => document.classification === 'public');
  if (open.length === corpus.documents.length || mayShowInternal(policy, place)) return undefined;
  return new Set(open.map((document) => document.id));
}

/** A direct conversation is the person's own to bind; elsewhere the list decides, where there is one. */
export function mayBind(policy: ChatPolicy, place: ChatPlace): boolean {
  return (
    place.conversationKind === 'direct' ||
    policy.binders.length === 0 ||
    policy.binders.some((pattern) => fits(pattern, place, place.person))
  );
}
