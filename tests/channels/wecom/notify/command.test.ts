// npm run notify: what is told, when, and what is remembered; against a webhook on loopback.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runNotify } from '../../../../src/channels/wecom/index.ts';
import type { DutyFile } from '../../../../src/duty/index.ts';
import { BASE_URL } from '../../../support/chat.ts';
import { createTestCorpus, INTERNAL_ID, PUBLIC_ID } from '../../../support/corpus.ts';
import { startApiServer, type ApiServer } from '../../../support/wecom/api-server.ts';

const KEY = 'webhook-key-0123456789';
let dir = '';
let api: ApiServer;
let duties: DutyFile;

beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'duty-desk-notify-'));
  api = await startApiServer('');
  const { corpus } = createTestCorpus();
  const items = corpus.documents.flatMap(({ id }) => [...corpus.items(id)]);
  duties = { formatVersion: 1, documents: [...corpus.documents], items };
  writeAudit([]);
});
afterEach(async () => {
  await api.close();
  rmSync(dir, { recursive: true, force: true });
});

function writeAudit(findings: { severity: string; message: string }[], id = PUBLIC_ID): void {
  const whole = findings.map((finding) => ({
    code: 'x',
    list: 'cooperative',
    no: 2,
    line: null,
    ...finding,
  }));
  writeFileSync(
    path.join(dir, 'audit.json'),
    JSON.stringify({ formatVersion: 1, documents: [{ id, township: 'T', findings: whole }], findings: [] }),
  );
}

async function notify(args: string[] = [], key: string | null = KEY) {
  let out = '';
  let err = '';
  const code = await runNotify(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
    clock: Date.now,
    timing: { minute: 400, apiRetry: 5, apiTimeout: 500 },
    load: () => ({
      wecom: { webhookKey: key, apiUrl: api.url },
      ca: null,
      dataDir: dir,
      stateDir: dir,
      baseUrl: BASE_URL,
      duties,
    }),
  });
  return { code, out, err };
}

const notices = (): string[] =>
  api.callsOf('webhook/send').map(({ body }) => (body['markdown'] as { content: string }).content);
const change = (id: string, name: string): void => {
  duties = { ...duties, items: duties.items.map((item) => (item.id === id ? { ...item, name } : item)) };
};

describe('telling', () => {
  it('begins with one summary, then is silent until something changes', async () => {
    expect(await notify()).toMatchObject({ code: 0, out: '已通知 1 条。\n' });
    expect(notices()[0]).toContain('**履职问答已收录 2 份清单**');
    expect(notices()[0]).toContain('阿拉甫乡：现有 7 项');
    expect(await notify()).toMatchObject({ code: 0, out: '没有变化，不用通知。\n' });
    expect(notices()).toHaveLength(1);
    expect(api.callsOf('webhook/send')[0]?.query).toEqual({ key: KEY });
  });

  it('names what was added, removed and changed, with a link', async () => {
    await notify();
    change(`${PUBLIC_ID}-c2`, '改了名的事项<@all>');
    const [gone, moved] = [`${PUBLIC_ID}-b1`, `${PUBLIC_ID}-b2`];
    duties = {
      ...duties,
      items: duties.items
        .filter(({ id }) => id !== gone)
        .map((item) => (item.id === moved ? { ...item, id: `${PUBLIC_ID}-b9`, no: 9 } : item)),
    };
    await notify();
    const text = notices()[1] ?? '';
    expect(text).toContain('**清单更新：阿拉甫乡履职事项清单**');
    expect(text).toContain('新增 1 项\n> 基本9 开展秸秆禁烧宣传教育和日常巡查');
    expect(text).toContain('删去 2 项\n> 基本1 组织开展基层理论宣讲');
    expect(text).toContain('改动 1 项\n> 配合2 改了名的事项＜@all>');
    expect(text).toContain(`(${BASE_URL}/d/${PUBLIC_ID})`);
    expect(notices()).toHaveLength(2);
  });

  it('tells of new findings of an import, once, and not of mere remarks', async () => {
    await notify();
    writeAudit([{ severity: 'info', message: '编号少了点号。' }]);
    expect(await notify()).toMatchObject({ out: '没有变化，不用通知。\n' });
    writeAudit([{ severity: 'warning', message: '末尾没有句号，可能是原文印漏。' }]);
    await notify();
    expect(notices()[1]).toContain('核对提醒：阿拉甫乡履职事项清单');
    expect(notices()[1]).toContain('> 配合2：末尾没有句号');
    expect(await notify()).toMatchObject({ out: '没有变化，不用通知。\n' });
  });

  it('reads the report of a refused import', async () => {
    await notify();
    const file = path.join(dir, 'refused.json');
    const finding = {
      code: 'y',
      severity: 'error',
      list: null,
      no: null,
      line: null,
      message: '读不出表格',
      file: '新清单.txt',
    };
    writeFileSync(file, JSON.stringify({ documents: [], findings: [finding] }));
    await notify(['--audit', file]);
    expect(notices()[1]).toContain('导入清单时发现问题');
    expect(notices()[1]).toContain('新清单.txt：读不出表格');
  });

  it('says nothing of internal lists', async () => {
    writeAudit([{ severity: 'error', message: '内部清单的问题' }], INTERNAL_ID);
    await notify();
    change(`${INTERNAL_ID}-c1`, '改了');
    expect(await notify()).toMatchObject({ out: '没有变化，不用通知。\n' });
    expect(notices().join('')).not.toMatch(/科克亚尔|内部清单/u);
    expect(readFileSync(path.join(dir, 'notified.json'), 'utf8')).not.toContain('科克亚尔');
  });

  it('keeps to the bytes of the webhook however much has changed', async () => {
    await notify();
    duties = {
      ...duties,
      items: duties.items.map((item) => ({ ...item, name: `${item.name}${'很长的名称'.repeat(200)}` })),
    };
    await notify();
    for (const text of notices()) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096);
    expect(notices()[1]?.endsWith('……（未完）')).toBe(true);
  });
});

