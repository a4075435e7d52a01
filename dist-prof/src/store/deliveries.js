// Exactly-once bookkeeping of what platforms deliver: who answers it, how far that is, what was answered.
import { randomUUID } from 'node:crypto';
/** Outcomes are kept for retries that must repeat a body. */
const OUTCOME_KEPT_MS = 3600_000;
/** No platform delivers again after a day. */
const KEY_KEPT_MS = 24 * 3600_000;
/** What nobody finished within this time is too old to be answered out of the blue. */
const PENDING_MS = 3600_000;
export function createDeliveries(sql, processes) {
    function findByKeys(keys) {
        for (const key of keys) {
            const row = sql.get(`SELECT d.id, d.state, d.owner, d.outcome, d.attempts FROM delivery_keys k JOIN deliveries d ON d.id = k.delivery_id
         WHERE k.key = ?`, key);
            if (row)
                return row;
        }
        return null;
    }
    function addKeys(keys, id) {
        for (const key of keys)
            sql.run('INSERT OR IGNORE INTO delivery_keys (key, delivery_id) VALUES (?, ?)', key, id);
    }
    function insert(platform, event, now) {
        const id = randomUUID();
        sql.run(`INSERT INTO deliveries (id, platform, state, owner, event, outcome, attempts, created_at, updated_at)
       VALUES (?, ?, 'claimed', ?, ?, NULL, 1, ?, ?)`, id, platform, processes.self, event, now, now);
        return { state: 'new', id, attempt: 1, maybeSent: false, outcome: null };
    }
    return {
        claim({ keys, platform, event, now }) {
            return sql.atomically(() => {
                const row = findByKeys(keys);
                if (!row) {
                    const claim = insert(platform, event, now);
                    addKeys(keys, claim.id);
                    return claim;
                }
                addKeys(keys, row.id);
                if (row.state === 'done')
                    return { state: 'done', outcome: row.outcome };
                if (processes.isAlive(row.owner, now))
                    return { state: 'in-flight' };
                sql.run('UPDATE deliveries SET owner = ?, attempts = attempts + 1, updated_at = ? WHERE id = ?', processes.self, now, row.id);
                return {
                    state: 'new',
                    id: row.id,
                    attempt: row.attempts + 1,
                    maybeSent: row.state === 'sending',
                    outcome: row.outcome,
                };
            });
        },
        sending(id, outcome, now) {
            sql.run("UPDATE deliveries SET state = 'sending', outcome = ?, updated_at = ? WHERE id = ?", outcome, now, id);
        },
        done(id, outcome, now) {
            sql.run("UPDATE deliveries SET state = 'done', event = NULL, outcome = ?, updated_at = ? WHERE id = ?", outcome, now, id);
        },
        release(id) {
            sql.atomically(() => {
                sql.run('DELETE FROM delivery_keys WHERE delivery_id = ?', id);
                sql.run('DELETE FROM deliveries WHERE id = ?', id);
            });
        },
        postpone(id, now) {
            sql.run("UPDATE deliveries SET state = 'claimed', updated_at = ? WHERE id = ?", now, id);
        },
        pending(platform, now) {
            const rows = sql.all(`SELECT event, owner, created_at FROM deliveries
         WHERE state IN ('claimed', 'sending') AND platform = ? AND created_at >= ? AND event IS NOT NULL ORDER BY created_at`, platform, now - PENDING_MS);
            return rows
                .filter((row) => !processes.isAlive(row.owner, now))
                .map((row) => ({ event: row.event, since: row.created_at }));
        },
        forget(now) {
            sql.atomically(() => {
                sql.run("UPDATE deliveries SET outcome = NULL WHERE state = 'done' AND outcome IS NOT NULL AND updated_at < ?", now - OUTCOME_KEPT_MS);
                sql.run('DELETE FROM delivery_keys WHERE delivery_id IN (SELECT id FROM deliveries WHERE updated_at < ?)', now - KEY_KEPT_MS);
                sql.run('DELETE FROM deliveries WHERE updated_at < ?', now - KEY_KEPT_MS);
            });
        },
    };
}
