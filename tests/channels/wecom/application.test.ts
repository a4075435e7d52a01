// The whole application with WeCom configured by variables alone: answers, health, metrics, log without secrets.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startApplication } from '../../../src/app/application.ts';
import { loadConfig } from '../../../src/app/config.ts';
import { startApiServer } from '../../support/wecom/api-server.ts';
import {
  APP_SECRET,
  appVariables,
  BOT_ID,
  BOT_SECRET,
  botText,
  socketVariables,
  until,
} from '../../support/wecom/channel.ts';
import { startSocketServer } from '../../support/wecom/socket-server.ts';

it('serves bot and app side by side', { timeout: 60_000 }, async () => {
  const stateDir = mkdtempSync(path.join(tmpdir(), 'duty-desk-wecom-app-'));
  const socket = await startSocketServer({ botId: BOT_ID, secret: BOT_SECRET });
  const api = await startApiServer(APP_SECRET);
  const lines: string[] = [];
  const env = {
    DUTY_DESK_PORT: '0',
    DUTY_DESK_STATE_DIR: stateDir,
    DUTY_DESK_LOG_LEVEL: 'debug',
    ...socketVariables(socket.url),
    ...appVariables(api.url),
  };
  const application = await startApplication(loadConfig(env, path.resolve(import.meta.dirname, '../../..')), {
    logTo: { write: (line) => lines.push(line) },
    clock: Date.now,
  });
  try {
    expect(application.channels).toEqual(['wecom-bot', 'wecom-app']);
    await until(() => socket.isSubscribed(), 20_000);
    socket.push('aibot_msg_callback', botText('1', '@履职问答 阿拉甫乡烧秸秆归谁管'));
    await until(() => socket.visible.some(({ finished, kind }) => finished && kind === 'stream'), 20_000);
    expect(socket.visible[0]?.content).toContain('秸秆焚烧专项整治');
    const address = `http://127.0.0.1:${application.port}`;
    const { channels } = application.health();
    expect(channels).toMatchObject({ 'wecom-bot': { state: 'ok' }, 'wecom-app': { state: 'ok' } });
    const metrics = await (await fetch(`${address}/metrics`)).text();
    expect(metrics).toContain('duty_desk_wecom_bot_subscribed 1');
    expect(metrics).toContain('duty_desk_channel_up_wecom_app 1');
    expect((await fetch(`${address}/wecom/app`)).status).toBe(400);
    expect((await fetch(`${address}/wecom/app`, { method: 'POST', body: 'x' })).status).toBe(400);
  } finally {
    await application.stop();
    await socket.close();
    await api.close();
    rmSync(stateDir, { recursive: true, force: true });
  }
  for (const secret of [BOT_SECRET, APP_SECRET, '烧秸秆']) expect(lines.join('')).not.toContain(secret);
});
