// Access tokens: made elsewhere, kept in the configuration only as hashes, compared in constant time.
import { createHash, timingSafeEqual } from 'node:crypto';
/** The form in which a token stands in the configuration: SHA-256, lower-case hex. */
export function toTokenHash(token) {
    return createHash('sha256').update(token, 'utf8').digest('hex');
}
/** Whether the token is one of those hashed. Looks at all of them, whatever it finds. */
export function isKnownToken(token, hashes) {
    const own = Buffer.from(toTokenHash(token), 'hex');
    let known = false;
    for (const hash of hashes) {
        const other = Buffer.from(hash, 'hex');
        if (other.length === own.length && timingSafeEqual(own, other))
            known = true;
    }
    return known;
}
