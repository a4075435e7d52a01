// A token bucket for each client address, in memory: each process limits for itself.
/** `perMinute` requests a minute, as many at once; 0 switches it off. Forgets the oldest keys beyond `mostKeys`. */
export function createRateLimiter(perMinute, mostKeys) {
    const buckets = new Map();
    return {
        take(key, now) {
            if (perMinute <= 0)
                return 0;
            const known = buckets.get(key);
            const bucket = known ?? { tokens: perMinute, at: now };
            bucket.tokens = Math.min(perMinute, bucket.tokens + (Math.max(0, now - bucket.at) * perMinute) / 60_000);
            bucket.at = now;
            buckets.delete(key);
            buckets.set(key, bucket);
            if (buckets.size > mostKeys) {
                const [oldest] = buckets.keys();
                if (oldest !== undefined)
                    buckets.delete(oldest);
            }
            if (bucket.tokens < 1)
                return Math.max(1, Math.ceil(((1 - bucket.tokens) * 60) / perMinute));
            bucket.tokens -= 1;
            return 0;
        },
    };
}
