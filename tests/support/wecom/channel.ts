// WeCom's channels over the small corpus, a store on disk and real time, served on loopback: started, killed, started
// again on the same state.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import type { Channel, ChannelHealth } from '../../../src/channels/chat/index.ts';
import { toWecomConfig, WecomVariables } from '../../../src/channels/wecom/config.ts';
import { createWecomChannels } from '../../../src/channels/wecom/index.ts';
import type { Timing } from '../../../src/channels/wecom/limits.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import {
  BASE_URL,
  createRecordingLogger,
  createRecordingMetrics,
  createTestChat,
  type LogLine,
  type TestChat,
  type TestChatOptions,
} from '../chat.ts';

export const BOT_ID = 'aib-0123456789abcdef';
export const BOT_SECRET = 'bot-secret-0123456789abcdef';
export const APP_SECRET = 'app-secret-0123456789abcdef';
export const CORP_ID = 'wx5823bf96d3bd56c7';
export const TOKEN = 'QDG6eK';
export const AES_KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
export const AGENT_ID = 218;
export const BOT_NAME = '履职问答';

/** Short times, so that what takes WeCom seconds takes tests milliseconds. */
export const FAST: Partial<Timing> = {
  reconnectFirst: 20,
  reconnectMost: 100,
  refusedFirst: 50,
  refusedMost: 200,
  takeover: 50,
  subscribeWithin: 400,
  lockTtl: 400,
  lockEvery: 50,
  apiRetry: 10,
  apiTimeout: 400,
  recoverAfter: 100,
  recoverEvery: 60,
  stopWithin: 1000,
};

export interface Running {
  chat: TestChat;
  store: Store;
  channels: Channel[];
  lines: LogLine[];
  calls: string[];
  /** Address of the routes. */
  url: string;
  health(name: string): ChannelHealth;
  /** Ends in order. */
  stop(): Promise<void>;
  /** Ends as by kill -9: the store is gone first, nothing is finished. */
  kill(): Promise<void>;
}

export interface Desk {
  stateDir: string;
  start(): Promise<Running>;
  remove(): Promise<void>;
}

export interface DeskOptions extends Pick<TestChatOptions, 'policy' | 'change' | 'baseUrl'> {
  variables: Record<string, string>;
  timing?: Partial<Timing>;
  ca?: readonly string[];
  /** Shared with another process; a new one by default. */
  stateDir?: string;
}

const listen = (app: Hono): Promise<{ server: ServerType; url: string }> =>
  new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (info: AddressInfo) =>
      resolve({ server, url: `http://127.0.0.1:${info.port}` }),
    );
  });

