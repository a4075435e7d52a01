// The bot (智能机器人) by URL callback: encrypted JSON in, passive replies out; what comes later goes by polls of the
// stream, by response_url, or by a retry of the platform.
import { setTimeout as sleep } from 'node:timers/promises';
import { PostponedSendError, UncertainSendError, } from '../../chat/index.js';
import { nameOf, PLATFORM, textIn, toChatClick, toChatMessage, } from '../chat-event.js';
import { createDraw, drawUsed } from '../draw.js';
import { hintOf, WecomRefusal } from '../errors.js';
import { createMentionStripper } from '../mentions.js';
import { createSayOnce, dayOf } from '../once.js';
import { createPace, PaceStopped } from '../pace.js';
import { createCallbackCrypto } from '../protocol/callback-crypto.js';
import { createCallbackReceiver } from '../protocol/callback.js';
import { HttpFault } from '../protocol/http.js';
import { parseBotBody } from '../receive.js';
import { createTasks } from '../tasks.js';
import { wording } from '../wording.zh.js';
import { explanationOf, noteFeedback, welcomeText } from './common.js';
import { createStreams, toStreamBody } from './streams.js';
const NAME = 'wecom-bot';
export const BOT_PATH = '/wecom/bot';
/** Between looks at an answer that another process is giving. */
const LOOK_AGAIN_MS = 250;
export function createUrlCallbackBot(parts) {
    const { config, workspace, http, deps, timing } = parts;
    const { service, store, metrics, clock, baseUrl } = deps;
    const log = deps.log.child({ channel: NAME });
    const crypto = createCallbackCrypto({ token: config.token, aesKey: config.aesKey, receiveId: '' });
    const receiver = createCallbackReceiver({ name: NAME, format: 'json', crypto, clock, log, metrics });
    const strip = createMentionStripper(parts.botNames);
    const draw = createDraw(service, 'bot');
    const pace = createPace(clock, timing);
    const sayOnce = createSayOnce(store, clock);
    const streams = createStreams(clock);
    const apiHost = new URL(parts.apiUrl);
    const tasks = createTasks((error) => {
        metrics.error(NAME, 'task');
        log.error({ err: error }, 'handling a callback failed');
    });
    let recoverTimer = null;
    metrics.gauge(NAME, 'waiting', 'Answers that wait for the limit of their conversation.', () => pace.waiting());
    const contextNow = () => ({ workspace, via: 'url', strip, now: clock() });
    const empty = () => new Response(null, { status: 200 });
    /** An encrypted passive reply; the nonce must be that of the callback. */
    function passive(body, nonce) {
        const timestamp = Math.floor(clock() / 1000);
        const sealed = crypto.seal(JSON.stringify(body), String(timestamp), nonce);
        return Response.json({ encrypt: sealed.encrypt, msgsignature: sealed.signature, timestamp, nonce });
    }
    const say = (streamId, text, nonce) => passive({ msgtype: 'stream', stream: { id: streamId, finish: true, content: text } }, nonce);
    function drawAnswer(event, outcome) {
        const drawn = outcome && draw(outcome, event.deliveryKeys[0] ?? '');
        if (drawn?.isCut === true)
            metrics.count(NAME, 'cut', 'Answers that did not fit into one message.');
        return drawn;
    }
    async function takePlace(chatId, onWait) {
        try {
            return await pace.take(chatId, onWait);
        }
        catch (error) {
            throw error instanceof PaceStopped ? new PostponedSendError('the channel is stopping') : error;
        }
    }
    const waitingText = (waitMs) => wording.waiting(Math.ceil(waitMs / 1000));
    /** Computes the answer of a message into its stream. */
    async function fill(stream, event) {
        const until = clock() + timing.passiveWithin;
        for (;;) {
            const handled = await service.answerOnce(event, async (outcome) => {
                // in this mode every one that waits has a message of its own to say so
                let isWaiting = true;
                let waitMs = timing.minute;
                const place = takePlace(textIn(event, 'chatId'), (ms) => {
                    waitMs = ms;
                }).then((sent) => {
                    isWaiting = false;
                    // it is fetched at once
                    sent();
                });
                await Promise.race([place, new Promise((resolve) => setImmediate(resolve))]);
                if (isWaiting)
                    stream.show(waitingText(waitMs));
                await place;
                stream.finish(drawAnswer(event, outcome));
            });
            if (handled.state === 'duplicate')
                stream.finish(drawAnswer(event, handled.outcome));
            else if (handled.state === 'silent')
                stream.finish(null);
            else if (handled.state === 'failed')
                stream.refuse();
            // another process is at it: its answer is the one to give here
            else if (handled.state === 'in-flight' && clock() < until) {
                await sleep(LOOK_AGAIN_MS);
                continue;
            }
            else if (handled.state === 'in-flight')
                stream.refuse();
            if (stream.isRefused)
                streams.drop(stream.id);
            return;
        }
    }
    function start(streamId, event) {
        const stream = streams.open(streamId);
        tasks.add(fill(stream, event));
        return stream;
    }
    /** Waits a moment for the stream and answers with what stands in it. */
    async function answerBy(stream, nonce) {
        let timer;
        const late = new Promise((resolve) => {
            timer = setTimeout(resolve, timing.passiveWithin);
        });
        await Promise.race([stream.ready, late]);
        clearTimeout(timer);
        if (stream.isRefused)
            return new Response(null, { status: 503 });
        return stream.isSilent ? empty() : passive(toStreamBody(stream), nonce);
    }
    function onQuestion(event, nonce) {
        const streamId = nameOf('stream', event.keys[0] ?? '');
        const message = toChatMessage(event, contextNow(), { streamId, responseUrl: event.responseUrl });
        const explanation = explanationOf(event, message.text);
        if (explanation !== null)
            return say(streamId, explanation, nonce);
        return answerBy(streams.get(streamId) ?? start(streamId, message), nonce);
    }
    /** A poll for a stream that this process has not begun: a dead one has, or nobody. */
    function onPoll(streamId, nonce) {
        const known = streams.get(streamId);
        if (known)
            return answerBy(known, nonce);
        const left = service
            .unfinished(PLATFORM)
            .find(({ event }) => textIn(event, 'via') === 'url' && textIn(event, 'streamId') === streamId);
        return left ? answerBy(start(streamId, left.event), nonce) : say(streamId, wording.lost, nonce);
    }
    /** One answer may be posted there within the hour. Only WeCom's own host is believed. */
    async function postLater(responseUrl, drawn) {
        const url = URL.canParse(responseUrl) ? new URL(responseUrl) : null;
        if (url?.host !== apiHost.host || url.protocol !== apiHost.protocol) {
            metrics.error(NAME, 'response-url');
            throw new Error('response_url is not of the configured host');
        }
        const feedback = drawn.feedbackId === null ? {} : { feedback: { id: drawn.feedbackId } };
        let answer;
        try {
            answer = await http.request('POST', responseUrl, {
                msgtype: 'markdown',
                markdown: { content: drawn.text, ...feedback },
            });
        }
        catch (error) {
            if (error instanceof HttpFault && error.kind === 'uncertain')
                throw new UncertainSendError(error.message, { cause: error });
            throw error;
        }
        const code = typeof answer === 'object' && answer !== null && 'errcode' in answer ? Number(answer.errcode) : 0;
        const text = typeof answer === 'object' && answer !== null && 'errmsg' in answer ? String(answer.errmsg) : '';
        if (code !== 0)
            throw new WecomRefusal(code, hintOf(text));
    }
    function sendLater(event, onOutcome) {
        return service.answerOnce(event, async (outcome) => {
            onOutcome?.(outcome);
            const drawn = drawAnswer(event, outcome);
            if (!drawn)
                return;
            const sent = await takePlace(textIn(event, 'chatId'), () => undefined);
            try {
                await postLater(textIn(event, 'responseUrl'), drawn);
            }
            finally {
                sent();
            }
        });
    }
    /** The card changes by the passive reply, the answer follows as a message. */
    async function onClick(event, nonce) {
        const click = toChatClick(event, contextNow(), { responseUrl: event.responseUrl });
        const seen = new Promise((resolve) => {
            const work = sendLater(click, resolve).finally(() => resolve(null));
            tasks.add(work);
        });
        const outcome = await Promise.race([seen, sleep(timing.passiveWithin, null)]);
        if (!outcome)
            return empty();
        const card = drawUsed(outcome, event.click.taskId, event.click.key, baseUrl);
        return passive({ response_type: 'update_template_card', template_card: card }, nonce);
    }
    async function onEnter(event, nonce) {
        const key = `welcome:${workspace}:${event.place.userId}:${dayOf(clock())}`;
        const isNew = await sayOnce(key, () => Promise.resolve());
        if (!isNew)
            return empty();
        return passive({ msgtype: 'text', text: { content: welcomeText(deps, workspace, event) } }, nonce);
    }
    async function receive(request) {
        const received = await receiver.receive(request);
        if (!received.ok)
            return received.response;
        const { nonce } = received;
        const event = parseBotBody(received.message);
        switch (event.kind) {
            case 'question':
                return onQuestion(event, nonce);
            case 'media':
                return say(nameOf('stream', event.keys[0] ?? ''), explanationOf(event, '') ?? '', nonce);
            case 'poll':
                return onPoll(event.streamId, nonce);
            case 'click':
                return onClick(event, nonce);
            case 'enter':
                return onEnter(event, nonce);
            case 'feedback':
                noteFeedback(deps, workspace, event);
                return empty();
            case 'ignored':
                log.debug({ what: event.what }, 'a callback with nothing to do');
                return empty();
            case 'menu':
            case 'kicked':
                return empty();
        }
    }
    /** Answers by response_url what a dead process had accepted, when the platform delivers it no more. */
    function recover() {
        for (const { event, since } of service.unfinished(PLATFORM)) {
            if (textIn(event, 'via') !== 'url' || clock() - since < timing.recoverAfter)
                continue;
            const streamId = textIn(event, 'streamId');
            // a retry that comes after all gets nothing further
            if (streamId !== '')
                streams.open(streamId).finish(null);
            tasks.add(sendLater(event));
        }
    }
    return {
        name: NAME,
        routes: [
            { method: 'GET', path: BOT_PATH, handle: (request) => receiver.verify(request) },
            { method: 'POST', path: BOT_PATH, handle: receive },
        ],
        start() {
            recover();
            recoverTimer = setInterval(recover, timing.recoverEvery);
            return Promise.resolve();
        },
        async stop() {
            if (recoverTimer)
                clearInterval(recoverTimer);
            pace.stop();
            await tasks.settled(timing.stopWithin);
        },
        health: () => ({ state: 'ok', detail: wording.health.callback }),
    };
}
