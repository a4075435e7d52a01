// What the chat service is made of.
import type { Engine } from '../../answer/index.ts';
import type { Corpus } from '../../duty/index.ts';
import type { Characters } from '../../language/index.ts';
import type { Lexicon } from '../../search/index.ts';
import type { Store } from '../../store/index.ts';
import type { ChatPolicy } from './policy.ts';
import type { Clock, Logger, Metrics } from './ports.ts';

export interface ChatServiceDeps {
  corpus: Corpus;
  engine: Engine;
  /** For the matters that only lists hidden from a reader have. */
  lexicon: Lexicon;
  characters: Characters;
  store: Store;
  policy: ChatPolicy;
  /** Base address of item pages; null when none is configured. */
  baseUrl: string | null;
  /**
   * Address that opens exactly one row of an internal list, without signing in, until `expiresAt` (milliseconds since
   * 1970). Only used in answers that a place may see. Without it such rows are linked like all others.
   */
  internalLink?(itemId: string, expiresAt: number): string;
  /** Signs buttons. */
  signingKey: Uint8Array;
  /** Hashes persons. */
  hashKey: Uint8Array;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
}
