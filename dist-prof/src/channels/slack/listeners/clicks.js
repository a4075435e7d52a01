import { installationOf } from '../desk.js';
import { HOME_PICKER } from '../home.js';
import { limits } from '../limits.js';
import {} from '../draft.js';
import { receiveClick, receiveSuggestion } from '../receive-click.js';
import { questionOfPicker } from '../render.js';
import { cut } from '../text.js';
/** A second tap of an impatient finger is none. */
const DOUBLE_TAP_MS = 1500;
const MOST_TAPS = 5000;
export function registerClicks(app, desk, refreshHome) {
    const taps = new Map();
    function isDoubleTap({ input, address }, action) {
        const key = [address.message ?? address.view, input.person, action, input.state].join(' ');
        const now = desk.now();
        const last = taps.get(key) ?? 0;
        if (taps.size >= MOST_TAPS)
            taps.clear();
        taps.set(key, now);
        return now - last < DOUBLE_TAP_MS;
    }
    app.action(/.*/, async ({ ack, body, context }) => {
        await ack();
        const click = receiveClick(body, installationOf(context));
        if (!click || isDoubleTap(click, click.action))
            return;
        if (click.action !== HOME_PICKER) {
            await desk.take(click);
            return;
        }
        // the tab itself shows the choice
        await desk.take(click, () => Promise.resolve());
        await refreshHome(context, click.input.person, click.input.conversation);
    });
    app.options(/.*/, async ({ ack, body, context }) => {
        const typed = receiveSuggestion(body);
        if (!typed) {
            await ack({ options: [] });
            return;
        }
        const installation = installationOf(context);
        const facts = {
            workspace: { team: installation.team, enterprise: installation.enterprise, org: installation.org },
            channel: typed.conversation,
            user: typed.user,
            isOwn: typed.isView,
            isExternal: false,
        };
        const documents = await desk.townships(facts, typed.conversation, typed.text, limits.options);
        const questionId = questionOfPicker(typed.action);
        await ack({
            options: documents.map((document) => ({
                text: {
                    type: 'plain_text',
                    text: cut(`${document.township}（${document.county}）`, limits.optionText),
                    emoji: false,
                },
                // a form is sent as a whole: its township is looked up again then
                value: typed.action === 'form-township'
                    ? document.id
                    : desk.service.townshipAction(document, questionId).state,
            })),
        });
    });
}
