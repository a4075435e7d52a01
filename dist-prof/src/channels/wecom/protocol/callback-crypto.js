// Encryption and signature of callbacks, shared by app and bot: AES-256-CBC, PKCS#7 to 32 bytes, SHA-1 over the four
// sorted values. Which HTTP status a fault gets is callback.ts.
import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
const BLOCK = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const AES_KEY = /^[A-Za-z0-9]{43}$/;
// base64 with its padding
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const sha256 = (text) => createHash('sha256').update(text).digest();
/** Takes the same time wherever the difference lies, and whatever the lengths. */
export const equalsSafely = (a, b) => timingSafeEqual(sha256(a), sha256(b));
/** Length of the padding, or null unless every one of its bytes is right; looks at all of them. */
function paddingOf(plain) {
    const pad = plain.at(-1) ?? 0;
    if (pad < 1 || pad > BLOCK || pad > plain.length)
        return null;
    let difference = 0;
    for (const byte of plain.subarray(plain.length - pad))
        difference |= byte ^ pad;
    return difference === 0 ? pad : null;
}
/** @throws Error for a key that is not an EncodingAESKey. */
export function createCallbackCrypto(keys) {
    if (!AES_KEY.test(keys.aesKey))
        throw new Error('EncodingAESKey must be 43 letters and digits');
    const key = Buffer.from(`${keys.aesKey}=`, 'base64');
    const iv = key.subarray(0, 16);
    const receiveId = Buffer.from(keys.receiveId);
    const sign = (timestamp, nonce, encrypt) => createHash('sha1').update([keys.token, timestamp, nonce, encrypt].sort().join('')).digest('hex');
    function open(input) {
        const { signature, timestamp, nonce, encrypt } = input;
        if (!equalsSafely(signature, sign(timestamp, nonce, encrypt)))
            return { ok: false, fault: 'bad-signature' };
        if (!BASE64.test(encrypt))
            return { ok: false, fault: 'bad-base64' };
        const cipherText = Buffer.from(encrypt, 'base64');
        if (cipherText.length === 0 || cipherText.length % BLOCK !== 0)
            return { ok: false, fault: 'bad-base64' };
        const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
        const plain = Buffer.concat([decipher.update(cipherText), decipher.final()]);
        const pad = paddingOf(plain);
        if (pad === null)
            return { ok: false, fault: 'decrypt-failed' };
        const body = plain.subarray(RANDOM_BYTES, plain.length - pad);
        if (body.length < LENGTH_BYTES)
            return { ok: false, fault: 'bad-plaintext' };
        const end = LENGTH_BYTES + body.readUInt32BE(0);
        if (end > body.length)
            return { ok: false, fault: 'bad-plaintext' };
        if (!equalsSafely(body.subarray(end), receiveId))
            return { ok: false, fault: 'bad-receive-id' };
        try {
            const message = new TextDecoder('utf-8', { fatal: true }).decode(body.subarray(LENGTH_BYTES, end));
            return { ok: true, message };
        }
        catch {
            return { ok: false, fault: 'bad-plaintext' };
        }
    }
    return {
        sign,
        open,
        seal(message, timestamp, nonce, random = randomBytes(RANDOM_BYTES)) {
            const text = Buffer.from(message);
            const length = Buffer.alloc(LENGTH_BYTES);
            length.writeUInt32BE(text.length);
            const body = Buffer.concat([random, length, text, receiveId]);
            const pad = BLOCK - (body.length % BLOCK);
            const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
            const encrypt = Buffer.concat([
                cipher.update(Buffer.concat([body, Buffer.alloc(pad, pad)])),
                cipher.final(),
            ]).toString('base64');
            return { signature: sign(timestamp, nonce, encrypt), timestamp, nonce, encrypt };
        },
    };
}
