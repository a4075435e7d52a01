import { LIMITS } from '../limits.js';
import { createReplayGuard } from './replay-guard.js';
import { parseXml, toFields } from './xml.js';
/** Why a callback was refused, with the HTTP status that it gets. The body is always empty. */
const STATUS = {
    'too-large': 413,
    'bad-body': 400,
    'bad-query': 400,
    'bad-signature': 401,
    'bad-base64': 401,
    'decrypt-failed': 401,
    'bad-plaintext': 401,
    'bad-receive-id': 401,
    old: 403,
    replayed: 403,
};
const SHORT = /^[\w.~=-]{1,128}$/;
const XML_FORBIDDEN = /<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i;
/** The body as text, or null when it is longer than allowed or not UTF-8; reads no more than that. */
async function readBounded(request, most) {
    if (Number(request.headers.get('content-length') ?? 0) > most)
        return null;
    if (!request.body)
        return '';
    const chunks = [];
    let length = 0;
    const reader = request.body.getReader();
    for (;;) {
        const { done, value } = await reader.read();
        if (done)
            break;
        length += value.byteLength;
        if (length > most) {
            await reader.cancel();
            return null;
        }
        chunks.push(value);
    }
    return Buffer.concat(chunks).toString('utf8');
}
function encryptOf(body, format) {
    if (format === 'xml') {
        if (XML_FORBIDDEN.test(body))
            return null;
        return toFields(parseXml(body))?.get('Encrypt')?.text ?? null;
    }
    try {
        const parsed = JSON.parse(body);
        return typeof parsed === 'object' &&
            parsed !== null &&
            'encrypt' in parsed &&
            typeof parsed.encrypt === 'string'
            ? parsed.encrypt
            : null;
    }
    catch {
        return null;
    }
}
export function createCallbackReceiver(parts) {
    const { name, format, crypto, log, metrics } = parts;
    const replay = createReplayGuard(parts.clock);
    function refuse(refusal) {
        metrics.error(name, refusal);
        log.warn({ channel: name, reason: refusal }, 'a callback was refused');
        return { ok: false, response: new Response(null, { status: STATUS[refusal] }) };
    }
    function queryOf(request) {
        const query = new URL(request.url).searchParams;
        return {
            signature: query.get('msg_signature') ?? '',
            timestamp: query.get('timestamp') ?? '',
            nonce: query.get('nonce') ?? '',
            // an unescaped + arrives as a space
            echo: query.get('echostr')?.replaceAll(' ', '+') ?? null,
        };
    }
    const isWellFormed = (query) => [query.signature, query.timestamp, query.nonce].every((value) => SHORT.test(value));
    return {
        verify(request) {
            const { echo, ...query } = queryOf(request);
            if (!isWellFormed(query) || echo === null || echo.length > LIMITS.callbackBytes)
                return refuse('bad-query').response;
            const opened = crypto.open({ ...query, encrypt: echo });
            if (!opened.ok)
                return refuse(opened.fault).response;
            const freshness = replay.check(query.timestamp, query.nonce, query.signature);
            if (freshness === 'old' || freshness === 'replayed')
                return refuse(freshness).response;
            return new Response(opened.message, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
        },
        async receive(request) {
            const query = queryOf(request);
            if (!isWellFormed(query))
                return refuse('bad-query');
            const body = await readBounded(request, LIMITS.callbackBytes);
            if (body === null)
                return refuse('too-large');
            const encrypt = encryptOf(body, format);
            if (encrypt === null)
                return refuse('bad-body');
            const opened = crypto.open({ ...query, encrypt });
            if (!opened.ok)
                return refuse(opened.fault);
            const freshness = replay.check(query.timestamp, query.nonce, query.signature);
            if (freshness === 'old' || freshness === 'replayed')
                return refuse(freshness);
            const { nonce, timestamp } = query;
            return { ok: true, message: opened.message, nonce, timestamp, isRetry: freshness === 'retry' };
        },
    };
}
