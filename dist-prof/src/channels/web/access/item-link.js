// Signed links: for whoever has one, exactly one item of an internal list exists until the link expires.
import { toPermalink } from '../../../duty/index.js';
import { isSignature, sign } from './signature.js';
const PURPOSE = 'item-link';
// mbx3k2q0.Zm9v…  (expiry in seconds, base 36; signature)
const GRANT = /^(?<expires>[0-9a-z]{1,9})\.(?<signature>[\w-]{43})$/;
export function createItemLinkSigner(baseUrl, signingKey) {
    return {
        toLink: (itemId, expiresAt) => `${toPermalink(baseUrl, itemId)}?k=${toGrant(itemId, expiresAt, signingKey)}`,
    };
}
export function toGrant(itemId, expiresAt, signingKey) {
    const expires = Math.floor(expiresAt / 1000).toString(36);
    return `${expires}.${sign(signingKey, PURPOSE, `${itemId}\n${expires}`)}`;
}
/** When a grant ends (milliseconds since 1970), by its own words; null when it is not a grant at all. */
export function endOfGrant(grant) {
    const expires = GRANT.exec(grant)?.groups?.['expires'];
    return expires === undefined ? null : Number.parseInt(expires, 36) * 1000;
}
/** Whether a grant (`?k=`) opens this item now. */
export function isGrantFor(itemId, grant, signingKey, now) {
    const groups = GRANT.exec(grant)?.groups;
    if (!groups)
        return false;
    const expires = groups['expires'] ?? '';
    return (Number.parseInt(expires, 36) * 1000 > now &&
        isSignature(signingKey, PURPOSE, `${itemId}\n${expires}`, groups['signature'] ?? ''));
}
