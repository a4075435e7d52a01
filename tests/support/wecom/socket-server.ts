// WeCom's long connection as far as its pages tell: subscriptions, pings, callbacks, replies by req_id, streams that
// replace their content, kicks, and every trouble of the issue on demand.
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { TemplateCard } from '../../../src/channels/wecom/cards.ts';
import { bytes, cardBreaches } from './read.ts';

/** What people see in a conversation. */
export interface Visible {
  kind: 'stream' | 'card' | 'push' | 'welcome' | 'update';
  chatId: string;
  /** Of the callback that it answers; null for what stands alone. */
  msgid: string | null;
  content: string;
  card: TemplateCard | null;
  feedbackId: string | null;
  /** Of a stream: whether it is over. */
  finished: boolean;
  streamId: string | null;
  at: number;
}

interface Callback {
  msgid: string;
  chatId: string;
  at: number;
}

interface Frame {
  cmd?: string;
  headers: { req_id: string };
  body?: Record<string, unknown>;
}

export interface SocketScript {
  /** errcode of subscriptions; 0 accepts, null does not answer. */
  subscribe: number | null;
  answerPings: boolean;
  /** Milliseconds before a frame is acknowledged. */
  ackDelay: number;
  /** The socket is open, but the server has forgotten who subscribed. */
  forgotten: boolean;
  /** errcodes for the next frames, in order; they are not carried out. Null carries one out. */
  refuse: (number | null)[];
  /** Next frames that vanish without an acknowledgement. */
  swallow: number;
  /** Next frames that are carried out, but whose acknowledgement is lost. */
  loseAck: number;
}

export interface SocketServer {
  url: string;
  script: SocketScript;
  visible: Visible[];
  /** Frames that came, with the time. */
  frames: { cmd: string; body: Record<string, unknown>; at: number }[];
  /** Breaches of documented rules. */
  breaches: string[];
  subscriptions(): number;
  isSubscribed(): boolean;
  /** Delivers a callback; false when nobody is subscribed. */
  push(cmd: 'aibot_msg_callback' | 'aibot_event_callback', body: Record<string, unknown>): boolean;
  /** Resolves when the client has surely handled what was pushed before; false when the line broke first. */
  flushed(): Promise<boolean>;
  /** Another client subscribes. */
  kick(): void;
  /** The line breaks. */
  cut(): void;
  close(): Promise<void>;
}

export interface SocketServerOptions {
  botId: string;
  secret: string;
  /** The window of 30 messages. */
  minuteMs?: number;
  port?: number;
}

const REPLY_WITHIN_MS = 5000;

