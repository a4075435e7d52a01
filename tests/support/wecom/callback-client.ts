// WeCom's side of a callback URL: encrypts, signs, sends again after some seconds without an answer, polls streams,
// and checks what comes back. Encryption here is @wecom/crypto's, not ours.
import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, getSignature } from '@wecom/crypto';
import type { TemplateCard } from '../../../src/channels/wecom/cards.ts';

export interface CallbackKeys {
  token: string;
  aesKey: string;
  receiveId: string;
}

/** A stream as people see it. */
export interface VisibleStream {
  msgid: string;
  streamId: string;
  content: string;
  finished: boolean;
  card: TemplateCard | null;
  feedbackId: string | null;
}

export interface CallbackClient {
  streams: VisibleStream[];
  /** Other passive replies: welcome texts and card updates. */
  replies: Record<string, unknown>[];
  breaches: string[];
  /** Requests sent, retries and polls included. */
  requests(): number;
  /** The response to the next request is lost on its way. */
  loseNext(): void;
  /** Delivers a bot's JSON with retries and polls. The HTTP status of the last try. */
  deliverJson(body: Record<string, unknown>): Promise<number>;
  deliverXml(xml: string): Promise<number>;
  /** What a request would carry; with the timestamp and nonce of another if given. */
  sign(text: string, secondsAgo?: number, same?: Pick<Signed, 'timestamp' | 'nonce'>): Signed;
  /** One request, by hand. */
  post(text: string, change?: Partial<Signed>): Promise<Response>;
  get(echo: string): Promise<Response>;
}

interface Signed {
  timestamp: string;
  nonce: string;
  signature: string;
  encrypted: string;
  body: string;
}

export interface CallbackClientOptions {
  url: string;
  keys: CallbackKeys;
  format: 'json' | 'xml';
  /** After which the line is cut and the callback sent again. WeCom: 5 s. */
  timeoutMs?: number;
  pollMs?: number;
}

const TRIES = 4;

export function createCallbackClient(options: CallbackClientOptions): CallbackClient {
  const { url, keys, format } = options;
  const timeoutMs = options.timeoutMs ?? 5000;
  const streams: VisibleStream[] = [];
  const replies: Record<string, unknown>[] = [];
  const breaches: string[] = [];
  let requests = 0;
  let isLosing = false;

  function sign(
    text: string,
    secondsAgo = 0,
    same: Pick<Signed, 'timestamp' | 'nonce'> | null = null,
  ): Signed {
    const timestamp = same?.timestamp ?? String(Math.floor(Date.now() / 1000) - secondsAgo);
    const nonce = same?.nonce ?? randomBytes(5).toString('hex');
    const encrypted = encrypt(keys.aesKey, text, keys.receiveId);
    const signature = getSignature(keys.token, timestamp, nonce, encrypted);
    const body =
      format === 'json'
        ? JSON.stringify({ encrypt: encrypted })
        : `<xml><ToUserName><![CDATA[${keys.receiveId}]]></ToUserName><AgentID>1</AgentID><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
    return { timestamp, nonce, signature, encrypted, body };
  }

  const addressOf = (signed: Signed, more = ''): string =>
    `${url}?msg_signature=${signed.signature}&timestamp=${signed.timestamp}&nonce=${signed.nonce}${more}`;

  const send = (signed: Signed): Promise<Response> => {
    requests++;
    return fetch(addressOf(signed), {
      method: 'POST',
      body: signed.body,
      signal: AbortSignal.timeout(timeoutMs),
    });
  };

  /** The decrypted passive reply, or null for an empty one. */
  async function open(response: Response, signed: Signed): Promise<Record<string, unknown> | null> {
    const text = await response.text();
    if (text === '') return null;
    const sealed = JSON.parse(text) as {
      encrypt: string;
      msgsignature: string;
      timestamp: number;
      nonce: string;
    };
    if (sealed.nonce !== signed.nonce) breaches.push('another nonce');
    if (typeof sealed.timestamp !== 'number') breaches.push('timestamp is no number');
    const right = getSignature(keys.token, sealed.timestamp, sealed.nonce, sealed.encrypt);
    if (right !== sealed.msgsignature) breaches.push('bad signature');
    const opened = decrypt(keys.aesKey, sealed.encrypt);
    if (opened.id !== keys.receiveId) breaches.push('receive id');
    return JSON.parse(opened.message) as Record<string, unknown>;
  }

  /** Shows a reply; true when WeCom would poll on. */
  function show(msgid: string, reply: Record<string, unknown>): boolean {
    const stream = reply['stream'] as {
      id: string;
      finish: boolean;
      content: string;
      feedback?: { id: string };
    };
    if (reply['msgtype'] !== 'stream' && reply['msgtype'] !== 'stream_with_template_card') {
      replies.push(reply);
      return false;
    }
    if (Buffer.byteLength(stream.content) > 20_480) breaches.push('too many bytes');
    const known = streams.find((one) => one.msgid === msgid && one.streamId === stream.id);
    const now = {
      msgid,
      streamId: stream.id,
      content: stream.content,
      finished: stream.finish,
      card: (reply['template_card'] as TemplateCard | undefined) ?? known?.card ?? null,
      feedbackId: stream.feedback?.id ?? known?.feedbackId ?? null,
    };
    if (known?.finished === true && known.content !== now.content) breaches.push('a finished stream changed');
    if (known) Object.assign(known, now);
    else streams.push(now);
    return !stream.finish;
  }

  /** One delivery with its retries: the reply, and the last status; null when nothing got through. */
  async function tryAll(text: string): Promise<{ status: number; reply: Record<string, unknown> | null }> {
    for (let i = 0; i < TRIES; i++) {
      const signed = sign(text);
      let response: Response;
      try {
        response = await send(signed);
      } catch {
        continue;
      }
      if (isLosing) {
        isLosing = false;
        return { status: 0, reply: null };
      }
      if (response.status !== 200) {
        if (i === TRIES - 1 || response.status < 500) return { status: response.status, reply: null };
        continue;
      }
      return { status: 200, reply: format === 'json' ? await open(response, signed) : null };
    }
    return { status: 0, reply: null };
  }

  return {
    sign,
    streams,
    replies,
    breaches,
    requests: () => requests,
    loseNext: () => {
      isLosing = true;
    },
    async deliverJson(body) {
      const msgid = String(body['msgid']);
      const first = await tryAll(JSON.stringify(body));
      let { reply } = first;
      while (reply && show(msgid, reply)) {
        await new Promise((resolve) => setTimeout(resolve, options.pollMs ?? 100));
        const { id } = reply['stream'] as { id: string };
        const poll = {
          ...body,
          msgid: `${msgid}-poll-${requests}`,
          msgtype: 'stream',
          stream: { id },
          text: undefined,
        };
        reply = (await tryAll(JSON.stringify(poll))).reply;
      }
      return first.status;
    },
    async deliverXml(xml) {
      return (await tryAll(xml)).status;
    },
    post(text, change = {}) {
      requests++;
      const signed = { ...sign(text), ...change };
      return fetch(addressOf(signed), { method: 'POST', body: signed.body });
    },
    get(echo) {
      requests++;
      const signed = sign(echo);
      return fetch(addressOf(signed, `&echostr=${encodeURIComponent(signed.encrypted)}`));
    },
  };
}
