// Inputs and outcomes as the store keeps them: JSON with a version, so that a record of another program version is
// ignored rather than misread.
import { z } from 'zod';
const VERSION = 1;
const Input = z.object({
    platform: z.string(),
    workspace: z.string(),
    conversation: z.string(),
    conversationKind: z.enum(['direct', 'group', 'external']),
    thread: z.string().nullable(),
    person: z.string(),
    author: z.enum(['person', 'bot', 'self']),
    receivedAt: z.number(),
    deliveryKeys: z.array(z.string()),
    address: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
const StoredEvent = z.discriminatedUnion('kind', [
    Input.extend({
        kind: z.literal('message'),
        text: z.string(),
        quoted: z.object({ text: z.string(), author: z.enum(['person', 'bot', 'self']) }).nullable(),
        audience: z.enum(['everybody', 'person']),
        overheard: z.boolean().optional(),
    }),
    Input.extend({
        kind: z.literal('click'),
        state: z.string(),
        comment: z.string().nullable(),
        audience: z.enum(['everybody', 'person']).optional(),
    }),
]);
const StoredOutcome = z.object({ version: z.literal(VERSION), outcome: z.looseObject({ kind: z.string() }) });
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
export const toEventRecord = (event) => JSON.stringify(event);
/** Null for a record that is not an input of today's form. */
export function fromEventRecord(text) {
    const parsed = StoredEvent.safeParse(parseJson(text));
    return parsed.success ? parsed.data : null;
}
export const toOutcomeRecord = (outcome) => JSON.stringify({ version: VERSION, outcome });
/** Null for none, and for a record of another version. We wrote it ourselves: only its version is checked. */
export function fromOutcomeRecord(text) {
    const parsed = text === null ? null : StoredOutcome.safeParse(parseJson(text));
    return parsed?.success === true ? parsed.data.outcome : null;
}
