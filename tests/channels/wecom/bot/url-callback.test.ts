// The bot by URL callback: every feature over loopback, retries, polls, response_url, and what is refused.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toWecomConfig, WecomVariables } from '../../../../src/channels/wecom/config.ts';
import type { TemplateCard } from '../../../../src/channels/wecom/cards.ts';
import { startApiServer, type ApiServer } from '../../../support/wecom/api-server.ts';
import { createCallbackClient, type CallbackClient } from '../../../support/wecom/callback-client.ts';
import {
  AES_KEY,
  botEvent,
  botText,
  createDesk,
  pause,
  TOKEN,
  until,
  urlVariables,
  type Desk,
  type DeskOptions,
  type Running,
} from '../../../support/wecom/channel.ts';

const QUESTION = '阿拉甫乡烧秸秆归谁管';
const KEYS = { token: TOKEN, aesKey: AES_KEY, receiveId: '' };
let api: ApiServer;
let desks: Desk[] = [];
let running: Running;
let client: CallbackClient;

beforeEach(async () => {
  api = await startApiServer('');
});
afterEach(async () => {
  for (const desk of desks) await desk.remove();
  desks = [];
  await api.close();
});

const toClient = (timeoutMs?: number): CallbackClient =>
  createCallbackClient({
    url: `${running.url}/wecom/bot`,
    keys: KEYS,
    format: 'json',
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });

async function start(options: Partial<DeskOptions> = {}, timeoutMs?: number): Promise<Desk> {
  const desk = createDesk({ variables: urlVariables(api.url), ...options });
  desks.push(desk);
  running = await desk.start();
  client = toClient(timeoutMs);
  return desk;
}

const answers = (id: string) => client.streams.filter(({ msgid }) => msgid === id);
const responseUrl = (id: string): string => `${api.url}/cgi-bin/aibot/response?response_code=${id}`;

describe('URL verification', () => {
  it('answers with the bare words, also where a plus sign became a space', async () => {
    await start();
    const response = await client.get('1616140317555161061');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('1616140317555161061');
    for (let i = 0; i < 20; i++) expect(await (await client.get(`echo${i}`)).text()).toBe(`echo${i}`);
  });

  it.each([
    ['without a query', ''],
    ['with a wrong signature', '?msg_signature=0&timestamp=1&nonce=2&echostr=abc'],
    ['with a strange nonce', '?msg_signature=0&timestamp=1&nonce=%00&echostr=abc'],
  ])('refuses %s', async (_name, query) => {
    await start();
    const response = await fetch(`${running.url}/wecom/bot${query}`);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).toBe('');
  });
});

