import { MOST_STATE } from './outcome.js';
import { wording } from './wording.zh.js';
const MOST_PAGE = 999;
export function createActions(signer) {
    const ask = (label, question) => ({
        type: 'ask',
        label,
        state: signer.sign({ type: 'ask', question }),
        question,
    });
    const township = (document, questionId) => ({
        type: 'choose-township',
        label: document.township,
        state: signer.sign({ type: 'choose-township', documentId: document.id, questionId }),
        question: document.township,
    });
    const toAction = (action, questionId) => {
        switch (action.type) {
            case 'ask':
                return ask(action.label, action.question);
            case 'open-item':
                return {
                    type: 'open-item',
                    label: action.label,
                    state: signer.sign({ type: 'open-item', itemId: action.itemId }),
                    question: action.itemId,
                };
            case 'choose-township':
                return {
                    type: 'choose-township',
                    label: action.label,
                    state: signer.sign({ type: 'choose-township', documentId: action.documentId, questionId }),
                    question: action.label,
                };
        }
    };
    return {
        ofReply: (reply, questionId) => reply.actions.map((action) => toAction(action, questionId)),
        ask,
        township,
        changeTownship: (questionId) => ({
            type: 'change-township',
            label: wording.label.changeTownship,
            state: signer.sign({ type: 'change-township', questionId }),
            question: null,
        }),
        bind: (document) => ({
            type: 'bind',
            label: wording.label.bind(document.township),
            state: signer.sign({ type: 'bind', documentId: document.id }),
            question: wording.label.bindQuestion(document.township),
        }),
        publish: (questionId) => ({
            type: 'publish',
            label: wording.label.publish,
            state: signer.sign({ type: 'publish', questionId }),
            question: null,
        }),
        feedback: (questionId) => ['good', 'bad'].map((value) => ({
            type: value === 'good' ? 'feedback-good' : 'feedback-bad',
            label: wording.label[value],
            state: signer.sign({ type: 'feedback', questionId, value }),
            question: null,
        })),
        page(outcome, page) {
            if (page < 0 || page > MOST_PAGE)
                return null;
            const { itemId } = outcome.reply;
            const { questionId } = outcome;
            if (itemId === null && questionId === null)
                return null;
            const stateOf = (ofQuestion) => itemId !== null
                ? signer.sign({ type: 'item-page', itemId, page, questionId: ofQuestion })
                : signer.sign({ type: 'question-page', questionId: questionId ?? '', page });
            const long = stateOf(questionId);
            const state = long.length > MOST_STATE ? stateOf(null) : long;
            const isFirst = page === 0 && outcome.view.mode === 'summary';
            return {
                type: isFirst ? 'full-text' : 'page',
                label: isFirst ? wording.label.fullText : wording.label.page(page),
                state,
                question: null,
            };
        },
    };
}
