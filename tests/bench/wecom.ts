// npm run bench -- wecom: a soak of the long connection. Questions come steadily while the line is cut, falls silent,
// loses acknowledgements, forgets the subscription, is taken by another client, and the process is killed. At the end
// every question must have been answered once: none lost, none twice. Ends with 1 otherwise.
import { Command } from 'commander';
import { toRandom } from '../support/random.ts';
import {
  BOT_ID,
  BOT_SECRET,
  botText,
  createDesk,
  pause,
  socketVariables,
  type Running,
} from '../support/wecom/channel.ts';
import { startSocketServer } from '../support/wecom/socket-server.ts';

const program = new Command('bench wecom')
  .description('企业微信长连接浸泡测试：不断提问，同时随机断线、沉默、丢回执、杀进程；一问不丢、一问不重')
  .argument('[名称]', '由 npm run bench 传入')
  .helpOption('-h, --help', '显示本说明')
  .option('--seconds <n>', '时长', '600')
  .option('--rate <n>', '每秒提问数', '8')
  .option('--seed <n>', '随机种子', '1')
  .parse();
const given = program.opts<{ seconds: string; rate: string; seed: string }>();
const seconds = Number(given.seconds);
const rate = Number(given.rate);
const random = toRandom(Number(given.seed));

/** So many conversations that none comes near 30 a minute. */
const CHATS = 40;
const QUESTIONS: [string, ...string[]] = [
  '阿拉甫乡烧秸秆归谁管',
  '阿扎特巴格镇高龄津贴谁发',
  '阿拉甫乡配合1',
  '阿拉甫乡动物检疫归谁',
  '你好',
];
/** What surely came is never delivered again, unless as a double; what may not have come is, after this time. */
const REPEAT_MS = 1000;
const LAST_ANSWERS_MS = 60_000;

interface Asked {
  chatId: string;
  body: Record<string, unknown>;
  at: number;
  delivered: number;
  hasCome: boolean;
}

const server = await startSocketServer({ botId: BOT_ID, secret: BOT_SECRET });
const { script } = server;
const desk = createDesk({
  variables: { ...socketVariables(server.url), WECOM_BOT_TAKEOVER: 'true' },
  timing: {
    heartbeat: 500,
    reconnectFirst: 50,
    reconnectMost: 1000,
    takeover: 200,
    subscribeWithin: 1000,
    minute: 60_000,
  },
});
let running: Running = await desk.start();
const asked = new Map<string, Asked>();
const answeredAt = new Map<string, number>();
const counts = new Map<string, number>();
const stage = { ended: false };
let repeats = 0;

const isAnswered = (id: string): boolean => answeredAt.has(id);

function note(): void {
  for (const part of server.visible)
    if (part.kind === 'stream' && part.finished && part.msgid !== null && !answeredAt.has(part.msgid))
      answeredAt.set(part.msgid, Date.now());
}

function deliver(question: Asked): void {
  if (server.push('aibot_msg_callback', question.body)) {
    if (question.delivered > 0) repeats++;
    question.delivered = Date.now();
    void server.flushed().then((hasCome) => {
      question.hasCome ||= hasCome;
    });
  }
}

async function askSteadily(): Promise<void> {
  for (let i = 0; !stage.ended; i++) {
    const id = `q${i}`;
    const chatId = `G${i % CHATS}`;
    const body = botText(id, random.pick(QUESTIONS), { chatid: chatId, from: { userid: `u${i % CHATS}` } });
    const question = { chatId, body, at: Date.now(), delivered: 0, hasCome: false };
    asked.set(id, question);
    deliver(question);
    await pause(1000 / rate);
  }
}

async function repeatUnanswered(): Promise<void> {
  for (;;) {
    note();
    const now = Date.now();
    for (const [id, question] of asked)
      if (!question.hasCome && !isAnswered(id) && now - question.delivered > REPEAT_MS) deliver(question);
    // some that were answered come again, too
    const [some] = [...asked].slice(-random.between(1, 20));
    if (some && random.chance(0.05)) deliver(some[1]);
    await pause(50);
  }
}

