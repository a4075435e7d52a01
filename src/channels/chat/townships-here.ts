// Which township a conversation speaks of: bound, chosen in its thread, or none; and changing that.
import type { DutyDocument } from '../../duty/index.ts';
import type { ChatServiceDeps } from './deps.ts';
import type { ChatPlace } from './event.ts';
import type { Identity } from './identity.ts';
import { visibleIn } from './policy.ts';

const HOUR_MS = 3600_000;
/** A choice is remembered for a thread; where there are no threads, for half a day of the person's. */
const THREAD_TOWNSHIP_MS = 7 * 24 * HOUR_MS;
const PERSON_TOWNSHIP_MS = 12 * HOUR_MS;

export interface TownshipsHere {
  visible(place: ChatPlace): ReadonlySet<string> | undefined;
  /** Documents that may be seen here, in corpus order. */
  documents(place: ChatPlace): DutyDocument[];
  bound(place: ChatPlace): { document: DutyDocument; boundAt: number } | null;
  chosen(place: ChatPlace): DutyDocument | null;
  /** Of the thread, else of the conversation. */
  current(place: ChatPlace): DutyDocument | null;
}

/** A binding to a list that may not be seen here (any more) counts as none. */
export function createTownshipsHere(deps: ChatServiceDeps, identity: Identity): TownshipsHere {
  const visible = (place: ChatPlace): ReadonlySet<string> | undefined =>
    visibleIn(deps.corpus, deps.policy, place);
  const seen = (place: ChatPlace, documentId: string | undefined | null): DutyDocument | null => {
    if (documentId === undefined || documentId === null) return null;
    const allowed = visible(place);
    return allowed === undefined || allowed.has(documentId) ? deps.corpus.document(documentId) : null;
  };
  const bound = (place: ChatPlace): { document: DutyDocument; boundAt: number } | null => {
    const binding = deps.store.bindings.get(identity.conversation(place));
    const document = seen(place, binding?.documentId);
    return binding && document ? { document, boundAt: binding.boundAt } : null;
  };
  const chosen = (place: ChatPlace): DutyDocument | null => {
    const kept = place.thread === null ? PERSON_TOWNSHIP_MS : THREAD_TOWNSHIP_MS;
    return seen(place, deps.store.threads.township(identity.thread(place), deps.clock() - kept));
  };
  return {
    visible,
    documents(place) {
      const allowed = visible(place);
      return deps.corpus.documents.filter((document) => allowed === undefined || allowed.has(document.id));
    },
    bound,
    chosen,
    current: (place) => chosen(place) ?? bound(place)?.document ?? null,
  };
}
