import { parseAddress } from './address.js';
import { workspaceId } from './draft.js';
/** The installation of a delivery, from Bolt's context. */
export const installationOf = (context) => ({
    team: context.teamId ?? null,
    enterprise: context.enterpriseId ?? null,
    org: context.isEnterpriseInstall,
    botUserId: context.botUserId ?? null,
});
export const workspaceOf = (context) => {
    const { team, enterprise, org } = installationOf(context);
    return { team, enterprise, org };
};
const MOST_DIRECT = 20_000;
export function createDesk(parts) {
    const { service, kindOf, deliverer, log, now } = parts;
    const direct = new Map();
    const taking = new Set();
    async function answer(event, send) {
        const address = parseAddress(event.address);
        if (!address)
            throw new Error('an address of another version');
        return service.answerOnce(event, send ?? ((outcome) => deliverer.deliver(outcome, address)), {
            wasSent: () => deliverer.wasSent(address),
        });
    }
    async function takeDraft({ input, address, facts }, send) {
        const receivedAt = now();
        const conversationKind = await kindOf(facts);
        return answer({ ...input, conversationKind, address: { ...address }, receivedAt }, send);
    }
    const placeOf = async (facts, conversation) => ({
        platform: 'slack',
        workspace: workspaceId(facts.workspace),
        conversation,
        conversationKind: await kindOf(facts),
        thread: null,
        person: facts.user,
    });
    return {
        service,
        api: parts.api,
        log,
        baseUrl: parts.baseUrl,
        auditOf: parts.auditOf,
        kindOf,
        now,
        isClosing: parts.isClosing,
        take(draft, send) {
            const work = takeDraft(draft, send).finally(() => taking.delete(work));
            taking.add(work);
            return work;
        },
        async idle() {
            while (taking.size > 0)
                await Promise.allSettled(taking);
        },
        async resume(event) {
            if (parseAddress(event.address) === null)
                return;
            await answer(event);
        },
        placeOf,
        async townships(facts, conversation, typed, most) {
            return service.townships(await placeOf(facts, conversation), typed, most);
        },
        directOf: (workspace, user) => direct.get(`${workspaceId(workspace)}:${user}`) ?? null,
        noteDirect(workspace, user, channel) {
            if (direct.size >= MOST_DIRECT)
                direct.clear();
            direct.set(`${workspaceId(workspace)}:${user}`, channel);
        },
    };
}
