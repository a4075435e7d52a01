import { wording } from './wording.zh.js';
/** One sentence, further sentences below it. */
export function notice(headline, more = [], kind = 'notice') {
    const blocks = more.map((text) => ({ type: 'note', level: 'info', text }));
    return { headline, kind, blocks, actions: [], itemId: null, permalink: null, citation: null };
}
/** A sentence with the townships to choose from. */
export function choiceOfTownships(headline, documents, more = []) {
    return {
        ...notice(headline, more, 'choose_township'),
        actions: documents.map((document) => ({
            type: 'choose-township',
            label: document.township,
            documentId: document.id,
        })),
    };
}
/** Adds notes before the answer's own blocks. */
export function withNotes(reply, level, texts) {
    const notes = texts.map((text) => ({ type: 'note', level, text }));
    return { ...reply, blocks: [...notes, ...reply.blocks] };
}
/** The help of reply/, with the chat's own commands below. */
export function withCommands(reply) {
    return { ...reply, blocks: [...reply.blocks, { type: 'note', level: 'info', text: wording.commands }] };
}
