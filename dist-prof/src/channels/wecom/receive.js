// What WeCom sends, from unknown to a union: the bot's JSON (the same by socket and by URL) and the app's XML.
import { z } from 'zod';
import { parseXml, toFields } from './protocol/xml.js';
const Text = z.object({ content: z.string() });
const Part = z.object({ msgtype: z.string(), text: Text.optional() });
const Mixed = z.object({ msg_item: z.array(Part) });
const Quote = z.object({
    msgtype: z.string(),
    text: Text.optional(),
    mixed: Mixed.optional(),
    voice: Text.optional(),
});
const Options = z.object({
    question_key: z.string().optional(),
    option_ids: z.object({ option_id: z.array(z.string()).default([]) }).optional(),
});
const CardEvent = z.object({
    event_key: z.string().optional(),
    task_id: z.string().optional(),
    selected_items: z.object({ selected_item: z.array(Options).default([]) }).optional(),
});
const FeedbackEvent = z.object({
    id: z.string(),
    type: z.number(),
    content: z.string().optional(),
    inaccurate_reason_list: z.array(z.number()).optional(),
});
const BotBody = z.object({
    msgid: z.string().optional(),
    aibotid: z.string().optional(),
    chatid: z.string().optional(),
    chattype: z.enum(['single', 'group']).optional(),
    from: z.object({ userid: z.string() }).optional(),
    response_url: z.string().optional(),
    create_time: z.number().optional(),
    msgtype: z.string(),
    text: Text.optional(),
    mixed: Mixed.optional(),
    voice: Text.optional(),
    quote: Quote.optional(),
    stream: z.object({ id: z.string() }).optional(),
    event: z
        .object({
        eventtype: z.string(),
        template_card_event: CardEvent.optional(),
        feedback_event: FeedbackEvent.optional(),
    })
        .and(CardEvent)
        .optional(),
});
const ignored = (what) => ({ kind: 'ignored', what });
const textOfMixed = (mixed) => (mixed?.msg_item ?? [])
    .flatMap((part) => part.text?.content ?? [])
    .join('\n')
    .trim();
