// Who the bot is, and whether it was given what it needs: asked once at start.
import { ChannelStartError } from '../chat/index.js';
import { SHORT } from './api.js';
import { faultCode, isBadToken } from './faults.js';
import { INTERNAL_SCOPES, missingScopes, REQUIRED_SCOPES } from './manifest.js';
import { wording } from './wording.zh.js';
const NO_WORKSPACE = { team: null, enterprise: null, org: false };
/** For the one workspace of a token. */
export function createIdentify(parts) {
    const { api, policy, log } = parts;
    /** Who we are, and whether we may do our work. @throws ChannelStartError for what only an operator can change */
    return async function identify() {
        const told = await api.call(NO_WORKSPACE, 'auth.test', {}, SHORT).catch((error) => {
            if (isBadToken(error))
                throw new ChannelStartError(wording.start.badToken('SLACK_BOT_TOKEN', faultCode(error)), {
                    cause: error,
                });
            throw error;
        });
        const scopes = told['response_metadata']?.scopes;
        if (scopes !== undefined) {
            const missing = missingScopes(scopes, REQUIRED_SCOPES);
            if (missing.length > 0)
                throw new ChannelStartError(wording.start.missingScopes(missing));
            const forInternal = missingScopes(scopes, INTERNAL_SCOPES);
            if (forInternal.length > 0 &&
                policy.internalConversations.some((p) => p === '*' || p.startsWith('slack:')))
                log.warn({ missing: forInternal }, wording.internalScopes(forInternal));
        }
        const text = (name) => (typeof told[name] === 'string' ? told[name] : '');
        return {
            team: text('team_id'),
            teamName: text('team'),
            enterprise: text('enterprise_id') || null,
            botId: text('bot_id'),
            botUserId: text('user_id'),
        };
    };
}
