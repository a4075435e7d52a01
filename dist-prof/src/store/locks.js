export function createLocks(sql, processes) {
    const heldByOther = (name, now) => {
        const row = sql.get('SELECT owner, expires_at FROM locks WHERE name = ?', name);
        return (row !== null &&
            row.owner !== processes.self &&
            row.expires_at > now &&
            processes.isAlive(row.owner, now));
    };
    return {
        acquire: (name, ttlMs, now) => sql.atomically(() => {
            if (heldByOther(name, now))
                return false;
            sql.run('INSERT OR REPLACE INTO locks (name, owner, expires_at) VALUES (?, ?, ?)', name, processes.self, now + ttlMs);
            return true;
        }),
        release(name) {
            sql.run('DELETE FROM locks WHERE name = ? AND owner = ?', name, processes.self);
        },
        heldByOther,
    };
}