describe('answers', () => {
  it('come as one finished stream, signed with the nonce of the callback', async () => {
    await start();
    await client.deliverJson(botText('1', '@履职问答 阿拉甫乡烧秸秆归谁管'));
    expect(answers('1')).toHaveLength(1);
    expect(answers('1')[0]).toMatchObject({ finished: true });
    expect(answers('1')[0]?.content).toContain('秸秆露天焚烧的监管');
    expect(answers('1')[0]?.feedbackId).toMatch(/^[\w-]{10}$/u);
    expect(client.breaches).toEqual([]);
  });

  it('are the same when WeCom, which got none, sends the callback again', async () => {
    await start();
    client.loseNext();
    await client.deliverJson(botText('1', QUESTION));
    expect(answers('1')).toEqual([]);
    await Promise.all([1, 2, 3].map(() => client.deliverJson(botText('1', QUESTION))));
    expect(answers('1')).toHaveLength(1);
    expect(client.breaches).toEqual([]);
    // computed once
    expect(running.chat.metrics.filter((call) => call.startsWith('question'))).toHaveLength(1);
  });

  it('of another process that has answered are repeated by this one', async () => {
    const desk = await start();
    client.loseNext();
    await client.deliverJson(botText('1', QUESTION));
    await running.kill();
    running = await desk.start();
    client = toClient();
    await client.deliverJson(botText('1', QUESTION));
    expect(answers('1')[0]?.content).toContain('秸秆露天焚烧的监管');
    expect(running.chat.metrics.filter((call) => call.startsWith('question'))).toEqual([]);
  });

  it('over the limit say that they wait and come by polls', { timeout: 20_000 }, async () => {
    await start({ timing: { minute: 1500 } });
    const ids = Array.from({ length: 45 }, (_, i) => `${i}`);
    const shown = new Set<string>();
    const watch = setInterval(() => {
      for (const { content } of client.streams) if (content.includes('正在排队')) shown.add(content);
    }, 5);
    await Promise.all(ids.map((id) => client.deliverJson(botText(id, '阿拉甫乡高龄津贴谁发'))));
    clearInterval(watch);
    expect(shown.size).toBeGreaterThan(0);
    for (const id of ids) {
      expect(answers(id)).toHaveLength(1);
      expect(answers(id)[0]?.content).toContain('高龄津贴');
    }
    expect(client.breaches).toEqual([]);
  });

  it('of an unknown stream are not made up', async () => {
    await start();
    const response = await client.deliverJson(
      botText('p', '', { msgtype: 'stream', stream: { id: 'nobody' } }),
    );
    expect(response).toBe(200);
    expect(client.streams[0]?.content).toContain('请再问一次');
  });

  it('that a dead process left waiting come by the next poll', async () => {
    const desk = await start({ timing: { minute: 60_000 } });
    for (let i = 0; i < 29; i++) await client.deliverJson(botText(`${i}`, '阿拉甫乡高龄津贴谁发'));
    void client.deliverJson(botText('late', '阿拉甫乡高龄津贴谁发')).catch(() => undefined);
    await until(() => answers('late').length === 1);
    const { streamId } = answers('late')[0] ?? { streamId: '' };
    await running.stop();
    running = await desk.start();
    client = toClient();
    await client.deliverJson(botText('poll', '', { msgtype: 'stream', stream: { id: streamId } }));
    expect(client.streams.at(-1)?.content).toContain('高龄津贴');
  });

  it('that a dead process left and nobody polls for are posted to response_url once', async () => {
    const desk = await start({ timing: { minute: 60_000, recoverAfter: 250 } });
    for (let i = 0; i < 29; i++) await client.deliverJson(botText(`${i}`, '阿拉甫乡高龄津贴谁发'));
    const body = botText('late', '阿拉甫乡高龄津贴谁发', { response_url: responseUrl('late') });
    const signal = client.deliverJson(body).catch(() => 0);
    await until(() => answers('late').length === 1);
    await running.stop();
    await signal;
    running = await desk.start();
    await until(() => api.callsOf('aibot/response').length === 1);
    expect(JSON.stringify(api.callsOf('aibot/response')[0]?.body)).toContain('高龄津贴');
    client = toClient();
    // a late retry gets nothing more
    await client.deliverJson(body);
    expect(answers('late')).toEqual([]);
    await pause(200);
    expect(api.callsOf('aibot/response')).toHaveLength(1);
  });
});

describe('cards', () => {
  const cardOf = (id: string): TemplateCard | null => answers(id)[0]?.card ?? null;

  it('come with the stream; a click changes the card and posts the answer to response_url, once', async () => {
    await start();
    await client.deliverJson(botText('1', '烧秸秆归谁管'));
    const card = cardOf('1');
    const button = card?.button_list?.find(({ text }) => text === '阿拉甫乡');
    const data = { card_type: 'button_interaction', event_key: button?.key, task_id: card?.task_id };
    const click = botEvent('2', 'template_card_event', data, {
      chatid: 'G1',
      chattype: 'group',
      response_url: responseUrl('2'),
    });
    const at = Date.now();
    await client.deliverJson(click);
    expect(Date.now() - at).toBeLessThan(5000);
    await client.deliverJson({ ...click, msgid: '3' });
    await until(() => api.callsOf('aibot/response').length > 0);
    expect(client.replies[0]).toMatchObject({
      response_type: 'update_template_card',
      template_card: { task_id: card?.task_id },
    });
    const [posted] = api.callsOf('aibot/response');
    expect(JSON.stringify(posted?.body)).toContain('秸秆露天焚烧的监管');
    expect(api.callsOf('aibot/response')).toHaveLength(1);
  });

  it('never post to a host that is not the configured one', async () => {
    await start();
    await client.deliverJson(botText('1', '烧秸秆归谁管'));
    const key = cardOf('1')?.button_list?.[0]?.key;
    const evil = await startApiServer('');
    await client.deliverJson(
      botEvent(
        '2',
        'template_card_event',
        { event_key: key, task_id: 't' },
        {
          chatid: 'G1',
          chattype: 'group',
          response_url: `${evil.url}/cgi-bin/aibot/response?response_code=1`,
        },
      ),
    );
    await until(() => running.calls.includes('error:wecom-bot:response-url'));
    expect(evil.calls).toEqual([]);
    await evil.close();
  });
});

