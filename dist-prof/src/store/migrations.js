const STEPS = [
    `
  CREATE TABLE processes (id TEXT PRIMARY KEY, host TEXT NOT NULL, pid INTEGER NOT NULL, heartbeat INTEGER NOT NULL) STRICT;

  CREATE TABLE bindings (
    conversation TEXT PRIMARY KEY, document_id TEXT NOT NULL, bound_by TEXT NOT NULL, bound_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE thread_townships (thread TEXT PRIMARY KEY, document_id TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  CREATE TABLE thread_turns (thread TEXT NOT NULL, question TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  CREATE INDEX thread_turns_by_thread ON thread_turns (thread, at);
  CREATE INDEX thread_turns_by_time ON thread_turns (at);

  CREATE TABLE asked (
    id TEXT PRIMARY KEY, conversation TEXT NOT NULL, thread TEXT NOT NULL, question TEXT NOT NULL, document_id TEXT,
    item_ids TEXT NOT NULL, at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX asked_by_time ON asked (at);

  CREATE TABLE questions (
    id TEXT PRIMARY KEY, platform TEXT NOT NULL, conversation TEXT NOT NULL, person TEXT NOT NULL,
    question TEXT NOT NULL, decision TEXT NOT NULL, verdict TEXT, document_id TEXT, item_ids TEXT NOT NULL,
    margin REAL, at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX questions_by_time ON questions (at);
  CREATE INDEX questions_by_person ON questions (person, at);

  CREATE TABLE feedback (
    question_id TEXT NOT NULL, person TEXT NOT NULL, platform TEXT NOT NULL, value TEXT NOT NULL, comment TEXT,
    question TEXT, item_ids TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (question_id, person)
  ) STRICT;
  CREATE INDEX feedback_by_time ON feedback (at);

  CREATE TABLE deliveries (
    id TEXT PRIMARY KEY, platform TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('claimed', 'sending', 'done')),
    owner TEXT NOT NULL, event TEXT, outcome TEXT, attempts INTEGER NOT NULL, created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX deliveries_by_state ON deliveries (state, platform, created_at);
  CREATE INDEX deliveries_by_time ON deliveries (updated_at);
  CREATE TABLE delivery_keys (key TEXT PRIMARY KEY, delivery_id TEXT NOT NULL) STRICT;
  CREATE INDEX delivery_keys_by_delivery ON delivery_keys (delivery_id);

  CREATE TABLE installations (
    platform TEXT NOT NULL, key TEXT NOT NULL, sealed TEXT NOT NULL, updated_at INTEGER NOT NULL,
    PRIMARY KEY (platform, key)
  ) STRICT;

  CREATE TABLE locks (name TEXT PRIMARY KEY, owner TEXT NOT NULL, expires_at INTEGER NOT NULL) STRICT;
  `,
];
/** A file written by a newer program than this one: going on could destroy what it does not know. */
export class StoreTooNewError extends Error {
    code = 'store-too-new';
    constructor(found) {
        super(`数据库版本为 ${found}，本程序只认识到 ${STEPS.length}。请使用更新的程序版本，或恢复升级前的备份。`);
        this.name = 'StoreTooNewError';
    }
}
/**
 * Brings a database to the newest version, each step in one transaction; safe when several processes start at once.
 * @throws StoreTooNewError
 */
export function migrate(database) {
    for (;;) {
        const done = database.atomically(() => {
            const version = database.get('PRAGMA user_version')?.user_version ?? 0;
            if (version > STEPS.length)
                throw new StoreTooNewError(version);
            const step = STEPS[version];
            if (step === undefined)
                return true;
            database.script(step);
            database.script(`PRAGMA user_version = ${version + 1}`);
            return false;
        });
        if (done)
            return;
    }
}
