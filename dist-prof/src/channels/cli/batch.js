// `ask --batch`: questions from JSON lines, answers as JSON lines, in order. A bad line is named by number.
import { z } from 'zod';
/** Earlier messages: bare questions, or turns with a role. */
const History = z.array(z.union([z.string(), z.object({ role: z.enum(['user', 'assistant']), content: z.string() })]));
export const BatchLine = z.object({
    id: z.union([z.string(), z.number()]),
    q: z.string(),
    asker_township: z.string().nullish(),
    history: History.nullish(),
});
export function toTurns(history) {
    return (history ?? []).map((turn) => (typeof turn === 'string' ? { role: 'user', content: turn } : turn));
}
/** A township's document by name, alias or document id; null when none is meant or none has the name. */
export function findDocument(documents, name) {
    if (name === null || name === undefined || name.trim() === '')
        return null;
    const wanted = name.trim();
    const fits = (document) => document.township === wanted ||
        document.id === wanted ||
        `${document.county}${document.township}` === wanted ||
        document.aliases.includes(wanted);
    return documents.find(fits) ?? null;
}
export function toQuestion(line, documents) {
    return {
        text: line.q,
        documentId: findDocument(documents, line.asker_township)?.id ?? null,
        history: toTurns(line.history),
    };
}
