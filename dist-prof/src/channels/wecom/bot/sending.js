// How an answer leaves by the long connection. A stream is named after its question: sending it again cannot make a
// second message, so a cut connection or a missing acknowledgement is answered by sending it again.
import { setTimeout as sleep } from 'node:timers/promises';
import { PostponedSendError, UncertainSendError, } from '../../chat/index.js';
import { textIn } from '../chat-event.js';
import { drawUsed } from '../draw.js';
import { BAD_REQ_ID, BUSY, STREAM_OVER, TOO_OFTEN, WecomRefusal } from '../errors.js';
import { PaceStopped } from '../pace.js';
import { wording } from '../wording.zh.js';
const MOST_ATTEMPTS = 5;
export function createSending(parts) {
    const { name, connection, pace, draw, clock, log, metrics, timing, stopping } = parts;
    const postponed = () => new PostponedSendError('the channel is stopping');
    /** What a frame that did not go out means for the answer. */
    function failureOf(result) {
        switch (result.state) {
            case 'refused':
                return new WecomRefusal(result.code, result.hint);
            case 'uncertain':
                return new UncertainSendError('no acknowledgement');
            case 'unsent':
            case 'acknowledged':
                return stopping.aborted ? postponed() : new Error('no connection in time');
        }
    }
    async function pause(attempt, isTooOften) {
        const ms = isTooOften ? timing.minute / 4 : timing.apiRetry * 2 ** attempt;
        try {
            await sleep(ms, undefined, { signal: stopping });
        }
        catch {
            throw postponed();
        }
    }
    const isBusy = (result) => result.state === 'refused' && (result.code === BUSY || TOO_OFTEN.has(result.code));
    /** Sends a frame that must not arrive twice: again only where the server said that it did not take it. */
    async function push(command, reqId, body) {
        const deadline = clock() + timing.holdAnswers;
        for (let attempt = 0;; attempt++) {
            const result = await connection.send(command, reqId, body, deadline);
            if (result.state === 'acknowledged')
                return;
            if (!isBusy(result) || attempt >= MOST_ATTEMPTS)
                throw failureOf(result);
            await pause(attempt, result.state === 'refused' && TOO_OFTEN.has(result.code));
        }
    }
    const pushText = (event, text) => push('aibot_send_msg', null, {
        chatid: event.chatId,
        chat_type: event.chatType === 'group' ? 2 : 1,
        msgtype: 'markdown',
        markdown: { content: text },
    });
    async function sendStream(target, text, feedbackId, mayHaveArrived) {
        const deadline = clock() + timing.holdAnswers;
        const body = {
            msgtype: 'stream',
            stream: {
                id: target.streamId,
                finish: true,
                content: text,
                ...(feedbackId === null ? {} : { feedback: { id: feedbackId } }),
            },
        };
        let isUncertain = mayHaveArrived;
        for (let attempt = 0;; attempt++) {
            const result = await connection.send('aibot_respond_msg', target.reqId, body, deadline);
            if (result.state === 'acknowledged')
                return;
            if (result.state === 'refused' && result.code === STREAM_OVER && isUncertain)
                return;
            const isLost = result.state === 'refused' && (result.code === STREAM_OVER || result.code === BAD_REQ_ID);
            if (isLost && isUncertain)
                throw new UncertainSendError('the callback is over');
            if (isLost) {
                // the window for replies has passed: a message of its own, which nobody else has sent
                log.info({ channel: name }, 'a reply came too late for its callback, sending it as a message');
                return pushText(target, text);
            }
            if (result.state === 'uncertain') {
                isUncertain = true;
                metrics.count(name, 'resends', 'Answers sent again because no acknowledgement came.');
            }
            if (result.state !== 'unsent')
                pace.note(target.chatId);
            if (attempt >= MOST_ATTEMPTS || (result.state !== 'uncertain' && !isBusy(result)))
                throw failureOf(result);
            await pause(attempt, result.state === 'refused' && TOO_OFTEN.has(result.code));
        }
    }
    /** Never fails: the text, which is there, says the same. */
    async function sendCard(target, drawn, asReply) {
        const { card } = drawn;
        if (!card)
            return;
        const body = { msgtype: 'template_card', template_card: card };
        let sent = null;
        try {
            sent = drawn.isCardNeeded ? await takePlace(target.chatId) : pace.tryTake(target.chatId);
            if (!sent)
                return;
            await (asReply
                ? push('aibot_respond_msg', target.reqId, body)
                : push('aibot_send_msg', null, {
                    chatid: target.chatId,
                    chat_type: target.chatType === 'group' ? 2 : 1,
                    ...body,
                }));
        }
        catch (error) {
            metrics.error(name, 'card');
            log.warn({ channel: name, err: error }, 'a card could not be sent');
        }
        finally {
            sent?.();
        }
    }
    async function takePlace(chatId, onWait) {
        try {
            return await pace.take(chatId, onWait);
        }
        catch (error) {
            throw error instanceof PaceStopped ? postponed() : error;
        }
    }
    const waitingText = (waitMs) => wording.waiting(Math.ceil(waitMs / 1000));
    async function answerMessage(target, drawn, mayHaveArrived) {
        let feedbackId = drawn.feedbackId;
        let told = Promise.resolve();
        const sent = await takePlace(target.chatId, (waitMs) => {
            // the first frame of a stream carries the feedback id; the answer will take the place of this sentence
            told = connection.send('aibot_respond_msg', target.reqId, {
                msgtype: 'stream',
                stream: {
                    id: target.streamId,
                    finish: false,
                    content: waitingText(waitMs),
                    ...(drawn.feedbackId === null ? {} : { feedback: { id: drawn.feedbackId } }),
                },
            }, clock() + timing.subscribeWithin);
            feedbackId = null;
        });
        try {
            await told;
            await sendStream(target, drawn.text, feedbackId, mayHaveArrived);
        }
        finally {
            sent();
        }
        await sendCard(target, drawn, true);
    }
    async function answerClick(event, target, outcome, drawn) {
        const card = drawUsed(outcome, textIn(event, 'taskId'), textIn(event, 'key'), parts.baseUrl);
        // at once: WeCom gives a click 5 seconds
        const updated = connection.send('aibot_respond_update_msg', target.reqId, { response_type: 'update_template_card', template_card: card }, clock() + timing.passiveWithin);
        const sent = await takePlace(target.chatId, (waitMs) => {
            pushText(target, waitingText(waitMs)).catch((error) => log.warn({ channel: name, err: error }, 'the sentence about waiting could not be sent'));
        });
        try {
            await pushText(target, drawn.text);
        }
        finally {
            sent();
        }
        await sendCard(target, drawn, false);
        const result = await updated;
        if (result.state !== 'acknowledged') {
            metrics.error(name, 'card-update');
            log.warn({ channel: name, state: result.state }, 'a clicked card could not be changed');
        }
    }
    return {
        async answer(event, outcome, mayHaveArrived) {
            const drawn = draw(outcome, event.deliveryKeys[0] ?? '');
            if (!drawn)
                return;
            if (drawn.isCut)
                metrics.count(name, 'cut', 'Answers that did not fit into one message.');
            const target = {
                reqId: textIn(event, 'reqId'),
                streamId: textIn(event, 'streamId'),
                chatId: textIn(event, 'chatId'),
                chatType: textIn(event, 'chatType'),
            };
            await (event.kind === 'click'
                ? answerClick(event, target, outcome, drawn)
                : answerMessage(target, drawn, mayHaveArrived));
        },
        async say(reqId, streamId, chatId, text) {
            const sent = await takePlace(chatId);
            try {
                await sendStream({ reqId, streamId, chatId, chatType: '' }, text, null, false);
            }
            finally {
                sent();
            }
        },
        async welcome(reqId, text) {
            const result = await connection.send('aibot_respond_welcome_msg', reqId, { msgtype: 'text', text: { content: text } }, clock() + timing.passiveWithin);
            if (result.state !== 'acknowledged')
                throw failureOf(result);
        },
    };
}
