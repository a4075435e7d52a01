/** Names are remembered for a day. */
export function createSayOnce(store, clock) {
    return async (key, say) => {
        const claim = store.deliveries.claim({
            keys: [`wecom-once:${key}`],
            platform: 'wecom-once',
            event: '',
            now: clock(),
        });
        if (claim.state !== 'new')
            return false;
        try {
            await say();
        }
        catch (error) {
            store.deliveries.release(claim.id);
            throw error;
        }
        store.deliveries.done(claim.id, null, clock());
        return true;
    };
}
const DAY_MS = 24 * 3600_000;
const BEIJING_MS = 8 * 3600_000;
/** The day in Chinese civil time, as a number. */
export const dayOf = (at) => Math.floor((at + BEIJING_MS) / DAY_MS);
