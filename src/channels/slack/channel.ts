// Slack as a channel: Bolt with the receiver that the configuration asks for, started, watched and stopped.
import { App, type Authorize } from '@slack/bolt';
import {
  ChannelStartError,
  type Channel,
  type ChannelDeps,
  type ChannelHealth,
  type ChannelRoute,
  type ChatPolicy,
} from '../chat/index.ts';
import type { Workspace } from './address.ts';
import { createSlackApi, type SlackApi } from './api.ts';
import { createBoltLogger } from './bolt-logger.ts';
import type { SlackConfig } from './config.ts';
import { createDeliverer } from './deliver.ts';
import { createDesk, type Desk } from './desk.ts';
import { faultCode, isBadToken, type SlackCallError } from './faults.ts';
import type { AuditOf } from './home.ts';
import { createHttpReceiver } from './http-receiver.ts';
import { createInstallationStore } from './installations.ts';
import { createIdentify, type Identity } from './identity.ts';
import { createKinds } from './kinds.ts';
import { registerClicks } from './listeners/clicks.ts';
import { registerForm } from './listeners/form.ts';
import { registerHome } from './listeners/home.ts';
import { registerLifecycle } from './listeners/lifecycle.ts';
import { registerLinks } from './listeners/links.ts';
import { registerMessages } from './listeners/messages.ts';
import { workspaceId } from './draft.ts';
import { createSocket } from './socket.ts';
import { wording } from './wording.zh.ts';

export type EnabledSlackConfig = Extract<SlackConfig, { enabled: true }>;

export interface SlackChannelOptions {
  config: EnabledSlackConfig;
  policy: ChatPolicy;
  auditOf: AuditOf;
}

/** A lost connection is told of after this time. */
const LOST_MS = 60_000;
const RESUME_MS = 60_000;
const IDENTITY_WAITS_MS = [1000, 5000, 15_000, 60_000];

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

