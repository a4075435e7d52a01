import { limits } from './limits.js';
import { toButton, toTownshipPicker } from './render.js';
import { toRichText } from './rich-text.js';
import { cut } from './text.js';
import { wording } from './wording.zh.js';
export const HOME_PICKER = 'home-township';
const MOST_LISTS = 20;
const line = (style, text) => ({ style, text, link: null });
const header = (text) => ({
    type: 'header',
    text: { type: 'plain_text', text: cut(text, limits.headerText), emoji: false },
});
const buttons = (blockId, actions) => actions.length === 0
    ? []
    : [
        {
            type: 'actions',
            block_id: blockId,
            elements: actions.map((action, i) => toButton(action.label, `ask:${blockId}:${i}`, action.state)),
        },
    ];
function listLine(document, auditOf) {
    const { basic, cooperative, reclaimed } = document.counts;
    const audit = auditOf(document.id);
    const state = audit === null ? wording.homeNoAudit : wording.homeAudit(audit.errors, audit.warnings);
    const what = wording.homeList(document.title, document.edition, wording.homeCounts(basic, cooperative, reclaimed));
    return line('entry', `${what}；${state}`);
}
export function homeView(facts) {
    const { bound, documents } = facts;
    const listed = documents.slice(0, MOST_LISTS).map((document) => listLine(document, facts.auditOf));
    const more = documents.length - listed.length;
    return {
        type: 'home',
        private_metadata: facts.conversation,
        blocks: [
            header(bound === null ? wording.homeUnbound : wording.homeBound(bound.township, bound.county)),
            ...toRichText([line('note', wording.homeBoundNote)]),
            { type: 'actions', block_id: HOME_PICKER, elements: [toTownshipPicker(HOME_PICKER)] },
            { type: 'divider' },
            header(wording.homeHow),
            ...toRichText(wording.homeWays.map((way) => line('entry', way))),
            ...buttons('examples', facts.examples),
            { type: 'divider' },
            header(wording.homeRecent),
            ...(facts.recent.length === 0
                ? toRichText([line('note', wording.homeNoRecent)])
                : buttons('recent', facts.recent)),
            { type: 'divider' },
            header(wording.homeLists),
            ...toRichText([...listed, ...(more > 0 ? [line('note', wording.homeMore(more))] : [])]),
        ],
    };
}
