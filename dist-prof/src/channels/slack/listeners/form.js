import { SHORT } from '../api.js';
import { installationOf, workspaceOf } from '../desk.js';
import { faultCode } from '../faults.js';
import { limits } from '../limits.js';
import { SHORTCUT_GLOBAL } from '../manifest.js';
import { receiveForm } from '../receive-form.js';
import { renderNotice, renderReply } from '../render.js';
import { answerView, FORM_ID, formView, plainText } from '../views.js';
import { wording } from '../wording.zh.js';
export function registerForm(app, desk) {
    const { service, api, log } = desk;
    app.shortcut({ type: 'shortcut', callback_id: SHORTCUT_GLOBAL }, async ({ ack, shortcut, context }) => {
        await ack();
        const workspace = workspaceOf(context);
        const user = shortcut.user.id;
        const conversation = desk.directOf(workspace, user) ?? user;
        const facts = { workspace, channel: conversation, user, isOwn: true, isExternal: false };
        const bound = service.boundTownship(await desk.placeOf(facts, conversation));
        const option = bound && {
            text: plainText(`${bound.township}（${bound.county}）`, limits.optionText),
            value: bound.id,
        };
        try {
            const view = formView(conversation, option);
            await api.call(workspace, 'views.open', { trigger_id: shortcut.trigger_id, view }, SHORT);
        }
        catch (error) {
            log.warn({ code: faultCode(error) }, 'the form could not be opened');
            const { text, blocks } = renderNotice(service.notice(wording.windowMissed));
            await api.call(workspace, 'chat.postMessage', { channel: user, text, blocks });
        }
    });
    /** The question with the picked township, unless it names that one itself. */
    async function withTownship(form) {
        const { facts, input } = form.draft;
        const all = form.township === null ? [] : await desk.townships(facts, input.conversation, '', Infinity);
        const township = all.find((document) => document.id === form.township)?.township ?? '';
        return form.question.includes(township) ? form.question : `${township} ${form.question}`;
    }
    app.view(FORM_ID, async ({ ack, body, context }) => {
        const form = receiveForm(body, installationOf(context));
        if (!form) {
            await ack();
            return;
        }
        const { draft } = form;
        const text = await withTownship(form);
        const asked = { ...draft, input: { ...draft.input, text } };
        if (draft.address.channel !== null) {
            await ack();
            await desk.take(asked);
            return;
        }
        let isShown = false;
        await desk.take(asked, async (outcome) => {
            if (outcome.kind === 'ignored')
                return;
            const hint = { audience: 'person', thread: null };
            const { blocks } = outcome.kind === 'reply'
                ? renderReply(outcome, { hint, page: (page) => service.pageAction(outcome, page) })
                : renderNotice(outcome.reply);
            isShown = true;
            await ack({
                response_action: 'update',
                view: answerView(blocks, draft.input.conversation, form.question),
            });
        });
        if (!isShown)
            await ack();
    });
}
