// What every channel gives to the application, and what it is given.
import type { ChatService } from './service.ts';
import type { Clock, Logger, Metrics } from './ports.ts';
import type { Store } from '../../store/index.ts';

/** `ok`: it serves. `standby`: another process serves. `starting`, `failing`: it does not serve now. */
export interface ChannelHealth {
  state: 'ok' | 'starting' | 'standby' | 'failing';
  /** For the operator, in Chinese; no secrets. */
  detail: string;
}

/** A route on the shared HTTP server; `path` is in Hono's notation (`/wecom/callback`). */
export interface ChannelRoute {
  method: 'GET' | 'POST';
  path: string;
  handle(request: Request): Promise<Response> | Response;
}

/** Thrown by `start` for what an operator must change; `message` says it in Chinese, without secrets. */
export class ChannelStartError extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'ChannelStartError';
  }
}

export interface Channel {
  /** Unique among the running channels: `slack`, `wecom-bot`, `wecom-app`. */
  name: string;
  routes: readonly ChannelRoute[];
  /** Resolves when it serves or keeps trying by itself. Rejects only for what an operator must change. */
  start(): Promise<void>;
  /** Takes nothing new, finishes what was accepted, closes. Called once. */
  stop(): Promise<void>;
  health(): ChannelHealth;
}

export interface ChannelDeps {
  service: ChatService;
  /** For locks, installations and what a channel says once of its own; everything else goes through the service. */
  store: Store;
  log: Logger;
  metrics: Metrics;
  clock: Clock;
  /** Base address of item pages; null when none is configured. */
  baseUrl: string | null;
}
