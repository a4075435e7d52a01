// Answers by URL that WeCom may ask for again: by a retry of the callback or by polling a stream that said “wait”.
import type { Clock } from '../../chat/index.ts';
import type { Drawn } from '../draw.ts';
import { wording } from '../wording.zh.ts';

export interface LiveStream {
  id: string;
  /** What stands in the stream now. */
  content: string;
  drawn: Drawn | null;
  /** Over without a word: an empty 200. */
  isSilent: boolean;
  /** Nobody answers it here: the platform should deliver it again. */
  isRefused: boolean;
  /** Resolves when there is something to show: the answer, or the sentence about waiting. */
  ready: Promise<void>;
  show(text: string): void;
  finish(drawn: Drawn | null): void;
  refuse(): void;
}

/** WeCom polls for six minutes and retries for less. */
const KEPT_MS = 15 * 60_000;

export interface Streams {
  get(id: string): LiveStream | null;
  open(id: string): LiveStream;
  drop(id: string): void;
}

export function createStreams(clock: Clock): Streams {
  const live = new Map<string, { stream: LiveStream; at: number }>();
  return {
    get: (id) => live.get(id)?.stream ?? null,
    open(id) {
      const now = clock();
      for (const [key, { at }] of live) {
        if (now - at <= KEPT_MS) break;
        live.delete(key);
      }
      let wake = (): void => undefined;
      const ready = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const stream: LiveStream = {
        id,
        content: wording.working,
        drawn: null,
        isSilent: false,
        isRefused: false,
        ready,
        show(text) {
          stream.content = text;
          wake();
        },
        finish(drawn) {
          stream.drawn = drawn;
          stream.isSilent = drawn === null;
          wake();
        },
        refuse() {
          stream.isRefused = true;
          wake();
        },
      };
      live.set(id, { stream, at: now });
      return stream;
    },
    drop: (id) => void live.delete(id),
  };
}

/** What a stream says to a callback or a poll, as WeCom's passive reply. */
export function toStreamBody(stream: LiveStream): Record<string, unknown> {
  const { drawn } = stream;
  if (!drawn) return { msgtype: 'stream', stream: { id: stream.id, finish: false, content: stream.content } };
  const body = {
    id: stream.id,
    finish: true,
    content: drawn.text,
    ...(drawn.feedbackId === null ? {} : { feedback: { id: drawn.feedbackId } }),
  };
  return drawn.card
    ? { msgtype: 'stream_with_template_card', stream: body, template_card: drawn.card }
    : { msgtype: 'stream', stream: body };
}
