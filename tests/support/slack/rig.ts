// The Slack channel as it runs: Bolt's receivers, the shared HTTP server, the chat service over the small corpus, and
// the fake Slack on the other side.
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createHttpApp, listen, type RunningServer } from '../../../src/app/server.ts';
import { createMetrics } from '../../../src/app/metrics.ts';
import type { Channel, ChatPolicy } from '../../../src/channels/chat/index.ts';
import { createSlackChannel, type EnabledSlackConfig } from '../../../src/channels/slack/index.ts';
import { openStore, type Store } from '../../../src/store/index.ts';
import type { Item } from '../../../src/duty/index.ts';
import {
  BASE_URL,
  createRecordingLogger,
  createRecordingMetrics,
  createTestChat,
  type LogLine,
  type TestChat,
} from '../chat.ts';
import { checkOptions, readBlocks, readMrkdwn } from './block-kit.ts';
import { APP_TOKEN, BOT_TOKEN, startFakeSlack, type Args, type Call, type FakeSlack } from './fake-slack.ts';
import { eventBody, type Clickable } from './payloads.ts';

export const SIGNING_SECRET = '00000000000000000000000000madeup';

export interface RigOptions {
  mode?: 'http' | 'socket';
  oauth?: boolean;
  change?: (item: Item) => Item;
  policy?: Partial<ChatPolicy>;
  stateDir?: string | null;
  slack?: FakeSlack;
  baseUrl?: string | null;
}

export interface Delivered {
  status: number;
  body: string;
}

export interface Rig {
  slack: FakeSlack;
  channel: Channel;
  chat: TestChat;
  store: Store;
  url: string;
  log: LogLine[];
  metrics: string[];
  /** Posts a signed body as Slack does. */
  post: (body: string, headers?: Record<string, string>) => Promise<Delivered>;
  /** Delivers an event and waits until the channel is done with it. */
  event: (event: Args, envelope?: Args, headers?: Record<string, string>) => Promise<Delivered>;
  /** Delivers an interaction and waits. */
  interact: (payload: Args) => Promise<Delivered>;
  command: (fields: Args) => Promise<Delivered>;
  /** Waits until nothing is being answered. */
  settle: () => Promise<void>;
  /** @throws when anything was sent that Slack would refuse */
  stop: () => Promise<void>;
}

