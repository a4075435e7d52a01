// Clicks on buttons and menus of ours, and what is typed into pickers. Nothing of a state is looked at here.
import { z } from 'zod';
import { parseBlockId } from './block-id.js';
import { addressOf, conversationOfView, Id, onlyWorkspace, PLATFORM, Ts, View, workspaceId, } from './draft.js';
const Clicked = z.looseObject({
    action_id: z.string().max(255),
    block_id: z.string().max(255).catch(''),
    action_ts: z.string().catch(''),
    value: z.string().max(2000).optional(),
    selected_option: z.looseObject({ value: z.string().max(150) }).nullish(),
});
const Interaction = z.looseObject({
    user: z.looseObject({ id: Id }),
    channel: z.looseObject({ id: Id }).optional(),
    container: z.looseObject({
        type: z.string(),
        message_ts: Ts.optional(),
        is_ephemeral: z.boolean().optional(),
    }),
    message: z.looseObject({ ts: Ts, thread_ts: Ts.optional() }).optional(),
    view: View.optional(),
    response_url: z.url().optional(),
    trigger_id: z.string(),
    actions: z.array(Clicked).min(1),
});
/** A button or menu of ours, in a message, a window or the Home tab. `action` is the id it was drawn with. */
export function receiveClick(body, installation) {
    const parsed = Interaction.safeParse(body);
    const action = parsed.data?.actions[0];
    if (!parsed.success || !action)
        return null;
    const { user, channel, container, message, view, response_url: url, trigger_id: trigger } = parsed.data;
    const state = action.selected_option?.value ?? action.value;
    if (state === undefined)
        return null;
    const isEphemeral = container.is_ephemeral === true;
    const hint = parseBlockId(action.block_id);
    const conversation = channel?.id ?? conversationOfView(view?.private_metadata ?? '', user.id);
    const thread = view
        ? null
        : isEphemeral
            ? (hint?.thread ?? null)
            : (message?.thread_ts ?? message?.ts ?? container.message_ts ?? null);
    const isModal = view !== undefined && view.type !== 'home';
    const isPrivate = isEphemeral && hint?.audience !== 'everybody';
    const at = container.message_ts ?? view?.id ?? '';
    const key = `click:${at}:${user.id}:${action.action_id}:${action.action_ts}`;
    return {
        action: action.action_id,
        input: {
            kind: 'click',
            platform: PLATFORM,
            workspace: workspaceId(installation),
            conversation,
            thread,
            person: user.id,
            author: 'person',
            deliveryKeys: [key, `trigger:${trigger}`],
            state,
            comment: null,
            // from a window there is nothing to publish to
            audience: isPrivate ? 'person' : 'everybody',
        },
        address: addressOf(installation, user.id, key, {
            channel: channel?.id ?? null,
            thread,
            url: url ?? null,
            trigger,
            audience: isPrivate || isModal ? 'person' : 'everybody',
            message: container.message_ts ?? null,
            ephemeral: isEphemeral,
            view: view?.id ?? null,
            viewType: view ? (isModal ? 'modal' : 'home') : null,
            show: action.action_id.startsWith('cite')
                ? 'citation'
                : action.action_id.startsWith('fold')
                    ? 'folded'
                    : 'answer',
        }),
        facts: {
            workspace: onlyWorkspace(installation),
            channel: conversation,
            user: user.id,
            isOwn: view !== undefined,
            isExternal: false,
        },
    };
}
const Suggestion = z.looseObject({
    user: z.looseObject({ id: Id }),
    channel: z.looseObject({ id: Id }).optional(),
    view: View.optional(),
    action_id: z.string(),
    value: z.string().max(300).catch(''),
});
/** What is typed into a picker of ours. */
export function receiveSuggestion(body) {
    const parsed = Suggestion.safeParse(body);
    if (!parsed.success)
        return null;
    const { user, channel, view, action_id: action, value } = parsed.data;
    const conversation = channel?.id ?? conversationOfView(view?.private_metadata ?? '', user.id);
    return { user: user.id, conversation, action, text: value, isView: view !== undefined };
}
