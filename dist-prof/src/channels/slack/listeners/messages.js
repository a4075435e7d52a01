import { installationOf } from '../desk.js';
import { COMMAND, SHORTCUT_MESSAGE } from '../manifest.js';
import { receiveCommand, receiveEvent, receiveShortcut } from '../receive.js';
export function registerMessages(app, desk) {
    async function takeEvent(body, context) {
        const draft = receiveEvent(body, installationOf(context));
        if (!draft)
            return;
        const { facts, input } = draft;
        if (facts.isOwn && facts.channel !== null)
            desk.noteDirect(facts.workspace, facts.user, facts.channel);
        if (input.overheard === true) {
            // who reads along does not matter for whether the thread is ours
            const place = { ...input, conversationKind: 'group' };
            if (!desk.service.isFollowed(place))
                return;
        }
        await desk.take(draft);
    }
    app.event('app_mention', ({ body, context }) => takeEvent(body, context));
    app.event('message', ({ body, context }) => takeEvent(body, context));
    app.command(COMMAND, async ({ ack, body, context }) => {
        await ack();
        const draft = receiveCommand(body, installationOf(context));
        if (draft)
            await desk.take(draft);
    });
    app.shortcut({ type: 'message_action', callback_id: SHORTCUT_MESSAGE }, async ({ ack, body, context }) => {
        await ack();
        const draft = receiveShortcut(body, installationOf(context));
        if (draft)
            await desk.take(draft);
    });
}