export function sign(
  body: string,
  at = Math.floor(Date.now() / 1000),
  secret = SIGNING_SECRET,
): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${signature}` };
}

export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const slack = options.slack ?? (await startFakeSlack());
  const store = openStore({
    stateDir: options.stateDir ?? null,
    sealKey: Buffer.alloc(32, 1),
    now: Date.now(),
  });
  const realClock = {
    get now() {
      return Date.now();
    },
    set now(_ignored: number) {
      // the real one goes on by itself
    },
  };
  const baseUrl = options.baseUrl === undefined ? BASE_URL : options.baseUrl;
  const chat = createTestChat({
    store,
    clock: realClock,
    baseUrl,
    ...(options.change ? { change: options.change } : {}),
    ...(options.policy ? { policy: options.policy } : {}),
  });
  const { log, metrics } = chat;
  const config: EnabledSlackConfig = {
    enabled: true,
    apiUrl: slack.apiUrl,
    receive:
      options.mode === 'socket'
        ? { mode: 'socket', appToken: APP_TOKEN }
        : { mode: 'http', signingSecret: SIGNING_SECRET },
    install:
      options.oauth === true
        ? {
            by: 'oauth',
            clientId: '1.2',
            clientSecret: 'made-up-client-secret',
            stateSecret: 'made-up-state-secret',
          }
        : { by: 'token', botToken: BOT_TOKEN },
  };
  const channel = createSlackChannel(
    {
      service: chat.service,
      store,
      log: createRecordingLogger(log),
      metrics: createRecordingMetrics(metrics),
      clock: Date.now,
      baseUrl,
    },
    {
      config,
      policy: {
        internalConversations: [],
        binders: [],
        personPerMinute: 0,
        conversationPerMinute: 0,
        questionLogDays: 30,
        ...options.policy,
      },
      auditOf: (documentId) => (documentId.startsWith('shule') ? { errors: 0, warnings: 2 } : null),
    },
  );
  const server: RunningServer = await listen(
    createHttpApp({
      channels: [channel],
      health: () => ({
        status: 'ok',
        uptimeSeconds: 0,
        documents: 0,
        items: 0,
        store: { state: 'ok' },
        channels: {},
      }),
      metrics: createMetrics(),
      metricsToken: null,
      page: { fetch: () => new Response('page', { status: 404 }) },
      log: createRecordingLogger(log),
    }),
    '127.0.0.1',
    0,
  );
  const url = `http://127.0.0.1:${server.port}`;

  async function settle(): Promise<void> {
    let quiet = 0;
    for (let i = 0; i < 200 && quiet < 3; i++) {
      const before = slack.calls.length;
      await sleep(8);
      await chat.service.drained();
      quiet = slack.calls.length === before ? quiet + 1 : 0;
    }
  }

  async function post(body: string, headers: Record<string, string> = {}): Promise<Delivered> {
    const response = await fetch(`${url}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...sign(body), ...headers },
      body,
    });
    return { status: response.status, body: await response.text() };
  }

  const form = (fields: Record<string, string>): Promise<Delivered> =>
    post(new URLSearchParams(fields).toString(), { 'content-type': 'application/x-www-form-urlencoded' });

  try {
    await channel.start();
  } catch (error) {
    await server.close();
    store.close();
    if (!options.slack) await slack.stop();
    throw error;
  }
  return {
    slack,
    channel,
    chat,
    store,
    url,
    log,
    metrics,
    post,
    async event(event, envelope, headers) {
      const delivered = await post(JSON.stringify(eventBody(event, envelope)), headers);
      await settle();
      return delivered;
    },
    async interact(payload) {
      const delivered = await form({ payload: JSON.stringify(payload) });
      await settle();
      return delivered;
    },
    async command(fields) {
      const delivered = await form(
        Object.fromEntries(Object.entries(fields).map(([k, v]) => [k, String(v)])),
      );
      await settle();
      return delivered;
    },
    settle,
    async stop() {
      await channel.stop();
      await server.close();
      store.close();
      if (!options.slack) await slack.stop();
      if (slack.breaches.length > 0) throw new Error(slack.breaches.join('\n'));
    },
  };
}

/** What people see of a call that sends something. */
export function read(call: Call | undefined): { text: string; links: string[]; pings: string[] } {
  if (!call) throw new Error('nothing was sent');
  const { blocks, text, view } = call.args;
  const shown = readBlocks(blocks ?? (view as Args | undefined)?.['blocks']);
  const spoken = readMrkdwn(typeof text === 'string' ? text : '');
  return {
    text: `${shown.text}\n${spoken.text}`,
    links: [...shown.links, ...spoken.links],
    pings: spoken.pings,
  };
}

/** The buttons and pickers of a call, as a click brings them back. */
export function clickables(call: Call | undefined): (Clickable & { label: string })[] {
  if (!call) throw new Error('nothing was sent');
  const view = call.args['view'] as Args | undefined;
  const blocks = (call.args['blocks'] ?? view?.['blocks'] ?? []) as Args[];
  return blocks.flatMap((block) =>
    ((block['elements'] ?? []) as Args[]).flatMap((element): (Clickable & { label: string })[] => {
      const base = {
        block_id: String(block['block_id']),
        action_id: String(element['action_id']),
        type: String(element['type']),
      };
      const labelOf = (of: unknown): string => String(((of as Args)['text'] as Args)['text']);
      if (element['type'] === 'button')
        return [{ ...base, value: String(element['value']), label: labelOf(element) }];
      if (element['type'] === 'external_select') return [{ ...base, label: 'picker' }];
      if (element['type'] !== 'feedback_buttons') return [];
      return ['positive_button', 'negative_button'].map((side) => {
        const button = element[side] as Args;
        return { ...base, value: String(button['value']), label: labelOf(button) };
      });
    }),
  );
}

/** The one with a label. */
export function buttonOf(call: Call | undefined, label: string): Clickable {
  const all = clickables(call);
  const found = all.find((one) => one.label === label);
  if (!found) throw new Error(`no button ${label} among ${all.map((one) => one.label).join(', ')}`);
  const { label: _label, ...button } = found;
  return button;
}

/** Options that a picker was given, checked. */
export function optionsOf(delivered: Delivered): { text: string; value: string }[] {
  const body = JSON.parse(delivered.body) as { options: { text: { text: string }; value: string }[] };
  const breaches = checkOptions(body);
  if (breaches.length > 0) throw new Error(breaches.join('\n'));
  return body.options.map(({ text, value }) => ({ text: text.text, value }));
}
