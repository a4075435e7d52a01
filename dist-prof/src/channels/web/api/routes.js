import { clientAddress } from '../guard/client-address.js';
import { renderApiPage } from '../pages/api.js';
import { createOpenApi } from './openapi.js';
import { OPERATIONS } from './operations.js';
import { toProblemResponse } from './problem.js';
export const API_ROOT = '/api/v1';
function parse(schema, value, place) {
    const result = schema.safeParse(value);
    if (result.success)
        return { ok: true, value: result.data };
    const errors = result.error.issues.slice(0, 10).map(({ path, message }) => ({
        path: [place, ...path.map(String)].join('.').slice(0, 200),
        message: message.slice(0, 300),
    }));
    return { ok: false, errors };
}
async function readJson(c) {
    try {
        return await c.req.json();
    }
    catch {
        return undefined; // not JSON: the schema says what is missing
    }
}
async function handle(site, operation, c) {
    const params = parse(operation.params, c.req.param(), 'path');
    const query = parse(operation.query, c.req.query(), 'query');
    const body = operation.body
        ? parse(operation.body, await readJson(c), 'body')
        : { ok: true, value: undefined };
    if (!params.ok || !query.ok || !body.ok) {
        const errors = [params, query, body].flatMap((parsed) => (parsed.ok ? [] : parsed.errors));
        return toProblemResponse('bad-request', errors);
    }
    const result = operation.run({
        site,
        visit: c.get('visit'),
        address: clientAddress(c, site.deps.config.trustProxy),
        here: new URL(c.req.url),
    }, { params: params.value, query: query.value, body: body.value });
    if (!result.found)
        return toProblemResponse('not-found');
    if (typeof result.next === 'string')
        c.header('link', `<${result.next}>; rel="next"`);
    return c.json(result.value);
}
export function registerApi(app, site) {
    const openApi = createOpenApi(site.deps.config.baseUrl);
    app.get('/api', (c) => c.html(renderApiPage(site, c.get('visit'))));
    app.get(`${API_ROOT}/openapi.json`, (c) => c.json(openApi));
    for (const operation of OPERATIONS) {
        const path = `${API_ROOT}${operation.path.replace(/\{(\w+)\}/g, ':$1')}`;
        app.on(operation.method.toUpperCase(), path, (c) => handle(site, operation, c));
    }
    const methods = new Map();
    for (const { path, method } of OPERATIONS)
        methods.set(path, (methods.get(path) ?? new Set()).add(method));
    for (const [path, allowed] of methods) {
        app.all(`${API_ROOT}${path.replace(/\{(\w+)\}/g, ':$1')}`, () => toProblemResponse('method-not-allowed', undefined, {
            allow: [...allowed].map((method) => method.toUpperCase()).join(', '),
        }));
    }
    app.all('/api/*', () => toProblemResponse('not-found'));
}
