// The chat service over the small corpus, with a store in memory, a clock in hand and everything recorded.
import {
  createChatService,
  type ChatClick,
  type ChatMessage,
  type ChatOutcome,
  type ChatPlace,
  type ChatPolicy,
  type ChatService,
  type Logger,
  type LogFields,
  type Metrics,
  type ReplyOutcome,
} from '../../src/channels/chat/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import type { Item } from '../../src/duty/index.ts';
import { createTestCorpus, type TestCorpus } from './corpus.ts';

export const START = Date.UTC(2026, 10, 23, 1, 0, 0);
export const BASE_URL = 'https://zhize.example';

export interface LogLine {
  level: 'debug' | 'info' | 'warn' | 'error';
  message: string;
  fields: LogFields;
}

/** A logger that keeps its lines. */
export function createRecordingLogger(lines: LogLine[] = [], base: LogFields = {}): Logger {
  const at =
    (level: LogLine['level']) =>
    (fields: LogFields, message: string): void => {
      lines.push({ level, message, fields: { ...base, ...fields } });
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (fields) => createRecordingLogger(lines, { ...base, ...fields }),
  };
}

/** Metrics that note each call as `name:arguments`. */
export function createRecordingMetrics(calls: string[] = []): Metrics {
  const note = (name: string, ...values: (string | number)[]): void => {
    calls.push([name, ...values].join(':'));
  };
  return {
    question: (platform) => note('question', platform),
    decision: (platform, kind) => note('decision', platform, kind),
    latency: (platform) => note('latency', platform),
    error: (platform, code) => note('error', platform, code),
    refusal: (platform, reason) => note('refusal', platform, reason),
    rateLimited: (platform, scope) => note('rateLimited', platform, scope),
    feedback: (platform, value) => note('feedback', platform, value),
    gauge: (channel, name) => note('gauge', channel, name),
    count: (channel, name, _help, by) => note('count', channel, name, by ?? 1),
  };
}

export interface TestChat {
  service: ChatService;
  store: Store;
  corpus: TestCorpus;
  log: LogLine[];
  metrics: string[];
  clock: { now: number };
  message(text: string, change?: Partial<ChatMessage>): ChatMessage;
  click(state: string, change?: Partial<ChatClick>): ChatClick;
  /** Answers a message and gives what was sent; fails the test when nothing was. */
  say(text: string, change?: Partial<ChatMessage>): Promise<ReplyOutcome>;
  press(state: string, change?: Partial<ChatClick>): Promise<ChatOutcome>;
}

export interface TestChatOptions {
  policy?: Partial<ChatPolicy>;
  store?: Store;
  change?: (item: Item) => Item;
  baseUrl?: string | null;
  internalLink?: (itemId: string, expiresAt: number) => string;
  clock?: { now: number };
}

export const GROUP: ChatPlace = {
  platform: 'test',
  workspace: 'W1',
  conversation: 'G1',
  conversationKind: 'group',
  thread: 'root-1',
  person: 'P1',
};

/** What a reply shows, as one text. */
export function textOf(outcome: ChatOutcome | null): string {
  return outcome && 'reply' in outcome ? JSON.stringify(outcome.reply) : '';
}

export function createTestChat(options: TestChatOptions = {}): TestChat {
  const clock = options.clock ?? { now: START };
  const corpus = createTestCorpus(options.change);
  const log: LogLine[] = [];
  const metrics: string[] = [];
  const store = options.store ?? openStore({ stateDir: null, sealKey: Buffer.alloc(32, 1), now: clock.now });
  const service = createChatService({
    corpus: corpus.corpus,
    engine: corpus.engine,
    lexicon: corpus.lexicon,
    characters: corpus.pipeline.characters,
    store,
    policy: {
      internalConversations: [],
      binders: [],
      personPerMinute: 0,
      conversationPerMinute: 0,
      questionLogDays: 30,
      ...options.policy,
    },
    baseUrl: options.baseUrl === undefined ? BASE_URL : options.baseUrl,
    ...(options.internalLink ? { internalLink: options.internalLink } : {}),
    signingKey: Buffer.alloc(32, 2),
    hashKey: Buffer.alloc(32, 3),
    clock: () => clock.now,
    log: createRecordingLogger(log),
    metrics: createRecordingMetrics(metrics),
  });
  let serial = 0;
  const input = () => {
    clock.now += 1000;
    serial++;
    return {
      ...GROUP,
      author: 'person' as const,
      receivedAt: clock.now,
      deliveryKeys: [`m${serial}`],
      address: { at: `m${serial}` },
    };
  };
  const message = (text: string, change: Partial<ChatMessage> = {}): ChatMessage => ({
    ...input(),
    kind: 'message',
    text,
    quoted: null,
    audience: 'everybody',
    ...change,
  });
  const click = (state: string, change: Partial<ChatClick> = {}): ChatClick => ({
    ...input(),
    kind: 'click',
    state,
    comment: null,
    ...change,
  });
  const sent = async (event: ChatMessage | ChatClick): Promise<ChatOutcome> => {
    let out: ChatOutcome | null = null;
    await service.answerOnce(event, (outcome) => {
      out = outcome;
      return Promise.resolve();
    });
    if (out === null) throw new Error('nothing was sent');
    return out;
  };
  return {
    service,
    store,
    corpus,
    log,
    metrics,
    clock,
    message,
    click,
    async say(text, change) {
      const outcome = await sent(message(text, change));
      if (outcome.kind !== 'reply') throw new Error(`not a reply: ${outcome.kind}`);
      return outcome;
    },
    press: (state, change) => sent(click(state, change)),
  };
}
