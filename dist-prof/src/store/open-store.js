// Opens the store of a state directory and puts its parts together.
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { createAskedQuestions } from './asked.js';
import { createBindings } from './bindings.js';
import { openDatabase } from './database.js';
import { createDeliveries } from './deliveries.js';
import { createInstallations } from './installations.js';
import { createLocks } from './locks.js';
import { createProcesses } from './processes.js';
import { createFeedbackLog, createQuestionLog } from './questions.js';
import { createResilient } from './resilient.js';
import { createThreads } from './threads.js';
export const DATABASE_FILE = 'duty-desk.db';
/** Opens a file that only its owner may read; its -wal and -shm take over its mode. */
function openPrivately(file) {
    const database = openDatabase(file);
    if (file !== ':memory:')
        chmodSync(file, 0o600);
    return database;
}
/**
 * @throws StoreTooNewError when a newer program wrote the file. Any other trouble with the disk degrades to memory.
 */
export function openStore(options) {
    const sql = createResilient({
        file: options.stateDir === null ? ':memory:' : path.join(options.stateDir, DATABASE_FILE),
        onDegraded: (reason) => options.onDegraded?.(reason),
        onHealed: () => options.onHealed?.(),
    }, options.open ?? openPrivately);
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
