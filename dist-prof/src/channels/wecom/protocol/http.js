// JSON over HTTP(S) with our own certificate authorities. A fault says whether the request may have arrived; no fault
// carries the address, which holds tokens.
import http from 'node:http';
import https from 'node:https';
/** `unsent`: it certainly did not arrive. `uncertain`: it may have. */
export class HttpFault extends Error {
    kind;
    constructor(kind, message) {
        super(message);
        this.name = 'HttpFault';
        this.kind = kind;
    }
}
const MOST_ANSWER = 1024 * 1024;
/** Faults that come before anything was sent. */
const BEFORE_SENDING = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
]);
const codeOf = (error) => error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
export function createJsonHttp(options) {
    // no connection is kept: a request on one that had just been closed would be one that may have arrived
    const plain = new http.Agent();
    const secure = new https.Agent(options.ca === null ? {} : { ca: [...options.ca] });
    function send(method, url, text) {
        return new Promise((resolve, reject) => {
            const isSecure = url.protocol === 'https:';
            const request = (isSecure ? https : http).request(url, {
                method,
                agent: isSecure ? secure : plain,
                timeout: options.timeoutMs,
                headers: text === null
                    ? {}
                    : {
                        'content-type': 'application/json; charset=utf-8',
                        'content-length': Buffer.byteLength(text),
                    },
            });
            const fail = (code) => {
                reject(new HttpFault(BEFORE_SENDING.has(code) ? 'unsent' : 'uncertain', code));
                request.destroy();
            };
            request.on('timeout', () => fail('timeout'));
            request.on('error', (error) => fail(codeOf(error)));
            request.on('response', (response) => {
                const chunks = [];
                let length = 0;
                response.on('data', (chunk) => {
                    length += chunk.length;
                    if (length > MOST_ANSWER)
                        fail('answer-too-long');
                    else
                        chunks.push(chunk);
                });
                response.on('error', (error) => fail(codeOf(error)));
                response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
            });
            request.end(text ?? undefined);
        });
    }
    return {
        async request(method, url, body) {
            const { status, text } = await send(method, new URL(url), body === undefined ? null : JSON.stringify(body));
            // WeCom says no with 200: this is a gateway. One that refuses has not passed it on, one that failed may have
            if (status < 200 || status > 299)
                throw new HttpFault(status < 500 || status === 503 ? 'unsent' : 'uncertain', `status-${status}`);
            try {
                return JSON.parse(text);
            }
            catch {
                throw new HttpFault('uncertain', 'not-json');
            }
        },
        close() {
            plain.destroy();
            secure.destroy();
        },
    };
}
