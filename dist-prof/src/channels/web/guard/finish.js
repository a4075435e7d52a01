// The last step of every successful page: its ETag, compression, and keeping of what is public. In one place and
// on whole bodies, because pages are small; streaming them through separate steps took longer than making them.
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { LIMITS } from '../limits.js';
import { createCompressor } from './compress.js';
import { createPageMemory } from './page-memory.js';
const PUBLIC = 'public, max-age=';
const GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;
function toFinishedPage(headers, body, compress) {
    const plain = new Uint8Array(body);
    const worthwhile = plain.length >= LIMITS.compressFrom;
    return {
        headers: [...headers],
        body: worthwhile ? compress(plain) : plain,
        isGzipped: worthwhile,
        tag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    };
}
/** Whether `If-None-Match` names this page; weak comparison, as RFC 9110 wants it for GET. */
function isKnownToReader(c, tag) {
    const given = c.req.header('if-none-match');
    if (given === undefined)
        return false;
    const bare = tag.replace(/^W\//, '');
    return given.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === bare);
}
function toResponse(c, page) {
    const headers = new Headers(page.headers.map(([name, value]) => [name, value]));
    headers.set('etag', page.tag);
    if (isKnownToReader(c, page.tag)) {
        headers.delete('content-type');
        return new Response(null, { status: 304, headers });
    }
    if (!page.isGzipped)
        return new Response(page.body, { status: 200, headers });
    if (!GZIP.test(c.req.header('accept-encoding') ?? ''))
        return new Response(new Uint8Array(gunzipSync(page.body)), { status: 200, headers });
    headers.set('content-encoding', 'gzip');
    return new Response(page.body, { status: 200, headers });
}
/** Stands outside of whatever sets `cache-control`; needs the visit. `head`: what most pages begin with. */
export function finishPages(head) {
    const compress = createCompressor(head);
    const memory = createPageMemory(LIMITS.pageMemoryBytes, LIMITS.publicSeconds * 1000);
    return async (c, next) => {
        const { role, now } = c.get('visit');
        const key = c.req.method === 'GET' && role === 'anonymous' ? c.req.url.replace(/^[a-z]+:\/\/[^/]*/, '') : null;
        const known = key === null ? null : memory.find(key, now);
        if (known)
            return toResponse(c, known);
        await next();
        const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
        if (c.res.status !== 200 || !isRead)
            return undefined;
        const page = toFinishedPage(c.res.headers, await c.res.arrayBuffer(), compress);
        if (key !== null && (c.res.headers.get('cache-control') ?? '').startsWith(PUBLIC))
            memory.keep(key, page, now);
        c.res = undefined;
        c.res = toResponse(c, page);
        return undefined;
    };
}
