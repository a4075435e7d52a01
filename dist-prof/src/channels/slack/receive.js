// What people say to the bot, read into what the chat service takes: mentions, direct messages, words in threads, the
// command, the message shortcut. Unknown in, a draft or null out; whatever is not from a person to the bot is null.
// Clicks, forms, the Home tab and links are read by the receive-… files beside.
import { z } from 'zod';
import { addressOf, Id, onlyWorkspace, PLATFORM, Ts, workspaceId, } from './draft.js';
import { mentionsOthers, toPlainText } from './text.js';
const Event = z.looseObject({
    type: z.string(),
    subtype: z.string().optional(),
    user: Id.optional(),
    bot_id: z.string().optional(),
    bot_profile: z.unknown().optional(),
    edited: z.unknown().optional(),
    text: z.string().catch(''),
    ts: Ts,
    thread_ts: Ts.optional(),
    channel: Id,
    channel_type: z.string().optional(),
    attachments: z
        .array(z.looseObject({
        text: z.string().optional(),
        is_share: z.boolean().optional(),
        author_id: z.string().optional(),
    }))
        .catch([]),
});
const EventBody = z.looseObject({
    event_id: z.string().optional(),
    is_ext_shared_channel: z.boolean().optional(),
    event: Event,
});
/** Subtypes that carry words of a person. */
const SPOKEN = new Set(['file_share', 'thread_broadcast']);
function authorOf(event, botUserId) {
    if (event.user !== undefined && event.user === botUserId)
        return 'self';
    return event.bot_id !== undefined || event.bot_profile !== undefined || event.user === undefined
        ? 'bot'
        : 'person';
}
/** A mention of the bot, a direct message, or (`overheard`) a word in a thread. */
export function receiveEvent(body, installation) {
    const parsed = EventBody.safeParse(body);
    if (!parsed.success)
        return null;
    const { event, event_id: eventId, is_ext_shared_channel: isShared } = parsed.data;
    const author = authorOf(event, installation.botUserId);
    if (event.edited !== undefined || (event.subtype !== undefined && !SPOKEN.has(event.subtype)))
        return null;
    const isMention = event.type === 'app_mention';
    const isDirect = event.type === 'message' && event.channel_type === 'im';
    const isTalk = event.type === 'message' && !isDirect;
    if (!isMention && !isDirect && !isTalk)
        return null;
    if (isTalk) {
        const isReply = event.thread_ts !== undefined && event.thread_ts !== event.ts;
        // with a mention of the bot it comes as app_mention too
        const isOurs = event.text.includes(`<@${installation.botUserId ?? ''}`);
        if (!isReply || isOurs || mentionsOthers(event.text, installation.botUserId))
            return null;
    }
    const user = event.user ?? '';
    const key = `${event.channel}:${event.ts}`;
    const thread = event.thread_ts ?? event.ts;
    const shared = event.attachments.find(({ is_share: isShare, text }) => isShare === true && text !== undefined);
    return {
        input: {
            kind: 'message',
            platform: PLATFORM,
            workspace: workspaceId(installation),
            conversation: event.channel,
            thread,
            person: user,
            author,
            deliveryKeys: [key, ...(eventId === undefined ? [] : [`event:${eventId}`])],
            text: toPlainText(event.text),
            quoted: shared ? { text: toPlainText(shared.text ?? ''), author: 'person' } : null,
            audience: 'everybody',
            ...(isTalk ? { overheard: true } : {}),
        },
        address: addressOf(installation, user, key, { channel: event.channel, thread }),
        facts: {
            workspace: onlyWorkspace(installation),
            channel: event.channel,
            user,
            isOwn: isDirect,
            isExternal: isShared === true,
        },
    };
}
const Command = z.looseObject({
    user_id: Id,
    channel_id: Id,
    text: z.string().catch(''),
    response_url: z.url(),
    trigger_id: z.string(),
});
/** `/duty 问题`: answered to the person alone. */
export function receiveCommand(body, installation) {
    const parsed = Command.safeParse(body);
    if (!parsed.success)
        return null;
    const { user_id: user, channel_id: channel, text, response_url: url, trigger_id: trigger } = parsed.data;
    const key = `trigger:${trigger}`;
    return {
        input: {
            kind: 'message',
            platform: PLATFORM,
            workspace: workspaceId(installation),
            conversation: channel,
            thread: null,
            person: user,
            author: 'person',
            deliveryKeys: [key],
            text: toPlainText(text),
            quoted: null,
            audience: 'person',
        },
        address: addressOf(installation, user, key, { channel, url, trigger, audience: 'person' }),
        facts: { workspace: onlyWorkspace(installation), channel, user, isOwn: false, isExternal: false },
    };
}
const MessageShortcut = z.looseObject({
    user: z.looseObject({ id: Id }),
    channel: z.looseObject({ id: Id }),
    message: z.looseObject({ text: z.string().catch(''), ts: Ts, thread_ts: Ts.optional() }),
    response_url: z.url(),
    trigger_id: z.string(),
});
/** 「查这件事归谁」 on a message: its words are the question, whoever or whatever wrote them. */
export function receiveShortcut(body, installation) {
    const parsed = MessageShortcut.safeParse(body);
    if (!parsed.success)
        return null;
    const { user, channel, message, response_url: url, trigger_id: trigger } = parsed.data;
    const thread = message.thread_ts ?? message.ts;
    const key = `trigger:${trigger}`;
    return {
        input: {
            kind: 'message',
            platform: PLATFORM,
            workspace: workspaceId(installation),
            conversation: channel.id,
            thread,
            person: user.id,
            author: 'person',
            deliveryKeys: [key],
            text: '',
            quoted: { text: toPlainText(message.text), author: 'person' },
            audience: 'person',
        },
        address: addressOf(installation, user.id, key, {
            channel: channel.id,
            thread,
            url,
            trigger,
            audience: 'person',
        }),
        facts: {
            workspace: onlyWorkspace(installation),
            channel: channel.id,
            user: user.id,
            isOwn: false,
            isExternal: false,
        },
    };
}