describe('events', () => {
  it('welcome once a day by text, and take feedback with an empty answer', async () => {
    await start();
    const single = { chattype: 'single' };
    await client.deliverJson(botEvent('1', 'enter_chat', {}, single));
    await client.deliverJson(botEvent('2', 'enter_chat', {}, single));
    expect(client.replies).toHaveLength(1);
    expect(client.replies[0]).toMatchObject({ msgtype: 'text' });
    await client.deliverJson(botText('3', QUESTION));
    const id = answers('3')[0]?.feedbackId;
    const feedback = botEvent('4', 'feedback_event', { id, type: 2 }, { chatid: 'G1', chattype: 'group' });
    expect(await client.deliverJson(feedback)).toBe(200);
    expect(client.replies).toHaveLength(1);
    expect(running.store.feedback.list(0, 9)).toHaveLength(1);
  });

  it('explain kindly what cannot be read', async () => {
    await start();
    await client.deliverJson(botText('1', '', { msgtype: 'image', image: { url: 'x' }, text: undefined }));
    expect(answers('1')[0]?.content).toContain('图片');
  });
});

describe('refusals', () => {
  const BODY = JSON.stringify(botText('1', QUESTION));
  const flip = (base64: string): string => {
    const bytes = Buffer.from(base64, 'base64');
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    return bytes.toString('base64');
  };
  const seal = (text: string, receiveId: string, secondsAgo = 0) => {
    const other = createCallbackClient({
      url: 'http://127.0.0.1:9',
      keys: { ...KEYS, receiveId },
      format: 'json',
    });
    return other.sign(text, secondsAgo);
  };

  it.each([
    ['a flipped signature', 401, () => ({ ...seal(BODY, ''), signature: '0'.repeat(40) })],
    ['another nonce', 401, () => ({ ...seal(BODY, ''), nonce: 'other' })],
    [
      'a flipped byte',
      401,
      () => {
        const sealed = seal(BODY, '');
        return { ...sealed, body: JSON.stringify({ encrypt: flip(sealed.encrypted) }) };
      },
    ],
    ['a receive id of somebody', 401, () => seal(BODY, 'wx5823bf96d3bd56c7')],
    ['an old timestamp', 403, () => seal(BODY, '', 400)],
    ['a timestamp to come', 403, () => seal(BODY, '', -400)],
    ['no JSON', 400, () => ({ ...seal(BODY, ''), body: '{"encrypt":' })],
    ['no encrypt', 400, () => ({ ...seal(BODY, ''), body: '{}' })],
    ['an array', 400, () => ({ ...seal(BODY, ''), body: '["encrypt"]' })],
    [
      'an oversize body',
      413,
      () => ({ ...seal(BODY, ''), body: JSON.stringify({ encrypt: 'A'.repeat(70_000) }) }),
    ],
  ])('%s → %i, without a word', async (_name, status, make) => {
    await start();
    const response = await client.post(BODY, make());
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
    expect(running.chat.metrics).toEqual([]);
    expect(JSON.stringify(running.lines)).toContain('a callback was refused');
  });

  it('a stream of bytes without a length that is too long is not read to its end', async () => {
    await start();
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent++;
        controller.enqueue(new Uint8Array(16_384).fill(65));
      },
    });
    const sealed = seal(BODY, '');
    const query = `?msg_signature=${sealed.signature}&timestamp=${sealed.timestamp}&nonce=${sealed.nonce}`;
    const response = await fetch(`${running.url}/wecom/bot${query}`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
    }).catch(() => null);
    expect(response?.status ?? 413).toBe(413);
    // what the sockets' buffers hold, and no more
    expect(sent).toBeLessThan(2000);
  });

  it('the same timestamp and nonce with another body, and the same request too often', async () => {
    await start();
    const first = seal(BODY, '');
    expect((await client.post(BODY, first)).status).toBe(200);
    const second = client.sign(JSON.stringify(botText('2', QUESTION)), 0, first);
    expect(second.nonce).toBe(first.nonce);
    expect((await client.post(BODY, second)).status).toBe(403);
    // three retries are WeCom's right, a fourth is a replay
    const statuses = [];
    for (let i = 0; i < 4; i++) statuses.push((await client.post(BODY, first)).status);
    expect(statuses.filter((status) => status === 403).length).toBeGreaterThanOrEqual(1);
    expect(running.chat.metrics.filter((call) => call.startsWith('question'))).toHaveLength(1);
  });

  it('what decrypts to no JSON costs nothing and is taken', async () => {
    await start();
    expect(await (await client.post('not json')).text()).toBe('');
    expect(await (await client.post('{"msgtype":"text"}')).text()).toBe('');
  });
});

describe('configuration', () => {
  it('has one way or the other', () => {
    const both = { ...urlVariables('https://x.example'), WECOM_BOT_ID: 'a', WECOM_BOT_SECRET: 'b' };
    expect(toWecomConfig(WecomVariables.parse(both))).toMatchObject([{ variable: 'WECOM_BOT_TOKEN' }]);
  });
});
