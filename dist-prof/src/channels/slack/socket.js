// The Socket Mode connection kept up: Bolt's receiver does the protocol, this file reconnects. Bolt's own reconnecting
// waits five seconds at every renewal and ends for good at a refused or unreachable address.
import { SocketModeReceiver } from '@slack/bolt';
import { ChannelStartError } from '../chat/index.js';
import { clientOptions } from './api.js';
import { faultCode, isBadToken, SlackCallError, toFault } from './faults.js';
import { wording } from './wording.zh.js';
const HELLO_WITHIN_MS = 15_000;
const STOP_WITHIN_MS = 3000;
const WAITS_MS = [0, 500, 1000, 2000, 5000, 10_000, 20_000, 30_000];
/** Somebody may have put the app right again. */
const REFUSED_WAIT_MS = 60_000;
const PONG_WITHIN_MS = 15_000;
export function createSocket(options) {
    const { log, metrics, now } = options;
    const receiver = new SocketModeReceiver({
        appToken: options.appToken,
        logger: options.boltLogger,
        autoReconnectEnabled: false,
        clientPingTimeout: PONG_WITHIN_MS,
        // this is where the receiver takes the address of the API from
        installerOptions: { clientOptions: clientOptions(options.apiUrl, options.boltLogger) },
    });
    const { client } = receiver;
    let lostSince = now();
    let refused = false;
    let stopping = false;
    let failures = 0;
    let wake = () => undefined;
    const within = async (work, ms) => {
        let timer;
        try {
            return await Promise.race([
                work,
                new Promise((_resolve, reject) => {
                    timer = setTimeout(() => reject(new Error('timeout')), ms);
                }),
            ]);
        }
        finally {
            clearTimeout(timer);
        }
    };
    const pause = (ms) => new Promise((resolve) => {
        const timer = setTimeout(resolve, ms).unref();
        wake = () => {
            clearTimeout(timer);
            resolve();
        };
    });
    async function connect() {
        await within(client.start(), HELLO_WITHIN_MS);
        lostSince = null;
        refused = false;
        failures = 0;
        metrics.count('slack', 'connections', 'Socket Mode connections made.');
    }
    /** How long to wait after a failed try. */
    function noteFailure(cause) {
        const error = new SlackCallError('apps.connections.open', toFault(cause), { cause });
        failures++;
        refused = isBadToken(error);
        metrics.error('slack', refused ? 'token' : 'connect');
        log.warn({ code: faultCode(error), failures }, 'slack could not be connected');
        if (refused)
            return REFUSED_WAIT_MS;
        const asked = error.fault.kind === 'rate-limited' ? error.fault.retryAfterMs : 0;
        return Math.max(asked, WAITS_MS[Math.min(failures, WAITS_MS.length - 1)] ?? 0);
    }
    async function disconnect() {
        await within(client.disconnect(), STOP_WITHIN_MS).catch(() => undefined);
    }
    const lost = () => new Promise((resolve) => {
        client.once('disconnected', () => resolve());
    });
    /** Goes on until it is stopped; without a first wait the connection stands. */
    async function keepUp(firstWait) {
        let wait = firstWait;
        for (;;) {
            if (wait === null)
                await lost();
            else
                await pause(wait);
            if (stopping)
                return;
            lostSince ??= now();
            try {
                await connect();
                log.info({}, 'slack connected again');
                wait = null;
            }
            catch (error) {
                await disconnect();
                wait = noteFailure(error);
            }
        }
    }
    return {
        receiver,
        async start() {
            let wait = null;
            try {
                await connect();
            }
            catch (error) {
                await disconnect();
                wait = noteFailure(error);
                if (refused)
                    throw new ChannelStartError(wording.start.badAppToken(faultCode(new SlackCallError('', toFault(error)))));
            }
            keepUp(wait).catch((error) => log.error({ err: error }, 'keeping slack connected failed'));
        },
        async stop() {
            stopping = true;
            wake();
            await disconnect();
            lostSince ??= now();
        },
        lostSince: () => lostSince,
        isRefused: () => refused,
    };
}
