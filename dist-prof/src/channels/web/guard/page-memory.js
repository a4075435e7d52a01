// Finished public pages, kept for as long as anybody else may keep them. Bounded by bytes.
const ENTRY_OVERHEAD = 1000;
/** Pages live for `lifeMs`; the least used go first when `mostBytes` are exceeded. */
export function createPageMemory(mostBytes, lifeMs) {
    const pages = new Map();
    let total = 0;
    const drop = (key) => {
        total -= pages.get(key)?.bytes ?? 0;
        pages.delete(key);
    };
    return {
        find(key, now) {
            const entry = pages.get(key);
            if (!entry)
                return null;
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
                if (total <= mostBytes)
                    break;
                drop(oldest);
            }
        },
    };
}
