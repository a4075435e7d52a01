// The self-built app over loopback: callbacks in XML, answers by the interface, and every errcode of the issue.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseAppMessage } from '../../../../src/channels/wecom/receive.ts';
import { startApiServer, type ApiMessage, type ApiServer } from '../../../support/wecom/api-server.ts';
import { createCallbackClient, type CallbackClient } from '../../../support/wecom/callback-client.ts';
import {
  AES_KEY,
  AGENT_ID,
  APP_SECRET,
  appText,
  appVariables,
  appXml,
  CORP_ID,
  createDesk,
  pause,
  TOKEN,
  until,
  type Desk,
  type DeskOptions,
  type Running,
} from '../../../support/wecom/channel.ts';

const QUESTION = '阿拉甫乡烧秸秆归谁管';
let api: ApiServer;
let desk: Desk | null = null;
let running: Running;

beforeEach(async () => {
  api = await startApiServer(APP_SECRET);
});
afterEach(async () => {
  await desk?.remove();
  desk = null;
  await api.close();
});

async function start(options: Partial<DeskOptions> = {}): Promise<CallbackClient> {
  desk = createDesk({ variables: appVariables(api.url), ...options });
  running = await desk.start();
  return createCallbackClient({
    url: `${running.url}/wecom/app`,
    keys: { token: TOKEN, aesKey: AES_KEY, receiveId: CORP_ID },
    format: 'xml',
  });
}
const texts = (): ApiMessage[] => api.messages.filter(({ text }) => text !== '');
const cards = (): ApiMessage[] => api.messages.filter(({ card }) => card !== null);
const health = () => running.health('wecom-app');

describe('answers', () => {
  it('are acknowledged empty at once and come by message/send', async () => {
    const client = await start();
    const response = await client.post(appText('4561255354251345929', QUESTION));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    await until(() => texts().length === 1);
    expect(texts()[0]?.toUser).toBe('zhangsan');
    expect(texts()[0]?.text).toContain('秸秆露天焚烧的监管');
    expect(api.callsOf('message/send')[0]?.body).toMatchObject({ agentid: AGENT_ID, msgtype: 'text' });
  });

  it('are acknowledged while WeCom hangs', async () => {
    const client = await start();
    api.script.set('message/send', ['hang']);
    const at = Date.now();
    expect((await client.post(appText('1', QUESTION))).status).toBe(200);
    expect(Date.now() - at).toBeLessThan(1000);
  });

  it('are one for one MsgId, in whatever order retries come', async () => {
    const client = await start();
    const statuses = await Promise.all(
      Array.from({ length: 4 }, () => client.deliverXml(appText('1', QUESTION))),
    );
    expect(statuses).toEqual([200, 200, 200, 200]);
    await until(() => texts().length > 0);
    await pause(100);
    expect(texts()).toHaveLength(1);
    expect(running.chat.metrics.filter((call) => call.startsWith('question'))).toHaveLength(1);
  });

  it('too long for one text have the link first and say that they are cut', async () => {
    const long = '负责秸秆露天焚烧的监督检查。'.repeat(400);
    const client = await start({
      change: (item) => ({
        ...item,
        upstreamSections: item.upstreamSections?.map((s) => ({ ...s, points: [{ text: long }] })) ?? null,
      }),
    });
    await client.deliverXml(appText('1', QUESTION));
    await until(() => texts().length === 1);
    const { text } = texts()[0] ?? { text: '' };
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
    expect(text.split('\n')[1]).toBe('全文：https://zhize.example/i/shule-alafu-2025-c1');
    expect(text.endsWith('……（全文见链接）')).toBe(true);
    expect(running.calls).toContain('count:wecom-app:cut:1');
  });

  it('too long and without a page have their pages behind a button', async () => {
    const long = Array.from({ length: 500 }, (_, i) => `第${i}句负责监管。`).join('');
    const client = await start({
      baseUrl: null,
      change: (item) => ({
        ...item,
        upstreamSections: item.upstreamSections?.map((s) => ({ ...s, points: [{ text: long }] })) ?? null,
      }),
    });
    await client.deliverXml(appText('1', QUESTION));
    await until(() => cards().length === 1);
    expect(texts()[0]?.text).toContain('未完，全文见清单原文');
    const button = cards()[0]?.card?.button_list?.find(({ text }) => text === '全文');
    const click = {
      MsgType: 'event',
      Event: 'template_card_event',
      EventKey: button?.key ?? '',
      TaskId: 't',
    };
    await client.deliverXml(appXml(click));
    await until(() => texts().length === 2);
    expect(texts()[1]?.text).toMatch(/^第1页，共\d+页/u);
    await until(() => cards().length === 2);
  });
});

