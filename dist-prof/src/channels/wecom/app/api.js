// WeCom's server interface for the app: the token kept and renewed by one request at a time, faults told apart by
// whether the call was taken.
import { setTimeout as sleep } from 'node:timers/promises';
import { BUSY, hintOf, ipOf, TOKEN_CODES, TOO_OFTEN, UNTRUSTED_IP, WecomRefusal } from '../errors.js';
import { HttpFault } from '../protocol/http.js';
import { wording } from '../wording.zh.js';
/** Renewed so much before its end. */
const RENEW_EARLY_MS = 300_000;
const MOST_BUSY = 3;
const MOST_TOO_OFTEN = 3;
export function createWecomApi(parts) {
    const { name, http, clock, log, metrics, timing, stopping } = parts;
    let token = null;
    let fetching = null;
    let isProven = false;
    let trouble = null;
    /** Notes how a call went, for health; logs what is new. */
    function note(next) {
        if (next && next.code !== trouble?.code)
            log.error({ errcode: next.code, advice: next.hint }, 'a call to WeCom failed');
        if (!next && trouble)
            log.info({}, 'calls to WeCom succeed again');
        trouble = next;
        if (!next)
            isProven = true;
    }
    function adviceFor(code, errmsg) {
        if (code === UNTRUSTED_IP)
            return wording.untrustedIp(ipOf(errmsg));
        return wording.errors[String(code)] ?? wording.otherError;
    }
    /** One request; the errcode is checked. */
    async function request(path, query, body) {
        const url = `${parts.apiUrl}/cgi-bin/${path}?${new URLSearchParams(query).toString()}`;
        let answer;
        try {
            answer = await http.request(body === undefined ? 'GET' : 'POST', url, body);
        }
        catch (error) {
            metrics.error(name, 'unreachable');
            if (error instanceof HttpFault)
                note({ code: error.message, hint: wording.unreachable });
            throw error;
        }
        if (typeof answer !== 'object' || answer === null)
            throw new HttpFault('uncertain', 'not-an-object');
        const fields = answer;
        const code = Number(fields['errcode'] ?? 0);
        if (code === 0) {
            note(null);
            return fields;
        }
        const errmsg = typeof fields['errmsg'] === 'string' ? fields['errmsg'] : '';
        metrics.error(name, `errcode_${code}`);
        log.warn({ path, errcode: code, hint: hintOf(errmsg) }, 'WeCom refused a call');
        note({ code: `errcode ${code}`, hint: adviceFor(code, errmsg) });
        throw new WecomRefusal(code, hintOf(errmsg));
    }
    async function fetchToken() {
        const fields = await request('gettoken', { corpid: parts.corpId, corpsecret: parts.secret });
        const value = fields['access_token'];
        if (typeof value !== 'string' || value === '')
            throw new WecomRefusal(BUSY, null);
        const seconds = Number(fields['expires_in'] ?? 7200);
        return { value, until: clock() + Math.max(60_000, seconds * 1000 - RENEW_EARLY_MS) };
    }
    async function currentToken() {
        if (token && token.until > clock())
            return token;
        fetching ??= fetchToken().finally(() => {
            fetching = null;
        });
        token = await fetching;
        return token;
    }
    const pause = async (ms) => {
        await sleep(ms, undefined, { signal: stopping });
    };
    async function call(path, query, body) {
        const tries = { token: 0, busy: 0, tooOften: 0, unreachable: 0 };
        const deadline = clock() + timing.holdAnswers;
        for (;;) {
            let used = null;
            try {
                used = await currentToken();
                return await request(path, { ...query, access_token: used.value }, body);
            }
            catch (error) {
                if (error instanceof WecomRefusal) {
                    if (used && TOKEN_CODES.has(error.code) && tries.token++ < 1) {
                        // only the one that failed: another call may have renewed it meanwhile
                        if (token === used)
                            token = null;
                        continue;
                    }
                    if (error.code === BUSY && tries.busy++ < MOST_BUSY) {
                        await pause(timing.apiRetry * 2 ** tries.busy);
                        continue;
                    }
                    if (TOO_OFTEN.has(error.code) && tries.tooOften++ < MOST_TOO_OFTEN) {
                        await pause(timing.minute);
                        continue;
                    }
                    throw error;
                }
                // without a token nothing was asked for yet
                const isSafe = error instanceof HttpFault && (error.kind === 'unsent' || used === null);
                if (!isSafe || clock() >= deadline)
                    throw error;
                await pause(Math.min(30 * timing.apiRetry, timing.apiRetry * 2 ** tries.unreachable++));
            }
        }
    }
    return {
        call,
        health() {
            if (trouble)
                return { state: 'failing', detail: wording.health.apiFailed(trouble.code, trouble.hint) };
            return isProven
                ? { state: 'ok', detail: wording.health.appReady }
                : { state: 'starting', detail: wording.health.appStarting };
        },
    };
}
