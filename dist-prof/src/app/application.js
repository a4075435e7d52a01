// The running application: data, store, chat service, channels, server and page put together, started and stopped.
import path from 'node:path';
import { createChatService, forgetOld } from '../channels/chat/index.js';
import { warmUpQuestions } from '../answer/index.js';
import { createItemLinkSigner, createWebApp } from '../channels/web/index.js';
import { deriveKey, loadStateKey, openStore } from '../store/index.js';
import { createChannels as createConfiguredChannels } from './channels.js';
import { createLoadedEngine, loadData } from './data.js';
import { readHealth } from './health.js';
import { createLogger } from './log.js';
import { createMetrics } from './metrics.js';
import { createSourceText } from './published-files.js';
import { readAudit } from './audit.js';
import { createHttpApp, listen } from './server.js';
/** Half of the time after which other processes take this one for dead. */
const HEARTBEAT_MS = 5000;
const FORGET_MS = 3600_000;
/** Opens the indexes of the first lists before the first question comes, leaving room for others in between. */
async function warmUp(engine, documents) {
    for (const question of warmUpQuestions(documents)) {
        engine.answer(question);
        await new Promise((resolve) => setImmediate(resolve));
    }
}
/** Everything, ready to answer. @throws AppError for what an operator must change. */
export async function startApplication(loaded, ports) {
    const { config, secrets, unknown } = loaded;
    const { clock } = ports;
    const startedAt = clock();
    const log = createLogger({ level: config.log.level, secrets, sink: ports.logTo });
    const metrics = createMetrics();
    if (unknown.length > 0)
        log.warn({ variables: unknown }, 'unknown variables in the environment, misspelt?');
    const data = loadData(config.data.dataDir, config.data.segmenter);
    const engine = createLoadedEngine(data, path.join(config.data.stateDir, 'index'));
    const { key, lasting } = loadStateKey(config.data.stateDir);
    if (!lasting)
        log.warn({}, 'the key of the state directory cannot be kept: buttons end with this process');
    const store = openStore({
        stateDir: config.data.stateDir,
        sealKey: deriveKey(key, 'installations'),
        now: startedAt,
        onDegraded(reason) {
            metrics.error('store', 'degraded');
            log.error({ reason }, 'the state directory cannot be written: going on in memory');
        },
        onHealed: () => log.info({}, 'the state directory can be written again'),
    });
    const secretFor = (given, purpose) => deriveKey(given === null ? key : Buffer.from(given), purpose);
    const hashKey = secretFor(config.keys.hash, 'persons');
    const pageKey = secretFor(config.keys.signing, 'page').toString('base64url');
    const links = config.baseUrl === null ? null : createItemLinkSigner(config.baseUrl, pageKey);
    const service = createChatService({
        corpus: data.corpus,
        engine,
        lexicon: data.lexicon,
        characters: data.pipeline.characters,
        store,
        policy: config.chat,
        baseUrl: config.baseUrl,
        ...(links ? { internalLink: (itemId, expiresAt) => links.toLink(itemId, expiresAt) } : {}),
        signingKey: secretFor(config.keys.signing, 'actions'),
        hashKey,
        clock,
        log: log.child({ room: 'chat' }),
        metrics,
    });
    const channels = (ports.createChannels ?? createConfiguredChannels)(config, {
        service,
        store,
        log,
        metrics,
        clock,
        baseUrl: config.baseUrl,
    });
    // anybody may ask for these numbers: internal lists are not in them
    const open = data.corpus.documents.filter(({ classification }) => classification === 'public');
    const openItems = open.reduce((sum, { id }) => sum + data.corpus.items(id).length, 0);
    const health = () => readHealth({
        channels,
        store,
        documents: open.length,
        items: openItems,
        startedAt,
        clock,
    });
    for (const channel of channels)
        metrics.gauge('channel_up', channel.name, 'Whether the channel serves.', () => channel.health().state === 'ok' ? 1 : 0);
    metrics.gauge('store', 'degraded', 'Whether the store works in memory only.', () => store.degraded() === null ? 0 : 1);
    metrics.gauge('lists', 'documents', 'Public lists loaded.', () => open.length);
    const page = createWebApp({
        corpus: data.corpus,
        engine,
        lexicon: data.lexicon,
        sourceText: createSourceText(config.data.dataDir),
        audit: readAudit(config.data.dataDir),
        config: {
            baseUrl: config.baseUrl ?? `http://${config.http.host}:${config.http.port}`,
            trustProxy: config.http.trustProxy,
            ...config.web,
            signingKey: pageKey,
        },
        clock,
        store: config.chat.questionLogDays > 0 ? store : null,
        logger: log.child({ room: 'web' }),
    });
    const { metricsToken } = config.http;
    const app = createHttpApp({ channels, health, metrics, metricsToken, page, log });
    forgetOld(store, config.chat, startedAt);
    const timers = [
        setInterval(() => store.heartbeat(clock()), HEARTBEAT_MS),
        setInterval(() => forgetOld(store, config.chat, clock()), FORGET_MS),
    ];
    const server = await listen(app, config.http.host, config.http.port).catch((error) => {
        for (const timer of timers)
            clearInterval(timer);
        store.close();
        throw error;
    });
    async function shutDown() {
        const stopped = await Promise.allSettled(channels.map((channel) => channel.stop()));
        for (const result of stopped)
            if (result.status === 'rejected')
                log.error({ err: result.reason }, 'a channel did not stop cleanly');
        await service.drained();
        await server.close();
        for (const timer of timers)
            clearInterval(timer);
        store.close();
        log.info({}, 'stopped');
    }
    let stopping = null;
    const stop = () => (stopping ??= shutDown());
    try {
        for (const channel of channels)
            await channel.start();
    }
    catch (error) {
        await stop();
        throw error;
    }
    warmUp(engine, data.corpus.documents).catch((error) => {
        log.error({ err: error }, 'opening the indexes failed');
    });
    const documents = data.corpus.documents.map(({ township }) => township);
    const names = channels.map(({ name }) => name);
    log.info({ port: server.port, channels: names, documents: documents.length }, 'started');
    return {
        port: server.port,
        channels: names,
        documents,
        health,
        stop,
        noteFault(error, origin) {
            metrics.error('process', origin);
            log.error({ err: error, origin }, 'a fault that nobody caught');
        },
    };
}
