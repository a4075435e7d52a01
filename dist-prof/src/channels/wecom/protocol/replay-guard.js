import { LIMITS } from '../limits.js';
const MOST_SKEW_MS = 300_000;
/** Three retries, 5 s apart, and some slack for slow lines. */
const RETRY_MS = 30_000;
const TIMESTAMP = /^\d{1,12}$/;
export function createReplayGuard(clock) {
    const seen = new Map();
    function sweep(now) {
        // in the order of arrival: the first that is young enough ends it
        for (const [key, { at }] of seen) {
            if (now - at <= 2 * MOST_SKEW_MS)
                return;
            seen.delete(key);
        }
    }
    return {
        check(timestamp, nonce, signature) {
            const now = clock();
            if (!TIMESTAMP.test(timestamp) || Math.abs(now - Number(timestamp) * 1000) > MOST_SKEW_MS)
                return 'old';
            sweep(now);
            const key = `${timestamp} ${nonce}`;
            const known = seen.get(key);
            if (!known) {
                seen.set(key, { signature, at: now, times: 1 });
                return 'fresh';
            }
            known.times++;
            const isRetry = known.signature === signature && now - known.at <= RETRY_MS && known.times <= LIMITS.deliveries;
            return isRetry ? 'retry' : 'replayed';
        },
    };
}
