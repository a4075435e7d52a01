// Private deployments: interface and socket behind certificates of their own authority.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocketServer } from 'ws';
import { readAuthorities } from '../../../src/app/authorities.ts';
import { openSocket, type BotSocket } from '../../../src/channels/wecom/connection/socket.ts';
import { createJsonHttp, HttpFault } from '../../../src/channels/wecom/protocol/http.ts';
import { createRecordingLogger } from '../../support/chat.ts';

const FIXTURES = path.join(import.meta.dirname, '../../fixtures');
const CERTIFICATE = path.join(FIXTURES, 'loopback-cert.pem');
const close: (() => void)[] = [];
afterEach(() => {
  for (const end of close.splice(0)) end();
});

async function serve(): Promise<{ port: number; server: ReturnType<typeof createServer> }> {
  const server = createServer(
    { cert: readFileSync(CERTIFICATE), key: readFileSync(path.join(FIXTURES, 'loopback-key.pem')) },
    (_request, response) => response.end('{"errcode":0}'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close.push(() => server.close());
  return { port: (server.address() as AddressInfo).port, server };
}

describe('an authority of one’s own', () => {
  it('is trusted by the interface where it is configured, and only there', async () => {
    const { port } = await serve();
    const url = `https://127.0.0.1:${port}/cgi-bin/gettoken?corpsecret=s3cret`;
    const ca = readAuthorities('WECOM_CA_FILE', CERTIFICATE);
    expect(await createJsonHttp({ ca, timeoutMs: 1000 }).request('GET', url)).toEqual({ errcode: 0 });
    const refused = createJsonHttp({ ca: null, timeoutMs: 1000 }).request('GET', url);
    await expect(refused).rejects.toThrow(HttpFault);
    await expect(refused).rejects.toMatchObject({ kind: 'unsent' });
    await expect(refused).rejects.not.toThrow('s3cret');
  });

  it('is trusted by the long connection where it is configured, and only there', async () => {
    const { port, server } = await serve();
    const sockets = new WebSocketServer({ server });
    sockets.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => {
        const { headers } = JSON.parse(data.toString()) as { headers: unknown };
        socket.send(JSON.stringify({ headers, errcode: 0, errmsg: 'ok' }));
      });
    });
    const connect = (ca: string[] | null): Promise<string> =>
      new Promise((resolve) => {
        const opened: BotSocket = openSocket(
          {
            botId: 'b',
            secret: 's',
            url: `wss://127.0.0.1:${port}`,
            ca,
            heartbeatMs: 1000,
            connectWithinMs: 1000,
          },
          {
            subscribed() {
              resolve('subscribed');
              opened.close();
            },
            refused: () => undefined,
            kicked: () => undefined,
            closed: () => resolve('closed'),
            callback: () => undefined,
          },
          createRecordingLogger(),
        );
      });
    expect(await connect(readAuthorities('WECOM_CA_FILE', CERTIFICATE))).toBe('subscribed');
    expect(await connect(null)).toBe('closed');
    sockets.close();
  });

  it('that cannot be read names its variable', () => {
    expect(() => readAuthorities('WECOM_CA_FILE', '/nowhere.pem')).toThrow(/WECOM_CA_FILE/u);
    expect(() => readAuthorities('WECOM_CA_FILE', import.meta.filename)).toThrow(/没有证书/u);
    expect(readAuthorities('WECOM_CA_FILE', null)).toBeNull();
  });
});
