// Locks with an end: for what only one of several processes may do.
import type { Sql } from './database.ts';
import type { Processes } from './processes.ts';
import type { Locks } from './store.ts';

interface LockRow {
  owner: string;
  expires_at: number;
}

export function createLocks(sql: Sql, processes: Processes): Locks {
  const heldByOther = (name: string, now: number): boolean => {
    const row = sql.get<LockRow>('SELECT owner, expires_at FROM locks WHERE name = ?', name);
    return (
      row !== null &&
      row.owner !== processes.self &&
      row.expires_at > now &&
      processes.isAlive(row.owner, now)
    );
  };
  return {
    acquire: (name, ttlMs, now) =>
      sql.atomically(() => {
        if (heldByOther(name, now)) return false;
        sql.run(
          'INSERT OR REPLACE INTO locks (name, owner, expires_at) VALUES (?, ?, ?)',
          name,
          processes.self,
          now + ttlMs,
        );
        return true;
      }),
    release(name) {
      sql.run('DELETE FROM locks WHERE name = ? AND owner = ?', name, processes.self);
    },
    heldByOther,
  };
}
