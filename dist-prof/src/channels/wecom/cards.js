import { byteLength } from './bytes.js';
import { LIMITS } from './limits.js';
import { wording } from './wording.zh.js';
const { card: MOST } = LIMITS;
/** Key of the submit button of a vote. */
const SUBMIT = 'submit';
const VOTE = 'township';
/** At most `most` characters, the last an ellipsis when cut. */
const fit = (text, most) => {
    const characters = [...text.replaceAll(/\s+/gu, ' ').trim()];
    return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
};
const source = { desc: fit(wording.card.source, 13) };
const toButton = (action, style) => ({
    text: fit(action.label, MOST.buttonText),
    style,
    key: action.state,
});
const ofType = (outcome, ...types) => outcome.actions.filter((action) => types.includes(action.type) && byteLength(action.state) <= MOST.keyBytes);
// 配合62 秸秆禁烧… → [配合62, 秸秆禁烧…]
const LABEL = /^(?<short>\S{1,8}?\d+)\s+(?<rest>.+)$/u;
function choiceCard(actions, outcome, taskId) {
    const shown = actions.slice(0, MOST.buttons);
    const rows = shown.flatMap((action) => {
        const groups = LABEL.exec(action.label)?.groups;
        return groups
            ? [{ keyname: fit(groups['short'] ?? '', MOST.key), value: fit(groups['rest'] ?? '', MOST.value) }]
            : [];
    });
    return {
        card_type: 'button_interaction',
        source,
        main_title: { title: wording.card.choose, desc: fit(outcome.reply.headline, MOST.desc) },
        ...(rows.length > 0 ? { horizontal_content_list: rows.slice(0, MOST.rows) } : {}),
        button_list: shown.map((action) => {
            const short = LABEL.exec(action.label)?.groups?.['short'] ?? action.label;
            return { ...toButton(action, 1), text: fit(short, MOST.buttonText) };
        }),
        task_id: taskId,
    };
}
/** A button each for a few townships, a vote for more. */
function townshipCard(actions, outcome, taskId) {
    const main = { title: wording.card.township, desc: fit(outcome.reply.headline, MOST.desc) };
    if (actions.length <= MOST.buttons)
        return {
            card_type: 'button_interaction',
            source,
            main_title: main,
            button_list: actions.map((action) => toButton(action, 1)),
            task_id: taskId,
        };
    const shown = actions.slice(0, MOST.options);
    return {
        card_type: 'vote_interaction',
        source,
        main_title: actions.length > shown.length
            ? { ...main, desc: fit(wording.card.tooMany(shown.length), MOST.desc) }
            : main,
        checkbox: {
            question_key: VOTE,
            mode: 0,
            option_list: shown.map((action, i) => ({
                id: action.state,
                text: fit(action.label, MOST.optionText),
                is_checked: i === 0,
            })),
        },
        submit_button: { text: wording.card.submit, key: SUBMIT },
        task_id: taskId,
    };
}
function relatedCard(outcome, options) {
    const related = ofType(outcome, 'open-item');
    const buttons = [...ofType(outcome, 'change-township', 'bind'), ...(options.more ? [options.more] : [])];
    const asks = related.filter(({ question }) => question !== null && byteLength(question) <= MOST.questionBytes);
    if (related.length === 0 && options.more === null && !buttons.some(({ type }) => type === 'bind'))
        return null;
    const title = related.length > 0 ? wording.card.related : (buttons[0]?.label ?? '');
    const base = {
        source,
        main_title: { title: fit(title, MOST.title), desc: fit(outcome.reply.headline, MOST.desc) },
        task_id: options.taskId,
    };
    if (options.by === 'app')
        return {
            ...base,
            card_type: 'button_interaction',
            button_list: [...related, ...buttons].slice(0, MOST.buttons).map((action) => toButton(action, 2)),
        };
    const jumps = asks.slice(0, MOST.jumps).map((action) => ({
        type: 3,
        title: fit(action.label, MOST.desc),
        question: action.question ?? '',
    }));
    const jumpList = jumps.length > 0 ? { jump_list: jumps } : {};
    const { permalink } = outcome.reply;
    // what needs no button is a plain notice, which needs an address to open
    if (buttons.length === 0 && permalink !== null)
        return { ...base, card_type: 'text_notice', ...jumpList, card_action: { type: 1, url: permalink } };
    const shown = buttons.length > 0 ? buttons : related;
    return {
        ...base,
        card_type: 'button_interaction',
        ...jumpList,
        button_list: shown.slice(0, MOST.buttons).map((action) => toButton(action, 2)),
    };
}
/** The card that goes with an answer, or null when it needs none. */
export function toCard(outcome, options) {
    const townships = ofType(outcome, 'choose-township');
    if (townships.length > 0)
        return townshipCard(townships, outcome, options.taskId);
    const { kind } = outcome.reply;
    const choices = ofType(outcome, 'open-item');
    if ((kind === 'choice' || kind === 'comparison') && choices.length > 0)
        return choiceCard(choices, outcome, options.taskId);
    const binds = kind === 'choose_township' ? ofType(outcome, 'ask') : [];
    if (binds.length > 0)
        return townshipCard(binds, outcome, options.taskId);
    return relatedCard(outcome, options);
}
/** Whether a card is a question to the person, rather than an extra. */
export const isAsking = (card) => card.card_type === 'vote_interaction' ||
    card.main_title.title === wording.card.choose ||
    card.main_title.title === wording.card.township;
/** What a card becomes after a click: it cannot be used again. */
export function toUsedCard(taskId, label, key, url) {
    const title = fit(label === null ? wording.card.answered : wording.card.chosen(label), MOST.title);
    const base = { source, main_title: { title, desc: wording.card.seeBelow }, task_id: taskId };
    return url === null
        ? {
            ...base,
            card_type: 'button_interaction',
            button_list: [{ text: fit(title, MOST.buttonText), style: 4, key }],
        }
        : { ...base, card_type: 'text_notice', card_action: { type: 1, url } };
}
/** The signed state that a click carries: the option chosen in a vote, else the button's key. */
export const stateOfClick = (key, options) => key === SUBMIT ? (options[0] ?? '') : key;