describe('events', () => {
  it('make the menu at the start, and answer its buttons', async () => {
    const client = await start();
    await until(() => api.callsOf('menu/create').length === 1);
    const [call] = api.callsOf('menu/create');
    expect(call?.query['agentid']).toBe(String(AGENT_ID));
    const buttons = call?.body['button'] as { type: string; name: string; key?: string; url?: string }[];
    expect(buttons.map(({ name }) => name)).toEqual(['怎么问', '当前乡镇', '打开网页']);
    for (const { name } of buttons) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(16);
    await client.deliverXml(appXml({ MsgType: 'event', Event: 'click', EventKey: buttons[0]?.key ?? '' }));
    await until(() => texts().length === 1);
    expect(texts()[0]?.text).toContain('直接问就行');
  });

  it('welcome a member once a day, over restarts', async () => {
    const client = await start();
    const enter = appXml({ MsgType: 'event', Event: 'enter_agent', EventKey: '' });
    await client.deliverXml(enter);
    await until(() => texts().length === 1);
    await client.deliverXml(
      appXml({ MsgType: 'event', Event: 'enter_agent', EventKey: '', CreateTime: '1700000000' }),
    );
    await running.stop();
    if (!desk) throw new Error('no desk');
    running = await desk.start();
    const again = createCallbackClient({
      url: `${running.url}/wecom/app`,
      keys: { token: TOKEN, aesKey: AES_KEY, receiveId: CORP_ID },
      format: 'xml',
    });
    await again.deliverXml(appXml({ MsgType: 'event', Event: 'enter_agent', EventKey: '' }));
    await again.deliverXml(appXml({ MsgType: 'event', Event: 'enter_agent', EventKey: '' }, 'lisi'));
    await until(() => texts().length === 2);
    expect(texts().map(({ toUser }) => toUser)).toEqual(['zhangsan', 'lisi']);
  });

  it.each([
    ['image', '图片'],
    ['voice', '语音'],
    ['video', '视频'],
    ['location', '位置'],
  ])('explain kindly that a %s cannot be read, once', async (type, word) => {
    const client = await start();
    const xml = appXml({ MsgType: type, MediaId: 'm', MsgId: '7' });
    await client.deliverXml(xml);
    await client.deliverXml(xml);
    await until(() => texts().length === 1);
    await pause(50);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]?.text).toContain(word);
  });

  it('of a card answer once and use it up', async () => {
    const client = await start();
    await client.deliverXml(appText('1', '烧秸秆归谁管'));
    await until(() => cards().length === 1);
    const card = cards()[0]?.card;
    const button = card?.button_list?.find(({ text }) => text === '阿拉甫乡');
    const click = appXml({
      MsgType: 'event',
      Event: 'template_card_event',
      EventKey: button?.key ?? '',
      TaskId: card?.task_id ?? '',
      CardType: 'button_interaction',
      ResponseCode: 'code-1',
    });
    await Promise.all([client.deliverXml(click), client.deliverXml(click), client.deliverXml(click)]);
    await until(() => texts().length === 2 && api.callsOf('message/update_template_card').length === 1);
    await pause(100);
    expect(texts()).toHaveLength(2);
    expect(texts()[1]?.text).toContain('秸秆露天焚烧的监管');
    expect(api.callsOf('message/update_template_card').map(({ body }) => body)).toMatchObject([
      {
        userids: ['zhangsan'],
        response_code: 'code-1',
        button: { replace_name: expect.stringContaining('已选') },
      },
    ]);
  });

  it('read one option and several of a vote', () => {
    const option = (id: string): string => `<OptionId><![CDATA[${id}]]></OptionId>`;
    const item = (ids: string): string =>
      `<SelectedItems><SelectedItem><QuestionKey>q</QuestionKey><OptionIds>${ids}</OptionIds></SelectedItem></SelectedItems>`;
    const event = { MsgType: 'event', Event: 'template_card_event', EventKey: 'submit', TaskId: 't' };
    const optionsOf = (xml: string): unknown => {
      const parsed = parseAppMessage(xml);
      return parsed.kind === 'click' && parsed.click.options;
    };
    expect(optionsOf(appXml(event, 'a', item(option('x'))))).toEqual(['x']);
    expect(optionsOf(appXml(event, 'a', item(option('x') + option('y'))))).toEqual(['x', 'y']);
    expect(optionsOf(appXml(event, 'a'))).toEqual([]);
  });

  it('in the same second are told apart', () => {
    const keyOf = (fields: Record<string, string>): unknown => {
      const parsed = parseAppMessage(appXml({ MsgType: 'event', CreateTime: '1700000000', ...fields }));
      return 'keys' in parsed && parsed.keys[0];
    };
    expect(keyOf({ Event: 'click', EventKey: 'a' })).not.toBe(keyOf({ Event: 'click', EventKey: 'b' }));
    expect(keyOf({ Event: 'click', EventKey: 'a' })).not.toBe(keyOf({ Event: 'enter_agent', EventKey: 'a' }));
  });
});