/** The words of a quoted message; null when it has none. */
function textOfQuote(quote) {
    const text = quote?.text?.content ?? quote?.voice?.content ?? textOfMixed(quote?.mixed);
    return text.trim() === '' ? null : text;
}
const MEDIA = new Set(['image', 'voice', 'file', 'video', 'location', 'link']);
const toMedia = (type) => (MEDIA.has(type) ? type : 'other');
function commonOf(body) {
    const userId = body.from?.userid ?? '';
    if (userId === '')
        return null;
    const chatType = body.chattype ?? (body.chatid === undefined ? 'single' : 'group');
    const chatId = chatType === 'group' ? (body.chatid ?? '') : userId;
    if (chatId === '')
        return null;
    return {
        place: { chatType, chatId, userId },
        keys: body.msgid === undefined || body.msgid === '' ? [] : [`m:${body.msgid}`],
        responseUrl: body.response_url ?? null,
    };
}
const VALUES = { 1: 'good', 2: 'bad', 3: 'none' };
function toBotEventOfType(body, common) {
    const { event } = body;
    const fallback = `e:${common.place.userId}:${body.create_time ?? 0}:${event?.eventtype ?? ''}`;
    const keys = common.keys.length > 0 ? common.keys : [fallback];
    switch (event?.eventtype) {
        case 'enter_chat':
            return { ...common, keys, kind: 'enter' };
        case 'template_card_event': {
            // nested in real frames, flat in the SDK's types
            const data = event.template_card_event ?? event;
            const taskId = data.task_id ?? '';
            const key = data.event_key ?? '';
            const options = (data.selected_items?.selected_item ?? []).flatMap((item) => item.option_ids?.option_id ?? []);
            // a second tap before the card changed is the same click
            const tap = `c:${taskId}:${common.place.userId}:${key}:${options.join(',')}`;
            return {
                ...common,
                keys: [...keys, tap],
                kind: 'click',
                click: { taskId, key, options, responseCode: null },
            };
        }
        case 'feedback_event': {
            const data = event.feedback_event;
            const value = VALUES[data?.type];
            if (!data || value === undefined)
                return ignored('feedback');
            const comment = data.content === undefined || data.content === '' ? null : data.content;
            const reasons = data.inaccurate_reason_list ?? [];
            return { ...common, keys, kind: 'feedback', questionId: data.id, value, comment, reasons };
        }
        case 'disconnected_event':
            return { kind: 'kicked' };
        case undefined:
        default:
            return ignored(event?.eventtype ?? 'event');
    }
}
/** A callback body of the bot, parsed JSON. Never throws. */
export function toBotEvent(value) {
    const parsed = BotBody.safeParse(value);
    if (!parsed.success)
        return ignored('unreadable');
    const body = parsed.data;
    if (body.msgtype === 'stream')
        return body.stream === undefined ? ignored('stream') : { kind: 'poll', streamId: body.stream.id };
    if (body.msgtype === 'event' && body.event?.eventtype === 'disconnected_event')
        return { kind: 'kicked' };
    const common = commonOf(body);
    if (!common)
        return ignored('no-person');
    if (body.msgtype === 'event')
        return toBotEventOfType(body, common);
    if (common.keys.length === 0)
        return ignored('no-msgid');
    const quoted = textOfQuote(body.quote);
    // a voice message of a bot arrives transcribed
    const text = body.text?.content ?? body.voice?.content ?? textOfMixed(body.mixed);
    if (body.msgtype === 'text' || text.trim() !== '')
        return {
            ...common,
            kind: 'question',
            text,
            quoted,
            isQuoteUnreadable: body.quote !== undefined && quoted === null,
            isOwn: body.aibotid !== undefined && common.place.userId === body.aibotid,
        };
    const media = body.msgtype === 'mixed' ? 'image' : toMedia(body.msgtype);
    return { ...common, kind: 'media', media, quoted };
}
/** The text of a callback body as JSON; what is not JSON is an ignored event. */
export function parseBotBody(text) {
    try {
        return toBotEvent(JSON.parse(text));
    }
    catch {
        return ignored('not-json');
    }
}
const textsBelow = (element, name) => element === undefined
    ? []
    : element.children.flatMap((child) => (child.name === name ? [child.text] : textsBelow(child, name)));
/** A decrypted callback of the app. Never throws. */
export function parseAppMessage(xml) {
    const fields = toFields(parseXml(xml));
    if (!fields)
        return ignored('not-xml');
    const get = (name) => fields.get(name)?.text ?? '';
    const userId = get('FromUserName');
    // `sys` sends what concerns no member
    if (userId === '' || userId === 'sys')
        return ignored('no-person');
    const place = { chatType: 'single', chatId: userId, userId };
    const msgId = get('MsgId');
    const type = get('MsgType');
    const event = get('Event');
    const eventKey = get('EventKey');
    // one second may hold several events of a person
    const ofEvent = ['e', get('AgentID'), userId, get('CreateTime'), event, eventKey, get('TaskId')].join(':');
    const common = { place, keys: [msgId === '' ? ofEvent : `m:${msgId}`], responseUrl: null };
    if (type !== 'event') {
        if (msgId === '')
            return ignored('no-msgid');
        if (type === 'text')
            return {
                ...common,
                kind: 'question',
                text: get('Content'),
                quoted: null,
                isQuoteUnreadable: false,
                isOwn: false,
            };
        return { ...common, kind: 'media', media: toMedia(type), quoted: null };
    }
    switch (event) {
        case 'enter_agent':
            return { ...common, kind: 'enter' };
        case 'click':
            return { ...common, kind: 'menu', key: eventKey };
        case 'template_card_event': {
            const taskId = get('TaskId');
            const options = textsBelow(fields.get('SelectedItems'), 'OptionId');
            const tap = `c:${taskId}:${userId}:${eventKey}:${options.join(',')}`;
            const click = { taskId, key: eventKey, options, responseCode: get('ResponseCode') || null };
            return { ...common, keys: [ofEvent, tap], kind: 'click', click };
        }
        default:
            return ignored(event);
    }
}
