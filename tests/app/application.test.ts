// The whole application on the real data: started, asked, stopped; and as the process that `npm start` runs.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startApplication, type Application } from '../../src/app/application.ts';
import { loadConfig } from '../../src/app/config.ts';
import type { Channel, ChannelDeps, ChatMessage, Handled } from '../../src/channels/chat/index.ts';
import { GROUP } from '../support/chat.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
let stateDir = '';

beforeEach(() => {
  stateDir = mkdtempSync(path.join(tmpdir(), 'duty-desk-app-'));
});
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

const messageOf = (text: string, id: string): ChatMessage => ({
  ...GROUP,
  kind: 'message',
  author: 'person',
  text,
  quoted: null,
  audience: 'everybody',
  receivedAt: Date.now(),
  deliveryKeys: [id],
  address: {},
});

/** An idle channel whose events the test brings itself. */
function createIdleChannel(calls: string[], start: () => Promise<void>): Channel {
  const note = (call: string): Promise<void> => {
    calls.push(call);
    return Promise.resolve();
  };
  return {
    name: 'test',
    routes: [],
    start: () => note('start').then(start),
    stop: () => note('stop'),
    health: () => ({ state: 'ok', detail: '' }),
  };
}

async function startTest(
  calls: string[] = [],
  start: () => Promise<void> = () => Promise.resolve(),
  more: Readonly<Record<string, string>> = {},
): Promise<{ application: Application; deps: ChannelDeps; lines: string[] }> {
  const lines: string[] = [];
  const given: ChannelDeps[] = [];
  const env = {
    DUTY_DESK_PORT: '0',
    DUTY_DESK_STATE_DIR: stateDir,
    DUTY_DESK_BASE_URL: 'https://zhize.example',
    ...more,
  };
  const application = await startApplication(loadConfig(env, ROOT), {
    logTo: { write: (line) => lines.push(line) },
    clock: Date.now,
    createChannels: (_config, deps) => {
      given.push(deps);
      return [createIdleChannel(calls, start)];
    },
  });
  const [deps] = given;
  if (!deps) throw new Error('no channel was made');
  return { application, deps, lines };
}

describe('the application', () => {
  it('serves the page, health and metrics, answers chats, and stops', async () => {
    const calls: string[] = [];
    const { application, deps } = await startTest(calls);
    const address = `http://127.0.0.1:${application.port}`;
    const sent: string[] = [];
    await deps.service.answerOnce(messageOf('阿拉甫乡秸秆焚烧归谁管', 'm1'), (outcome) => {
      sent.push(JSON.stringify(outcome));
      return Promise.resolve();
    });
    expect(sent[0]).toContain('https://zhize.example/i/shule-alafu-2025-');
    const health = await fetch(`${address}/healthz`);
    // the internal list is not counted where anybody can ask
    expect(await health.json()).toMatchObject({ status: 'ok', documents: 4, items: 1075 });
    const metrics = await (await fetch(`${address}/metrics`)).text();
    expect(metrics).toContain('duty_desk_questions_total{platform="test"} 1');
    expect(metrics).toContain('duty_desk_lists_documents 4');
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('阿拉甫乡');
    await application.stop();
    await application.stop();
    expect(calls).toEqual(['start', 'stop']);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
  });

  it('an internal answer links to its row: the page opens that one, nothing else', async () => {
    const { application, deps } = await startTest([], undefined, {
      DUTY_DESK_INTERNAL_CONVERSATIONS: 'test:*',
    });
    const address = `http://127.0.0.1:${application.port}`;
    let link: string | null = null;
    await deps.service.answerOnce(messageOf('科克亚尔柯尔克孜族乡秸秆焚烧归谁管', 'm1'), (outcome) => {
      if (outcome.kind === 'reply') link = outcome.reply.permalink;
      return Promise.resolve();
    });
    const url = new URL(link ?? 'none:');
    expect(url.origin).toBe('https://zhize.example');
    const open = async (pathname: string): Promise<number> =>
      (await fetch(`${address}${pathname}${url.search}`)).status;
    expect(url.pathname).toMatch(/^\/i\/[a-z-]+-2025-/);
    expect(await open(url.pathname)).toBe(200);
    expect((await fetch(`${address}${url.pathname}`)).status).toBe(404);
    const [documentId] = url.pathname.replace('/i/', '').split(/-[bcr]\d+$/);
    for (const other of ['b1', 'c1', 'r1', 'c130']) {
      const pathname = `/i/${documentId}-${other}`;
      if (pathname !== url.pathname) expect(await open(pathname), pathname).toBe(404);
    }
    await application.stop();
  });

  it('finishes what was accepted before it stops', async () => {
    const { application, deps } = await startTest();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const handled: Promise<Handled> = deps.service.answerOnce(
      messageOf('阿拉甫乡秸秆焚烧归谁管', 'm1'),
      () => held,
    );
    const stopped = application.stop();
    release();
    await stopped;
    expect((await handled).state).toBe('sent');
  });

  it('whose channel cannot start stops again and says why', async () => {
    const calls: string[] = [];
    const failing = startTest(calls, () => Promise.reject(new Error('missing scope')));
    await expect(failing).rejects.toThrow('missing scope');
    expect(calls).toEqual(['start', 'stop']);
  });

  it('answers with a state directory that cannot be used', async () => {
    const file = path.join(stateDir, 'file');
    writeFileSync(file, '');
    stateDir = path.join(file, 'below');
    const { application, lines } = await startTest();
    expect(application.health()).toMatchObject({ status: 'degraded', store: { state: 'memory' } });
    expect(lines.filter((line) => line.includes('going on in memory'))).toHaveLength(1);
    await application.stop();
    stateDir = path.dirname(file);
  });
});

describe('npm start', () => {
  const run = (env: Record<string, string>): ChildProcess & { text: () => string } => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'] ?? '', DUTY_DESK_STATE_DIR: stateDir, DUTY_DESK_PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => (text += data.toString()));
    return Object.assign(child, { text: () => text });
  };

  it('says where it is and how to begin, and ends on a signal', { timeout: 30_000 }, async () => {
    const child = run({});
    while (!child.text().includes('运行状况')) await once(child.stdout ?? child, 'data');
    expect(child.text()).toContain('还没有接入聊天平台');
    expect(child.text()).toContain('SLACK_BOT_TOKEN');
    const address = /已启动：(?<address>\S+)/u.exec(child.text())?.groups?.['address'] ?? '';
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(child.text()).toContain('已停止');
  });

  it.each([
    ['a wrong configuration', { SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET'],
    ['missing data', { DUTY_DESK_DATA_DIR: '/nowhere' }, 'npm run index'],
  ])('with %s says what to do and ends with 1', { timeout: 30_000 }, async (_name, env, told) => {
    const child = run(env);
    const [code] = (await once(child, 'exit')) as [number | null];
    expect(code).toBe(1);
    expect(child.text()).toContain(told);
    expect(child.text()).not.toMatch(/\n\s+at /);
  });

  it('with a port that is taken says so', { timeout: 30_000 }, async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const child = run({ DUTY_DESK_PORT: String(port) });
    const [code] = (await once(child, 'exit')) as [number | null];
    taken.close();
    expect(code).toBe(1);
    expect(child.text()).toContain(`端口 ${port} 已被占用`);
  });
});
