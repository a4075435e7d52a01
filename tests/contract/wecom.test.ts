// WeCom's three ways to connect keep the contract: the bot by long connection and by URL, and the app.
import type { Visible } from '../support/wecom/socket-server.ts';
import { startSocketServer } from '../support/wecom/socket-server.ts';
import { startApiServer } from '../support/wecom/api-server.ts';
import { createCallbackClient } from '../support/wecom/callback-client.ts';
import {
  AES_KEY,
  APP_SECRET,
  appText,
  appVariables,
  BOT_ID,
  BOT_SECRET,
  botText,
  CORP_ID,
  createDesk,
  socketVariables,
  TOKEN,
  until,
  urlVariables,
  type Desk,
  type Running,
} from '../support/wecom/channel.ts';
import { readMessage } from '../support/wecom/read.ts';
import {
  describeChannelContract,
  type ChannelHarness,
  type DeliveredMessage,
  type HarnessOptions,
  type SentMessage,
} from './channel-contract.ts';

const HOSTILE = {
  hostile: [
    { text: '<@all> 集合', readable: '集合' },
    { text: '[点这里](https://evil.example/x)', readable: '点这里' },
    { text: '![图](https://evil.example/x.png)反引号`', readable: '图' },
    { text: '<a href="https://evil.example">看</a>这', readable: '看' },
    { text: '<font color="warning">红</font>', readable: '红' },
    { text: '行\n> 引用\n# 标题\n| 表 | 格 |', readable: '标题' },
  ],
};

/** A message of ours is written by the bot's own id; one of another bot has no person. */
const writtenBy = (from: DeliveredMessage['from']): Record<string, unknown> =>
  from === 'self' ? { from: { userid: BOT_ID } } : from === 'bot' ? { from: undefined } : {};

async function createSocketHarness(options: HarnessOptions): Promise<ChannelHarness> {
  const server = await startSocketServer({ botId: BOT_ID, secret: BOT_SECRET });
  const desk: Desk = createDesk({ variables: socketVariables(server.url), ...options });
  let running: Running = await desk.start();
  await until(() => server.isSubscribed());
  /** A stream with the cards that follow it. */
  const toSent = (): SentMessage[] => {
    const parts = new Map<string, { text: Visible; card: Visible | null }>();
    for (const part of server.visible) {
      const key = part.msgid ?? `${parts.size}`;
      const known = parts.get(key);
      if (part.kind === 'card' && known) known.card = part;
      // a second text to the same message would be a second answer
      else parts.set(known ? `${key}-${parts.size}` : key, { text: part, card: null });
    }
    return [...parts.values()].map(({ text, card }) =>
      readMessage(text.content, card?.card ?? text.card, 'bot'),
    );
  };
  return {
    async deliver(delivered) {
      const body = botText(delivered.id, delivered.text, {
        chatid: delivered.conversation ?? 'G1',
        ...writtenBy(delivered.from),
      });
      await until(() => server.push('aibot_msg_callback', body));
      await server.flushed();
      await running.chat.service.drained();
    },
    sent: () => {
      const sent = toSent();
      const [first] = sent;
      if (first) first.breaches.push(...server.breaches);
      return sent;
    },
    holdNextSend: () => {
      server.script.swallow = 1000;
    },
    failNextSend: () => {
      server.script.refuse.push(40_058);
    },
    async crash() {
      await running.kill();
      server.script.swallow = 0;
      running = await desk.start();
      await until(() => server.isSubscribed());
      await until(() => running.chat.service.unfinished('wecom').length === 0);
      await running.chat.service.drained();
    },
    async stop() {
      await desk.remove();
      await server.close();
    },
  };
}

async function createUrlHarness(options: HarnessOptions): Promise<ChannelHarness> {
  const api = await startApiServer('');
  const desk = createDesk({ variables: urlVariables(api.url), ...options });
  let running = await desk.start();
  const toClient = () =>
    createCallbackClient({
      url: `${running.url}/wecom/bot`,
      keys: { token: TOKEN, aesKey: AES_KEY, receiveId: '' },
      format: 'json',
    });
  let client = toClient();
  const all = [client];
  return {
    async deliver(delivered) {
      const body = botText(delivered.id, delivered.text, {
        chatid: delivered.conversation ?? 'G1',
        response_url: `${api.url}/cgi-bin/aibot/response?response_code=${delivered.id}`,
        ...writtenBy(delivered.from),
      });
      await client.deliverJson(body);
    },
    sent() {
      // one message each, however often its content came; what was posted later stands by itself
      const streams = new Map(
        all.flatMap(({ streams: own }) => own).map((one) => [one.msgid + one.streamId, one]),
      );
      const posted = api
        .callsOf('aibot/response')
        .map((call) => call.body['markdown'] as { content: string });
      const breaches = all.flatMap((one) => one.breaches);
      const sent = [
        ...[...streams.values()].map((one) => readMessage(one.content, one.card, 'bot')),
        ...posted.map(({ content }) => readMessage(content, null, 'bot')),
      ];
      sent[0]?.breaches.push(...breaches);
      return sent;
    },
    holdNextSend: () => client.loseNext(),
    failNextSend: () => client.loseNext(),
    async crash() {
      await running.kill();
      running = await desk.start();
      client = toClient();
      all.push(client);
    },
    async stop() {
      await desk.remove();
      await api.close();
    },
  };
}

async function createAppHarness(options: HarnessOptions): Promise<ChannelHarness> {
  const api = await startApiServer(APP_SECRET);
  const desk = createDesk({ variables: appVariables(api.url), timing: { apiTimeout: 60_000 }, ...options });
  let running = await desk.start();
  await until(() => api.callsOf('menu/create').length > 0);
  const toClient = () =>
    createCallbackClient({
      url: `${running.url}/wecom/app`,
      keys: { token: TOKEN, aesKey: AES_KEY, receiveId: CORP_ID },
      format: 'xml',
    });
  const USERS = { person: 'zhangsan', self: 'sys', bot: '' };
  return {
    async deliver(delivered) {
      const user = delivered.conversation ?? USERS[delivered.from ?? 'person'];
      await toClient().deliverXml(appText(delivered.id, delivered.text, user));
      await running.chat.service.drained();
    },
    sent() {
      const sent: SentMessage[] = [];
      for (const message of api.messages) {
        const read = readMessage(message.text, message.card, 'app');
        const before = sent.at(-1);
        if (message.card && before) {
          before.text += `\n${read.text}`;
          before.links.push(...read.links);
          before.breaches.push(...read.breaches);
        } else sent.push(read);
      }
      return sent;
    },
    holdNextSend: () => void api.script.set('message/send', ['hang']),
    failNextSend: () => void api.script.set('message/send', [40_058]),
    async crash() {
      await running.kill();
      running = await desk.start();
      await until(() => running.chat.service.unfinished('wecom').length === 0);
      await running.chat.service.drained();
    },
    async stop() {
      await desk.remove();
      await api.close();
    },
  };
}

describeChannelContract('the WeCom bot by long connection', createSocketHarness, HOSTILE);
describeChannelContract('the WeCom bot by URL', createUrlHarness, HOSTILE);
describeChannelContract('the WeCom app', createAppHarness, HOSTILE);
