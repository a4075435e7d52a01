import { toBlockId } from './block-id.js';
import { layout, limits } from './limits.js';
import { toBlocks, toPages, toSummary } from './lines.js';
import { toRichText } from './rich-text.js';
import { cut, escapeAndCut, escapeText } from './text.js';
import { wording } from './wording.zh.js';
const plain = (text, most) => ({
    type: 'plain_text',
    text: cut(text, most),
    emoji: false,
});
export function toButton(label, actionId, value) {
    return {
        type: 'button',
        text: plain(label, layout.buttonLabel),
        action_id: actionId,
        value,
        ...(label.length > layout.buttonLabel ? { accessibility_label: cut(label, limits.buttonText) } : {}),
    };
}
/** A picker of townships; what is offered is asked for while the person types, from the first character on. */
export function toTownshipPicker(actionId, minQueryLength = 0) {
    return {
        type: 'external_select',
        action_id: actionId,
        placeholder: plain(wording.pickPlaceholder, limits.placeholder),
        min_query_length: minQueryLength,
    };
}
/** Reference of the picker's action id: the question to answer again, or none. */
export const pickerId = (questionId) => `pick-township:${questionId ?? ''}`;
export const questionOfPicker = (actionId) => {
    const questionId = /^pick-township:(?<id>[A-Za-z0-9_-]{10})$/.exec(actionId)?.groups?.['id'];
    return questionId ?? null;
};
const actionsRow = (hint, row, elements) => elements.length === 0
    ? []
    : [
        {
            type: 'actions',
            block_id: toBlockId(hint, row),
            elements: elements.slice(0, limits.actionElements),
        },
    ];
function choiceRow(outcome, hint) {
    const offered = outcome.actions.filter(({ type }) => ['ask', 'open-item', 'choose-township', 'bind'].includes(type));
    const townships = offered.filter(({ type }) => type === 'choose-township');
    const usePicker = townships.length > layout.townshipButtons;
    const buttons = offered
        .filter(({ type }) => !(usePicker && type === 'choose-township'))
        .slice(0, layout.buttons)
        .map((action, i) => toButton(action.label, `${action.type}:${i}`, action.state));
    const picker = usePicker ? [toTownshipPicker(pickerId(outcome.questionId))] : [];
    return actionsRow(hint, 'choices', [...picker, ...buttons]);
}
function pageRow(outcome, options, pages, isFolded) {
    const page = Math.min(outcome.view.page, pages - 1);
    const button = (label, id, to) => {
        const action = options.page(to);
        return action ? [toButton(label ?? action.label, id, action.state)] : [];
    };
    if (outcome.view.mode === 'summary')
        return isFolded ? actionsRow(options.hint, 'pages', button(null, 'full', 0)) : [];
    return actionsRow(options.hint, 'pages', [
        ...(page > 0 ? button(wording.previous, 'page:previous', page - 1) : []),
        ...(page < pages - 1 ? button(wording.next, 'page:next', page + 1) : []),
        ...button(wording.fold, 'fold', 0),
    ]);
}
function toolRow(outcome, options) {
    const { reply } = outcome;
    const ofType = (type) => outcome.actions
        .filter((action) => action.type === type)
        .slice(0, 1)
        .map((action) => toButton(action.label, type, action.state));
    const state = reply.citation === null ? undefined : options.page(0)?.state;
    const publish = ofType('publish').map((button) => ({ ...button, style: 'primary' }));
    return actionsRow(options.hint, 'tools', [
        ...publish,
        ...ofType('change-township'),
        ...(state === undefined ? [] : [toButton(wording.cite, 'cite', state)]),
    ]);
}
function feedbackRow(outcome, hint) {
    const good = outcome.actions.find(({ type }) => type === 'feedback-good');
    const bad = outcome.actions.find(({ type }) => type === 'feedback-bad');
    if (!good || !bad)
        return [];
    const side = (action, label) => ({
        text: plain(action.label, limits.buttonText),
        value: action.state,
        accessibility_label: label,
    });
    return [
        {
            type: 'context_actions',
            block_id: toBlockId(hint, 'feedback'),
            elements: [
                {
                    type: 'feedback_buttons',
                    action_id: 'feedback',
                    positive_button: side(good, wording.goodAccessible),
                    negative_button: side(bad, wording.badAccessible),
                },
            ],
        },
    ];
}
/** The answer in words: what a notification shows, and all that is left when Slack refuses the blocks. */
export function toText(reply) {
    const source = reply.blocks.find((block) => block.type === 'source');
    const rest = [source?.text ?? '', ...(reply.permalink === null ? [] : [reply.permalink])].filter((part) => part !== '');
    const tail = rest.map((part) => escapeText(cut(part, 600))).join('\n');
    const head = escapeAndCut(reply.headline, limits.text - tail.length - 1);
    return tail === '' ? head : `${head}\n${tail}`;
}
/** For the plain text that goes out when blocks are refused: the reply's own words as far as they fit. */
export function toLongText(reply) {
    const short = toText(reply);
    const body = toPages(toBlocks({ ...reply, headline: '' }))
        .flat()
        .filter(({ style }) => style !== 'source')
        .map(({ text }) => text)
        .join('\n');
    const room = limits.text - short.length - 1;
    return room > 100 && body !== '' ? `${short}\n${escapeAndCut(body, room)}` : short;
}
function bodyOf(outcome) {
    const blocks = toBlocks(outcome.reply);
    const pages = toPages(blocks);
    const summary = toSummary(blocks);
    if (outcome.view.mode === 'summary')
        return { lines: summary.lines, pages: pages.length, isFolded: summary.isFolded };
    const page = Math.min(outcome.view.page, pages.length - 1);
    const note = { style: 'note', text: wording.pageOf(page, pages.length), link: null };
    const lines = pages[page] ?? [];
    return { lines: pages.length > 1 ? [...lines, note] : lines, pages: pages.length, isFolded: true };
}
/** The whole message of an outcome. */
export function renderReply(outcome, options) {
    const { lines, pages, isFolded } = bodyOf(outcome);
    return {
        text: toText(outcome.reply),
        blocks: [
            ...toRichText(lines),
            ...choiceRow(outcome, options.hint),
            ...pageRow(outcome, options, pages, isFolded),
            ...toolRow(outcome, options),
            ...feedbackRow(outcome, options.hint),
        ],
    };
}
/** A reply without buttons: refusals, limits, notices. */
export const renderNotice = (reply) => ({
    text: toText(reply),
    blocks: toRichText(toSummary(toBlocks(reply)).lines),
});
/** The card of a row under a link: what stands in the answer, with a button that opens its page. */
export function renderCard(outcome) {
    const { reply } = outcome;
    const { lines } = toSummary(toBlocks({ ...reply, blocks: reply.blocks.filter(({ type }) => type !== 'entries') }));
    return { text: toText(reply), blocks: toRichText(lines) };
}
/** The citation, ready to be copied. */
export function renderCitation(citation) {
    return [
        {
            type: 'rich_text',
            elements: [
                {
                    type: 'rich_text_preformatted',
                    elements: [{ type: 'text', text: cut(citation, limits.richText) }],
                },
            ],
        },
    ];
}
