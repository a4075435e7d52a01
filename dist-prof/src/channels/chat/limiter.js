/** Buckets beyond this number are swept of those that have filled up again. */
const MOST_BUCKETS = 10_000;
/** `perMinute` 0 = no limit. A full bucket holds half a minute's worth, at least 5. */
export function createLimiter(perMinute, clock) {
    if (perMinute <= 0)
        return { take: () => ({ ok: true }) };
    const size = Math.max(5, Math.ceil(perMinute / 2));
    const perMs = perMinute / 60_000;
    const buckets = new Map();
    function refill(bucket, now) {
        bucket.tokens = Math.min(size, bucket.tokens + Math.max(0, now - bucket.at) * perMs);
        bucket.at = now;
    }
    function sweep(now) {
        for (const [key, bucket] of buckets) {
            refill(bucket, now);
            if (bucket.tokens >= size)
                buckets.delete(key);
        }
    }
    return {
        take(key) {
            const now = clock();
            const bucket = buckets.get(key) ?? { tokens: size, at: now, told: false };
            if (!buckets.has(key)) {
                if (buckets.size >= MOST_BUCKETS)
                    sweep(now);
                buckets.set(key, bucket);
            }
            refill(bucket, now);
            if (bucket.tokens >= 1) {
                bucket.tokens -= 1;
                bucket.told = false;
                return { ok: true };
            }
            const first = !bucket.told;
            bucket.told = true;
            return { ok: false, retryAfterMs: Math.ceil((1 - bucket.tokens) / perMs), first };
        },
    };
}