describe('the interface', () => {
  it('fetches one token for many calls at once', async () => {
    api.script.set('menu/create', [48_002]);
    const client = await start();
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => client.deliverXml(appText(`${i}`, QUESTION, `user${i}`))),
    );
    await until(() => texts().length === 10);
    expect(api.callsOf('gettoken')).toHaveLength(1);
  });

  it.each([40_014, 42_001, 40_001])('fetches a new token after %i, once, and sends', async (code) => {
    const client = await start();
    await until(() => api.callsOf('menu/create').length === 1);
    api.script.set('message/send', [code]);
    await client.deliverXml(appText('1', QUESTION));
    await until(() => texts().length === 1);
    expect(api.tokens()).toBe(2);
  });

  it('fetches one new token when many calls find it revoked', async () => {
    const client = await start();
    await until(() => api.callsOf('menu/create').length === 1);
    api.revoke();
    await Promise.all(
      Array.from({ length: 10 }, (_, i) => client.deliverXml(appText(`${i}`, QUESTION, `user${i}`))),
    );
    await until(() => texts().length === 10);
    expect(api.tokens()).toBe(2);
  });

  it('tries again when WeCom is busy, three times, and waits where it was asked too often', async () => {
    const client = await start({ timing: { minute: 200 } });
    await until(() => api.callsOf('menu/create').length === 1);
    api.script.set('message/send', [-1, -1, -1]);
    await client.deliverXml(appText('1', QUESTION));
    // the answer and its card: the next refusal is for the second question
    await until(() => api.messages.length === 2);
    const before = Date.now();
    api.script.set('message/send', [45_009]);
    await client.deliverXml(appText('2', QUESTION));
    await until(() => texts().length === 2);
    expect(Date.now() - before).toBeGreaterThanOrEqual(190);
  });

  it('explains an address that is not trusted, by the address that WeCom saw, and mends by itself', async () => {
    api.script.set('gettoken', []);
    api.script.set('menu/create', [60_020, 60_020]);
    await start();
    await until(() => health().state === 'failing');
    expect(health().detail).toContain('203.0.113.9');
    expect(health().detail).toContain('企业可信IP');
    await until(() => health().state === 'ok');
    expect(JSON.stringify(running.lines)).toContain('1700000000abc');
  });

  it('names the variable of a wrong secret', async () => {
    await api.close();
    api = await startApiServer('another-secret');
    await start();
    await until(() => health().state === 'failing');
    expect(health().detail).toContain('WECOM_APP_SECRET');
  });

  it('waits for an interface that is away, and sends then', async () => {
    const client = await start({ timing: { apiRetry: 20 } });
    await until(() => health().state === 'ok');
    const port = Number(new URL(api.url).port);
    await api.close();
    await client.deliverXml(appText('1', QUESTION));
    await until(() => health().state === 'failing');
    api = await startApiServer(APP_SECRET, port);
    await until(() => texts().length === 1);
    await until(() => health().state === 'ok');
  });

  it('does not send again what may have arrived', async () => {
    const client = await start();
    await until(() => api.callsOf('menu/create').length === 1);
    api.script.set('message/send', ['cut']);
    await client.deliverXml(appText('1', QUESTION));
    await until(() => running.chat.metrics.includes('error:wecom:send-uncertain'));
    await client.deliverXml(appText('1', QUESTION));
    await pause(150);
    expect(api.callsOf('message/send').filter(({ body }) => body['msgtype'] === 'text')).toHaveLength(1);
  });

  it('never writes secrets, tokens or words of people into the log', async () => {
    const client = await start();
    api.script.set('message/send', [60_020, 40_058, 'cut']);
    for (const id of ['1', '2', '3']) await client.deliverXml(appText(id, QUESTION));
    await until(() => running.lines.length >= 3);
    await running.chat.service.drained();
    const shown = JSON.stringify([running.lines, running.chat.log], (_, value: unknown) =>
      value instanceof Error ? [value.message, value.stack, value.cause] : value,
    );
    for (const secret of [APP_SECRET, 'token-1', AES_KEY, '烧秸秆']) expect(shown).not.toContain(secret);
  });

  it('keeps 30 a minute for a member and says that it waits', { timeout: 20_000 }, async () => {
    const minute = 1500;
    const client = await start({ timing: { minute } });
    for (let i = 0; i < 40; i++) await client.deliverXml(appText(`${i}`, '阿拉甫乡高龄津贴谁发'));
    const waits = (): ApiMessage[] => texts().filter(({ text }) => text.includes('正在排队'));
    await until(() => waits().length === 1);
    await until(() => texts().length === 40 + waits().length, 15_000);
    const times = api.messages.map(({ at }) => at);
    for (const [i, at] of times.entries())
      expect((times[i + 30] ?? Infinity) - at).toBeGreaterThan(minute - 20);
  });
});

