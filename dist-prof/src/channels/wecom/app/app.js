// The self-built app (自建应用): encrypted XML in, acknowledged at once; answers by message/send.
import { setTimeout as sleep } from 'node:timers/promises';
import { PostponedSendError, UncertainSendError, } from '../../chat/index.js';
import { explanationOf, welcomeText } from '../bot/common.js';
import { PLATFORM, textIn, toChatClick, toChatMessage } from '../chat-event.js';
import { createDraw, labelOf } from '../draw.js';
import { WecomRefusal } from '../errors.js';
import { createSayOnce, dayOf } from '../once.js';
import { createPace, PaceStopped } from '../pace.js';
import { createCallbackCrypto } from '../protocol/callback-crypto.js';
import { createCallbackReceiver } from '../protocol/callback.js';
import { HttpFault } from '../protocol/http.js';
import { parseAppMessage } from '../receive.js';
import { createTasks } from '../tasks.js';
import { wording } from '../wording.zh.js';
import { createWecomApi } from './api.js';
import { MENU_KEYS, toMenu } from './menu.js';
const NAME = 'wecom-app';
export const APP_PATH = '/wecom/app';
/** Nobody else is invalid than the person that we write to. */
const NO_RECIPIENT = 81_013;
export function createSelfBuiltApp(parts) {
    const { config, http, deps, timing } = parts;
    const { service, store, metrics, clock, baseUrl } = deps;
    const workspace = config.corpId;
    const log = deps.log.child({ channel: NAME });
    const stopping = new AbortController();
    const crypto = createCallbackCrypto({
        token: config.token,
        aesKey: config.aesKey,
        receiveId: config.corpId,
    });
    const receiver = createCallbackReceiver({ name: NAME, format: 'xml', crypto, clock, log, metrics });
    const draw = createDraw(service, 'app');
    const pace = createPace(clock, timing);
    const sayOnce = createSayOnce(store, clock);
    const tasks = createTasks((error) => {
        metrics.error(NAME, 'task');
        log.error({ err: error }, 'handling a callback failed');
    });
    const api = createWecomApi({
        name: NAME,
        apiUrl: parts.apiUrl,
        corpId: config.corpId,
        secret: config.secret,
        http,
        clock,
        log,
        metrics,
        timing,
        stopping: stopping.signal,
    });
    let recoverTimer = null;
    metrics.gauge(NAME, 'waiting', 'Answers that wait for the limit of their conversation.', () => pace.waiting());
    // nobody mentions an app
    const contextNow = () => ({
        workspace,
        via: 'app',
        strip: (text) => text.trim(),
        now: clock(),
    });
    /** Calls, with faults as the chat service wants them. */
    async function call(path, body) {
        let fields;
        try {
            fields = await api.call(path, {}, body);
        }
        catch (error) {
            if (error instanceof HttpFault && error.kind === 'uncertain')
                throw new UncertainSendError(error.message, { cause: error });
            if (stopping.signal.aborted && !(error instanceof WecomRefusal))
                throw new PostponedSendError('the channel is stopping');
            throw error;
        }
        const invalid = fields['invaliduser'];
        if (typeof invalid === 'string' && invalid !== '')
            throw new WecomRefusal(NO_RECIPIENT, null);
    }
    const sendText = (userId, content) => call('message/send', { touser: userId, msgtype: 'text', agentid: config.agentId, text: { content } });
    /** Never fails: the text, which is there, says the same. */
    async function sendCard(userId, card, isNeeded) {
        let sent = null;
        try {
            sent = isNeeded ? await takePlace(userId) : pace.tryTake(userId);
            if (!sent)
                return;
            await call('message/send', {
                touser: userId,
                msgtype: 'template_card',
                agentid: config.agentId,
                template_card: card,
            });
        }
        catch (error) {
            metrics.error(NAME, 'card');
            log.warn({ err: error }, 'a card could not be sent');
        }
        finally {
            sent?.();
        }
    }
    async function takePlace(userId) {
        const tellWaiting = (waitMs) => {
            tasks.add(sendText(userId, wording.waiting(Math.ceil(waitMs / 1000))));
        };
        try {
            return await pace.take(userId, tellWaiting);
        }
        catch (error) {
            throw error instanceof PaceStopped ? new PostponedSendError('the channel is stopping') : error;
        }
    }
    /** The clicked card can be used once; its code is good for one change. */
    function useCard(event, outcome) {
        const responseCode = textIn(event, 'responseCode');
        if (responseCode === '')
            return;
        const label = labelOf(outcome);
        tasks.add(call('message/update_template_card', {
            userids: [textIn(event, 'chatId')],
            agentid: config.agentId,
            response_code: responseCode,
            button: { replace_name: label === null ? wording.card.answered : wording.card.chosen(label) },
        }));
    }
    function answer(event) {
        const userId = textIn(event, 'chatId');
        tasks.add(service.answerOnce(event, async (outcome) => {
            const drawn = draw(outcome, event.deliveryKeys[0] ?? '');
            if (event.kind === 'click')
                useCard(event, outcome);
            if (!drawn)
                return;
            if (drawn.isCut)
                metrics.count(NAME, 'cut', 'Answers that did not fit into one message.');
            const sent = await takePlace(userId);
            try {
                await sendText(userId, drawn.text);
            }
            finally {
                sent();
            }
            if (drawn.card)
                await sendCard(userId, drawn.card, drawn.isCardNeeded);
        }));
    }
    function say(key, userId, text) {
        tasks.add(sayOnce(`${workspace}:${key}`, async () => {
            const sent = await takePlace(userId);
            try {
                await sendText(userId, text);
            }
            finally {
                sent();
            }
        }));
    }
    function receiveEvent(event) {
        switch (event.kind) {
            case 'question':
                return answer(toChatMessage(event, contextNow(), {}));
            case 'menu': {
                const text = MENU_KEYS.get(event.key);
                const question = { quoted: null, isQuoteUnreadable: false, isOwn: false };
                if (text !== undefined)
                    answer(toChatMessage({ ...event, ...question, kind: 'question', text }, contextNow(), {}));
                return;
            }
            case 'media':
                return say(event.keys[0] ?? '', event.place.userId, explanationOf(event, '') ?? '');
            case 'click':
                return answer(toChatClick(event, contextNow(), { responseCode: event.click.responseCode }));
            case 'enter': {
                const key = `welcome-app:${event.place.userId}:${dayOf(clock())}`;
                return say(key, event.place.userId, welcomeText(deps, workspace, event));
            }
            case 'ignored':
                log.debug({ what: event.what }, 'a callback with nothing to do');
                return;
            case 'feedback':
            case 'poll':
            case 'kicked':
        }
    }
    async function receive(request) {
        const received = await receiver.receive(request);
        if (!received.ok)
            return received.response;
        // accepted means written down: a retry, or another process, finds it
        receiveEvent(parseAppMessage(received.message));
        return new Response(null, { status: 200 });
    }
    function recover() {
        for (const { event } of service.unfinished(PLATFORM))
            if (textIn(event, 'via') === 'app')
                answer(event);
    }
    /** Token and menu, again until they are there. */
    async function setUp() {
        for (let attempt = 0; !stopping.signal.aborted; attempt++) {
            try {
                await api.call('menu/create', { agentid: String(config.agentId) }, toMenu(baseUrl));
                return;
            }
            catch (error) {
                if (stopping.signal.aborted)
                    return;
                log.warn({ err: error }, 'the menu could not be made');
                const ms = Math.min(timing.refusedMost, timing.refusedFirst * 2 ** attempt);
                await sleep(ms, undefined, { signal: stopping.signal }).catch(() => undefined);
            }
        }
    }
    return {
        name: NAME,
        routes: [
            { method: 'GET', path: APP_PATH, handle: (request) => receiver.verify(request) },
            { method: 'POST', path: APP_PATH, handle: receive },
        ],
        start() {
            tasks.add(setUp());
            recover();
            recoverTimer = setInterval(recover, timing.recoverEvery);
            return Promise.resolve();
        },
        async stop() {
            if (recoverTimer)
                clearInterval(recoverTimer);
            pace.stop();
            await tasks.settled(api.health().state === 'ok' ? timing.stopWithin : 0);
            stopping.abort();
            await tasks.settled(timing.stopWithin);
        },
        health: () => api.health(),
    };
}
