// Who may read along in a conversation. Slack is asked only where the configuration would show internal lists; a
// doubt, a missing permission or a failing call all mean `external`.
import { mayShowInternal } from '../chat/index.js';
import { SHORT } from './api.js';
import { faultCode } from './faults.js';
import { workspaceId } from './draft.js';
/** A guest who joins is noticed after this time at the latest. */
const KEPT_MS = 5 * 60_000;
/** Larger conversations cannot be looked through; they count as external. */
const MOST_MEMBERS = 100;
const AT_ONCE = 10;
export function createKinds(parts) {
    const { api, policy, log, now } = parts;
    const persons = new Map();
    const conversations = new Map();
    async function remembered(kept, key, find) {
        const known = kept.get(key);
        if (known && known.until > now())
            return known.value;
        if (kept.size > 10_000)
            kept.clear();
        const value = await find();
        kept.set(key, { value, until: now() + KEPT_MS });
        return value;
    }
    /** Guests and people of other organisations are outside; our own bot and others of this workspace are not people. */
    const isOutsider = (workspace, user) => remembered(persons, `${workspaceId(workspace)}:${user}`, async () => {
        const { user: found } = await api.call(workspace, 'users.info', { user }, SHORT);
        const person = (found ?? {});
        if (person['is_bot'] === true)
            return false;
        const isGuest = person['is_restricted'] === true ||
            person['is_ultra_restricted'] === true ||
            person['is_stranger'] === true;
        const enterprise = person['enterprise_user']
            ?.enterprise_id;
        const isOurs = (workspace.team !== null && person['team_id'] === workspace.team) ||
            (workspace.enterprise !== null && enterprise === workspace.enterprise);
        return isGuest || !isOurs;
    });
    async function hasOutsiders(workspace, channel) {
        const { members, response_metadata: more } = await api.call(workspace, 'conversations.members', { channel, limit: MOST_MEMBERS + 1 }, SHORT);
        const ids = Array.isArray(members) ? members.filter((id) => typeof id === 'string') : [];
        const cursor = more?.next_cursor;
        if (ids.length === 0 || ids.length > MOST_MEMBERS || (typeof cursor === 'string' && cursor !== ''))
            return true;
        for (let i = 0; i < ids.length; i += AT_ONCE) {
            const found = await Promise.all(ids.slice(i, i + AT_ONCE).map((id) => isOutsider(workspace, id)));
            if (found.includes(true))
                return true;
        }
        return false;
    }
    async function ask({ workspace, channel, user, isOwn }) {
        if (isOwn)
            return (await isOutsider(workspace, user)) ? 'external' : 'direct';
        const { channel: found } = await api.call(workspace, 'conversations.info', { channel }, SHORT);
        const info = (found ?? {});
        if (info['is_im'] === true)
            return info['user'] !== user || (await isOutsider(workspace, user)) ? 'external' : 'direct';
        const isShared = info['is_ext_shared'] === true ||
            info['is_pending_ext_shared'] === true ||
            (info['is_shared'] === true && info['is_org_shared'] !== true) ||
            info['is_mpim'] === true;
        return isShared || (await hasOutsiders(workspace, channel ?? '')) ? 'external' : 'group';
    }
    return async (facts) => {
        const { workspace, channel, user } = facts;
        if (facts.isExternal || channel === null)
            return 'external';
        const looks = facts.isOwn || channel.startsWith('D') ? 'direct' : 'group';
        const place = {
            platform: 'slack',
            workspace: workspaceId(workspace),
            conversation: channel,
            conversationKind: looks,
            thread: null,
            person: user,
        };
        if (!mayShowInternal(policy, place))
            return looks;
        try {
            const key = `${workspaceId(workspace)}:${channel}:${facts.isOwn ? user : ''}`;
            return await remembered(conversations, key, () => ask(facts));
        }
        catch (error) {
            log.warn({ conversation: channel, code: faultCode(error) }, 'could not find out who reads along: internal lists stay hidden');
            return 'external';
        }
    };
}
