// Faults of WeCom's interfaces: what the server refused, with its code. Judged by code alone; the sentence that comes
// with it only lends its hint id and, for 60020, the address that it saw.
export class WecomRefusal extends Error {
    code;
    /** For WeCom's support: hint:[…]. */
    hint;
    constructor(code, hint) {
        super(`errcode ${code}${hint === null ? '' : ` hint ${hint}`}`);
        this.name = 'WecomRefusal';
        this.code = code;
        this.hint = hint;
    }
}
/** Token gone: fetch a new one, try once more. */
export const TOKEN_CODES = new Set([40_001, 40_014, 42_001]);
export const BUSY = -1;
export const TOO_OFTEN = new Set([45_009, 45_033]);
export const UNTRUSTED_IP = 60_020;
/** The stream of a reply is over: too old, or finished before. */
export const STREAM_OVER = 846_608;
export const BAD_REQ_ID = 846_605;
// hint: [1700000000123456789012345]
const HINT = /hint:\s*\[(?<hint>[\w-]+)\]/u;
// not allow to access from your ip, …, from ip: 203.0.113.9, more info at …
const FROM_IP = /from ip:\s*(?<ip>[0-9a-fA-F.:]+)/u;
export const hintOf = (errmsg) => HINT.exec(errmsg)?.groups?.['hint'] ?? null;
/** The address that WeCom saw, so that the operator need not look for it. */
export const ipOf = (errmsg) => FROM_IP.exec(errmsg)?.groups?.['ip'] ?? null;
