// The lock and the connection: who may connect, and what happens when the lock goes elsewhere.
import { afterEach, describe, expect, it } from 'vitest';
import { createConnection, type Connection } from '../../../../src/channels/wecom/connection/connection.ts';
import {
  toFrameResult,
  type OpenSocket,
  type SocketEvents,
} from '../../../../src/channels/wecom/connection/socket.ts';
import { TIMING } from '../../../../src/channels/wecom/limits.ts';
import { createRecordingLogger, createRecordingMetrics } from '../../../support/chat.ts';
import { FAST, pause, until } from '../../../support/wecom/channel.ts';

let connection: Connection | null = null;
afterEach(() => connection?.stop());

function open(takeover: boolean) {
  const lock = { free: true };
  const sockets: { events: SocketEvents; closed: boolean }[] = [];
  const openSocket: OpenSocket = (_options, events) => {
    const socket = { events, closed: false };
    sockets.push(socket);
    return {
      send: () => Promise.resolve({ state: 'acknowledged' as const }),
      close() {
        if (socket.closed) return;
        socket.closed = true;
        events.closed();
      },
    };
  };
  connection = createConnection({
    name: 'test',
    lockName: 'lock',
    botId: 'b',
    secret: 's',
    url: null,
    ca: null,
    takeover,
    locks: { acquire: () => lock.free, release: () => undefined, heldByOther: () => !lock.free },
    clock: Date.now,
    log: createRecordingLogger(),
    metrics: createRecordingMetrics(),
    timing: { ...TIMING, ...FAST },
    openSocket,
    onCallback: () => undefined,
  });
  connection.start();
  const state = (): string => connection?.health().state ?? '';
  return { lock, sockets, state, connection };
}

describe('the lock', () => {
  it('lets connect only its holder', async () => {
    const { lock, sockets, state, connection: own } = open(false);
    expect(sockets).toHaveLength(1);
    sockets[0]?.events.subscribed();
    expect(state()).toBe('ok');
    lock.free = false;
    await until(() => state() === 'standby');
    expect(sockets[0]?.closed).toBe(true);
    expect(own.isSubscribed()).toBe(false);
    await pause(200);
    expect(sockets).toHaveLength(1);
    lock.free = true;
    await until(() => sockets.length === 2);
  });

  it('gone at a kick means that our own standby took over, whatever the configuration', async () => {
    const { lock, sockets, state } = open(true);
    sockets[0]?.events.subscribed();
    lock.free = false;
    sockets[0]?.events.kicked();
    sockets[0]?.events.closed();
    expect(state()).toBe('standby');
    await pause(200);
    expect(sockets).toHaveLength(1);
  });
});

describe('sending', () => {
  it('gives up at its deadline, and at once when stopped', async () => {
    const { connection: own } = open(false);
    expect(await own.send('aibot_send_msg', null, {}, Date.now() + 50)).toEqual({ state: 'unsent' });
    const waiting = own.send('aibot_send_msg', null, {}, Date.now() + 60_000);
    own.stop();
    expect(await waiting).toEqual({ state: 'unsent' });
  });

  it('waits for the subscription', async () => {
    const { sockets, connection: own } = open(false);
    const waiting = own.send('aibot_send_msg', null, {}, Date.now() + 5000);
    sockets[0]?.events.subscribed();
    expect(await waiting).toEqual({ state: 'acknowledged' });
  });
});

describe('what the SDK rejects with', () => {
  it.each([
    [
      { headers: { req_id: 'r' }, errcode: 846_609, errmsg: 'no, hint: [17ab]' },
      { state: 'refused', code: 846_609, hint: '17ab' },
    ],
    [new Error('WebSocket not connected, unable to send data'), { state: 'unsent' }],
    [new Error('Reply ack timeout (5000ms) for reqId: r'), { state: 'uncertain' }],
    [new Error('Connection manually closed, reply for reqId: r cancelled'), { state: 'uncertain' }],
    ['odd', { state: 'uncertain' }],
  ])('%s', (reason, result) => {
    expect(toFrameResult(reason)).toEqual(result);
  });
});
