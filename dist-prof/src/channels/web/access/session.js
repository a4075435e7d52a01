import { isKnownToken, toTokenHash } from './tokens.js';
import { isSignature, sign } from './signature.js';
const PURPOSE = 'session';
// first 16 hex digits of the token's hash, expiry in seconds, signature
const SESSION = /^(?<token>[0-9a-f]{16})\.(?<expires>[0-9a-z]{1,9})\.(?<signature>[\w-]{43})$/;
/** What a token entitles to; null for an unknown one. */
export function findRole(token, config) {
    const keeper = isKnownToken(token, config.keeperTokenHashes);
    const reader = isKnownToken(token, config.readerTokenHashes);
    return keeper ? 'keeper' : reader ? 'reader' : null;
}
/** The cookie's value for a token that {@link findRole} knows. */
export function createSession(token, expiresAt, config) {
    const text = `${toTokenHash(token).slice(0, 16)}.${Math.floor(expiresAt / 1000).toString(36)}`;
    return `${text}.${sign(config.signingKey, PURPOSE, text)}`;
}
/** The role that a cookie's value still gives; `anonymous` for anything expired, altered or withdrawn. */
export function readSession(value, now, config) {
    const groups = SESSION.exec(value)?.groups;
    const token = groups?.['token'] ?? '';
    const expires = groups?.['expires'] ?? '';
    if (!groups || Number.parseInt(expires, 36) * 1000 <= now)
        return 'anonymous';
    if (!isSignature(config.signingKey, PURPOSE, `${token}.${expires}`, groups['signature'] ?? ''))
        return 'anonymous';
    if (config.keeperTokenHashes.some((hash) => hash.startsWith(token)))
        return 'keeper';
    return config.readerTokenHashes.some((hash) => hash.startsWith(token)) ? 'reader' : 'anonymous';
}
/** The cookie's name; with HTTPS one that browsers bind to this host and to secure connections. */
export function sessionCookieName(config) {
    return isSecure(config) ? '__Host-duty-desk' : 'duty-desk';
}
export function isSecure(config) {
    return config.baseUrl.startsWith('https:');
}