describe('sending', () => {
  it('--dry prints, sends nothing and remembers nothing, also without a key', async () => {
    const { code, out } = await notify(['--dry'], null);
    expect(code).toBe(0);
    expect(out).toContain('履职问答已收录 2 份清单');
    expect(api.calls).toEqual([]);
    expect(existsSync(path.join(dir, 'notified.json'))).toBe(false);
  });

  it('without a key says which variable is missing', async () => {
    const { code, err } = await notify([], null);
    expect(code).toBe(1);
    expect(err).toContain('WECOM_WEBHOOK_KEY');
  });

  it('tries again when WeCom is busy, and waits a minute when it was asked too often', async () => {
    api.script.set('webhook/send', [-1, 45_009]);
    expect((await notify()).code).toBe(0);
    expect(notices()).toHaveLength(3);
  });

  it('that fails is told again the next time, and never shows the key', async () => {
    await notify();
    change(`${PUBLIC_ID}-c1`, '改了一');
    change('shache-azhatebage-2025-c1', '改了二');
    api.script.set('webhook/send', [0, 93_000]);
    const failed = await notify();
    expect(failed.code).toBe(1);
    expect(failed.err).toContain('WECOM_WEBHOOK_KEY');
    expect(failed.err).toContain('还有 1 条');
    expect(failed.err).not.toContain(KEY);
    expect(await notify()).toMatchObject({ code: 0, out: '已通知 1 条。\n' });
    expect(notices().at(-1)).toContain('改了二');
    await api.close();
    change(`${PUBLIC_ID}-c1`, '再改');
    const away = await notify();
    expect(away.code).toBe(1);
    expect(away.err).not.toContain(KEY);
  });

  it('keeps to 20 a minute', { timeout: 20_000 }, async () => {
    const webhook = await import('../../../../src/channels/wecom/notify/webhook.ts');
    const { createJsonHttp } = await import('../../../../src/channels/wecom/protocol/http.ts');
    const { TIMING } = await import('../../../../src/channels/wecom/limits.ts');
    const minute = 500;
    const own = webhook.createWebhook({
      apiUrl: api.url,
      key: KEY,
      http: createJsonHttp({ ca: null, timeoutMs: 500 }),
      clock: Date.now,
      timing: { ...TIMING, minute },
    });
    await Promise.all(Array.from({ length: 50 }, (_, i) => own.send(`${i}`)));
    const times = api.callsOf('webhook/send').map(({ at }) => at);
    expect(times).toHaveLength(50);
    for (const [i, at] of times.entries())
      expect((times[i + 20] ?? Infinity) - at).toBeGreaterThan(minute - 20);
  });

  it.each([[['--nope']], [['more']]])('refuses %s as a mistake of usage', async (args) => {
    const { code, err } = await notify(args);
    expect(code).toBe(2);
    expect(err).toContain('用法有误');
  });

  it('shows its help', async () => {
    const { code, out } = await notify(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('notified.json');
  });
});
