import { isAsking, toCard, toUsedCard } from './cards.js';
import { nameOf } from './chat-event.js';
import { LIMITS } from './limits.js';
import { markdown, plainText } from './markup.js';
import { render } from './render.js';
const SUMMARY = { mode: 'summary', page: 0 };
/** `key` names the input: cards of the same input are called the same. Null for what is not said. */
export function createDraw(service, by) {
    const most = by === 'bot' ? LIMITS.botMarkdown : LIMITS.appText;
    const markup = by === 'bot' ? markdown : plainText;
    return (outcome, key) => {
        if (outcome.kind === 'ignored')
            return null;
        if (outcome.kind !== 'reply') {
            const { text, isCut } = render(outcome.reply, SUMMARY, most, markup);
            return { text, card: null, isCardNeeded: false, feedbackId: null, isCut };
        }
        const { text, isCut } = render(outcome.reply, outcome.view, most, markup);
        // where a link leads to the whole, no pages are needed
        const nextPage = outcome.view.mode === 'full' ? outcome.view.page + 1 : 0;
        const more = isCut && outcome.reply.permalink === null && outcome.reply.kind !== 'notice'
            ? service.pageAction(outcome, nextPage)
            : null;
        const card = toCard(outcome, { taskId: nameOf('card', key), by, more });
        const isJudged = outcome.actions.some(({ type }) => type === 'feedback-good');
        return {
            text,
            card,
            isCardNeeded: card !== null && (isAsking(card) || more !== null),
            feedbackId: isJudged ? outcome.questionId : null,
            isCut,
        };
    };
}
/** The card that was clicked, used up, with what came of the click. */
export function drawUsed(outcome, taskId, key, baseUrl) {
    return toUsedCard(taskId, labelOf(outcome), key, linkOf(outcome) ?? baseUrl);
}
const linkOf = (outcome) => outcome.kind === 'reply' ? outcome.reply.permalink : null;
/** 阿拉甫乡 配合履职事项 第56项 */
export function labelOf(outcome) {
    if (outcome.kind !== 'reply' || outcome.reply.itemId === null)
        return null;
    for (const block of outcome.reply.blocks)
        if (block.type === 'fields')
            return block.rows[0]?.value ?? null;
    return null;
}
