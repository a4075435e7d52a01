import { SHORT } from '../api.js';
import { workspaceOf } from '../desk.js';
import { faultCode } from '../faults.js';
import { receiveLinks } from '../receive-app.js';
import { renderCard } from '../render.js';
/** A message with more links is a list, not a discussion. */
const MOST_CARDS = 5;
export function registerLinks(app, desk) {
    const { service, api, log, baseUrl } = desk;
    if (baseUrl === null)
        return;
    app.event('link_shared', async ({ body, context }) => {
        const shared = receiveLinks(body, baseUrl);
        if (!shared)
            return;
        const workspace = workspaceOf(context);
        const conversation = shared.channel ?? 'composer';
        const facts = {
            workspace,
            channel: shared.isMember || shared.channel?.startsWith('D') === true ? shared.channel : null,
            user: shared.user,
            isOwn: false,
            isExternal: shared.isExternal,
        };
        // what is written but not sent yet may go anywhere
        const conversationKind = await desk.kindOf(facts);
        const place = { ...(await desk.placeOf(facts, conversation)), conversationKind };
        const cards = shared.items.slice(0, MOST_CARDS).flatMap(({ url, itemId }) => {
            const outcome = service.itemCard(place, itemId);
            return outcome ? [[url, { blocks: renderCard(outcome).blocks }]] : [];
        });
        if (cards.length === 0)
            return;
        try {
            await api.call(workspace, 'chat.unfurl', { ...shared.target, unfurls: Object.fromEntries(cards) }, SHORT);
        }
        catch (error) {
            log.warn({ code: faultCode(error) }, 'a link could not be unfolded');
        }
    });
}