export async function startSocketServer(options: SocketServerOptions): Promise<SocketServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: options.port ?? 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  const minuteMs = options.minuteMs ?? 60_000;
  const script: SocketScript = {
    subscribe: 0,
    answerPings: true,
    ackDelay: 0,
    forgotten: false,
    refuse: [],
    swallow: 0,
    loseAck: 0,
  };
  const visible: Visible[] = [];
  const frames: SocketServer['frames'] = [];
  const breaches: string[] = [];
  const callbacks = new Map<string, Callback>();
  const sentAt = new Map<string, number[]>();
  const taskIds = new Set<string>();
  let subscriber: WebSocket | null = null;
  let subscriptions = 0;
  let serial = 0;

  const tell = (socket: WebSocket, frame: unknown): void => socket.send(JSON.stringify(frame));

  function countMessage(chatId: string): void {
    const now = Date.now();
    const times = (sentAt.get(chatId) ?? []).filter((at) => at > now - minuteMs);
    times.push(now);
    sentAt.set(chatId, times);
    if (times.length > 30) breaches.push(`${times.length} messages to ${chatId} within a minute`);
  }

  function show(part: Omit<Visible, 'at'>): void {
    countMessage(part.chatId);
    if (bytes(part.content) > 20_480) breaches.push(`${bytes(part.content)} bytes`);
    if (part.card) breaches.push(...cardBreaches(part.card, 'bot'));
    visible.push({ ...part, at: Date.now() });
  }

  const blank = { card: null, feedbackId: null, finished: true, streamId: null, content: '' };

  function onStream(callback: Callback, stream: Record<string, unknown>): number {
    const id = String(stream['id']);
    const content = String(stream['content'] ?? '');
    const known = visible.find((part) => part.msgid === callback.msgid && part.streamId === id);
    if (known?.finished === true) return 846_608;
    const feedback = stream['feedback'] as { id: string } | undefined;
    if (known) {
      countMessage(callback.chatId);
      if (feedback) breaches.push('feedback id after the first frame');
      known.content = content;
      known.finished = stream['finish'] === true;
      return 0;
    }
    show({
      ...blank,
      kind: 'stream',
      chatId: callback.chatId,
      msgid: callback.msgid,
      content,
      streamId: id,
      feedbackId: feedback?.id ?? null,
      finished: stream['finish'] === true,
    });
    return 0;
  }

  function onCard(chatId: string, msgid: string | null, card: TemplateCard): number {
    if (taskIds.has(card.task_id)) return 42_014;
    taskIds.add(card.task_id);
    show({ ...blank, kind: 'card', chatId, msgid, card });
    return 0;
  }

  /** The errcode of a frame, carried out. */
  function carryOut(frame: Frame): number {
    const body = frame.body ?? {};
    if (frame.cmd === 'aibot_send_msg') {
      const chatId = String(body['chatid']);
      if (body['msgtype'] === 'template_card')
        return onCard(chatId, null, body['template_card'] as TemplateCard);
      if (body['msgtype'] !== 'markdown') return 40_008;
      if (body['chat_type'] !== 1 && body['chat_type'] !== 2) breaches.push('chat_type');
      const { content } = body['markdown'] as { content: string };
      show({ ...blank, kind: 'push', chatId, msgid: null, content });
      return 0;
    }
    const callback = callbacks.get(frame.headers.req_id);
    if (!callback) return 846_605;
    const { chatId, msgid } = callback;
    const isLate = Date.now() - callback.at > REPLY_WITHIN_MS;
    switch (frame.cmd) {
      case 'aibot_respond_msg':
        return body['msgtype'] === 'stream'
          ? onStream(callback, body['stream'] as Record<string, unknown>)
          : onCard(chatId, msgid, body['template_card'] as TemplateCard);
      case 'aibot_respond_welcome_msg':
        if (isLate) return 846_607;
        show({
          ...blank,
          kind: 'welcome',
          chatId,
          msgid,
          content: (body['text'] as { content: string }).content,
        });
        return 0;
      case 'aibot_respond_update_msg': {
        if (isLate) return 846_607;
        const card = body['template_card'] as TemplateCard;
        breaches.push(...cardBreaches(card, 'bot'));
        visible.push({ ...blank, kind: 'update', chatId, msgid, card, at: Date.now() });
        return 0;
      }
      case undefined:
      default:
        return 40_008;
    }
  }

  function onSubscribe(socket: WebSocket, frame: Frame): void {
    subscriptions++;
    if (script.subscribe === null) return;
    const isRight = frame.body?.['bot_id'] === options.botId && frame.body['secret'] === options.secret;
    const errcode = script.subscribe === 0 && !isRight ? 40_001 : script.subscribe;
    if (errcode === 0) {
      if (subscriber && subscriber !== socket) api.kick();
      subscriber = socket;
      script.forgotten = false;
    }
    tell(socket, {
      headers: frame.headers,
      errcode,
      errmsg: errcode === 0 ? 'ok' : 'refused, hint: [123abc]',
    });
  }

  function onFrame(socket: WebSocket, frame: Frame): void {
    if (frame.cmd === 'aibot_subscribe') return onSubscribe(socket, frame);
    if (frame.cmd === 'ping') {
      if (script.answerPings) tell(socket, { headers: frame.headers, errcode: 0, errmsg: 'ok' });
      return;
    }
    frames.push({ cmd: frame.cmd ?? '', body: frame.body ?? {}, at: Date.now() });
    if (script.swallow > 0) {
      script.swallow--;
      return;
    }
    const refused = script.forgotten || subscriber !== socket ? 846_609 : script.refuse.shift();
    const errcode = refused ?? carryOut(frame);
    if (script.loseAck > 0) {
      script.loseAck--;
      return;
    }
    const ack = { headers: frame.headers, errcode, errmsg: errcode === 0 ? 'ok' : 'no, hint: [123abc]' };
    if (script.ackDelay === 0) tell(socket, ack);
    else setTimeout(() => socket.readyState === socket.OPEN && tell(socket, ack), script.ackDelay);
  }

  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => onFrame(socket, JSON.parse(data.toString()) as Frame));
    socket.on('close', () => {
      if (subscriber === socket) subscriber = null;
    });
    socket.on('error', () => undefined);
    // one for each callback that is waited for
    socket.setMaxListeners(0);
  });

  const api: SocketServer = {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    script,
    visible,
    frames,
    breaches,
    subscriptions: () => subscriptions,
    isSubscribed: () => subscriber !== null && !script.forgotten,
    push(cmd, body) {
      if (!subscriber || subscriber.readyState !== subscriber.OPEN) return false;
      const reqId = `r${++serial}`;
      const from = body['from'] as { userid: string } | undefined;
      const chatId = String(body['chatid'] ?? from?.userid ?? '');
      callbacks.set(reqId, { msgid: String(body['msgid'] ?? ''), chatId, at: Date.now() });
      tell(subscriber, { cmd, headers: { req_id: reqId }, body });
      return true;
    },
    flushed() {
      return new Promise((resolve) => {
        if (!subscriber) return resolve(false);
        const mark = String(++serial);
        subscriber.on('pong', (data: Buffer) => {
          if (data.toString() === mark) resolve(true);
        });
        subscriber.once('close', () => resolve(false));
        subscriber.ping(mark);
      });
    },
    kick() {
      const old = subscriber;
      subscriber = null;
      if (!old) return;
      tell(old, {
        cmd: 'aibot_event_callback',
        headers: { req_id: `k${++serial}` },
        body: {
          msgid: `k${serial}`,
          create_time: 1,
          aibotid: options.botId,
          msgtype: 'event',
          event: { eventtype: 'disconnected_event' },
        },
      });
    },
    cut() {
      for (const socket of server.clients) socket.terminate();
      subscriber = null;
    },
    close() {
      for (const socket of server.clients) socket.terminate();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return api;
}
