import { missingScopes, REQUIRED_SCOPES } from './manifest.js';
const PLATFORM = 'slack';
/** Org-wide installations stand under the organisation, others under the workspace. */
function keysOf({ team, enterprise, org }) {
    const keys = [
        ...(org || team === null ? [] : [`team:${team}`]),
        ...(enterprise === null ? [] : [`org:${enterprise}`]),
    ];
    return keys;
}
export function createInstallationStore(store, log, now) {
    const { installations } = store;
    const remove = (ids) => {
        const [key] = keysOf(ids);
        if (key === undefined)
            return;
        installations.remove(PLATFORM, key);
        log.warn({ installation: key }, 'slack installation removed');
    };
    return {
        storeInstallation(installation) {
            const [key] = keysOf({
                team: installation.team?.id ?? null,
                enterprise: installation.enterprise?.id ?? null,
                org: installation.isEnterpriseInstall === true,
            });
            if (key === undefined)
                return Promise.reject(new Error('an installation without a workspace'));
            const missing = missingScopes(installation.bot?.scopes ?? [], REQUIRED_SCOPES);
            if (missing.length > 0)
                log.error({ installation: key, missing }, 'slack installation lacks permissions');
            installations.set(PLATFORM, key, JSON.stringify(installation), now());
            log.info({ installation: key }, 'slack installation stored');
            return Promise.resolve();
        },
        fetchInstallation(query) {
            const keys = keysOf({
                team: query.teamId ?? null,
                enterprise: query.enterpriseId ?? null,
                org: query.isEnterpriseInstall,
            });
            for (const key of keys) {
                const record = installations.get(PLATFORM, key);
                // written by storeInstallation alone, sealed against change
                if (record !== null)
                    return Promise.resolve(JSON.parse(record));
            }
            return Promise.reject(new Error('not installed'));
        },
        deleteInstallation(query) {
            remove({
                team: query.teamId ?? null,
                enterprise: query.enterpriseId ?? null,
                org: query.isEnterpriseInstall,
            });
            return Promise.resolve();
        },
        count: () => installations.keys(PLATFORM).length,
        remove,
    };
}
