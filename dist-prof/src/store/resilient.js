import { openDatabase } from './database.js';
import { migrate } from './migrations.js';
/** Tables that memory takes over when the disk fails, and that it alone knows until the disk serves again. */
const STATE_TABLES = ['bindings', 'thread_townships', 'thread_turns', 'installations'];
/** Tables with rows of their own ids: both ways added, never removed. */
const ADDED_TABLES = ['asked', 'deliveries', 'delivery_keys'];
/** Written to memory while degraded, and to the disk afterwards. */
const LOG_TABLES = ['questions', 'feedback'];
/** The disk is asked again this often. */
const HEAL_AFTER_MS = 30_000;
// SQLITE_FULL  SQLITE_READONLY_DBMOVED  SQLITE_IOERR_WRITE; not SQLITE_CONSTRAINT, SQLITE_ERROR: those are our faults
const DISK_TROUBLE = /^SQLITE_(?:FULL|READONLY|IOERR|CANTOPEN|CORRUPT|NOTADB|BUSY|LOCKED|PERM|AUTH|NOLFS)/;
// Unable to open connection to local database …
const CANNOT_OPEN = /ConnectionFailed|Unable to open/;
const FILE_TROUBLE = /^E[A-Z]+$/;
/** Whether an error says that the disk cannot serve, rather than that a statement is wrong. */
export function isDiskTrouble(error) {
    if (!(error instanceof Error))
        return false;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
    return DISK_TROUBLE.test(code) || FILE_TROUBLE.test(code) || CANNOT_OPEN.test(error.message);
}
const reasonOf = (error) => (error instanceof Error ? error.message : String(error));
function copyTable(from, to, table) {
    for (const row of from.all(`SELECT * FROM ${table}`)) {
        const columns = Object.keys(row);
        const marks = columns.map(() => '?').join(', ');
        to.run(`INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...Object.values(row));
    }
}
/**
 * @throws StoreTooNewError; every other trouble with the file degrades to memory.
 * `open` is for tests.
 */
export function createResilient(options, open = openDatabase) {
    let disk = null;
    let memory = null;
    let reason = null;
    let lastTry = 0;
    /** Whether memory began with what the disk knew, so that its state may replace the disk's. */
    let snapshot = false;
    let depth = 0;
    function openDisk() {
        const database = open(options.file);
        try {
            migrate(database);
        }
        catch (error) {
            database.close();
            throw error;
        }
        return database;
    }
    function degrade(error) {
        reason = reasonOf(error);
        const fresh = open(':memory:');
        migrate(fresh);
        snapshot = false;
        if (disk) {
            try {
                for (const table of [...STATE_TABLES, ...ADDED_TABLES, 'locks', 'processes'])
                    copyTable(disk, fresh, table);
                snapshot = true;
            }
            catch (cause) {
                if (!isDiskTrouble(cause))
                    throw cause;
            }
        }
        memory = fresh;
        options.onDegraded(reason);
        return fresh;
    }
    try {
        disk = openDisk();
    }
    catch (error) {
        if (!isDiskTrouble(error))
            throw error;
        degrade(error);
    }
    function current() {
        const database = memory ?? disk;
        if (!database)
            throw new Error('the store is closed');
        return database;
    }
    /** Runs on the disk, and once more in memory when the disk fails. */
    function attempt(work) {
        const database = current();
        try {
            return work(database);
        }
        catch (error) {
            if (depth > 0 || database === memory || !isDiskTrouble(error))
                throw error;
            return work(degrade(error));
        }
    }
    function writeBack(from, to) {
        to.atomically(() => {
            if (snapshot)
                for (const table of STATE_TABLES)
                    to.run(`DELETE FROM ${table}`);
            for (const table of [...STATE_TABLES, ...ADDED_TABLES, ...LOG_TABLES])
                copyTable(from, to, table);
        });
    }
    return {
        run: (sql, ...values) => attempt((database) => database.run(sql, ...values)),
        // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the row
        get: (sql, ...values) => attempt((database) => database.get(sql, ...values)),
        all: (sql, ...values) => attempt((database) => database.all(sql, ...values)),
        atomically(work) {
            if (depth > 0)
                return work();
            return attempt((database) => {
                depth++;
                try {
                    return database.atomically(work);
                }
                finally {
                    depth--;
                }
            });
        },
        degraded: () => reason,
        heal(now) {
            if (!memory || now - lastTry < HEAL_AFTER_MS)
                return false;
            lastTry = now;
            try {
                disk ??= openDisk();
                writeBack(memory, disk);
            }
            catch (error) {
                if (!isDiskTrouble(error))
                    throw error;
                return false;
            }
            memory.close();
            memory = null;
            reason = null;
            options.onHealed();
            return true;
        },
        close() {
            memory?.close();
            disk?.close();
            memory = null;
            disk = null;
        },
    };
}
