// A standby in another process takes the connection over within 30 s, with the times of production: from a process
// that was killed, and from one that hangs; the latter, awake again, gives way.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TIMING } from '../../../../src/channels/wecom/limits.ts';
import {
  BOT_ID,
  BOT_SECRET,
  botText,
  createDesk,
  pause,
  socketVariables,
  until,
  type Desk,
  type Running,
} from '../../../support/wecom/channel.ts';
import { startSocketServer, type SocketServer } from '../../../support/wecom/socket-server.ts';

const CHILD = path.join(import.meta.dirname, '../../../support/wecom/holder-child.ts');
const MOST_MS = 30_000;
let stateDir = '';
let server: SocketServer;
let child: ChildProcess;
let desk: Desk;
let standby: Running;

beforeEach(async () => {
  stateDir = mkdtempSync(path.join(tmpdir(), 'duty-desk-standby-'));
  server = await startSocketServer({ botId: BOT_ID, secret: BOT_SECRET });
  child = spawn(process.execPath, ['--import', 'tsx', CHILD, stateDir, server.url], { stdio: 'inherit' });
  await until(() => server.isSubscribed(), 30_000);
  const { lockTtl, lockEvery } = TIMING;
  desk = createDesk({ variables: socketVariables(server.url), stateDir, timing: { lockTtl, lockEvery } });
  standby = await desk.start();
  await until(() => standby.health('wecom-bot').state === 'standby');
}, 60_000);
afterEach(async () => {
  child.kill('SIGKILL');
  await desk.remove();
  await server.close();
  rmSync(stateDir, { recursive: true, force: true });
});

async function takenOver(): Promise<number> {
  const at = Date.now();
  await until(() => standby.health('wecom-bot').state === 'ok', MOST_MS + 5000);
  return Date.now() - at;
}

describe('a standby', () => {
  it(
    'takes over from a process that was killed, and answers what that had left',
    { timeout: 90_000 },
    async () => {
      server.script.swallow = 1;
      server.push('aibot_msg_callback', botText('1', '阿拉甫乡烧秸秆归谁管'));
      await until(() => server.frames.length === 1);
      child.kill('SIGKILL');
      expect(await takenOver()).toBeLessThan(MOST_MS);
      await until(() => server.visible.length > 0, 10_000);
      expect(server.visible[0]?.content).toContain('秸秆露天焚烧的监管');
      expect(server.visible.filter(({ kind }) => kind !== 'card')).toHaveLength(1);
    },
  );

  it('takes over from a process that hangs; awake again, that gives way', { timeout: 90_000 }, async () => {
    child.kill('SIGSTOP');
    expect(await takenOver()).toBeLessThan(MOST_MS);
    const subscriptions = server.subscriptions();
    child.kill('SIGCONT');
    await pause(TIMING.lockEvery + 2000);
    expect(server.subscriptions()).toBe(subscriptions);
    expect(standby.health('wecom-bot').state).toBe('ok');
  });
});
