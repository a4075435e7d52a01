// The page as one Hono application: what every request passes, then the routes.
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { toProblemResponse } from './api/problem.js';
import { registerApi } from './api/routes.js';
import { isSameOrigin } from './access/same-origin.js';
import { findRole, readSession, sessionCookieName } from './access/session.js';
import { clientAddress } from './guard/client-address.js';
import { finishPages } from './guard/finish.js';
import { securityHeaders } from './guard/headers.js';
import { createRateLimiter } from './guard/rate-limit.js';
import { LIMITS } from './limits.js';
import { renderMessage } from './pages/message.js';
import { registerAccount } from './routes/account.js';
import { notFound, registerPages } from './routes/pages.js';
import { registerSheet } from './routes/sheet.js';
import { createSite } from './site.js';
const YEAR = 31_536_000;
// Bearer 4fT…
const BEARER = /^Bearer +(?<token>\S{1,200})$/i;
const isApi = (c) => c.req.path === '/api/v1' || c.req.path.startsWith('/api/v1/');
function toVisit(site, role, c) {
    const url = new URL(c.req.url);
    return { role, ...site.shelfOf(role), now: site.deps.clock(), here: `${url.pathname}${url.search}` };
}
/** The same refusal as a page or as a problem, by where it happens. */
function refuse(site, c, status, kind, code) {
    if (isApi(c))
        return toProblemResponse(code);
    const visit = c.get('visit') ?? toVisit(site, 'anonymous', c);
    return c.html(renderMessage(site, visit, kind), status, { 'cache-control': 'no-store' });
}
/** Finds out who is asking. On the interface a wrong token is told so; a cookie does not count there. */
function identify(site) {
    const { config } = site.deps;
    const cookieName = sessionCookieName(config);
    return async (c, next) => {
        const authorization = isApi(c) ? c.req.header('authorization') : undefined;
        if (authorization !== undefined) {
            const token = BEARER.exec(authorization)?.groups?.['token'] ?? '';
            const role = findRole(token, config);
            if (role === null)
                return toProblemResponse('not-authorized', undefined, { 'www-authenticate': 'Bearer' });
            c.set('visit', toVisit(site, role, c));
        }
        else {
            const cookie = isApi(c) ? undefined : getCookie(c, cookieName);
            const role = cookie === undefined ? 'anonymous' : readSession(cookie, site.deps.clock(), config);
            c.set('visit', toVisit(site, role, c));
        }
        return next();
    };
}
/** Public rows may be kept for a minute by anybody; what depends on a question or a reader is asked for anew. */
function cacheControl() {
    return async (c, next) => {
        await next();
        const { headers } = c.res;
        if (headers.has('cache-control'))
            return;
        if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
            headers.set('cache-control', 'no-store');
        else if (c.get('visit')?.role !== 'anonymous')
            headers.set('cache-control', 'private, no-store');
        else if (c.res.status >= 400)
            headers.set('cache-control', 'no-store');
        else
            headers.set('cache-control', /[?&](?:q|k)=/.test(c.req.url) ? 'private, no-cache' : `public, max-age=${LIMITS.publicSeconds}`);
    };
}
function limitRate(site) {
    const { config, clock } = site.deps;
    const limiter = createRateLimiter(config.requestsPerMinute, LIMITS.addresses);
    return async (c, next) => {
        const wait = limiter.take(clientAddress(c, config.trustProxy), clock());
        if (wait === 0)
            return next();
        const refused = await refuse(site, c, 429, 'tooMany', 'too-many-requests');
        refused.headers.set('retry-after', String(wait));
        return refused;
    };
}
function registerAssets(app, site) {
    app.get('/assets/:name', (c) => {
        const asset = site.assets.find(c.req.path);
        if (!asset)
            return notFound(site, c);
        return c.body(asset.body, 200, {
            'content-type': asset.type,
            'cache-control': `public, max-age=${YEAR}, immutable`,
        });
    });
    app.get('/favicon.ico', (c) => c.redirect(site.assets.icon.path, 302));
    app.get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /api/\nDisallow: /sheet\nDisallow: /*?q=\nDisallow: /keeper\n'));
}
/**
 * The whole page. Mount it at the root of a server; it answers every path, so routes of others come before it.
 * Works on Node with @hono/node-server and without a port through `app.request()`.
 */
export function createWebApp(deps) {
    const site = createSite(deps);
    const app = new Hono();
    app.use(securityHeaders(deps.config, site.assets.styleHash));
    const finish = finishPages(site.assets.pageHead);
    app.use('/assets/*', async (c, next) => {
        c.set('visit', toVisit(site, 'anonymous', c));
        await next();
    });
    app.use('/assets/*', finish);
    registerAssets(app, site);
    app.use(limitRate(site));
    app.use(identify(site));
    app.use(finish);
    app.use(cacheControl());
    app.use(bodyLimit({
        maxSize: LIMITS.bodyBytes,
        onError: (c) => refuse(site, c, 413, 'tooLarge', 'too-large'),
    }));
    app.use(async (c, next) => {
        const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isApi(c);
        if (changes && !isSameOrigin(c.req.raw.headers, deps.config))
            return refuse(site, c, 403, 'foreignForm', 'bad-request');
        return next();
    });
    registerPages(app, site);
    registerSheet(app, site);
    registerAccount(app, site);
    registerApi(app, site);
    app.notFound((c) => notFound(site, c));
    app.onError((error, c) => {
        deps.logger.error({ error, method: c.req.method, path: c.req.path.slice(0, 200) }, 'request failed');
        return refuse(site, c, 500, 'fault', 'fault');
    });
    return app;
}
