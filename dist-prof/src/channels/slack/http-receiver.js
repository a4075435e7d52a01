import { HTTPReceiver } from '@slack/bolt';
import { clientOptions } from './api.js';
import { EVENTS_PATH, INSTALL_PATH, OPTIONAL_SCOPES, REDIRECT_PATH, REQUIRED_SCOPES } from './manifest.js';
import { wording } from './wording.zh.js';
/** Slack's largest payloads are some hundred kilobytes. */
const MOST_BODY = 1_000_000;
const MOST_SKEW_S = 300;
const FORM = 'application/x-www-form-urlencoded';
const TEXT = { 'content-type': 'text/plain; charset=utf-8' };
/** As much of Node's response as Bolt uses. */
class ResponseBridge {
    headersSent = false;
    done;
    headers = new Headers();
    status = 200;
    resolve = () => undefined;
    constructor() {
        this.done = new Promise((resolve) => {
            this.resolve = resolve;
        });
    }
    setHeader(name, value) {
        this.headers.delete(name);
        for (const one of typeof value === 'string' ? [value] : value)
            this.headers.append(name, one);
        return this;
    }
    getHeader(name) {
        return this.headers.get(name) ?? undefined;
    }
    writeHead(status, headers = {}) {
        this.status = status;
        this.headersSent = true;
        for (const [name, value] of Object.entries(headers))
            this.headers.set(name, value);
        return this;
    }
    end(body) {
        this.headersSent = true;
        this.resolve(new Response(body === undefined || body === '' ? null : body, {
            status: this.status,
            headers: this.headers,
        }));
        return this;
    }
}
/** The body, or null when it is larger than anything that Slack sends. */
async function readBody(request) {
    const chunks = [];
    let size = 0;
    for await (const chunk of request.body ?? []) {
        size += chunk.byteLength;
        if (size > MOST_BODY)
            return null;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
export function createHttpReceiver(options) {
    const { install } = options;
    const receiver = new HTTPReceiver({
        signingSecret: options.signingSecret,
        endpoints: EVENTS_PATH,
        logger: options.logger,
        ...(install.by === 'oauth'
            ? {
                clientId: install.clientId,
                clientSecret: install.clientSecret,
                stateSecret: install.stateSecret,
                scopes: [...REQUIRED_SCOPES, ...OPTIONAL_SCOPES],
                installationStore: options.installationStore,
                installerOptions: {
                    directInstall: true,
                    installPath: INSTALL_PATH,
                    redirectUriPath: REDIRECT_PATH,
                    clientOptions: clientOptions(options.apiUrl, options.logger),
                    callbackOptions: {
                        success: (_installation, _options, _request, response) => {
                            response.writeHead(200, TEXT);
                            response.end(wording.installed);
                        },
                        failure: (_error, _options, _request, response) => {
                            response.writeHead(400, TEXT);
                            response.end(wording.notInstalled);
                        },
                    },
                },
            }
            : {}),
    });
    async function handle(request) {
        if (options.isClosing())
            return new Response(null, { status: 503 });
        const rawBody = await readBody(request);
        if (rawBody === null)
            return new Response(null, { status: 413 });
        const headers = Object.fromEntries(request.headers);
        // Bolt knows the type without parameters only
        if (headers['content-type']?.startsWith(`${FORM};`))
            headers['content-type'] = FORM;
        const sentAt = Number(headers['x-slack-request-timestamp'] ?? Number.NaN);
        // Bolt refuses old requests, not those from the future
        if (request.method === 'POST' && sentAt > options.now() / 1000 + MOST_SKEW_S)
            return new Response(null, { status: 401 });
        const { pathname, search } = new URL(request.url);
        const bridge = new ResponseBridge();
        receiver.requestListener({ method: request.method, url: `${pathname}${search}`, headers, rawBody }, bridge);
        return bridge.done;
    }
    return {
        receiver,
        routes: [
            { method: 'POST', path: EVENTS_PATH, handle },
            ...(install.by === 'oauth'
                ? [
                    { method: 'GET', path: INSTALL_PATH, handle },
                    { method: 'GET', path: REDIRECT_PATH, handle },
                ]
                : []),
        ],
    };
}
