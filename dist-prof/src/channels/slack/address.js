// Where an answer goes, as it is kept with the question until it is sent (see Address in channels/chat).
import { z } from 'zod';
/** The installation whose token is used: a workspace, or an organisation for org-wide installs. */
export const Workspace = z.object({
    team: z.string().nullable(),
    enterprise: z.string().nullable(),
    org: z.boolean(),
});
export const SlackAddress = Workspace.extend({
    user: z.string(),
    /** Null for views, which stand in no conversation. */
    channel: z.string().nullable(),
    /** Root of the thread that answers go to; null for the top of the conversation. */
    thread: z.string().nullable(),
    /** `response_url`: answers for half an hour, also where the bot is no member. */
    url: z.string().nullable(),
    /** For whom answers are; what is said about refusals and choices is always for the person. */
    audience: z.enum(['everybody', 'person']),
    /** The message that was clicked, and whether only the person sees it. */
    message: z.string().nullable(),
    ephemeral: z.boolean(),
    /** The view that was clicked. */
    view: z.string().nullable(),
    viewType: z.enum(['modal', 'home']).nullable(),
    /** For opening windows, about three seconds long. */
    trigger: z.string().nullable(),
    /** What is to be shown of the answer instead of it: its citation, its folded form. */
    show: z.enum(['answer', 'citation', 'folded']),
    /** Name of the question in the metadata of its answer. */
    key: z.string(),
});
/** Null for a record of another program version. */
export function parseAddress(address) {
    const parsed = SlackAddress.safeParse(address);
    return parsed.success ? parsed.data : null;
}
