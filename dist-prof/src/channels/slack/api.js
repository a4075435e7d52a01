// Calls to Slack: the token of the installation, waiting for rate limits and for the network, and nothing that could
// send the same thing twice. Bolt's own client retries blindly; here it only ever tries once.
import { webApi } from '@slack/bolt';
import { workspaceId } from './draft.js';
import { faultCode, isBadToken, refusal, SlackCallError, toFault } from './faults.js';
/** Somebody waits at an open window, or Slack for an answer. */
export const SHORT = { totalMs: 2000 };
/** An answer is worth waiting for. */
export const LONG = { totalMs: 120_000 };
const CALL_TIMEOUT_MS = 10_000;
const NETWORK_WAITS_MS = [500, 1500, 4000, 10_000, 20_000, 30_000, 30_000];
const MOST_CLIENTS = 500;
/** Options under which a client of Bolt tries once and tells the truth. */
export function clientOptions(apiUrl, logger) {
    return {
        ...(apiUrl === null ? {} : { slackApiUrl: apiUrl }),
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: CALL_TIMEOUT_MS,
        logger,
    };
}
export function createSlackApi(parts) {
    const { log, metrics, now, sleep } = parts;
    const clients = new Map();
    /** Until when calls of a kind wait, after Slack asked for it. */
    const gates = new Map();
    async function clientOf(workspace, method) {
        const token = await parts.tokenOf(workspace);
        if (token === null)
            throw new SlackCallError(method, { kind: 'refused', code: 'not_installed' });
        const known = clients.get(token);
        if (known)
            return known;
        if (clients.size >= MOST_CLIENTS)
            clients.clear();
        const client = new webApi.WebClient(token, clientOptions(parts.apiUrl, parts.boltLogger));
        clients.set(token, client);
        return client;
    }
    async function once(workspace, method, args) {
        const client = await clientOf(workspace, method);
        try {
            const result = { ...(await client.apiCall(method, args)) };
            parts.onCall(workspace, null);
            return result;
        }
        catch (cause) {
            const error = new SlackCallError(method, toFault(cause), { cause });
            parts.onCall(workspace, error);
            throw error;
        }
    }
    /** How long to wait before the next try; null to give up. */
    function waitAfter(error, tries) {
        if (error.fault.kind === 'rate-limited')
            return error.fault.retryAfterMs;
        return error.fault.kind === 'unreachable' ? (NETWORK_WAITS_MS[tries] ?? null) : null;
    }
    return {
        async call(workspace, method, args, patience = LONG) {
            const until = now() + patience.totalMs;
            const gate = `${workspaceId(workspace)}:${method}:${typeof args['channel'] === 'string' ? args['channel'] : ''}`;
            for (let tries = 0;; tries++) {
                const closed = (gates.get(gate) ?? 0) - now();
                if (closed > 0) {
                    if (now() + closed > until)
                        throw new SlackCallError(method, { kind: 'rate-limited', retryAfterMs: closed });
                    await sleep(closed);
                }
                try {
                    return await once(workspace, method, args);
                }
                catch (error) {
                    if (!(error instanceof SlackCallError))
                        throw error;
                    metrics.error('slack', isBadToken(error) ? 'token' : faultCode(error).slice(0, 40));
                    const wait = waitAfter(error, tries);
                    if (error.fault.kind === 'rate-limited')
                        gates.set(gate, now() + error.fault.retryAfterMs);
                    if (wait === null || now() + wait > until)
                        throw error;
                    log.warn({ method, code: faultCode(error), waitMs: wait }, 'slack call waits for another try');
                    await sleep(wait);
                }
            }
        },
        async respond(url, body) {
            let response;
            try {
                response = await fetch(url, {
                    method: 'POST',
                    headers: { 'content-type': 'application/json; charset=utf-8' },
                    body: JSON.stringify(body),
                    redirect: 'error',
                    signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
                });
            }
            catch (cause) {
                throw new SlackCallError('response_url', toFault(cause), { cause });
            }
            const text = await response.text().catch(() => '');
            const code = /"error"\s*:\s*"(?<code>[a-z_]{1,60})"/.exec(text)?.groups?.['code'] ?? text.slice(0, 60);
            if (response.ok && !/"ok"\s*:\s*false/.test(text))
                return;
            metrics.error('slack', 'response-url');
            throw new SlackCallError('response_url', response.status >= 500
                ? { kind: 'uncertain', code: `http-${response.status}` }
                : refusal(/^[a-z_]+$/.test(code) ? code : `http-${response.status}`));
        },
    };
}