/** A desk on a state directory of its own. */
export function createDesk(options: DeskOptions): Desk {
  const stateDir = options.stateDir ?? mkdtempSync(path.join(tmpdir(), 'duty-desk-wecom-'));
  const config = toWecomConfig(WecomVariables.parse(options.variables));
  if (Array.isArray(config)) throw new Error(JSON.stringify(config));
  const running = new Set<Running>();
  const clock = {
    get now() {
      return Date.now();
    },
    set now(_value: number) {
      // time goes on by itself
    },
  };

  async function start(): Promise<Running> {
    const store = openStore({ stateDir, sealKey: Buffer.alloc(32, 1), now: Date.now() });
    const { policy, change, baseUrl } = options;
    const chat = createTestChat({
      store,
      clock,
      ...(policy ? { policy } : {}),
      ...(change ? { change } : {}),
      ...(baseUrl === undefined ? {} : { baseUrl }),
    });
    const lines: LogLine[] = [];
    const calls: string[] = [];
    let dead = false;
    const deps = {
      service: chat.service,
      // a dead process no longer tends its lock
      store: {
        ...store,
        locks: {
          ...store.locks,
          acquire: (name: string, ttl: number, now: number) => !dead && store.locks.acquire(name, ttl, now),
          release: (name: string) => (dead ? undefined : store.locks.release(name)),
        },
      },
      log: createRecordingLogger(lines),
      metrics: createRecordingMetrics(calls),
      clock: Date.now,
      baseUrl: baseUrl === undefined ? BASE_URL : baseUrl,
    };
    const channels = createWecomChannels(config as Exclude<typeof config, unknown[]>, deps, {
      ca: options.ca ?? null,
      timing: { ...FAST, ...options.timing },
    });
    const app = new Hono();
    for (const { routes } of channels)
      for (const route of routes) app.on(route.method, route.path, (c) => route.handle(c.req.raw));
    const { server, url } = await listen(app);
    const heartbeat = setInterval(() => store.heartbeat(Date.now()), 1000);
    let ended = false;
    const end = async (): Promise<void> => {
      ended = true;
      clearInterval(heartbeat);
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
    const desk: Running = {
      chat,
      store,
      channels,
      lines,
      calls,
      url,
      health(name) {
        const channel = channels.find((one) => one.name === name);
        if (!channel) throw new Error(`no channel ${name}`);
        return channel.health();
      },
      async stop() {
        if (ended) return;
        for (const channel of channels) await channel.stop();
        await chat.service.drained();
        await end();
        store.close();
      },
      async kill() {
        if (ended) return;
        dead = true;
        store.close();
        // what a dead process would no longer do must not be waited for either
        for (const channel of channels) void channel.stop().catch(() => undefined);
        await end();
      },
    };
    running.add(desk);
    for (const channel of channels) await channel.start();
    return desk;
  }

  return {
    stateDir,
    start,
    async remove() {
      for (const desk of running) await desk.stop();
      if (options.stateDir === undefined) rmSync(stateDir, { recursive: true, force: true });
    },
  };
}

/** Waits until a condition holds; fails after `mostMs`. */
export async function until(condition: () => boolean, mostMs = 5000): Promise<void> {
  const end = Date.now() + mostMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`not within ${mostMs} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A bot's callback body. */
export function botText(
  id: string,
  text: string,
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    msgid: id,
    aibotid: BOT_ID,
    chatid: 'G1',
    chattype: 'group',
    from: { userid: 'zhangsan' },
    msgtype: 'text',
    text: { content: text },
    ...change,
  };
}

/** A bot's event body, its data nested as in real frames. */
export function botEvent(
  id: string,
  type: string,
  data: Record<string, unknown> = {},
  change: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    msgid: id,
    create_time: Math.floor(Date.now() / 1000),
    aibotid: BOT_ID,
    from: { userid: 'zhangsan' },
    msgtype: 'event',
    event: { eventtype: type, [type]: data },
    ...change,
  };
}

export const socketVariables = (url: string): Record<string, string> => ({
  WECOM_BOT_ID: BOT_ID,
  WECOM_BOT_SECRET: BOT_SECRET,
  WECOM_BOT_WS_URL: url,
  WECOM_BOT_NAMES: BOT_NAME,
});

export const urlVariables = (apiUrl: string): Record<string, string> => ({
  WECOM_BOT_TOKEN: TOKEN,
  WECOM_BOT_AES_KEY: AES_KEY,
  WECOM_BOT_NAMES: BOT_NAME,
  WECOM_API_URL: apiUrl,
});

export const appVariables = (apiUrl: string): Record<string, string> => ({
  WECOM_CORP_ID: CORP_ID,
  WECOM_AGENT_ID: String(AGENT_ID),
  WECOM_APP_SECRET: APP_SECRET,
  WECOM_APP_TOKEN: TOKEN,
  WECOM_APP_AES_KEY: AES_KEY,
  WECOM_API_URL: apiUrl,
});

/** The app's callback, before encryption. */
export function appXml(fields: Record<string, string>, userId = 'zhangsan', more = ''): string {
  const all = {
    ToUserName: CORP_ID,
    FromUserName: userId,
    CreateTime: String(Math.floor(Date.now() / 1000)),
    AgentID: String(AGENT_ID),
    ...fields,
  };
  const parts = Object.entries(all).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`);
  return `<xml>${parts.join('')}${more}</xml>`;
}

export const appText = (id: string, text: string, userId = 'zhangsan'): string =>
  appXml({ MsgType: 'text', Content: text.replaceAll(']]>', ']]]]><![CDATA[>'), MsgId: id }, userId);
