// Which processes share the state directory and which of them still live. Claims and locks of the dead are free.
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
/** A process that has not been heard of for this long is taken for dead. */
export const SILENT_MS = 30_000;
const FORGET_MS = 24 * 3600_000;
/** Stores open in this very process: alive without asking. */
const openHere = new Set();
function isPidAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        // EPERM: it lives, but belongs to somebody else
        return error instanceof Error && 'code' in error && error.code === 'EPERM';
    }
}
/**
 * Registers this process. A predecessor with our host and pid (a container restarted) is dead by definition; one on
 * our host is asked for by its pid; others are judged by their heartbeat.
 */
export function createProcesses(sql, now, host = hostname(), pid = process.pid) {
    const self = `${pid}-${randomBytes(6).toString('hex')}`;
    const heartbeat = (at) => {
        sql.run('INSERT OR REPLACE INTO processes (id, host, pid, heartbeat) VALUES (?, ?, ?, ?)', self, host, pid, at);
    };
    sql.run('DELETE FROM processes WHERE heartbeat < ?', now - FORGET_MS);
    heartbeat(now);
    openHere.add(self);
    return {
        self,
        isAlive(id, at) {
            if (openHere.has(id))
                return true;
            const row = sql.get('SELECT host, pid, heartbeat FROM processes WHERE id = ?', id);
            if (!row || at - row.heartbeat > SILENT_MS)
                return false;
            return row.host !== host || (row.pid !== pid && isPidAlive(row.pid));
        },
        heartbeat,
        leave() {
            openHere.delete(self);
            sql.run('DELETE FROM processes WHERE id = ?', self);
        },
    };
}
