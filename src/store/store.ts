// What must survive a restart, as plain functions. All calls are synchronous and never throw for a disk that is
// full or read-only: the store then goes on in memory and says so once (see degraded).

/** A conversation or a person, unique over all platforms: `slack:T1:C1`. */
export type ScopedId = string;

export interface Binding {
  conversation: ScopedId;
  documentId: string;
  /** The person, as a keyed hash. */
  boundBy: string;
  boundAt: number;
}

export interface Bindings {
  get(conversation: ScopedId): Binding | null;
  set(binding: Binding): void;
  /** False when there was none. */
  remove(conversation: ScopedId): boolean;
  count(): number;
}

/** One exchange of a thread, for understanding follow-ups. */
export interface StoredTurn {
  question: string;
  /** What the answer said in short, with list and number; not the whole reply. */
  answer: string;
  at: number;
}

/** Memory of threads: the township chosen in it and the latest exchanges. */
export interface Threads {
  /** Oldest first, at most `most`, none before `since`. */
  turns(thread: ScopedId, most: number, since: number): StoredTurn[];
  addTurn(thread: ScopedId, turn: StoredTurn): void;
  township(thread: ScopedId, since: number): string | null;
  setTownship(thread: ScopedId, documentId: string, at: number): void;
  forget(before: number): void;
}

/** A question that buttons refer to. */
export interface AskedQuestion {
  id: string;
  conversation: ScopedId;
  thread: ScopedId;
  question: string;
  /** Document that it was answered for; null when none. */
  documentId: string | null;
  /** Rows that the answer named, best first. */
  itemIds: string[];
  at: number;
}

export interface AskedQuestions {
  add(asked: AskedQuestion): void;
  get(id: string): AskedQuestion | null;
  forget(before: number): void;
}

export interface LoggedQuestion {
  id: string;
  platform: string;
  conversation: ScopedId;
  /** Keyed hash of the person. */
  person: string;
  question: string;
  decision: string;
  verdict: string | null;
  documentId: string | null;
  itemIds: string[];
  /** Lead of the best candidate over the second, 0…1; null when nothing was ranked. */
  margin: number | null;
  at: number;
}

export interface QuestionLog {
  add(entry: LoggedQuestion): void;
  /** Newest first, each text once. */
  recent(person: string, most: number): string[];
  /** In time order. */
  list(since: number, most: number): LoggedQuestion[];
  forget(before: number): void;
}

export interface Feedback {
  questionId: string;
  person: string;
  platform: string;
  value: 'good' | 'bad';
  comment: string | null;
  /** Text of the question at the time; null where no question log is kept. */
  question: string | null;
  itemIds: string[];
  at: number;
}

export interface FeedbackLog {
  /** One opinion of a person about an answer: a later one replaces it. */
  set(feedback: Feedback): void;
  /** Taken back (WeCom type 3). */
  remove(questionId: string, person: string): void;
  list(since: number, most: number): Feedback[];
}

export type Claim =
  /** Ours to answer. `maybeSent`: a dead process was about to send the answer. `outcome`: what it had computed. */
  | { state: 'new'; id: string; attempt: number; maybeSent: boolean; outcome: string | null }
  | { state: 'in-flight' }
  | { state: 'done'; outcome: string | null };

export interface PendingDelivery {
  event: string;
  since: number;
}

/** Exactly-once bookkeeping. States: claimed → sending → done; a release or a dead owner makes it claimable again. */
export interface Deliveries {
  claim(input: { keys: readonly string[]; platform: string; event: string; now: number }): Claim;
  /** Right before sending, with the outcome that will be sent. */
  sending(id: string, outcome: string, now: number): void;
  /** The platform has it, or there was nothing to send. Forgets the event, keeps the outcome for a while. */
  done(id: string, outcome: string | null, now: number): void;
  /** It was certainly not sent: the next delivery is new again. */
  release(id: string): void;
  /** It was certainly not sent and this process ends: the next one sends the outcome that was decided. */
  postpone(id: string, now: number): void;
  /** Claims of dead processes that were never done, oldest first. */
  pending(platform: string, now: number): PendingDelivery[];
  /** Drops outcomes older than an hour and keys older than a day. */
  forget(now: number): void;
}

/** Whole records of a platform's installations (Slack OAuth), encrypted at rest. */
export interface Installations {
  get(platform: string, key: string): string | null;
  set(platform: string, key: string, record: string, now: number): void;
  remove(platform: string, key: string): void;
  keys(platform: string): string[];
}

/** For what only one process may do, such as holding a platform's single long connection. */
export interface Locks {
  /** Takes a free, expired or own lock; true when we hold it now, until `now + ttlMs`. Call again to renew. */
  acquire(name: string, ttlMs: number, now: number): boolean;
  release(name: string): void;
  /** Whether another living process holds it. */
  heldByOther(name: string, now: number): boolean;
}

export interface Store {
  bindings: Bindings;
  threads: Threads;
  asked: AskedQuestions;
  questions: QuestionLog;
  feedback: FeedbackLog;
  deliveries: Deliveries;
  installations: Installations;
  locks: Locks;
  /** Runs several writes as one: all or none survive a crash. May be nested. */
  atomically<T>(work: () => T): T;
  /** Tells the other processes that this one lives; call every few seconds. Also tries the disk again when degraded. */
  heartbeat(now: number): void;
  /** Why it is working in memory only; null when the disk serves. */
  degraded(): string | null;
  close(): void;
}
