// One SQLite connection: opening it, its settings, statements and transactions. Nothing here knows the tables.
import Libsql from 'libsql';
/** How long a write waits for another process's write. */
const BUSY_TIMEOUT_MS = 5000;
/** @throws when the file cannot be opened or is no database. `:memory:` keeps everything in memory. */
export function openDatabase(file) {
    const connection = new Libsql(file, { timeout: BUSY_TIMEOUT_MS / 1000 });
    const statements = new Map();
    let depth = 0;
    const prepare = (sql) => {
        const known = statements.get(sql);
        if (known)
            return known;
        const statement = connection.prepare(sql);
        statements.set(sql, statement);
        return statement;
    };
    const database = {
        run: (sql, ...values) => prepare(sql).run(...values).changes,
        // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the row
        get: (sql, ...values) => (prepare(sql).get(...values) ?? null),
        all: (sql, ...values) => prepare(sql).all(...values),
        atomically(work) {
            if (depth > 0)
                return work();
            connection.exec('BEGIN IMMEDIATE');
            depth++;
            try {
                const result = work();
                connection.exec('COMMIT');
                return result;
            }
            catch (error) {
                // a full disk has rolled back already
                if (connection.inTransaction)
                    connection.exec('ROLLBACK');
                throw error;
            }
            finally {
                depth--;
            }
        },
        script: (sql) => {
            connection.exec(sql);
        },
        close: () => {
            statements.clear();
            connection.close();
        },
    };
    // WAL: readers never wait for a writer, and a killed process leaves the last commit intact.
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    if (file !== ':memory:')
        connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = NORMAL');
    connection.pragma('foreign_keys = ON');
    return database;
}
