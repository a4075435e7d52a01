import { seal, unseal } from './state-key.js';
const contextOf = (platform, key) => JSON.stringify([platform, key]);
export function createInstallations(sql, sealKey) {
    return {
        get(platform, key) {
            const row = sql.get('SELECT sealed FROM installations WHERE platform = ? AND key = ?', platform, key);
            return row && unseal(sealKey, row.sealed, contextOf(platform, key));
        },
        set(platform, key, record, now) {
            sql.run('INSERT OR REPLACE INTO installations (platform, key, sealed, updated_at) VALUES (?, ?, ?, ?)', platform, key, seal(sealKey, record, contextOf(platform, key)), now);
        },
        remove(platform, key) {
            sql.run('DELETE FROM installations WHERE platform = ? AND key = ?', platform, key);
        },
        keys: (platform) => sql
            .all('SELECT key FROM installations WHERE platform = ? ORDER BY key', platform)
            .map((row) => row.key),
    };
}
