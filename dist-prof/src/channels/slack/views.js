import { limits } from './limits.js';
import { toRichText } from './rich-text.js';
import { toTownshipPicker } from './render.js';
import { cut } from './text.js';
import { wording } from './wording.zh.js';
export const FORM_ID = 'duty_form';
export const ANSWER_ID = 'duty_answer';
export const CITATION_ID = 'duty_citation';
export const plainText = (text, most) => ({
    type: 'plain_text',
    text: cut(text, most),
    emoji: false,
});
/** Asks for the matter, the township, and whether others shall see the answer. */
export function formView(conversation, township) {
    return {
        type: 'modal',
        callback_id: FORM_ID,
        title: plainText(wording.formTitle, limits.modalTitle),
        submit: plainText(wording.formSubmit, limits.modalTitle),
        close: plainText(wording.close, limits.modalTitle),
        private_metadata: conversation,
        blocks: [
            {
                type: 'input',
                block_id: 'form-question',
                label: plainText(wording.formQuestion, 2000),
                element: {
                    type: 'plain_text_input',
                    action_id: 'form-question',
                    multiline: true,
                    max_length: 1000,
                    placeholder: plainText(wording.formQuestionHint, limits.placeholder),
                },
            },
            {
                type: 'input',
                block_id: 'form-township',
                optional: true,
                label: plainText(wording.formTownship, 2000),
                element: { ...toTownshipPicker('form-township'), ...(township ? { initial_option: township } : {}) },
            },
            {
                type: 'input',
                block_id: 'form-conversation',
                optional: true,
                label: plainText(wording.formConversation, 2000),
                hint: plainText(wording.formConversationHint, 2000),
                element: {
                    type: 'conversations_select',
                    action_id: 'form-conversation',
                    response_url_enabled: true,
                    filter: { include: ['public', 'private'], exclude_bot_users: true },
                },
            },
        ],
    };
}
/** An answer in a window; `conversation` is the one that it was asked in. */
export function answerView(blocks, conversation, question) {
    const asked = question === null
        ? []
        : toRichText([{ style: 'note', text: wording.asked(cut(question, 300)), link: null }]);
    return {
        type: 'modal',
        callback_id: ANSWER_ID,
        title: plainText(wording.answerTitle, limits.modalTitle),
        close: plainText(wording.close, limits.modalTitle),
        private_metadata: conversation,
        blocks: [...asked, ...blocks].slice(0, limits.viewBlocks),
    };
}
/** In an input, where a phone can select and copy it. */
export function citationView(citation) {
    return {
        type: 'modal',
        callback_id: CITATION_ID,
        title: plainText(wording.citeTitle, limits.modalTitle),
        close: plainText(wording.close, limits.modalTitle),
        blocks: [
            {
                type: 'input',
                block_id: 'citation',
                optional: true,
                label: plainText(wording.citeLabel, 2000),
                element: {
                    type: 'plain_text_input',
                    action_id: 'citation',
                    multiline: true,
                    initial_value: cut(citation, limits.inputText),
                },
            },
        ],
    };
}