describe('refusals', () => {
  it.each([
    ['a DOCTYPE', 400, '<!DOCTYPE xml [<!ENTITY e "x">]><xml><Encrypt>a</Encrypt></xml>'],
    ['malformed XML', 400, '<xml><Encrypt>a</xml>'],
    ['no Encrypt', 400, '<xml><ToUserName>a</ToUserName></xml>'],
    ['Encrypt twice', 400, '<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>'],
    ['something that was not encrypted', 401, '<xml><Encrypt>YWJj</Encrypt></xml>'],
    ['an oversize body', 413, `<xml><Encrypt>${'A'.repeat(70_000)}</Encrypt></xml>`],
  ])('%s → %i', async (_name, status, body) => {
    const client = await start();
    const response = await client.post('x', { body });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
  });

  it('a callback for another corp', async () => {
    await start();
    const other = createCallbackClient({
      url: `${running.url}/wecom/app`,
      keys: { token: TOKEN, aesKey: AES_KEY, receiveId: 'wx0000000000000000' },
      format: 'xml',
    });
    expect((await other.post(appText('1', QUESTION))).status).toBe(401);
    expect(running.calls).toContain('error:wecom-app:bad-receive-id');
  });

  it('verifies its URL', async () => {
    const client = await start();
    expect(await (await client.get('1616140317555161061')).text()).toBe('1616140317555161061');
  });
});
