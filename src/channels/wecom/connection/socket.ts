// One attempt at a long connection, by the official SDK: the only file that knows it. The SDK's own reconnecting is
// off, because it gives up, never comes back after a kick, and mixes up the sockets of two attempts; connection.ts
// makes a new attempt instead.
import type { WSClient } from '@wecom/aibot-node-sdk';
import type { Logger } from '../../chat/index.ts';
import { hintOf } from '../errors.ts';

export type BotCommand =
  'aibot_respond_msg' | 'aibot_respond_welcome_msg' | 'aibot_respond_update_msg' | 'aibot_send_msg';

/** How a frame that we sent ended. */
export type FrameResult =
  | { state: 'acknowledged' }
  | { state: 'refused'; code: number; hint: string | null }
  /** It may have arrived: no acknowledgement came. */
  | { state: 'uncertain' }
  | { state: 'unsent' };

export interface SocketEvents {
  subscribed(): void;
  /** The subscription was refused. `closed` follows. */
  refused(code: number): void;
  /** Another client has subscribed. `closed` follows. */
  kicked(): void;
  /** Once. */
  closed(): void;
  /** A callback's body, unchecked, and the id under which it is answered. */
  callback(reqId: string, body: unknown): void;
}

export interface BotSocket {
  /** Never rejects. `reqId` null makes one (for what answers no callback). */
  send(
    command: BotCommand,
    reqId: string | null,
    body: Readonly<Record<string, unknown>>,
  ): Promise<FrameResult>;
  /** Closes; `closed` is called if it was not before. */
  close(): void;
}

export interface SocketOptions {
  botId: string;
  secret: string;
  /** Null: WeCom's public address. */
  url: string | null;
  ca: readonly string[] | null;
  heartbeatMs: number;
  connectWithinMs: number;
}

export type OpenSocket = (options: SocketOptions, events: SocketEvents, log: Logger) => BotSocket;

// Authentication failed: invalid secret (code: 40001)
const REFUSED = /^Authentication failed: .*\(code: (?<code>-?\d+)\)$/su;
const MOST_PAYLOAD = 4 * 1024 * 1024;

/** The SDK speaks in sentences and appends whole frames: we keep the sentences, which name no content. */
const quietly = (
  log: Logger,
): { debug(): void; info(m: string): void; warn(m: string): void; error(m: string): void } => ({
  debug: () => undefined,
  info: (sdk) => log.debug({ sdk }, 'bot sdk'),
  warn: (sdk) => log.debug({ sdk }, 'bot sdk warns'),
  error: (sdk) => log.debug({ sdk }, 'bot sdk reports'),
});

/** The SDK rejects with a raw frame where the server said no, with an Error otherwise. */
export function toFrameResult(reason: unknown): FrameResult {
  if (reason instanceof Error) {
    // nothing was written
    return reason.message.startsWith('WebSocket not connected')
      ? { state: 'unsent' }
      : { state: 'uncertain' };
  }
  if (typeof reason === 'object' && reason !== null && 'errcode' in reason) {
    const text = 'errmsg' in reason ? String(reason.errmsg) : '';
    return { state: 'refused', code: Number(reason.errcode), hint: hintOf(text) };
  }
  return { state: 'uncertain' };
}

type Sdk = typeof import('@wecom/aibot-node-sdk');

function createClient(sdk: Sdk, options: SocketOptions, log: Logger): WSClient {
  return new sdk.WSClient({
    botId: options.botId,
    secret: options.secret,
    ...(options.url === null ? {} : { wsUrl: options.url }),
    wsOptions: {
      handshakeTimeout: options.connectWithinMs,
      maxPayload: MOST_PAYLOAD,
      ...(options.ca === null ? {} : { ca: [...options.ca] }),
    },
    maxReconnectAttempts: 0,
    maxAuthFailureAttempts: 0,
    heartbeatInterval: options.heartbeatMs,
    logger: quietly(log),
  });
}

/** Opens at once; everything further is told through `events`, never inside this call. */
export const openSocket: OpenSocket = (options, events, log) => {
  let client: WSClient | null = null;
  let open = true;
  const closeOnce = (): void => {
    if (!open) return;
    open = false;
    client?.disconnect();
    events.closed();
  };

  function connect(sdk: Sdk): void {
    if (!open) return;
    client = createClient(sdk, options, log);
    client.on('authenticated', () => {
      if (open) events.subscribed();
    });
    client.on('message', (frame) => {
      if (open) events.callback(frame.headers.req_id, frame.body);
    });
    client.on('event', (frame) => {
      if (open) events.callback(frame.headers.req_id, frame.body);
    });
    client.on('disconnected', (reason) => {
      // told so also where the event came in a form that the SDK does not pass on
      if (open && reason.startsWith('New connection established')) events.kicked();
      closeOnce();
    });
    client.on('error', (error) => {
      if (!open) return;
      const code = REFUSED.exec(error.message)?.groups?.['code'];
      if (code !== undefined) events.refused(Number(code));
      else log.warn({ err: error.message }, 'the long connection reports a fault');
    });
    client.connect();
  }

  // loaded when a bot is connected only: it and what it needs take longer than the rest of a start
  import('@wecom/aibot-node-sdk').then(connect).catch((error: unknown) => {
    log.error({ err: error }, 'the bot sdk could not be used');
    closeOnce();
  });
  return {
    async send(command, reqId, body) {
      if (!open || !client) return { state: 'unsent' };
      try {
        if (reqId === null) {
          // the SDK's own way sets the command and makes the id; chat_type in the body goes through
          type Message = Parameters<WSClient['sendMessage']>[1];
          await client.sendMessage(String(body['chatid']), body as unknown as Message);
        } else {
          await client.reply({ headers: { req_id: reqId } }, body, command);
        }
        return { state: 'acknowledged' };
      } catch (reason) {
        return toFrameResult(reason);
      }
    },
    close: closeOnce,
  };
};
