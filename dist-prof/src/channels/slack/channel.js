// Slack as a channel: Bolt with the receiver that the configuration asks for, started, watched and stopped.
import { App } from '@slack/bolt';
import { ChannelStartError, } from '../chat/index.js';
import { createSlackApi } from './api.js';
import { createBoltLogger } from './bolt-logger.js';
import { createDeliverer } from './deliver.js';
import { createDesk } from './desk.js';
import { faultCode, isBadToken } from './faults.js';
import { createHttpReceiver } from './http-receiver.js';
import { createInstallationStore } from './installations.js';
import { createIdentify } from './identity.js';
import { createKinds } from './kinds.js';
import { registerClicks } from './listeners/clicks.js';
import { registerForm } from './listeners/form.js';
import { registerHome } from './listeners/home.js';
import { registerLifecycle } from './listeners/lifecycle.js';
import { registerLinks } from './listeners/links.js';
import { registerMessages } from './listeners/messages.js';
import { workspaceId } from './draft.js';
import { createSocket } from './socket.js';
import { wording } from './wording.zh.js';
/** A lost connection is told of after this time. */
const LOST_MS = 60_000;
const RESUME_MS = 60_000;
const IDENTITY_WAITS_MS = [1000, 5000, 15_000, 60_000];
const sleep = (ms) => new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
});
export function createSlackChannel(deps, options) {
    const { config, policy } = options;
    const { receive, install } = config;
    const { service, metrics, clock } = deps;
    const log = deps.log.child({ room: 'slack' });
    const boltLogger = createBoltLogger(log);
    const store = createInstallationStore(deps.store, log, clock);
    let closing = false;
    let stopped = false;
    let badToken = null;
    let identity = null;
    let resumeTimer = null;
    const http = receive.mode === 'http'
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
    const socket = receive.mode === 'socket'
        ? createSocket({
            appToken: receive.appToken,
            apiUrl: config.apiUrl,
            boltLogger,
            log,
            metrics,
            now: clock,
        })
        : null;
    async function tokenOf({ team, enterprise, org }) {
        if (install.by === 'token')
            return install.botToken;
        try {
            const found = await http?.receiver.installer?.authorize({
                teamId: team ?? undefined,
                enterpriseId: enterprise ?? undefined,
                isEnterpriseInstall: org,
            });
            return found?.botToken ?? null;
        }
        catch (error) {
            log.warn({ workspace: workspaceId({ team, enterprise, org }), err: error }, 'no usable installation');
            return null;
        }
    }
    /** One workspace's token is the channel's health; of several, each is its own affair. */
    function onCall(workspace, error) {
        if (error === null) {
            badToken = null;
            return;
        }
        if (!isBadToken(error))
            return;
        log.error({ workspace: workspaceId(workspace), code: faultCode(error) }, 'slack refuses the token');
        if (install.by === 'token')
            badToken = faultCode(error);
    }
    const api = createSlackApi({
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
            service.adopt({
                platform: 'slack',
                workspace: workspaceId(address),
                conversation: address.channel ?? address.user,
                conversationKind: 'group',
                thread,
                person: address.user,
            }, questionId);
        },
    });
    const desk = createDesk({
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
    let identifying = null;
    const known = () => (identifying ??= identify().then((found) => (identity = found), (error) => {
        identifying = null;
        throw error;
    }));
    const authorize = async ({ isEnterpriseInstall }) => {
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
    if (!receiver)
        throw new Error('no receiver');
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
            if (install.by === 'oauth')
                store.remove(workspace);
            else
                badToken = 'token_revoked';
        },
    });
    async function resume() {
        for (const { event } of service.unfinished('slack')) {
            if (closing)
                return;
            await desk.resume(event);
        }
    }
    const resumeSafely = () => {
        resume().catch((error) => log.error({ err: error }, 'finishing what was left failed'));
    };
    /** Goes on trying in the background; the operator is told by health. */
    async function identifyLater() {
        for (let i = 0;; i++) {
            await sleep(IDENTITY_WAITS_MS[Math.min(i, IDENTITY_WAITS_MS.length - 1)] ?? 0);
            if (closing)
                return;
            try {
                await known();
                return;
            }
            catch (error) {
                if (error instanceof ChannelStartError) {
                    log.error({}, error.message);
                    badToken = error.cause === undefined ? 'missing_scope' : faultCode(error.cause);
                }
            }
        }
    }
    function health() {
        const { health: words } = wording;
        if (stopped)
            return { state: 'failing', detail: words.stopped };
        if (badToken !== null)
            return { state: 'failing', detail: words.revoked(badToken) };
        if (install.by === 'oauth') {
            const count = store.count();
            return { state: 'ok', detail: count === 0 ? words.noInstallation : words.listening(count) };
        }
        if (identity === null)
            return { state: 'starting', detail: words.unreachable };
        const lostSince = socket?.lostSince() ?? null;
        if (lostSince === null)
            return { state: 'ok', detail: words.connected(identity.teamName) };
        const lostMs = clock() - lostSince;
        const isLong = lostMs > LOST_MS || socket?.isRefused() === true;
        return {
            state: isLong ? 'failing' : 'starting',
            detail: lostMs > 1000 ? words.lost(Math.round(lostMs / 1000)) : words.connecting,
        };
    }
    const routes = http?.routes ?? [];
    return {
        name: 'slack',
        routes,
        async start() {
            if (install.by === 'token') {
                try {
                    await known();
                }
                catch (error) {
                    if (error instanceof ChannelStartError)
                        throw error;
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
            if (resumeTimer !== null)
                clearInterval(resumeTimer);
            await socket?.stop();
            await desk.idle();
            await service.drained();
            stopped = true;
        },
        health,
    };
}
