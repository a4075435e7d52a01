import { hintOf } from '../errors.js';
// Authentication failed: invalid secret (code: 40001)
const REFUSED = /^Authentication failed: .*\(code: (?<code>-?\d+)\)$/su;
const MOST_PAYLOAD = 4 * 1024 * 1024;
/** The SDK speaks in sentences and appends whole frames: we keep the sentences, which name no content. */
const quietly = (log) => ({
    debug: () => undefined,
    info: (sdk) => log.debug({ sdk }, 'bot sdk'),
    warn: (sdk) => log.debug({ sdk }, 'bot sdk warns'),
    error: (sdk) => log.debug({ sdk }, 'bot sdk reports'),
});
/** The SDK rejects with a raw frame where the server said no, with an Error otherwise. */
export function toFrameResult(reason) {
    if (reason instanceof Error) {
        // nothing was written
        return reason.message.startsWith('WebSocket not connected')
            ? { state: 'unsent' }
            : { state: 'uncertain' };
    }
    if (typeof reason === 'object' && reason !== null && 'errcode' in reason) {
        const text = 'errmsg' in reason ? String(reason.errmsg) : '';
        return { state: 'refused', code: Number(reason.errcode), hint: hintOf(text) };
    }
    return { state: 'uncertain' };
}
function createClient(sdk, options, log) {
    return new sdk.WSClient({
        botId: options.botId,
        secret: options.secret,
        ...(options.url === null ? {} : { wsUrl: options.url }),
        wsOptions: {
            handshakeTimeout: options.connectWithinMs,
            maxPayload: MOST_PAYLOAD,
            ...(options.ca === null ? {} : { ca: [...options.ca] }),
        },
        maxReconnectAttempts: 0,
        maxAuthFailureAttempts: 0,
        heartbeatInterval: options.heartbeatMs,
        logger: quietly(log),
    });
}
/** Opens at once; everything further is told through `events`, never inside this call. */
export const openSocket = (options, events, log) => {
    let client = null;
    let open = true;
    const closeOnce = () => {
        if (!open)
            return;
        open = false;
        client?.disconnect();
        events.closed();
    };
    function connect(sdk) {
        if (!open)
            return;
        client = createClient(sdk, options, log);
        client.on('authenticated', () => {
            if (open)
                events.subscribed();
        });
        client.on('message', (frame) => {
            if (open)
                events.callback(frame.headers.req_id, frame.body);
        });
        client.on('event', (frame) => {
            if (open)
                events.callback(frame.headers.req_id, frame.body);
        });
        client.on('disconnected', (reason) => {
            // told so also where the event came in a form that the SDK does not pass on
            if (open && reason.startsWith('New connection established'))
                events.kicked();
            closeOnce();
        });
        client.on('error', (error) => {
            if (!open)
                return;
            const code = REFUSED.exec(error.message)?.groups?.['code'];
            if (code !== undefined)
                events.refused(Number(code));
            else
                log.warn({ err: error.message }, 'the long connection reports a fault');
        });
        client.connect();
    }
    // loaded when a bot is connected only: it and what it needs take longer than the rest of a start
    import('@wecom/aibot-node-sdk').then(connect).catch((error) => {
        log.error({ err: error }, 'the bot sdk could not be used');
        closeOnce();
    });
    return {
        async send(command, reqId, body) {
            if (!open || !client)
                return { state: 'unsent' };
            try {
                if (reqId === null) {
                    await client.sendMessage(String(body['chatid']), body);
                }
                else {
                    await client.reply({ headers: { req_id: reqId } }, body, command);
                }
                return { state: 'acknowledged' };
            }
            catch (reason) {
                return toFrameResult(reason);
            }
        },
        close: closeOnce,
    };
};
