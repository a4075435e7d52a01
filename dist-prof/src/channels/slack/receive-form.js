// The filled-in form of the global shortcut.
import { z } from 'zod';
import { addressOf, conversationOfView, Id, onlyWorkspace, PLATFORM, View, workspaceId, } from './draft.js';
const Picked = z.looseObject({
    value: z.string().nullish(),
    selected_option: z.looseObject({ value: z.string() }).nullish(),
    selected_conversation: z.string().nullish(),
});
const Submission = z.looseObject({
    user: z.looseObject({ id: Id }),
    trigger_id: z.string().optional(),
    view: View.extend({
        hash: z.string().optional(),
        state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), Picked)) }),
    }),
    response_urls: z.array(z.looseObject({ response_url: z.url(), channel_id: Id })).catch([]),
});
/** The filled-in form of the global shortcut. Conversation and thread are those that were picked, if any. */
export function receiveForm(body, installation) {
    const parsed = Submission.safeParse(body);
    if (!parsed.success)
        return null;
    const { user, view, response_urls: urls } = parsed.data;
    const values = Object.assign({}, ...Object.values(view.state.values));
    const picked = values['form-conversation']?.selected_conversation ?? null;
    const url = urls.find((candidate) => candidate.channel_id === picked)?.response_url ?? null;
    const question = (values['form-question']?.value ?? '').trim();
    const key = `form:${view.id}:${view.hash ?? ''}`;
    const conversation = picked ?? conversationOfView(view.private_metadata, user.id);
    const audience = picked === null ? 'person' : 'everybody';
    return {
        question,
        township: values['form-township']?.selected_option?.value ?? null,
        draft: {
            input: {
                kind: 'message',
                platform: PLATFORM,
                workspace: workspaceId(installation),
                conversation,
                thread: null,
                person: user.id,
                author: 'person',
                deliveryKeys: [key],
                text: question,
                quoted: null,
                audience: 'everybody',
            },
            address: addressOf(installation, user.id, key, {
                channel: picked,
                url,
                audience,
                view: picked === null ? view.id : null,
                viewType: picked === null ? 'modal' : null,
                trigger: parsed.data.trigger_id ?? null,
            }),
            facts: {
                workspace: onlyWorkspace(installation),
                channel: conversation,
                user: user.id,
                isOwn: picked === null,
                isExternal: false,
            },
        },
    };
}
