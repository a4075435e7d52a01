export type {
  AskedQuestion,
  AskedQuestions,
  Binding,
  Bindings,
  Claim,
  Deliveries,
  Feedback,
  FeedbackLog,
  Installations,
  Locks,
  LoggedQuestion,
  PendingDelivery,
  QuestionLog,
  ScopedId,
  Store,
  StoredTurn,
  Threads,
} from './store.ts';
export { DATABASE_FILE, openStore, type StoreOptions } from './open-store.ts';
export { deriveKey, keyedHash, loadStateKey } from './state-key.ts';
export { StoreTooNewError } from './migrations.ts';
export { openDatabase, type Database } from './database.ts';
