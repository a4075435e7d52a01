// What went wrong with a call to Slack, as a closed set: what it means decides what is done.
import { webApi } from '@slack/bolt';
export class SlackCallError extends Error {
    fault;
    method;
    constructor(method, fault, options) {
        super(`${method}: ${fault.kind}${'code' in fault ? ` ${fault.code}` : ''}`, options);
        this.name = 'SlackCallError';
        this.method = method;
        this.fault = fault;
    }
}
const NOT_CONNECTED = new Set([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
]);
/** Slack's own faults, after which part of the work may be done. */
const PERHAPS_DONE = new Set([
    'internal_error',
    'fatal_error',
    'service_unavailable',
    'request_timeout',
    'team_added_to_org',
]);
const TOO_LONG = new Set([
    'msg_blocks_too_long',
    'msg_too_long',
    'invalid_blocks',
    'invalid_blocks_format',
    'view_too_large',
    'invalid_attachments',
]);
const NO_PLACE = new Set([
    'not_in_channel',
    'channel_not_found',
    'is_archived',
    'restricted_action',
    'restricted_action_thread_only_channel',
    'restricted_action_read_only_channel',
    'user_not_in_channel',
    'messages_tab_disabled',
]);
const BAD_TOKEN = new Set([
    'invalid_auth',
    'not_authed',
    'token_revoked',
    'token_expired',
    'account_inactive',
    'org_login_required',
    'user_removed_from_team',
    'team_disabled',
]);
const MISSED_TRIGGER = new Set([
    'expired_trigger_id',
    'trigger_expired',
    'trigger_exchanged',
    'exchanged_trigger_id',
    'invalid_trigger',
    'invalid_trigger_id',
    'view_not_found',
    'not_found',
]);
const NOT_THERE = new Set([
    'message_not_found',
    'cant_update_message',
    'edit_window_closed',
    'expired_url',
    'used_url',
    'no_text',
    'http-404',
    'http-410',
]);
const codeOf = (error) => error instanceof SlackCallError && error.fault.kind === 'refused' ? error.fault.code : '';
export const isTooLong = (error) => TOO_LONG.has(codeOf(error));
export const isNoPlace = (error) => NO_PLACE.has(codeOf(error));
export const isBadToken = (error) => BAD_TOKEN.has(codeOf(error));
export const isMissedTrigger = (error) => MISSED_TRIGGER.has(codeOf(error));
export const isNotThere = (error) => NOT_THERE.has(codeOf(error));
export const isUncertain = (error) => error instanceof SlackCallError && error.fault.kind === 'uncertain';
/** The code of a refusal, or the kind of another fault; for logs and metrics. */
export const faultCode = (error) => error instanceof SlackCallError
    ? error.fault.kind === 'refused'
        ? error.fault.code
        : error.fault.kind
    : 'internal';
/** The innermost code of a failed connection. */
function networkCode(error) {
    for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth++) {
        if ('code' in at && typeof at.code === 'string' && NOT_CONNECTED.has(at.code))
            return at.code;
        // a refused connection to a name with several addresses
        if (at instanceof AggregateError) {
            const codes = at.errors.map(networkCode);
            if (codes.length > 0 && codes.every((code) => code !== ''))
                return codes[0] ?? '';
        }
    }
    return '';
}
/** A refusal by Slack's code; some of them leave open what was done. */
export const refusal = (code) => PERHAPS_DONE.has(code) ? { kind: 'uncertain', code } : { kind: 'refused', code };
/** What an error of the Web API client, or of a plain request, means. */
export function toFault(error) {
    if (error instanceof webApi.WebAPIRateLimitedError)
        return { kind: 'rate-limited', retryAfterMs: Math.max(0, error.retryAfter) * 1000 };
    if (error instanceof webApi.WebAPIPlatformError)
        return refusal(error.data.error);
    if (error instanceof webApi.WebAPIHTTPError)
        return error.statusCode >= 500
            ? { kind: 'uncertain', code: `http-${error.statusCode}` }
            : { kind: 'refused', code: `http-${error.statusCode}` };
    const cause = error instanceof webApi.WebAPIRequestError ? error.original : error;
    const code = networkCode(cause);
    return code === '' ? { kind: 'uncertain', code: 'connection' } : { kind: 'unreachable', code };
}
