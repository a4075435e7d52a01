// Finished public pages, kept for as long as anybody else may keep them. Bounded by bytes.

export interface FinishedPage {
  headers: readonly (readonly [string, string])[];
  /** The compressed body where that is worthwhile: kept instead of the plain one, of which few fit into memory. */
  body: Uint8Array<ArrayBuffer>;
  isGzipped: boolean;
  tag: string;
}

export interface PageMemory {
  find(key: string, now: number): FinishedPage | null;
  keep(key: string, page: FinishedPage, now: number): void;
}

const ENTRY_OVERHEAD = 1000;

/** Pages live for `lifeMs`; the least used go first when `mostBytes` are exceeded. */
export function createPageMemory(mostBytes: number, lifeMs: number): PageMemory {
  const pages = new Map<string, { page: FinishedPage; at: number; bytes: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= pages.get(key)?.bytes ?? 0;
    pages.delete(key);
  };
  return {
    find(key, now) {
      const entry = pages.get(key);
      if (!entry) return null;
      pages.delete(key);
      if (now - entry.at >= lifeMs || now < entry.at) {
        total -= entry.bytes;
        return null;
      }
      pages.set(key, entry);
      return entry.page;
    },
    keep(key, page, now) {
      drop(key);
      const bytes = page.body.length + key.length + ENTRY_OVERHEAD;
      pages.set(key, { page, at: now, bytes });
      total += bytes;
      for (const oldest of pages.keys()) {
        if (total <= mostBytes) break;
        drop(oldest);
      }
    },
  };
}
