// One SQLite connection: opening it, its settings, statements and transactions. Nothing here knows the tables.
import Libsql from 'libsql';

export type SqlValue = string | number | null;

/** What repositories may do with a database. */
export interface Sql {
  /** Number of rows changed. */
  run(sql: string, ...values: SqlValue[]): number;
  /** The row type is the caller's promise: it is the table's shape as migrations.ts made it. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the row
  get<Row>(sql: string, ...values: SqlValue[]): Row | null;
  all<Row>(sql: string, ...values: SqlValue[]): Row[];
  /** All writes or none. Nested calls join the outermost one. */
  atomically<T>(work: () => T): T;
}

export interface Database extends Sql {
  /** Several statements without values, for migrations and settings. */
  script(sql: string): void;
  close(): void;
}

/** How long a write waits for another process's write. */
const BUSY_TIMEOUT_MS = 5000;

/** @throws when the file cannot be opened or is no database. `:memory:` keeps everything in memory. */
export function openDatabase(file: string): Database {
  const connection = new Libsql(file, { timeout: BUSY_TIMEOUT_MS / 1000 });
  const statements = new Map<string, Libsql.Statement>();
  let depth = 0;
  const prepare = (sql: string): Libsql.Statement => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  const database: Database = {
    run: (sql, ...values) => prepare(sql).run(...values).changes,
    // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the row
    get: <Row>(sql: string, ...values: SqlValue[]) => (prepare(sql).get(...values) ?? null) as Row | null,
    all: <Row>(sql: string, ...values: SqlValue[]) => prepare(sql).all(...values) as Row[],
    atomically(work) {
      if (depth > 0) return work();
      connection.exec('BEGIN IMMEDIATE');
      depth++;
      try {
        const result = work();
        connection.exec('COMMIT');
        return result;
      } catch (error) {
        // a full disk has rolled back already
        if (connection.inTransaction) connection.exec('ROLLBACK');
        throw error;
      } finally {
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
  if (file !== ':memory:') connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma('foreign_keys = ON');
  return database;
}
