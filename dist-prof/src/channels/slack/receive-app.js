// What is no question: an opened tab of the app, addresses in discussions.
import { z } from 'zod';
import { findPermalinkId } from '../../duty/index.js';
import { CONVERSATION, Id } from './draft.js';
const HomeOpened = z.looseObject({
    event: z.looseObject({
        user: Id,
        channel: Id,
        tab: z.string().catch('home'),
        view: z.looseObject({ hash: z.string().optional() }).optional(),
    }),
});
/** The person opened a tab of the app. */
export function receiveHome(body) {
    const parsed = HomeOpened.safeParse(body);
    return parsed.success ? parsed.data.event : null;
}
const LinkShared = z.looseObject({
    is_ext_shared_channel: z.boolean().optional(),
    event: z.looseObject({
        channel: z.string(),
        user: Id.catch('unknown'),
        message_ts: z.string(),
        thread_ts: z.string().optional(),
        unfurl_id: z.string().optional(),
        source: z.string().optional(),
        is_bot_user_member: z.boolean().catch(false),
        links: z.array(z.looseObject({ url: z.string().max(3000) })).max(200),
    }),
});
/** Addresses of items of the configured page; null when there is none among the links. */
export function receiveLinks(body, baseUrl) {
    const parsed = LinkShared.safeParse(body);
    if (!parsed.success)
        return null;
    const { event } = parsed.data;
    const items = event.links.flatMap(({ url }) => {
        const itemId = url.startsWith(`${baseUrl}/`) ? findPermalinkId(url) : null;
        return itemId === null ? [] : [{ url, itemId }];
    });
    if (items.length === 0)
        return null;
    const isComposer = event.source === 'composer';
    return {
        user: event.user,
        channel: isComposer || !CONVERSATION.test(event.channel) ? null : event.channel,
        items,
        target: event.unfurl_id !== undefined && (isComposer || event.source === 'conversations_history')
            ? { unfurl_id: event.unfurl_id, source: isComposer ? 'composer' : 'conversations_history' }
            : { channel: event.channel, ts: event.message_ts },
        isMember: event.is_bot_user_member,
        isExternal: parsed.data.is_ext_shared_channel === true,
    };
}
