import { wording } from '../wording.zh.js';
/** The server says so while the socket still looks open. */
const NOT_SUBSCRIBED = 846_609;
const JITTER = 0.2;
export function createConnection(parts) {
    const { name, clock, log, metrics, timing, locks, lockName } = parts;
    let state = { type: 'stopped' };
    let socket = null;
    let timer = null;
    let lockTimer = null;
    /** Attempts in a row without a subscription, refusals in a row, kicks in a row. */
    const inARow = { lost: 0, refused: 0, kicked: 0 };
    let subscribedAt = 0;
    const waiters = new Set();
    const isRunning = () => state.type !== 'stopped';
    function become(next) {
        state = next;
        for (const wake of waiters)
            wake();
    }
    const backOff = (first, most, times) => Math.min(most, first * 2 ** Math.min(times, 30)) * (1 - JITTER + 2 * JITTER * Math.random());
    function connectIn(ms, why) {
        if (timer)
            clearTimeout(timer);
        become({ type: 'waiting', until: clock() + ms, why });
        timer = setTimeout(connect, ms);
    }
    function drop() {
        if (timer)
            clearTimeout(timer);
        timer = null;
        const old = socket;
        socket = null;
        old?.close();
    }
    function connect() {
        drop();
        if (!isRunning())
            return;
        become({ type: 'connecting' });
        let refusedWith = null;
        let wasKicked = false;
        const mine = parts.openSocket({
            botId: parts.botId,
            secret: parts.secret,
            url: parts.url,
            ca: parts.ca,
            heartbeatMs: timing.heartbeat,
            connectWithinMs: timing.subscribeWithin,
        }, {
            subscribed() {
                if (socket !== mine)
                    return;
                if (timer)
                    clearTimeout(timer);
                timer = null;
                inARow.lost = 0;
                inARow.refused = 0;
                subscribedAt = clock();
                become({ type: 'subscribed' });
                log.info({ channel: name }, 'subscribed to the long connection');
            },
            refused(code) {
                refusedWith = code;
            },
            kicked() {
                wasKicked = true;
            },
            closed() {
                if (socket !== mine)
                    return;
                socket = null;
                if (timer)
                    clearTimeout(timer);
                timer = null;
                if (wasKicked)
                    onKicked();
                else if (refusedWith !== null)
                    onRefused(refusedWith);
                else
                    onLost();
            },
            callback(reqId, body) {
                if (socket === mine)
                    parts.onCallback(reqId, body);
            },
        }, log);
        socket = mine;
        // an open socket that nobody confirms
        timer = setTimeout(() => {
            if (socket !== mine)
                return;
            log.warn({ channel: name }, 'the subscription was not confirmed in time');
            metrics.error(name, 'not-subscribed');
            mine.close();
        }, timing.subscribeWithin);
    }
    function onLost() {
        metrics.count(name, 'reconnects', 'Times that the long connection was lost or could not be made.');
        const wait = backOff(timing.reconnectFirst, timing.reconnectMost, inARow.lost++);
        log.warn({ channel: name, waitMs: Math.round(wait) }, 'the long connection is away, connecting again');
        connectIn(wait, 'lost');
    }
    function onRefused(code) {
        metrics.error(name, 'subscribe-refused');
        const wait = backOff(timing.refusedFirst, timing.refusedMost, inARow.refused++);
        log.error({ channel: name, errcode: code, waitMs: Math.round(wait) }, 'the subscription was refused');
        connectIn(wait, code);
    }
    function onKicked() {
        metrics.count(name, 'kicks', 'Times that another client took the long connection.');
        // our own standby took over while we slept
        if (!locks.acquire(lockName, timing.lockTtl, clock())) {
            become({ type: 'standby' });
            log.warn({ channel: name }, 'another process of ours serves, standing by');
            return;
        }
        if (!parts.takeover) {
            become({ type: 'kicked' });
            log.error({ channel: name }, 'another client took the long connection, not taking it back');
            return;
        }
        // two that take it from each other do so ever more slowly
        if (clock() - subscribedAt > 10 * timing.takeover)
            inARow.kicked = 0;
        const wait = backOff(timing.takeover, timing.refusedMost, inARow.kicked++);
        log.warn({ channel: name, waitMs: Math.round(wait) }, 'another client took the long connection, taking it back');
        connectIn(wait, 'retaking');
    }
    function tendLock() {
        const isMine = locks.acquire(lockName, timing.lockTtl, clock());
        if (isMine && state.type === 'standby') {
            log.info({ channel: name }, 'holding the lock, connecting');
            connect();
        }
        else if (!isMine && state.type !== 'standby') {
            drop();
            become({ type: 'standby' });
            log.warn({ channel: name }, 'another process holds the lock, standing by');
        }
    }
    /** Resolves true when subscribed, false at the deadline or when stopped. */
    function subscribed(deadline) {
        return new Promise((resolve) => {
            const check = () => {
                if (state.type === 'subscribed')
                    end(true);
                else if (state.type === 'stopped' || clock() >= deadline)
                    end(false);
            };
            const alarm = setTimeout(() => end(false), Math.max(0, deadline - clock()));
            const end = (value) => {
                clearTimeout(alarm);
                waiters.delete(check);
                resolve(value);
            };
            waiters.add(check);
            check();
        });
    }
    async function sendOnce(command, reqId, body, deadline) {
        if (!(await subscribed(deadline)) || !socket)
            return { result: { state: 'unsent' }, by: null };
        const by = socket;
        return { result: await by.send(command, reqId, body), by };
    }
    return {
        start() {
            become({ type: 'standby' });
            tendLock();
            lockTimer = setInterval(tendLock, timing.lockEvery);
        },
        stop() {
            if (lockTimer)
                clearInterval(lockTimer);
            become({ type: 'stopped' });
            drop();
            locks.release(lockName);
        },
        isSubscribed: () => state.type === 'subscribed',
        health() {
            const { health } = wording;
            switch (state.type) {
                case 'subscribed':
                    return { state: 'ok', detail: health.connected };
                case 'standby':
                    return { state: 'standby', detail: health.standby };
                case 'connecting':
                    return {
                        state: inARow.lost + inARow.refused > 0 ? 'failing' : 'starting',
                        detail: health.connecting,
                    };
                case 'waiting': {
                    const seconds = Math.max(0, Math.ceil((state.until - clock()) / 1000));
                    if (typeof state.why === 'number')
                        return { state: 'failing', detail: health.refused(state.why) };
                    if (state.why === 'retaking')
                        return { state: 'failing', detail: health.retaking(seconds) };
                    // a first blip is no failure yet
                    return { state: inARow.lost > 1 ? 'failing' : 'starting', detail: health.waiting(seconds) };
                }
                case 'kicked':
                    return { state: 'failing', detail: health.kicked };
                case 'stopped':
                    return { state: 'starting', detail: health.stopped };
            }
        },
        async send(command, reqId, body, deadline) {
            for (let mended = false;; mended = true) {
                const { result, by } = await sendOnce(command, reqId, body, deadline);
                if (result.state !== 'refused' || result.code !== NOT_SUBSCRIBED)
                    return result;
                metrics.count(name, 'unsubscribed', 'Times that the server had forgotten the subscription.');
                log.warn({ channel: name }, 'connected but not subscribed, connecting again');
                if (by !== null && by === socket)
                    by.close();
                if (mended)
                    return result;
            }
        },
    };
}
