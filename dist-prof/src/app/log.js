// The log: JSON lines, with every secret taken out whatever field or address it stands in.
import { pino } from 'pino';
const HIDDEN = '[redacted]';
/** Shorter values would hide half of every line. */
const SHORTEST_SECRET = 8;
// access_token=…  corpsecret=…  key=… inside an address
const IN_ADDRESS = /(?<name>[?&](?:access_token|suite_access_token|corpsecret|secret|key|token|code|state|sig|msg_signature|echostr)=)[^&\s"\\]+/giu;
// xoxb-1-2-abc   xapp-1-A0-…   Bearer eyJ…
const SLACK_TOKEN = /\bx(?:ox[abeoprs]|app)(?:\.\w+)?-[A-Za-z0-9-]{6,}/gu;
const BEARER = /\b(?<scheme>Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{6,}/gu;
// response_url of a callback: whoever has it may answer
const RESPONSE_ADDRESS = /https:\/\/(?:hooks\.slack\.com\/[^\s"\\]+|qyapi\.weixin\.qq\.com\/cgi-bin\/aibot\/response[^\s"\\]*)/gu;
/** A line without secrets. */
export function createScrubber(secrets) {
    // a list of hashes is one value of several
    const values = [...new Set(secrets.flatMap((secret) => [secret, ...secret.split(/[,\s]+/u)]))]
        .filter((secret) => secret.length >= SHORTEST_SECRET)
        .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
        .sort((a, b) => b.length - a.length);
    const unique = [...new Set(values)];
    return (line) => {
        let clean = line;
        for (const value of unique)
            clean = clean.replaceAll(value, HIDDEN);
        return clean
            .replace(RESPONSE_ADDRESS, HIDDEN)
            .replace(IN_ADDRESS, `$<name>${HIDDEN}`)
            .replace(SLACK_TOKEN, HIDDEN)
            .replace(BEARER, `$<scheme> ${HIDDEN}`);
    };
}
const REDACTED_FIELDS = [
    'token',
    'secret',
    'password',
    'authorization',
    'cookie',
    'text',
    'question',
    'comment',
].flatMap((name) => [name, `*.${name}`]);
/** Times are ISO 8601 in UTC; `level` is a word. Fields named like secrets or like people's words are hidden. */
export function createLogger(options) {
    const scrub = createScrubber(options.secrets);
    return pino({
        level: options.level,
        base: null,
        messageKey: 'message',
        timestamp: () => `,"time":"${new Date().toISOString()}"`,
        formatters: { level: (label) => ({ level: label }) },
        redact: { paths: REDACTED_FIELDS, censor: HIDDEN },
    }, { write: (line) => options.sink.write(scrub(line)) });
}
