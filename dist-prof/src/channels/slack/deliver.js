import { UncertainSendError } from '../chat/index.js';
import { SHORT } from './api.js';
import { faultCode, isMissedTrigger, isNoPlace, isNotThere, isTooLong, isUncertain } from './faults.js';
import { limits } from './limits.js';
import { createPosting, QUIET } from './posting.js';
import { renderCitation, renderNotice, renderReply, toLongText } from './render.js';
import { cut } from './text.js';
import { answerView, citationView } from './views.js';
import { wording } from './wording.zh.js';
const CHANNEL = /^[CG][A-Z0-9]{2,40}$/;
export function createDeliverer({ api, service, log, adopt }) {
    const letterOf = (outcome, hint) => ({
        message: renderReply(outcome, { hint, page: (page) => service.pageAction(outcome, page) }),
        fallback: toLongText(outcome.reply),
    });
    const noticeOf = (reply) => ({ message: renderNotice(reply), fallback: toLongText(reply) });
    const { post, standsIn, withFallback } = createPosting(api, log);
    const respond = (address, letter, how) => withFallback(letter, (message) => api.respond(address.url ?? '', {
        ...how,
        ...message,
        ...QUIET,
        ...(message.blocks ? {} : { blocks: [] }),
    }));
    /** With a word on why it did not come where it was asked for. */
    async function toDirect(address, letter) {
        const isChannel = address.channel !== null && CHANNEL.test(address.channel);
        const why = wording.notMember(address.channel === null ? null : `<#${address.channel}>`);
        const whyBlock = {
            type: 'section',
            text: { type: 'mrkdwn', text: why, verbatim: true },
        };
        const withWhy = isChannel
            ? {
                message: { text: `${why}\n${letter.message.text}`, blocks: [whyBlock, ...letter.message.blocks] },
                fallback: cut(`${why}\n${letter.fallback}`, limits.text),
            }
            : letter;
        await post(address, withWhy, { channel: address.user, thread: null });
    }
    async function toPerson(address, letter) {
        if (address.view !== null && address.viewType === 'modal')
            return inWindow(address, letter, 'push');
        if (address.url !== null) {
            try {
                return await respond(address, letter, {
                    response_type: 'ephemeral',
                    replace_original: false,
                    ...(address.thread === null ? {} : { thread_ts: address.thread }),
                });
            }
            catch (error) {
                if (isUncertain(error) || isTooLong(error))
                    throw error;
                log.warn({ code: faultCode(error) }, 'a response address did not take an answer');
            }
        }
        if (address.channel !== null && !address.channel.startsWith('D')) {
            try {
                await withFallback(letter, (message) => api.call(address, 'chat.postEphemeral', {
                    channel: address.channel,
                    user: address.user,
                    ...(address.thread === null ? {} : { thread_ts: address.thread }),
                    ...message,
                }));
                return;
            }
            catch (error) {
                if (!isNoPlace(error))
                    throw error;
                return toDirect(address, letter);
            }
        }
        await post(address, letter, {
            channel: address.channel ?? address.user,
            thread: address.channel === null ? null : address.thread,
        });
    }
    async function toThread(address, letter) {
        if (address.channel === null) {
            await post(address, letter, { channel: address.user, thread: null });
            return null;
        }
        try {
            const posted = await post(address, letter, { channel: address.channel, thread: address.thread });
            return typeof posted['ts'] === 'string' ? posted['ts'] : null;
        }
        catch (error) {
            if (!isNoPlace(error))
                throw error;
            if (address.url === null)
                await toDirect(address, letter);
            else
                await respond(address, letter, { response_type: 'in_channel', replace_original: false });
            return null;
        }
    }
    async function publish(outcome, address) {
        const letter = letterOf(outcome, { audience: 'everybody', thread: address.thread });
        const ts = await toThread(address, letter);
        const thread = address.thread ?? ts;
        if (thread !== null && outcome.questionId !== null)
            adopt(address, thread, outcome.questionId);
        if (address.url === null || !address.ephemeral)
            return;
        // the private answer has served; failing to tidy up is no failure to answer
        await api
            .respond(address.url, {
            replace_original: true,
            response_type: 'ephemeral',
            text: wording.published,
            blocks: renderNotice(service.notice(wording.published)).blocks,
        })
            .catch((error) => log.warn({ code: faultCode(error) }, 'a published answer stays private too'));
    }
    async function replace(outcome, address) {
        const letter = letterOf(outcome, { audience: address.audience, thread: address.thread });
        if (address.view !== null && address.viewType === 'modal')
            return inWindow(address, letter, 'update');
        try {
            if (address.url !== null)
                return await respond(address, letter, { replace_original: true });
        }
        catch (error) {
            if (address.ephemeral || isUncertain(error))
                throw error;
            log.warn({ code: faultCode(error) }, 'a response address did not take a replacement');
        }
        if (address.channel === null || address.message === null || address.ephemeral)
            return toPerson(address, letter);
        try {
            await withFallback(letter, (message) => api.call(address, 'chat.update', {
                channel: address.channel,
                ts: address.message,
                ...message,
                ...(message.blocks ? {} : { blocks: [] }),
            }));
        }
        catch (error) {
            if (!isNotThere(error) && !isNoPlace(error))
                throw error;
            await toPerson(address, letter);
        }
    }
    /** In a window: on top of what is there, or instead of it. */
    async function inWindow(address, letter, how) {
        const view = answerView(letter.message.blocks, address.channel ?? address.user, null);
        try {
            if (how === 'push' && address.trigger !== null) {
                await api.call(address, 'views.push', { trigger_id: address.trigger, view }, SHORT);
                return;
            }
        }
        catch (error) {
            if (!isMissedTrigger(error) && faultCode(error) !== 'push_limit_reached')
                throw error;
        }
        try {
            await api.call(address, 'views.update', { view_id: address.view, view }, SHORT);
        }
        catch (error) {
            if (!isMissedTrigger(error) && !isTooLong(error))
                throw error;
            await post(address, letter, { channel: address.user, thread: null });
        }
    }
    async function cite(outcome, address) {
        const { citation } = outcome.reply;
        if (citation === null)
            return toPerson(address, noticeOf(outcome.reply));
        const view = citationView(citation);
        const isWindow = address.view !== null && address.viewType === 'modal';
        try {
            await api.call(address, isWindow ? 'views.push' : 'views.open', { trigger_id: address.trigger ?? '', view }, SHORT);
        }
        catch (error) {
            if (isUncertain(error))
                throw error;
            log.warn({ code: faultCode(error) }, 'a window could not be opened: sent as a message');
            const message = { text: toLongText(service.notice(citation)), blocks: renderCitation(citation) };
            await toPerson({ ...address, view: null }, { message, fallback: message.text });
        }
    }
    async function deliverReply(outcome, address) {
        if (address.show === 'citation')
            return cite(outcome, address);
        if (address.show === 'folded')
            return replace({ ...outcome, view: { mode: 'summary', page: 0 } }, address);
        const isHome = address.viewType === 'home';
        const hint = { audience: address.audience, thread: address.thread };
        switch (outcome.delivery) {
            case 'publish':
                return publish(outcome, address);
            case 'replace':
                return isHome ? toPerson(address, letterOf(outcome, hint)) : replace(outcome, address);
            case 'private':
                // choices that belong to everybody's answer carry that in their hint, and answer there
                return toPerson(address, letterOf(outcome, hint));
            case 'answer':
                if (address.audience === 'person')
                    return toPerson(address, letterOf(outcome, hint));
                await toThread(address, letterOf(outcome, hint)).then((ts) => {
                    if (ts !== null && address.thread === null && outcome.questionId !== null)
                        adopt(address, ts, outcome.questionId);
                });
        }
    }
    return {
        async deliver(outcome, address) {
            try {
                if (outcome.kind === 'reply')
                    await deliverReply(outcome, address);
                else if (outcome.kind !== 'ignored')
                    await toPerson(address, noticeOf(outcome.reply));
            }
            catch (error) {
                if (!isUncertain(error))
                    throw error;
                throw new UncertainSendError(`slack: ${faultCode(error)}`, { cause: error });
            }
        },
        async wasSent(address) {
            const { channel, thread, url } = address;
            return channel === null || thread === null || url !== null || standsIn(address, { channel, thread });
        },
    };
}
