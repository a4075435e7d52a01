// The key file of a state directory and what is derived from it: nothing secret is ever written in the clear to the
// database, so that a copy of the database alone gives nothing away.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
const KEY_FILE = 'state.key';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/**
 * Reads the key of a state directory, made on first use (mode 0600). Where that is impossible a key of this process
 * alone is used: everything works, but buttons and hashes end with the process.
 */
export function loadStateKey(stateDir) {
    const file = path.join(stateDir, KEY_FILE);
    try {
        mkdirSync(stateDir, { recursive: true, mode: 0o700 });
        try {
            writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
        }
        catch {
            // it exists (reading decides) or cannot be written (reading fails)
        }
        const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
        if (key.length === KEY_BYTES)
            return { key, lasting: true };
    }
    catch {
        // reported by the caller through `lasting`
    }
    return { key: randomBytes(KEY_BYTES), lasting: false };
}
/** A 32-byte key for one purpose. */
export function deriveKey(key, purpose) {
    return Buffer.from(hkdfSync('sha256', key, 'duty-desk', purpose, KEY_BYTES));
}
/** A keyed hash of a person's or conversation's id: the same person is recognised, nobody is named. */
export function keyedHash(key, text) {
    return createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}
/** AES-256-GCM; `context` is bound to it: a record moved to another place does not open. */
export function seal(key, plain, context) {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}
/** Inverse of {@link seal}; null when altered, moved or sealed with another key. */
export function unseal(key, sealed, context) {
    const bytes = Buffer.from(sealed, 'base64url');
    if (bytes.length < NONCE_BYTES + TAG_BYTES)
        return null;
    try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES))
            .setAAD(Buffer.from(context))
            .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
        const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    }
    catch {
        return null;
    }
}
