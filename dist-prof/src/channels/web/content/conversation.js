import { LIST_NAME, toReply } from '../../../reply/index.js';
import { LIMITS } from '../limits.js';
// shule-alafu-2025:烧麦秆归谁管
const EXCHANGE = /^(?<document>[a-z0-9-]{0,80}):(?<question>[^]+)$/;
/** The exchanges of `h` parameters, oldest first; unreadable ones are left out, then the oldest beyond the limits. */
export function parseExchanges(values) {
    const exchanges = values.flatMap((value) => {
        const groups = EXCHANGE.exec(value)?.groups;
        const question = groups?.['question']?.trim() ?? '';
        const documentId = groups?.['document'] ?? '';
        if (question === '' || question.length > LIMITS.question)
            return [];
        return [{ documentId: documentId === '' ? null : documentId, question }];
    });
    const kept = [];
    let characters = 0;
    for (const exchange of exchanges.slice(-LIMITS.exchanges).toReversed()) {
        characters += exchange.question.length;
        if (characters > LIMITS.exchangeCharacters)
            break;
        kept.unshift(exchange);
    }
    return kept;
}
/** Inverse of {@link parseExchanges} for one exchange. */
export function toExchangeText({ documentId, question }) {
    return `${documentId ?? ''}:${question}`;
}
/** Answers the exchanges in order, each with those before it. */
export function answerExchanges(exchanges, engine, visible) {
    const answered = [];
    for (const { documentId, question } of exchanges) {
        const answer = engine.answer({ text: question, documentId, history: toTurns(answered), visible });
        answered.push({ documentId, question, answer, headline: toReply(answer, { baseUrl: null }).headline });
    }
    return answered;
}
/** The exchanges as the engine's history; a reply is cut down to what follow-ups refer to. */
export function toTurns(exchanges) {
    return exchanges.flatMap(({ question, answer, headline }) => [
        { role: 'user', content: question },
        { role: 'assistant', content: toShortReply(answer, headline) },
    ]);
}
function toShortReply(answer, headline) {
    if (answer.kind !== 'item')
        return headline;
    const { item, document } = answer.hit;
    return `${document.township}${LIST_NAME[item.list]}第${item.no}项：${item.name}\n${headline}`;
}
/** The township that an answer is about, for binding the next question to it; null when it is about none. */
export function documentOf(answer) {
    if (answer.kind === 'item')
        return answer.hit.document.id;
    if (answer.kind === 'choice')
        return answer.candidates[0]?.document.id ?? null;
    return 'document' in answer ? (answer.document?.id ?? null) : null;
}
