// A Slack on loopback: the Web API, response addresses and Socket Mode. It keeps every call, checks every block, and
// does what a test tells it to do wrong.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { parse as parseForm } from 'node:querystring';
import { checkMessage, checkView } from './block-kit.ts';
import { acceptWebSocket, type ServerSocket } from './websocket-server.ts';

export type Args = Record<string, unknown>;

export interface Call {
  method: string;
  args: Args;
  token: string;
  at: number;
  /** Where it came to: tells response addresses apart. */
  path: string;
  /** Whether Slack did what it was asked for. */
  ok: boolean;
}

/** What the next call of a method meets. */
export type Trouble =
  | { error: string; needed?: string }
  | { status: number; retryAfter?: number }
  /** Not answered until it is released. */
  | 'hold'
  /** Done, but the line is cut before the answer. */
  | 'lost'
  /** Not done, the line is cut. */
  | 'reset';

export interface Ack {
  envelope_id: string;
  payload: unknown;
}

export interface FakeSlack {
  apiUrl: string;
  calls: Call[];
  /** Calls of a method that were done. */
  done(method: string): Call[];
  /** Blocks that Slack would refuse, of all that was sent. */
  breaches: string[];
  trouble(method: string, trouble: Trouble, times?: number): void;
  /** A fresh response address; what is posted to it is a call of `response_url`. */
  responseUrl(): string;
  scopes: string[];
  users: Map<string, Args>;
  conversations: Map<string, { info: Args; members: string[] }>;
  /** Channels that the bot is no member of. */
  strangers: Set<string>;
  /** Socket Mode. */
  sockets(): number;
  envelope(
    type: 'events_api' | 'interactive' | 'slash_commands',
    payload: Args,
    id?: string,
  ): Promise<unknown>;
  /** Asks the app to connect anew, or cuts the line. */
  disconnect(how: 'refresh' | 'cut'): void;
  acks: Ack[];
  /** Answers what was held. */
  release(): void;
  /** Not to be reached for a while. */
  vanish(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

export const TEAM = 'T0000000001';
export const BOT_USER = 'U00000000B0';
export const BOT_ID = 'B0000000001';
export const BOT_TOKEN = 'xoxb-000000000000-made-up-token';
export const APP_TOKEN = 'xapp-1-A0000000001-000000000000-madeup';
export const GRANTED = [
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'im:history',
  'links:read',
  'links:write',
  'channels:history',
  'groups:history',
];

const JSON_ARGS = new Set(['blocks', 'view', 'metadata', 'unfurls', 'prompts']);

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function parseArgs(body: string, contentType: string): Args {
  if (contentType.startsWith('application/json')) return JSON.parse(body) as Args;
  return Object.fromEntries(
    Object.entries(parseForm(body)).map(([name, value]) => [
      name,
      JSON_ARGS.has(name) ? (JSON.parse(String(value)) as unknown) : value,
    ]),
  );
}

export async function startFakeSlack(): Promise<FakeSlack> {
  const calls: Call[] = [];
  const breaches: string[] = [];
  const troubles = new Map<string, Trouble[]>();
  const connections = new Set<Socket>();
  const sockets = new Set<ServerSocket>();
  const acks: Ack[] = [];
  const held: (() => void)[] = [];
  const waiting = new Map<string, (payload: unknown) => void>();
  const users = new Map<string, Args>();
  const conversations = new Map<string, { info: Args; members: string[] }>();
  const strangers = new Set<string>();
  let serial = 0;
  const state = { scopes: [...GRANTED] };
  const nextTs = (): string => `1764000${String(++serial).padStart(3, '0')}.000200`;

  function check(method: string, args: Args): void {
    const isMessage =
      ['chat.postMessage', 'chat.postEphemeral', 'chat.update', 'response_url'].includes(method) &&
      args['delete_original'] !== true;
    const found = isMessage
      ? checkMessage(args)
      : method.startsWith('views.')
        ? checkView(args['view'] as Args)
        : method === 'chat.unfurl'
          ? Object.values(args['unfurls'] as Record<string, Args>).flatMap((card) =>
              checkMessage({ text: 'card', ...card }),
            )
          : [];
    breaches.push(...found.map((breach) => `${method} ${breach}`));
  }

  /** The answer of a method that works. */
  function respond(method: string, args: Args): Args {
    switch (method) {
      case 'auth.test':
        return {
          ok: true,
          team: '县政府',
          team_id: TEAM,
          user_id: BOT_USER,
          bot_id: BOT_ID,
          url: 'https://x.slack.example/',
        };
      case 'chat.postMessage':
      case 'chat.postEphemeral': {
        if (strangers.has(String(args['channel']))) return { ok: false, error: 'not_in_channel' };
        const ts = nextTs();
        return { ok: true, channel: args['channel'], ts, message_ts: ts };
      }
      case 'apps.connections.open':
        return { ok: true, url: `ws://127.0.0.1:${port}/link` };
      case 'conversations.replies':
        return {
          ok: true,
          messages: calls
            .filter(
              ({ method: m, ok, args: a }) => m === 'chat.postMessage' && ok && a['thread_ts'] === args['ts'],
            )
            .map(({ args: a }) => ({ text: a['text'], metadata: a['metadata'] })),
        };
      case 'conversations.info': {
        const found = conversations.get(String(args['channel']));
        return found ? { ok: true, channel: found.info } : { ok: false, error: 'channel_not_found' };
      }
      case 'conversations.members':
        return { ok: true, members: conversations.get(String(args['channel']))?.members ?? [] };
      case 'users.info': {
        const found = users.get(String(args['user']));
        return found ? { ok: true, user: found } : { ok: false, error: 'user_not_found' };
      }
      case 'oauth.v2.access':
        return {
          ok: true,
          access_token: `xoxb-oauth-${String(args['code'])}`,
          token_type: 'bot',
          scope: state.scopes.join(','),
          bot_user_id: BOT_USER,
          app_id: 'A0000000001',
          team: { id: String(args['code']), name: '乡政府' },
          enterprise: null,
          is_enterprise_install: false,
          authed_user: { id: 'U0000000009' },
        };
      default:
        return { ok: true };
    }
  }

  function reply(
    response: ServerResponse,
    status: number,
    body: Args | string,
    headers: Record<string, string> = {},
  ): void {
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-oauth-scopes': state.scopes.join(','),
      ...headers,
    });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const method = path.startsWith('/respond/') ? 'response_url' : path.replace('/api/', '');
    const args = parseArgs(await readBody(request), request.headers['content-type'] ?? '');
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const trouble = troubles.get(method)?.shift();
    const call: Call = { method, args, token, at: Date.now(), path, ok: false };
    calls.push(call);
    if (trouble === 'hold') await new Promise<void>((resolve) => held.push(resolve));
    if (trouble === 'reset') return void request.socket.destroy();
    if (trouble !== undefined && trouble !== 'lost' && trouble !== 'hold') {
      if ('status' in trouble)
        return reply(
          response,
          trouble.status,
          'trouble',
          trouble.retryAfter === undefined ? {} : { 'retry-after': String(trouble.retryAfter) },
        );
      return reply(response, method === 'response_url' ? 404 : 200, { ok: false, ...trouble });
    }
    check(method, args);
    const body = respond(method, args);
    call.ok = body['ok'] === true;
    if (typeof body['ts'] === 'string') call.args = { ...args, ts: args['ts'] ?? body['ts'] };
    if (trouble === 'lost') return void request.socket.destroy();
    reply(response, 200, body);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      breaches.push(`fake slack: ${String(error)}`);
      response.destroy();
    });
  });
  server.on('connection', (connection) => {
    connections.add(connection);
    connection.on('close', () => connections.delete(connection));
  });
  server.on('upgrade', (request, socket) => {
    const made = acceptWebSocket(request, socket, {
      text(text) {
        const ack = JSON.parse(text) as Ack;
        acks.push(ack);
        waiting.get(ack.envelope_id)?.(ack.payload);
        waiting.delete(ack.envelope_id);
      },
      closed: () => sockets.delete(made),
    });
    sockets.add(made);
    made.send(JSON.stringify({ type: 'hello', num_connections: sockets.size }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  async function vanish(): Promise<void> {
    for (const socket of sockets) socket.cut();
    for (const connection of connections) connection.destroy();
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    calls,
    done: (method) => calls.filter((call) => call.method === method && call.ok),
    breaches,
    trouble(method, trouble, times = 1) {
      troubles.set(method, [
        ...(troubles.get(method) ?? []),
        ...Array.from({ length: times }, () => trouble),
      ]);
    },
    responseUrl: () => `http://127.0.0.1:${port}/respond/${++serial}`,
    get scopes() {
      return state.scopes;
    },
    set scopes(scopes) {
      state.scopes = scopes;
    },
    users,
    conversations,
    strangers,
    sockets: () => sockets.size,
    envelope(type, payload, id = `env-${++serial}`) {
      const [socket] = [...sockets].slice(-1);
      if (!socket) return Promise.reject(new Error('no socket'));
      const acked = new Promise<unknown>((resolve) => waiting.set(id, resolve));
      socket.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: true }));
      return acked;
    },
    disconnect(how) {
      for (const socket of sockets) {
        if (how === 'cut') socket.cut();
        else socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
      }
    },
    acks,
    release() {
      for (const go of held.splice(0)) go();
    },
    vanish,
    comeBack: () => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve)),
    stop: vanish,
  };
}
