// Whether it serves: every channel, the store, the lists. For load balancers and for the operator's eyes.
import type { Channel, ChannelHealth, Clock } from '../channels/chat/index.ts';
import type { Store } from '../store/index.ts';

export interface HealthReport {
  /** `degraded`: answers, but something is amiss; `failing`: a channel does not serve. */
  status: 'ok' | 'degraded' | 'failing';
  uptimeSeconds: number;
  /** Lists that anybody may see, and their rows. */
  documents: number;
  items: number;
  store: { state: 'ok' | 'memory' };
  channels: Record<string, ChannelHealth>;
}

export interface HealthParts {
  channels: readonly Channel[];
  store: Store;
  documents: number;
  items: number;
  startedAt: number;
  clock: Clock;
}

/** A channel that fails makes it `failing`; one that starts or a store in memory makes it `degraded`. */
export function readHealth(parts: HealthParts): HealthReport {
  const channels = Object.fromEntries(parts.channels.map((channel) => [channel.name, channel.health()]));
  const states = new Set(Object.values(channels).map(({ state }) => state));
  const isInMemory = parts.store.degraded() !== null;
  return {
    status: states.has('failing') ? 'failing' : isInMemory || states.has('starting') ? 'degraded' : 'ok',
    uptimeSeconds: Math.floor((parts.clock() - parts.startedAt) / 1000),
    documents: parts.documents,
    items: parts.items,
    store: { state: isInMemory ? 'memory' : 'ok' },
    channels,
  };
}
