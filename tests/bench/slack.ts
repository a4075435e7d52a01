// npm run bench -- slack: a steady stream of questions at the whole application in a process of its own, by signed
// HTTP requests, with a Slack on loopback that takes the answers. Requests leave on time whether or not earlier ones
// are answered; every time counts from when one was due. Figures are printed; exit 1 when one breaks the bounds.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { loadQuestions } from '../eval/questions.ts';
import { BOT_TOKEN, startFakeSlack, type Args, type FakeSlack } from '../support/slack/fake-slack.ts';
import { command, directMessage, eventBody, mention } from '../support/slack/payloads.ts';
import { sign, SIGNING_SECRET } from '../support/slack/rig.ts';

const program = new Command('bench-slack')
  .description('测 Slack：固定速率提问，到确认、到发出回答的时间')
  .helpOption('-h, --help', '显示本说明')
  .option('--rate <n>', '每秒提问数', '50')
  .option('--seconds <n>', '秒数', '60')
  .parse();
const given = program.opts<{ rate: string; seconds: string }>();
const rate = Number(given.rate);
const seconds = Number(given.seconds);

const WARM_UP = 200;
const MOST_ACK_MS = 3000;
const MOST_P99_MS = 300;
/** Of so many one is delivered twice, as Slack does. */
const TWICE = 25;

interface Asked {
  due: number;
  acknowledged: number | null;
  answers: number[];
  status: number;
}

const root = path.join(import.meta.dirname, '../..');
const stateDir = mkdtempSync(path.join(tmpdir(), 'duty-desk-bench-'));

async function startApplication(slack: FakeSlack): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      DUTY_DESK_STATE_DIR: stateDir,
      DUTY_DESK_PORT: '0',
      DUTY_DESK_LOG_LEVEL: 'error',
      DUTY_DESK_BASE_URL: 'https://zhize.example',
      DUTY_DESK_PERSON_PER_MINUTE: '0',
      DUTY_DESK_CONVERSATION_PER_MINUTE: '0',
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_API_URL: slack.apiUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  while (!text.includes('停止')) text += String((await once(child.stdout, 'data'))[0]);
  return { child, url: /已启动：(?<url>\S+)/u.exec(text)?.groups?.['url'] ?? '' };
}

const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });

function post(url: string, body: string, contentType: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      `${url}/slack/events`,
      { agent, method: 'POST', headers: { 'content-type': contentType, ...sign(body) } },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

interface Delivery {
  /** By which the fake recognises the answer. */
  key: string;
  body: string;
  type: string;
}

/** Seven of ten are mentions in 40 channels, two are direct messages, one a command; 200 people ask. */
function toDelivery(n: number, text: string, slack: FakeSlack): Delivery {
  const user = `U10000000${String(n % 200).padStart(2, '0')}`;
  if (n % 10 === 9) {
    const url = slack.responseUrl();
    const fields = command(text, url, { user_id: user });
    const body = new URLSearchParams(
      Object.entries(fields).map(([k, v]): [string, string] => [k, String(v)]),
    ).toString();
    return { key: new URL(url).pathname, body, type: FORM_TYPE };
  }
  const event: Args =
    n % 10 >= 7
      ? directMessage(text, { user, channel: `D10000000${String(n % 200).padStart(2, '0')}` })
      : mention(text, { user, channel: `C10000000${String(n % 40).padStart(2, '0')}` });
  return {
    key: `${String(event['channel'])}:${String(event['ts'])}`,
    body: JSON.stringify(eventBody(event)),
    type: JSON_TYPE,
  };
}

function keyOf(args: Args, where: string): string {
  const metadata = args['metadata'] as { event_payload?: { key?: string } } | undefined;
  return metadata?.event_payload?.key ?? where;
}

const questions = loadQuestions(path.join(root, 'data/eval')).map(
  ({ q, asker_township: township }) => `${township ?? '阿拉甫乡'} ${q.slice(0, 300)}`,
);
const slack = await startFakeSlack();
const { child, url } = await startApplication(slack);
const asked = new Map<string, Asked>();

async function ask(n: number, due: number): Promise<void> {
  const delivery = toDelivery(n, questions[(n * 7) % questions.length] ?? '', slack);
  const entry: Asked = { due, acknowledged: null, answers: [], status: 0 };
  asked.set(delivery.key, entry);
  entry.status = await post(url, delivery.body, delivery.type);
  entry.acknowledged = Date.now();
  if (n % TWICE === 0) await post(url, delivery.body, delivery.type);
}

function collect(): void {
  for (const call of slack.calls) {
    if (call.method !== 'chat.postMessage' && call.method !== 'response_url') continue;
    asked.get(keyOf(call.args, call.path))?.answers.push(call.at);
  }
}

const at = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

function report(name: string, times: number[]): number {
  times.sort((a, b) => a - b);
  const shown = [0.5, 0.95, 0.99, 1].map((share) => at(times, share).toFixed(0));
  console.log(
    `${name.padEnd(16)} n ${times.length} p50 ${shown[0]} p95 ${shown[1]} p99 ${shown[2]} max ${shown[3]} ms`,
  );
  return at(times, 0.99);
}

/** Processor time of the application so far, in milliseconds; 0 where the system does not tell. */
function cpuOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

try {
  for (let n = 0; n < WARM_UP; n++) await ask(n, Date.now());
  await sleep(1000);
  asked.clear();
  slack.calls.length = 0;
  const cpuBefore = cpuOf(child.pid ?? 0);
  const start = Date.now();
  const total = rate * seconds;
  const pending: Promise<void>[] = [];
  while (pending.length < total) {
    const due = Math.min(total, Math.floor(((Date.now() - start) / 1000) * rate) + 1);
    while (pending.length < due) {
      const n = WARM_UP + pending.length;
      pending.push(ask(n, start + (pending.length * 1000) / rate));
    }
    await sleep(2);
  }
  await Promise.all(pending);
  for (let i = 0; i < 100 && slack.calls.length < total; i++) await sleep(100);
  await sleep(500);
  collect();

  const all = [...asked.values()];
  const acks = all.map(({ due, acknowledged }) => (acknowledged ?? Number.POSITIVE_INFINITY) - due);
  const late = all.filter((one, i) => one.status !== 200 || (acks[i] ?? Infinity) > MOST_ACK_MS).length;
  const never = all.filter(({ answers }) => answers.length === 0).length;
  const twice = all.filter(({ answers }) => answers.length > 1).length;
  console.log(
    `${rate} questions a second for ${seconds} s, ${Math.floor(total / TWICE)} of them delivered twice`,
  );
  console.log(
    `application      ${((cpuOf(child.pid ?? 0) - cpuBefore) / total).toFixed(2)} ms of processor a question`,
  );
  report('acknowledged', acks);
  const p99 = report(
    'answer posted',
    all.flatMap(({ due, answers }) => answers.slice(0, 1).map((time) => time - due)),
  );
  console.log(
    `not acknowledged within ${MOST_ACK_MS} ms: ${late}, never answered: ${never}, answered twice: ${twice}`,
  );
  console.log(`blocks that Slack would refuse: ${slack.breaches.length}`);
  if (late + never + twice + slack.breaches.length > 0 || !(p99 <= MOST_P99_MS)) process.exitCode = 1;
} finally {
  agent.destroy();
  child.kill('SIGTERM');
  await once(child, 'exit');
  await slack.stop();
  rmSync(stateDir, { recursive: true, force: true });
}