const troubles: Record<string, () => Promise<void> | void> = {
  cut: () => server.cut(),
  'cut after a swallowed frame': async () => {
    script.swallow = 2;
    await pause(300);
    script.swallow = 0;
    server.cut();
  },
  'lost acknowledgements': async () => {
    script.loseAck = 2;
    await pause(300);
    server.cut();
    script.loseAck = 0;
  },
  'slow acknowledgements': async () => {
    script.ackDelay = 800;
    await pause(1500);
    script.ackDelay = 0;
  },
  'forgotten subscription': () => {
    script.forgotten = true;
  },
  silence: async () => {
    script.answerPings = false;
    await pause(2500);
    script.answerPings = true;
  },
  'refused subscriptions': async () => {
    script.subscribe = 40_001;
    server.cut();
    await pause(700);
    script.subscribe = 0;
  },
  'unconfirmed subscriptions': async () => {
    script.subscribe = null;
    server.cut();
    await pause(700);
    script.subscribe = 0;
  },
  kick: () => server.kick(),
  busy: () => {
    script.refuse.push(-1, -1);
  },
  'kill -9': async () => {
    await running.kill();
    server.cut();
    running = await desk.start();
  },
};

const NAMES = Object.keys(troubles) as [string, ...string[]];

async function makeTrouble(): Promise<void> {
  // the worst first, so that the shortest run has it
  for (let name = 'kill -9'; !stage.ended; name = random.pick(NAMES)) {
    await pause(random.between(300, 2000));
    counts.set(name, (counts.get(name) ?? 0) + 1);
    await troubles[name]?.();
  }
}

const asking = askSteadily();
const troubling = makeTrouble();
void repeatUnanswered();
await pause(seconds * 1000);
stage.ended = true;
await Promise.all([asking, troubling]);
const end = Date.now() + LAST_ANSWERS_MS;
const answersIn = (chatId: string): number =>
  server.visible.filter(
    (part) => part.chatId === chatId && ((part.kind === 'stream' && part.finished) || part.kind === 'push'),
  ).length;
const questionsIn = (chatId: string): number =>
  [...asked.values()].filter((question) => question.chatId === chatId).length;
const chats = Array.from({ length: CHATS }, (_, i) => `G${i}`);
const isMissing = (chatId: string): boolean => answersIn(chatId) < questionsIn(chatId);
while (Date.now() < end && chats.some(isMissing)) await pause(200);
note();

const streams = server.visible.filter(({ kind }) => kind === 'stream');
const twice = streams.length - new Set(streams.map(({ msgid }) => msgid)).size;
const lost = chats.reduce((sum, chatId) => sum + Math.max(0, questionsIn(chatId) - answersIn(chatId)), 0);
const tooMany = chats.reduce((sum, chatId) => sum + Math.max(0, answersIn(chatId) - questionsIn(chatId)), 0);
const waits = [...answeredAt].map(([id, at]) => at - (asked.get(id)?.at ?? at)).toSorted((a, b) => a - b);
const at = (share: number): number =>
  waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0;
console.log(`${seconds} s, ${rate} questions a second, ${CHATS} conversations, seed ${given.seed}`);
console.log(`questions       ${asked.size}, delivered again ${repeats}`);
console.log(`troubles        ${[...counts].map(([name, n]) => `${name} ${n}`).join(', ')}`);
console.log(`subscriptions   ${server.subscriptions()}`);
console.log(
  `answered        ${streams.filter(({ finished }) => finished).length} streams, ${server.visible.filter(({ kind }) => kind === 'push').length} messages`,
);
console.log(`lost            ${lost}`);
console.log(`answered twice  ${Math.max(twice, tooMany)}`);
console.log(
  `limit breaches  ${server.breaches.length}${server.breaches.length > 0 ? ` (${server.breaches[0]})` : ''}`,
);
console.log(`until answered  p50 ${at(0.5)} p95 ${at(0.95)} max ${at(1)} ms, troubles included`);
await running.stop();
await server.close();
await desk.remove();
process.exit(lost + Math.max(twice, tooMany) + server.breaches.length === 0 ? 0 : 1);
