// The running application: data, store, chat service, channels, server and page put together, started and stopped.
import path from 'node:path';
import { createChatService, forgetOld, type Channel, type Clock } from '../channels/chat/index.ts';
import { warmUpQuestions, type Engine } from '../answer/index.ts';
import type { Corpus } from '../duty/index.ts';
import { createItemLinkSigner, createWebApp } from '../channels/web/index.ts';
import { deriveKey, loadStateKey, openStore, type Store } from '../store/index.ts';
import { createChannels as createConfiguredChannels, type CreateChannels } from './channels.ts';
import type { LoadedConfig } from './config.ts';
import { createLoadedEngine, loadData } from './data.ts';
import { readHealth, type HealthReport } from './health.ts';
import { createLogger, type LogSink } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createSourceText } from './published-files.ts';
import { readAudit } from './audit.ts';
import { createHttpApp, listen } from './server.ts';

export interface ApplicationPorts {
  logTo: LogSink;
  clock: Clock;
  /** The channels of the configuration by default. */
  createChannels?: CreateChannels;
}

export interface Application {
  /** The port that is served; the configured one unless that was 0. */
  port: number;
  channels: readonly string[];
  documents: readonly string[];
  health(): HealthReport;
  /** Notes a fault that nobody caught. */
  noteFault(error: unknown, origin: string): void;
  /** Finishes what was accepted, then closes everything. Safe to call again. */
  stop(): Promise<void>;
}

/** Half of the time after which other processes take this one for dead. */
const HEARTBEAT_MS = 5000;
const FORGET_MS = 3600_000;

/** Opens the indexes of the first lists before the first question comes, leaving room for others in between. */
async function warmUp(engine: Engine, corpus: Corpus): Promise<void> {
  for (const question of warmUpQuestions(corpus)) {
    engine.answer(question);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Everything, ready to answer. @throws AppError for what an operator must change. */
export async function startApplication(loaded: LoadedConfig, ports: ApplicationPorts): Promise<Application> {
  const { config, secrets, unknown } = loaded;
  const { clock } = ports;
  const startedAt = clock();
  const log = createLogger({ level: config.log.level, secrets, sink: ports.logTo });
  const metrics = createMetrics();
  if (unknown.length > 0) log.warn({ variables: unknown }, 'unknown variables in the environment, misspelt?');

  const data = loadData(config.data.dataDir, config.data.segmenter);
  const engine = createLoadedEngine(data, path.join(config.data.stateDir, 'index'));
  const { key, lasting } = loadStateKey(config.data.stateDir);
  if (!lasting) log.warn({}, 'the key of the state directory cannot be kept: buttons end with this process');
  const store: Store = openStore({
    stateDir: config.data.stateDir,
    sealKey: deriveKey(key, 'installations'),
    now: startedAt,
    onDegraded(reason) {
      metrics.error('store', 'degraded');
      log.error({ reason }, 'the state directory cannot be written: going on in memory');
    },
    onHealed: () => log.info({}, 'the state directory can be written again'),
  });
  const secretFor = (given: string | null, purpose: string): Buffer =>
    deriveKey(given === null ? key : Buffer.from(given), purpose);

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
  const channels: Channel[] = (ports.createChannels ?? createConfiguredChannels)(config, {
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
  const health = (): HealthReport =>
    readHealth({
      channels,
      store,
      documents: open.length,
      items: openItems,
      startedAt,
      clock,
    });
  for (const channel of channels)
    metrics.gauge('channel_up', channel.name, 'Whether the channel serves.', () =>
      channel.health().state === 'ok' ? 1 : 0,
    );
  metrics.gauge('store', 'degraded', 'Whether the store works in memory only.', () =>
    store.degraded() === null ? 0 : 1,
  );
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
  const server = await listen(app, config.http.host, config.http.port).catch((error: unknown) => {
    for (const timer of timers) clearInterval(timer);
    store.close();
    throw error;
  });

  async function shutDown(): Promise<void> {
    const stopped = await Promise.allSettled(channels.map((channel) => channel.stop()));
    for (const result of stopped)
      if (result.status === 'rejected')
        log.error({ err: result.reason as unknown }, 'a channel did not stop cleanly');
    await service.drained();
    await server.close();
    for (const timer of timers) clearInterval(timer);
    store.close();
    log.info({}, 'stopped');
  }
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopping ??= shutDown());

  try {
    for (const channel of channels) await channel.start();
  } catch (error) {
    await stop();
    throw error;
  }
  warmUp(engine, data.corpus).catch((error: unknown) => {
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
