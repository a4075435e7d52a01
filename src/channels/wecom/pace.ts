// Keeping to so many messages a conversation: a sliding window, and a queue for what must wait. In memory: a restart
// begins with an empty window.
import type { Clock } from '../chat/index.ts';
import { LIMITS, type Timing } from './limits.ts';

/** Call it when the message is with the platform, or has failed: only then its minute begins. */
export type Sent = () => void;

export interface Pace {
  /**
   * Resolves when a message may be sent, in the order of asking. `onWait` is called once for each stretch of waiting,
   * with the time until the first of the queue goes out; a message of its own is reserved for it.
   * Rejects with PaceStopped when stopped.
   */
  take(conversation: string, onWait?: (waitMs: number) => void): Promise<Sent>;
  /** Takes a place only when one is free and nobody waits. */
  tryTake(conversation: string): Sent | null;
  /** Counts a message that is sent in any case. */
  note(conversation: string): void;
  /** How many wait. */
  waiting(): number;
  stop(): void;
}

export class PaceStopped extends Error {}

interface Lane {
  /** Null: on its way. */
  sent: { at: number | null }[];
  queue: { go: (sent: Sent) => void; stop: () => void }[];
  timer: NodeJS.Timeout | null;
  told: boolean;
}

/** Kept for the sentence that says that the others wait. */
const RESERVED = 1;
const MOST_LANES = 5000;

export interface PaceOptions {
  perMinute: number;
  perHour: number;
}

export function createPace(
  clock: Clock,
  timing: Timing,
  options: PaceOptions = { perMinute: LIMITS.perMinute, perHour: LIMITS.perHour },
): Pace {
  const lanes = new Map<string, Lane>();
  let stopped = false;

  function laneOf(conversation: string): Lane {
    const known = lanes.get(conversation);
    if (known) return known;
    if (lanes.size >= MOST_LANES) sweep(clock());
    const lane: Lane = { sent: [], queue: [], timer: null, told: false };
    lanes.set(conversation, lane);
    return lane;
  }

  function sweep(now: number): void {
    for (const [key, lane] of lanes)
      if (lane.queue.length === 0 && lane.sent.every(({ at }) => at !== null && at < now - timing.hour))
        lanes.delete(key);
  }

  /** Milliseconds until one more may be sent, keeping `reserved` free. */
  function waitOf(lane: Lane, reserved: number): number {
    const now = clock();
    lane.sent = lane.sent.filter(({ at }) => at === null || at > now - timing.hour);
    const times = lane.sent.map(({ at }) => at ?? now).toSorted((a, b) => a - b);
    const wait = (most: number, window: number): number => {
      const nth = times.at(-(most - reserved));
      return nth === undefined ? 0 : nth + window - now;
    };
    return Math.max(0, wait(options.perMinute, timing.minute), wait(options.perHour, timing.hour));
  }

  function occupy(lane: Lane): Sent {
    const place: { at: number | null } = { at: null };
    lane.sent.push(place);
    return () => {
      place.at ??= clock();
    };
  }

  function drain(lane: Lane): void {
    lane.timer = null;
    while (lane.queue.length > 0) {
      const wait = waitOf(lane, RESERVED);
      if (wait > 0) {
        lane.timer = setTimeout(() => drain(lane), wait + 1);
        return;
      }
      lane.queue.shift()?.go(occupy(lane));
    }
    lane.told = false;
  }

  return {
    take(conversation, onWait) {
      if (stopped) return Promise.reject(new PaceStopped());
      const lane = laneOf(conversation);
      const wait = waitOf(lane, RESERVED);
      if (lane.queue.length === 0 && wait === 0) {
        return Promise.resolve(occupy(lane));
      }
      return new Promise((resolve, reject) => {
        lane.queue.push({ go: resolve, stop: () => reject(new PaceStopped()) });
        lane.timer ??= setTimeout(() => drain(lane), wait + 1);
        if (onWait && !lane.told && waitOf(lane, 0) === 0) {
          lane.told = true;
          lane.sent.push({ at: clock() });
          onWait(Math.max(wait, 1));
        }
      });
    },
    tryTake(conversation) {
      const lane = laneOf(conversation);
      if (stopped || lane.queue.length > 0 || waitOf(lane, RESERVED) > 0) return null;
      return occupy(lane);
    },
    note(conversation) {
      laneOf(conversation).sent.push({ at: clock() });
    },
    waiting: () => [...lanes.values()].reduce((sum, lane) => sum + lane.queue.length, 0),
    stop() {
      stopped = true;
      for (const lane of lanes.values()) {
        if (lane.timer) clearTimeout(lane.timer);
        for (const { stop } of lane.queue.splice(0)) stop();
      }
    },
  };
}
