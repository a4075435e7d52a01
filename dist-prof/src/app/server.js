// The one HTTP server: health, metrics, the channels' callbacks, and the page for everything else.
import { createHash, timingSafeEqual } from 'node:crypto';
import { serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { AppError } from './errors.js';
const BEARER = /^Bearer +(?<token>\S{1,200})$/i;
const digest = (text) => createHash('sha256').update(text).digest();
// 127.0.0.1   ::1   ::ffff:127.0.0.1
const LOOPBACK = /^(?:(?:::ffff:)?127\.|::1$)/i;
/** Whether a request was made on this machine, and not passed on by a proxy here. */
function isLocal(c) {
    if (c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined)
        return false;
    try {
        return LOOPBACK.test(getConnInfo(c).remote.address ?? '');
    }
    catch {
        return true; // called without a socket
    }
}
function isAllowed(c, token) {
    if (token === null)
        return isLocal(c);
    const given = BEARER.exec(c.req.header('authorization') ?? '')?.groups?.['token'] ?? '';
    return timingSafeEqual(digest(given), digest(token));
}
/** A route that throws answers 500 with nothing of the fault in it. */
async function guarded(work, name, log, metrics) {
    try {
        return await work();
    }
    catch (error) {
        metrics.error(name, 'route');
        log.error({ channel: name, err: error }, 'a route failed');
        return new Response(null, { status: 500 });
    }
}
/** The application on which the server rests; works without a port through `request()`. */
export function createHttpApp(parts) {
    const app = new Hono();
    app.get('/healthz', (c) => {
        const report = parts.health();
        return c.json(report, report.status === 'failing' ? 503 : 200, { 'cache-control': 'no-store' });
    });
    app.get('/metrics', async (c) => {
        if (!isAllowed(c, parts.metricsToken))
            return c.text('', 401, { 'www-authenticate': 'Bearer' });
        return c.text(await parts.metrics.text(), 200, {
            'content-type': parts.metrics.contentType,
            'cache-control': 'no-store',
        });
    });
    for (const channel of parts.channels) {
        for (const route of channel.routes) {
            app.on(route.method, route.path, (c) => guarded(() => route.handle(c.req.raw), channel.name, parts.log, parts.metrics));
        }
    }
    app.all('*', (c) => parts.page.fetch(c.req.raw, c.env));
    return app;
}
/** @throws AppError `port-unavailable` when the address is taken or not ours. */
export function listen(app, host, port) {
    return new Promise((resolve, reject) => {
        const server = serve({ fetch: app.fetch, hostname: host, port }, (info) => {
            resolve({ port: info.port, close: () => closeServer(server) });
        });
        server.once('error', (cause) => {
            const why = 'code' in cause && cause.code === 'EADDRINUSE'
                ? `端口 ${port} 已被占用。请停掉占用它的程序，或在 .env 里用 DUTY_DESK_PORT 换一个端口。`
                : `不能在 ${host}:${port} 提供服务（${cause.message}）。请检查 DUTY_DESK_HOST 和 DUTY_DESK_PORT。`;
            reject(new AppError('port-unavailable', why, { cause }));
        });
    });
}
function closeServer(server) {
    return new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeIdleConnections' in server)
            server.closeIdleConnections();
    });
}
