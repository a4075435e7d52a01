import { nameOf, PLATFORM, textIn, toChatClick, toChatMessage } from '../chat-event.js';
import { createConnection } from '../connection/connection.js';
import { openSocket } from '../connection/socket.js';
import { createDraw } from '../draw.js';
import { createMentionStripper } from '../mentions.js';
import { createSayOnce, dayOf } from '../once.js';
import { createPace } from '../pace.js';
import { toBotEvent } from '../receive.js';
import { createTasks } from '../tasks.js';
import { explanationOf, noteFeedback, welcomeText } from './common.js';
import { createSending } from './sending.js';
const NAME = 'wecom-bot';
export function createLongConnectionBot(parts) {
    const { config, workspace, deps, timing } = parts;
    const { service, store, metrics, clock } = deps;
    const log = deps.log.child({ channel: NAME });
    const stopping = new AbortController();
    const strip = createMentionStripper(parts.botNames);
    const pace = createPace(clock, timing);
    const sayOnce = createSayOnce(store, clock);
    const tasks = createTasks((error) => {
        metrics.error(NAME, 'task');
        log.error({ err: error }, 'handling a callback failed');
    });
    const connection = createConnection({
        name: NAME,
        lockName: `wecom-bot:${nameOf('bot', config.botId)}`,
        botId: config.botId,
        secret: config.secret,
        url: config.wsUrl,
        ca: parts.ca,
        takeover: config.takeover,
        locks: store.locks,
        clock,
        log,
        metrics,
        timing,
        openSocket,
        onCallback: (reqId, body) => receive(reqId, toBotEvent(body)),
    });
    const sending = createSending({
        name: NAME,
        connection,
        pace,
        draw: createDraw(service, 'bot'),
        clock,
        log,
        metrics,
        timing,
        baseUrl: deps.baseUrl,
        stopping: stopping.signal,
    });
    metrics.gauge(NAME, 'subscribed', 'Whether the long connection is subscribed.', () => connection.isSubscribed() ? 1 : 0);
    metrics.gauge(NAME, 'waiting', 'Answers that wait for the limit of their conversation.', () => pace.waiting());
    let recoverTimer = null;
    const contextNow = () => ({ workspace, via: 'socket', strip, now: clock() });
    function answer(event) {
        let isTried = false;
        let mayHaveArrived = false;
        // a message of ours is called by its stream: what a dead process may have sent is sent again without harm. What we
        // have tried in vain ourselves is taken as sent
        const wasSent = () => {
            mayHaveArrived = true;
            return Promise.resolve(isTried);
        };
        // what answers a click has no such name
        const options = event.kind === 'message' ? { wasSent } : {};
        const send = (outcome) => {
            isTried = true;
            return sending.answer(event, outcome, mayHaveArrived);
        };
        tasks.add(service.answerOnce(event, send, options));
    }
    function receive(reqId, event) {
        switch (event.kind) {
            case 'question': {
                const streamId = nameOf('stream', event.keys[0] ?? '');
                const message = toChatMessage(event, contextNow(), { reqId, streamId });
                const explanation = explanationOf(event, message.text);
                if (explanation === null)
                    return answer(message);
                return explain(reqId, event, explanation);
            }
            case 'media':
                return explain(reqId, event, explanationOf(event, '') ?? '');
            case 'click':
                return answer(toChatClick(event, contextNow(), { reqId }));
            case 'enter': {
                const key = `welcome:${workspace}:${event.place.userId}:${dayOf(clock())}`;
                tasks.add(sayOnce(key, () => sending.welcome(reqId, welcomeText(deps, workspace, event))));
                return;
            }
            case 'feedback':
                noteFeedback(deps, workspace, event);
                return;
            case 'ignored':
                log.debug({ what: event.what }, 'a callback with nothing to do');
                return;
            // by URL, or by the app, or told by the socket itself
            case 'poll':
            case 'menu':
            case 'kicked':
        }
    }
    function explain(reqId, event, text) {
        const [key = ''] = event.keys;
        const say = () => sending.say(reqId, nameOf('stream', key), event.place.chatId, text);
        tasks.add(sayOnce(`${workspace}:${key}`, say));
    }
    /** Answers what a dead process had accepted. */
    function recover() {
        if (!connection.isSubscribed())
            return;
        for (const { event } of service.unfinished(PLATFORM))
            if (textIn(event, 'via') === 'socket')
                answer(event);
    }
    return {
        name: NAME,
        routes: [],
        start() {
            connection.start();
            recoverTimer = setInterval(recover, Math.min(timing.recoverEvery, timing.lockEvery));
            return Promise.resolve();
        },
        async stop() {
            if (recoverTimer)
                clearInterval(recoverTimer);
            pace.stop();
            await tasks.settled(timing.stopWithin);
            stopping.abort();
            connection.stop();
            await tasks.settled(timing.stopWithin);
        },
        health: () => connection.health(),
    };
}
