// A store in a directory of its own for each test, and the clock's zero.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts';

export const NOW = Date.UTC(2026, 10, 23, 9, 0, 0);
export const SEAL_KEY = Buffer.alloc(32, 7);

export interface Scratch {
  dir: string;
  open(options?: Partial<StoreOptions>): Store;
  /** Closes every store opened here and removes the directory. */
  remove(): void;
}

export function createScratch(): Scratch {
  const dir = mkdtempSync(path.join(tmpdir(), 'duty-desk-store-'));
  const opened: Store[] = [];
  return {
    dir,
    open(options = {}) {
      const store = openStore({ stateDir: dir, sealKey: SEAL_KEY, now: NOW, ...options });
      opened.push(store);
      return store;
    },
    remove() {
      for (const store of opened) {
        try {
          store.close();
        } catch {
          // closed by the test itself
        }
      }
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
