// Posting a message once: without blocks when Slack refuses them, and after a cut line only when it is not there.
import { setTimeout as sleep } from 'node:timers/promises';
import { SHORT } from './api.js';
import { faultCode, isTooLong, isUncertain } from './faults.js';
const METADATA_TYPE = 'duty_desk_answer';
/** Our links are no news to anybody. */
export const QUIET = { unfurl_links: false, unfurl_media: false };
/** Slack's own view of a thread lags behind a little. */
const SETTLE_MS = 500;
const MOST_TRIES = 3;
/** Messages of the bot. All of it throws SlackCallError. */
export function createPosting(api, log) {
    /** Sends with blocks, and without them when Slack finds them too long or wrong. */
    async function withFallback(letter, send) {
        try {
            return await send(letter.message);
        }
        catch (error) {
            if (!isTooLong(error))
                throw error;
            log.error({ code: faultCode(error) }, 'slack refused the blocks of an answer: sent as plain text');
            return send({ text: letter.fallback });
        }
    }
    const postOnce = (address, letter, target) => withFallback(letter, (message) => api.call(address, 'chat.postMessage', {
        channel: target.channel,
        ...(target.thread === null ? {} : { thread_ts: target.thread }),
        ...message,
        ...QUIET,
        metadata: { event_type: METADATA_TYPE, event_payload: { key: address.key } },
    }));
    /** Whether an answer to the question stands in a thread. @throws SlackCallError where we may not look */
    async function standsIn(address, target) {
        const { messages } = await api.call(address, 'conversations.replies', { channel: target.channel, ts: target.thread, include_all_metadata: true, limit: 100 }, SHORT);
        if (!Array.isArray(messages))
            return true;
        return messages.some((message) => JSON.stringify(message).includes(JSON.stringify(address.key)));
    }
    /** After a cut line Slack is asked what became of the message, and it is sent again only if it is not there. */
    async function post(address, letter, target) {
        for (let tries = 1;; tries++) {
            try {
                return await postOnce(address, letter, target);
            }
            catch (error) {
                const { channel, thread } = target;
                if (!isUncertain(error) || thread === null || tries >= MOST_TRIES)
                    throw error;
                await sleep(SETTLE_MS * tries);
                const stands = await standsIn(address, { channel, thread }).catch(() => null);
                if (stands === null)
                    throw error;
                if (stands)
                    return {};
                log.warn({ code: faultCode(error) }, 'an answer did not arrive: sent again');
            }
        }
    }
    return { post, standsIn, withFallback };
}
