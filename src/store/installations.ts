// Records of a platform's installations (tokens of workspaces), sealed with the state directory's key.
import type { Sql } from './database.ts';
import { seal, unseal } from './state-key.ts';
import type { Installations } from './store.ts';

const contextOf = (platform: string, key: string): string => JSON.stringify([platform, key]);

export function createInstallations(sql: Sql, sealKey: Uint8Array): Installations {
  return {
    get(platform, key) {
      const row = sql.get<{ sealed: string }>(
        'SELECT sealed FROM installations WHERE platform = ? AND key = ?',
        platform,
        key,
      );
      return row && unseal(sealKey, row.sealed, contextOf(platform, key));
    },
    set(platform, key, record, now) {
      sql.run(
        'INSERT OR REPLACE INTO installations (platform, key, sealed, updated_at) VALUES (?, ?, ?, ?)',
        platform,
        key,
        seal(sealKey, record, contextOf(platform, key)),
        now,
      );
    },
    remove(platform, key) {
      sql.run('DELETE FROM installations WHERE platform = ? AND key = ?', platform, key);
    },
    keys: (platform) =>
      sql
        .all<{ key: string }>('SELECT key FROM installations WHERE platform = ? ORDER BY key', platform)
        .map((row) => row.key),
  };
}
