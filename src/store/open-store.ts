// Opens the store of a state directory and puts its parts together.
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { createAskedQuestions } from './asked.ts';
import { createBindings } from './bindings.ts';
import { openDatabase, type Database } from './database.ts';
import { createDeliveries } from './deliveries.ts';
import { createInstallations } from './installations.ts';
import { createLocks } from './locks.ts';
import { createProcesses } from './processes.ts';
import { createFeedbackLog, createQuestionLog } from './questions.ts';
import { createResilient } from './resilient.ts';
import type { Store } from './store.ts';
import { createThreads } from './threads.ts';

export const DATABASE_FILE = 'duty-desk.db';

export interface StoreOptions {
  /** Made by loadStateKey, which also makes the directory; null keeps everything in memory. */
  stateDir: string | null;
  /** 32 bytes for sealing installations. */
  sealKey: Uint8Array;
  now: number;
  /** Told once each time the disk fails. */
  onDegraded?(reason: string): void;
  onHealed?(): void;
  /** For tests. */
  open?: (file: string) => Database;
}

/** Opens a file that only its owner may read; its -wal and -shm take over its mode. */
function openPrivately(file: string): Database {
  const database = openDatabase(file);
  if (file !== ':memory:') chmodSync(file, 0o600);
  return database;
}

/**
 * @throws StoreTooNewError when a newer program wrote the file. Any other trouble with the disk degrades to memory.
 */
export function openStore(options: StoreOptions): Store {
  const sql = createResilient(
    {
      file: options.stateDir === null ? ':memory:' : path.join(options.stateDir, DATABASE_FILE),
      onDegraded: (reason) => options.onDegraded?.(reason),
      onHealed: () => options.onHealed?.(),
    },
    options.open ?? openPrivately,
  );
  const processes = createProcesses(sql, options.now);
  return {
    bindings: createBindings(sql),
    threads: createThreads(sql),
    asked: createAskedQuestions(sql),
    questions: createQuestionLog(sql),
    feedback: createFeedbackLog(sql),
    deliveries: createDeliveries(sql, processes),
    installations: createInstallations(sql, options.sealKey),
    locks: createLocks(sql, processes),
    atomically: (work) => sql.atomically(work),
    heartbeat(now) {
      sql.heal(now);
      processes.heartbeat(now);
    },
    degraded: () => sql.degraded(),
    close() {
      processes.leave();
      sql.close();
    },
  };
}
