// Workspaces that installed the app by OAuth, kept in the store, sealed.
import type { Logger } from '../chat/index.ts';
import type { Store } from '../../store/index.ts';
import type { HTTPReceiver } from '@slack/bolt';
import { missingScopes, REQUIRED_SCOPES } from './manifest.ts';

export type BoltInstallationStore = NonNullable<
  ConstructorParameters<typeof HTTPReceiver>[0]['installationStore']
>;

const PLATFORM = 'slack';

interface Ids {
  team: string | null;
  enterprise: string | null;
  org: boolean;
}

/** Org-wide installations stand under the organisation, others under the workspace. */
function keysOf({ team, enterprise, org }: Ids): string[] {
  const keys = [
    ...(org || team === null ? [] : [`team:${team}`]),
    ...(enterprise === null ? [] : [`org:${enterprise}`]),
  ];
  return keys;
}

export interface Installations extends BoltInstallationStore {
  count(): number;
  remove(ids: Ids): void;
}

export function createInstallationStore(store: Store, log: Logger, now: () => number): Installations {
  const { installations } = store;
  const remove = (ids: Ids): void => {
    const [key] = keysOf(ids);
    if (key === undefined) return;
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
      if (key === undefined) return Promise.reject(new Error('an installation without a workspace'));
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
        if (record !== null) return Promise.resolve(JSON.parse(record) as never);
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
