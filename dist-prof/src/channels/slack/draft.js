// What the readers of deliveries share: drafts of inputs, the shapes of ids, and where answers go.
import { z } from 'zod';
/** Our name in the store, in configuration lists and in metrics. */
export const PLATFORM = 'slack';
/** Of a person, conversation or view. */
export const Id = z.string().min(1).max(64);
/** Slack's name of a message within its conversation. */
export const Ts = z.string().regex(/^\d{1,12}\.\d{1,8}$/);
/** A view that was acted in. */
export const View = z.looseObject({
    id: Id,
    type: z.string(),
    private_metadata: z.string().max(3000).catch(''),
});
/** An id that may be a conversation's. */
export const CONVERSATION = /^[CDGUW][A-Z0-9]{2,40}$/;
/** The workspace's name in the store. */
export const workspaceId = (workspace) => workspace.team ?? workspace.enterprise ?? 'unknown';
/** Without what else is known of an installation. */
export const onlyWorkspace = ({ team, enterprise, org }) => ({ team, enterprise, org });
/** An address of which only `change` is known. */
export function addressOf(installation, user, key, change) {
    return {
        ...onlyWorkspace(installation),
        user,
        channel: null,
        thread: null,
        url: null,
        audience: 'everybody',
        message: null,
        ephemeral: false,
        view: null,
        viewType: null,
        trigger: null,
        show: 'answer',
        key,
        ...change,
    };
}
/** The conversation that a view of ours speaks for; the person's own where the view does not say. */
export const conversationOfView = (metadata, user) => CONVERSATION.test(metadata) ? metadata : user;
