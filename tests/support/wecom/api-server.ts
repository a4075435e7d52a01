// WeCom's server interface (qyapi) on loopback: tokens, messages, menus, response_url, webhooks; errcodes by script.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TemplateCard } from '../../../src/channels/wecom/cards.ts';

export interface ApiCall {
  path: string;
  query: Record<string, string>;
  body: Record<string, unknown>;
  at: number;
}

export interface ApiMessage {
  toUser: string;
  text: string;
  card: TemplateCard | null;
  at: number;
}

export interface ApiServer {
  url: string;
  calls: ApiCall[];
  /** What message/send took. */
  messages: ApiMessage[];
  /** errcodes for the next calls of a path; they are not carried out. `hang` never answers, `cut` cuts the line. */
  script: Map<string, (number | 'hang' | 'cut')[]>;
  /** Tokens given out. */
  tokens(): number;
  /** The token given out last is no longer good. */
  revoke(): void;
  callsOf(path: string): ApiCall[];
  close(): Promise<void>;
}

const ERRMSG: Readonly<Record<number, string>> = {
  60020:
    'not allow to access from your ip, hint: [1700000000abc], from ip: 203.0.113.9, more info at https://open.work.weixin.qq.com/devtool/query?e=60020',
};

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

export async function startApiServer(secret: string, port = 0): Promise<ApiServer> {
  const calls: ApiCall[] = [];
  const messages: ApiMessage[] = [];
  const script: ApiServer['script'] = new Map();
  let tokens = 0;
  let good = '';

  function carryOut(call: ApiCall): Record<string, unknown> {
    if (call.path === 'gettoken') {
      if (call.query['corpsecret'] !== secret) return { errcode: 40_001, errmsg: 'invalid credential' };
      good = `token-${++tokens}-0123456789abcdef`;
      return { errcode: 0, errmsg: 'ok', access_token: good, expires_in: 7200 };
    }
    const isKeyed = call.path === 'webhook/send' || call.path === 'aibot/response';
    if (!isKeyed && call.query['access_token'] !== good)
      return { errcode: 40_014, errmsg: 'invalid access_token' };
    if (call.path === 'message/send') {
      const text = (call.body['text'] as { content: string } | undefined)?.content ?? '';
      const card = (call.body['template_card'] as TemplateCard | undefined) ?? null;
      messages.push({ toUser: String(call.body['touser']), text, card, at: call.at });
      return { errcode: 0, errmsg: 'ok', invaliduser: '', msgid: `x${messages.length}` };
    }
    return { errcode: 0, errmsg: 'ok' };
  }

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const call: ApiCall = {
        path: url.pathname.replace('/cgi-bin/', ''),
        query: Object.fromEntries(url.searchParams),
        body,
        at: Date.now(),
      };
      calls.push(call);
      const next = script.get(call.path)?.shift() ?? 0;
      if (next === 'hang') return;
      if (next === 'cut') {
        request.socket.destroy();
        return;
      }
      const answer =
        next === 0 ? carryOut(call) : { errcode: next, errmsg: ERRMSG[next] ?? 'scripted, hint: [abc]' };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    messages,
    script,
    tokens: () => tokens,
    revoke: () => {
      good = 'revoked';
    },
    callsOf: (path) => calls.filter((call) => call.path === path),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
