// Health, metrics, the channels' routes and the page on one server.
import { describe, expect, it } from 'vitest';
import { readHealth } from '../../src/app/health.ts';
import { createMetrics } from '../../src/app/metrics.ts';
import { createHttpApp, listen, type ServerParts } from '../../src/app/server.ts';
import type { Channel, ChannelHealth } from '../../src/channels/chat/index.ts';
import { openStore } from '../../src/store/index.ts';
import { createRecordingLogger, type LogLine } from '../support/chat.ts';

function createChannel(state: ChannelHealth['state'] = 'ok'): Channel {
  return {
    name: 'test',
    routes: [
      {
        method: 'POST',
        path: '/test/callback',
        handle: async (request) => new Response(await request.text()),
      },
      {
        method: 'GET',
        path: '/test/broken',
        handle: () => {
          throw new Error('inner secret');
        },
      },
    ],
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    health: () => ({ state, detail: '在测试' }),
  };
}

function createParts(change: Partial<ServerParts> = {}, channels = [createChannel()]) {
  const log: LogLine[] = [];
  const store = openStore({ stateDir: null, sealKey: Buffer.alloc(32), now: 0 });
  const parts: ServerParts = {
    channels,
    health: () =>
      readHealth({ channels, store, documents: 5, items: 1343, startedAt: 0, clock: () => 90_000 }),
    metrics: createMetrics(),
    metricsToken: null,
    page: { fetch: (request) => new Response(`page ${new URL(request.url).pathname}`) },
    log: createRecordingLogger(log),
    ...change,
  };
  return { parts, log };
}

describe('/healthz', () => {
  it.each([
    ['ok', 200, 'ok'],
    ['standby', 200, 'ok'],
    ['starting', 200, 'degraded'],
    ['failing', 503, 'failing'],
  ] as const)('with a channel that is %s answers %d', async (state, status, word) => {
    const { parts } = createParts({}, [createChannel(state)]);
    const response = await createHttpApp(parts).request('/healthz');
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      status: word,
      uptimeSeconds: 90,
      documents: 5,
      items: 1343,
      store: { state: 'ok' },
      channels: { test: { state, detail: '在测试' } },
    });
  });

  it('tells of a store in memory', () => {
    const store = openStore({ stateDir: '/proc/none', sealKey: Buffer.alloc(32), now: 0 });
    const report = readHealth({ channels: [], store, documents: 1, items: 1, startedAt: 0, clock: () => 0 });
    expect(report).toMatchObject({ status: 'degraded', store: { state: 'memory' } });
  });
});

describe('/metrics', () => {
  it('counts in the text format', async () => {
    const { parts } = createParts();
    const { metrics } = parts;
    metrics.question('slack');
    metrics.decision('slack', 'item');
    metrics.latency('slack', 7);
    metrics.error('slack', 'rate"limited\n');
    metrics.refusal('slack', 'internal-list');
    metrics.rateLimited('slack', 'person');
    metrics.feedback('slack', 'good');
    let connected = 1;
    metrics.gauge('wecom-bot', 'connected', 'Whether it is connected.', () => connected);
    metrics.gauge('wecom-bot', 'connected', 'Whether it is connected.', () => connected);
    metrics.count('wecom-bot', 'reconnects', 'Reconnects.', 2);
    metrics.count('wecom-bot', 'reconnects', 'Reconnects.');
    connected = 0;
    const response = await createHttpApp(parts).request('/metrics');
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    for (const line of [
      'duty_desk_questions_total{platform="slack"} 1',
      'duty_desk_decisions_total{platform="slack",kind="item"} 1',
      'duty_desk_answer_seconds_bucket{le="0.01",platform="slack"} 1',
      'duty_desk_answer_seconds_count{platform="slack"} 1',
      'duty_desk_errors_total{platform="slack",code="rate\\"limited\\n"} 1',
      'duty_desk_wecom_bot_connected 0',
      'duty_desk_wecom_bot_reconnects_total 3',
    ])
      expect(text).toContain(line);
  });

  it('may ask for a token', async () => {
    const app = createHttpApp(createParts({ metricsToken: 'a-token-of-metrics' }).parts);
    expect((await app.request('/metrics')).status).toBe(401);
    expect((await app.request('/metrics', { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    const headers = { authorization: 'Bearer a-token-of-metrics' };
    expect((await app.request('/metrics', { headers })).status).toBe(200);
  });

  it('without a token answers this machine only, and nobody through a proxy', async () => {
    const app = createHttpApp(createParts().parts);
    const from = (remoteAddress: string): unknown => ({ incoming: { socket: { remoteAddress } } });
    const ask = async (address: string, headers = {}): Promise<number> =>
      (await app.request('/metrics', { headers }, from(address))).status;
    expect(await ask('127.0.0.1')).toBe(200);
    expect(await ask('::ffff:127.0.0.1')).toBe(200);
    expect(await ask('::1')).toBe(200);
    expect(await ask('192.0.2.7')).toBe(401);
    expect(await ask('127.0.0.1', { 'x-forwarded-for': '192.0.2.7' })).toBe(401);
    expect(await ask('127.0.0.1', { forwarded: 'for=192.0.2.7' })).toBe(401);
  });
});

describe('other paths', () => {
  it('belong to the channels, then to the page', async () => {
    const { parts, log } = createParts();
    const app = createHttpApp(parts);
    const echoed = await app.request('/test/callback', { method: 'POST', body: '你好' });
    expect(await echoed.text()).toBe('你好');
    expect(await (await app.request('/i/x')).text()).toBe('page /i/x');
    expect(await (await app.request('/test/callback')).text()).toBe('page /test/callback');
    const broken = await app.request('/test/broken');
    expect(broken.status).toBe(500);
    expect(await broken.text()).toBe('');
    expect(log.map((line) => line.message)).toEqual(['a route failed']);
  });

  it('a port that is taken is told in Chinese', async () => {
    const app = createHttpApp(createParts().parts);
    const first = await listen(app, '127.0.0.1', 0);
    try {
      await expect(listen(app, '127.0.0.1', first.port)).rejects.toThrow(`端口 ${first.port} 已被占用`);
    } finally {
      await first.close();
    }
  });
});