export function createSlackChannel(deps: ChannelDeps, options: SlackChannelOptions): Channel {
  const { config, policy } = options;
  const { receive, install } = config;
  const { service, metrics, clock } = deps;
  const log = deps.log.child({ room: 'slack' });
  const boltLogger = createBoltLogger(log);
  const store = createInstallationStore(deps.store, log, clock);
  let closing = false;
  let stopped = false;
  let badToken: string | null = null;
  let identity: Identity | null = null;
  let resumeTimer: NodeJS.Timeout | null = null;

  const http =
    receive.mode === 'http'
      ? createHttpReceiver({
          signingSecret: receive.signingSecret,
          install,
          installationStore: store,
          apiUrl: config.apiUrl,
          logger: boltLogger,
          now: clock,
          isClosing: () => closing,
        })
      : null;
  const socket =
    receive.mode === 'socket'
      ? createSocket({
          appToken: receive.appToken,
          apiUrl: config.apiUrl,
          boltLogger,
          log,
          metrics,
          now: clock,
        })
      : null;

  async function tokenOf({ team, enterprise, org }: Workspace): Promise<string | null> {
    if (install.by === 'token') return install.botToken;
    try {
      const found = await http?.receiver.installer?.authorize({
        teamId: team ?? undefined,
        enterpriseId: enterprise ?? undefined,
        isEnterpriseInstall: org,
      });
      return found?.botToken ?? null;
    } catch (error) {
      log.warn({ workspace: workspaceId({ team, enterprise, org }), err: error }, 'no usable installation');
      return null;
    }
  }

  /** One workspace's token is the channel's health; of several, each is its own affair. */
  function onCall(workspace: Workspace, error: SlackCallError | null): void {
    if (error === null) {
      badToken = null;
      return;
    }
    if (!isBadToken(error)) return;
    log.error({ workspace: workspaceId(workspace), code: faultCode(error) }, 'slack refuses the token');
    if (install.by === 'token') badToken = faultCode(error);
  }

  const api: SlackApi = createSlackApi({
    apiUrl: config.apiUrl,
    tokenOf,
    boltLogger,
    log,
    metrics,
    onCall,
    sleep,
    now: clock,
  });
  const kindOf = createKinds({ api, policy, log, now: clock });
  const deliverer = createDeliverer({
    api,
    service,
    log,
    adopt(address, thread, questionId) {
      service.adopt(
        {
          platform: 'slack',
          workspace: workspaceId(address),
          conversation: address.channel ?? address.user,
          conversationKind: 'group',
          thread,
          person: address.user,
        },
        questionId,
      );
    },
  });
  const desk: Desk = createDesk({
    service,
    api,
    log,
    baseUrl: deps.baseUrl,
    auditOf: options.auditOf,
    kindOf,
    deliverer,
    now: clock,
    isClosing: () => closing,
  });

  const identify = createIdentify({ api, policy, log });
  let identifying: Promise<Identity> | null = null;
  const known = (): Promise<Identity> =>
    (identifying ??= identify().then(
      (found) => (identity = found),
      (error: unknown) => {
        identifying = null;
        throw error;
      },
    ));

  const authorize: Authorize<boolean> = async ({ isEnterpriseInstall }) => {
    const { team, enterprise, botId, botUserId } = await known();
    return {
      botToken: install.by === 'token' ? install.botToken : '',
      botId,
      botUserId,
      teamId: team,
      ...(enterprise === null ? {} : { enterpriseId: enterprise }),
      isEnterpriseInstall,
    };
  };

  const receiver = http?.receiver ?? socket?.receiver;
  if (!receiver) throw new Error('no receiver');
  const app = new App({
    receiver,
    logger: boltLogger,
    convoStore: false,
    clientOptions: { retryConfig: { retries: 0 } },
    ...(install.by === 'token' ? { authorize } : {}),
  });
  app.error((error) => {
    metrics.error('slack', 'listener');
    log.error({ err: error }, 'a slack listener failed');
    return Promise.resolve();
  });
  registerMessages(app, desk);
  registerClicks(app, desk, registerHome(app, desk));
  registerForm(app, desk);
  registerLinks(app, desk);
  registerLifecycle(app, {
    log,
    onRevoked(workspace) {
      if (install.by === 'oauth') store.remove(workspace);
      else badToken = 'token_revoked';
    },
  });

  async function resume(): Promise<void> {
    for (const { event } of service.unfinished('slack')) {
      if (closing) return;
      await desk.resume(event);
    }
  }
  const resumeSafely = (): void => {
    resume().catch((error: unknown) => log.error({ err: error }, 'finishing what was left failed'));
  };

  /** Goes on trying in the background; the operator is told by health. */
  async function identifyLater(): Promise<void> {
    for (let i = 0; ; i++) {
      await sleep(IDENTITY_WAITS_MS[Math.min(i, IDENTITY_WAITS_MS.length - 1)] ?? 0);
      if (closing) return;
      try {
        await known();
        return;
      } catch (error) {
        if (error instanceof ChannelStartError) {
          log.error({}, error.message);
          badToken = error.cause === undefined ? 'missing_scope' : faultCode(error.cause);
        }
      }
    }
  }

  function health(): ChannelHealth {
    const { health: words } = wording;
    if (stopped) return { state: 'failing', detail: words.stopped };
    if (badToken !== null) return { state: 'failing', detail: words.revoked(badToken) };
    if (install.by === 'oauth') {
      const count = store.count();
      return { state: 'ok', detail: count === 0 ? words.noInstallation : words.listening(count) };
    }
    if (identity === null) return { state: 'starting', detail: words.unreachable };
    const lostSince = socket?.lostSince() ?? null;
    if (lostSince === null) return { state: 'ok', detail: words.connected(identity.teamName) };
    const lostMs = clock() - lostSince;
    const isLong = lostMs > LOST_MS || socket?.isRefused() === true;
    return {
      state: isLong ? 'failing' : 'starting',
      detail: lostMs > 1000 ? words.lost(Math.round(lostMs / 1000)) : words.connecting,
    };
  }

  const routes: readonly ChannelRoute[] = http?.routes ?? [];
  return {
    name: 'slack',
    routes,
    async start() {
      if (install.by === 'token') {
        try {
          await known();
        } catch (error) {
          if (error instanceof ChannelStartError) throw error;
          log.warn({ code: faultCode(error) }, 'slack cannot be reached yet');
          void identifyLater();
        }
      }
      await socket?.start();
      resumeSafely();
      resumeTimer = setInterval(resumeSafely, RESUME_MS).unref();
    },
    async stop() {
      closing = true;
      if (resumeTimer !== null) clearInterval(resumeTimer);
      await socket?.stop();
      await desk.idle();
      await service.drained();
      stopped = true;
    },
    health,
  };
}
