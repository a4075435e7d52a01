// What the page needs from the rest of the application: data, configuration and ports. Nothing here does work.
import type { Engine } from '../../answer/index.ts';
import type { Corpus } from '../../duty/index.ts';
import type { Lexicon } from '../../search/index.ts';
import type { FeedbackLog, QuestionLog } from '../../store/index.ts';
import type { AuditFile } from './audit-file.ts';

/** The page's part of the configuration, already validated. */
export interface WebConfig {
  /** Public address without a path, e.g. `https://zhize.example`; permalinks, QR codes and previews carry it. */
  baseUrl: string;
  /** Whether one reverse proxy stands in front: only then `X-Forwarded-For` is believed (its last entry). */
  trustProxy: boolean;
  /** SHA-256 (hex) of the access tokens of readers, who see lists marked 内部. See {@link toTokenHash}. */
  readerTokenHashes: readonly string[];
  /** The same for list keepers, who also see unanswered and disputed questions. */
  keeperTokenHashes: readonly string[];
  /** Secret of at least 32 characters: signs sessions and single-item links. */
  signingKey: string;
  /** Requests a minute and client address; 0 switches the limit off. */
  requestsPerMinute: number;
}

/** Static messages, facts as fields; the text of a question is never logged here. */
export interface WebLogger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** The part of the store that the page uses; the chat service's store fits. */
export interface WebStore {
  questions: Pick<QuestionLog, 'add' | 'list'>;
  feedback: Pick<FeedbackLog, 'set' | 'list'>;
}

export interface WebDeps {
  corpus: Corpus;
  engine: Engine;
  lexicon: Lexicon;
  /** Lines of a published file (`document.file`), the first line first; null when it is not at hand. */
  sourceText(file: string): readonly string[] | null;
  /** data/audit.json; null when there is none. */
  audit: AuditFile | null;
  config: WebConfig;
  /** Milliseconds since 1970. */
  clock: () => number;
  /** Null: no question is logged, feedback and the keeper's page are not offered. */
  store: WebStore | null;
  logger: WebLogger;
}
