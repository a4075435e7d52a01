// The one HTTP server: health, metrics, the channels' callbacks, and the page for everything else.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve, type ServerType } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import type { Channel, Logger, Metrics } from '../channels/chat/index.ts';
import { AppError } from './errors.ts';
import type { HealthReport } from './health.ts';
import type { AppMetrics } from './metrics.ts';

export interface ServerParts {
  channels: readonly Channel[];
  health(): HealthReport;
  metrics: AppMetrics;
  /** Asked for by /metrics as a bearer token; null asks for none, but then answers this machine only. */
  metricsToken: string | null;
  /** Answers every other path. */
  page: { fetch(request: Request, env?: unknown): Response | Promise<Response> };
  log: Logger;
}

const BEARER = /^Bearer +(?<token>\S{1,200})$/i;
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

// 127.0.0.1   ::1   ::ffff:127.0.0.1
const LOOPBACK = /^(?:(?:::ffff:)?127\.|::1$)/i;

/** Whether a request was made on this machine, and not passed on by a proxy here. */
function isLocal(c: Context): boolean {
  if (c.req.header('x-forwarded-for') !== undefined || c.req.header('forwarded') !== undefined) return false;
  try {
    return LOOPBACK.test(getConnInfo(c).remote.address ?? '');
  } catch {
    return true; // called without a socket
  }
}

function isAllowed(c: Context, token: string | null): boolean {
  if (token === null) return isLocal(c);
  const given = BEARER.exec(c.req.header('authorization') ?? '')?.groups?.['token'] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

/** A route that throws answers 500 with nothing of the fault in it. */
async function guarded(
  work: () => Response | Promise<Response>,
  name: string,
  log: Logger,
  metrics: Metrics,
) {
  try {
    return await work();
  } catch (error) {
    metrics.error(name, 'route');
    log.error({ channel: name, err: error }, 'a route failed');
    return new Response(null, { status: 500 });
  }
}

/** The application on which the server rests; works without a port through `request()`. */
export function createHttpApp(parts: ServerParts): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => {
    const report = parts.health();
    return c.json(report, report.status === 'failing' ? 503 : 200, { 'cache-control': 'no-store' });
  });
  app.get('/metrics', async (c) => {
    if (!isAllowed(c, parts.metricsToken)) return c.text('', 401, { 'www-authenticate': 'Bearer' });
    return c.text(await parts.metrics.text(), 200, {
      'content-type': parts.metrics.contentType,
      'cache-control': 'no-store',
    });
  });
  for (const channel of parts.channels) {
    for (const route of channel.routes) {
      app.on(route.method, route.path, (c) =>
        guarded(() => route.handle(c.req.raw), channel.name, parts.log, parts.metrics),
      );
    }
  }
  app.all('*', (c) => parts.page.fetch(c.req.raw, c.env));
  return app;
}

export interface RunningServer {
  port: number;
  /** Takes no new connection, finishes what is under way. */
  close(): Promise<void>;
}

/** @throws AppError `port-unavailable` when the address is taken or not ours. */
export function listen(app: Hono, host: string, port: number): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: host, port }, (info: AddressInfo) => {
      resolve({ port: info.port, close: () => closeServer(server) });
    });
    server.once('error', (cause: Error) => {
      const why =
        'code' in cause && cause.code === 'EADDRINUSE'
          ? `端口 ${port} 已被占用。请停掉占用它的程序，或在 .env 里用 DUTY_DESK_PORT 换一个端口。`
          : `不能在 ${host}:${port} 提供服务（${cause.message}）。请检查 DUTY_DESK_HOST 和 DUTY_DESK_PORT。`;
      reject(new AppError('port-unavailable', why, { cause }));
    });
  });
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
