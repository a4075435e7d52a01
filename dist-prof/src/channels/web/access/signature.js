// Short keyed signatures for things that we hand out and get back.
import { createHmac, timingSafeEqual } from 'node:crypto';
/** `purpose` keeps signatures of one kind from being used as another. 43 characters of `[A-Za-z0-9_-]`. */
export function sign(key, purpose, text) {
    return createHmac('sha256', key).update(`${purpose}\n${text}`).digest('base64url');
}
export function isSignature(key, purpose, text, signature) {
    const right = Buffer.from(sign(key, purpose, text));
    const given = Buffer.from(signature);
    return right.length === given.length && timingSafeEqual(right, given);
}
