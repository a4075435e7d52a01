import { SHORT } from '../api.js';
import { workspaceOf } from '../desk.js';
import { faultCode } from '../faults.js';
import { homeView } from '../home.js';
import { layout, limits } from '../limits.js';
import { receiveHome } from '../receive-app.js';
import { cut } from '../text.js';
const MOST_RECENT = 5;
const MOST_DOCUMENTS = 1000;
/** Registers the listeners; gives what draws the tab anew. */
export function registerHome(app, desk) {
    const { service, api, log } = desk;
    async function publish(context, user, conversation) {
        const workspace = workspaceOf(context);
        const facts = { workspace, channel: conversation, user, isOwn: true, isExternal: false };
        const place = await desk.placeOf(facts, conversation);
        const view = homeView({
            conversation,
            bound: service.boundTownship(place),
            documents: service.townships(place, '', MOST_DOCUMENTS),
            examples: service.welcome(place).actions.filter(({ type }) => type === 'ask'),
            recent: service
                .recentQuestions(place, MOST_RECENT)
                .map((question) => service.askAction(cut(question, layout.buttonLabel), question)),
            auditOf: desk.auditOf,
        });
        try {
            await api.call(workspace, 'views.publish', { user_id: user, view });
        }
        catch (error) {
            log.warn({ code: faultCode(error) }, 'the home tab could not be shown');
        }
    }
    async function suggest(context, user, channel) {
        const workspace = workspaceOf(context);
        const facts = { workspace, channel, user, isOwn: true, isExternal: false };
        const { actions } = service.welcome(await desk.placeOf(facts, channel));
        const prompts = actions
            .filter(({ type }) => type === 'ask')
            .slice(0, limits.prompts)
            .map(({ label, question }) => ({ title: cut(label, limits.promptText), message: question ?? label }));
        try {
            await api.call(workspace, 'assistant.threads.setSuggestedPrompts', { channel_id: channel, prompts }, SHORT);
        }
        catch (error) {
            log.warn({ code: faultCode(error) }, 'suggested prompts could not be set');
        }
    }
    app.event('app_home_opened', async ({ body, context }) => {
        const opened = receiveHome(body);
        if (!opened)
            return;
        desk.noteDirect(workspaceOf(context), opened.user, opened.channel);
        if (opened.tab === 'messages')
            await suggest(context, opened.user, opened.channel);
        else
            await publish(context, opened.user, opened.channel);
    });
    return publish;
}
