// npm run bench -- web: a steady stream of item pages and questions at the service that `npm start` runs, in a process
// of its own, its question log included. Importing this file runs it. Requests leave on time whether or not earlier ones are answered; latency counts from when one was due.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import { loadData } from '../../src/app/data.ts';
import { loadQuestions } from '../eval/questions.ts';

const program = new Command('bench-web')
  .description('测网页：固定速率请求条目页和提问')
  .helpOption('-h, --help', '显示本说明')
  .option('--rate <n>', '每秒请求数', '200')
  .option('--seconds <n>', '秒数', '30')
  // `npm run bench -- web …` leaves its own name in front
  .parse(process.argv.slice(process.argv[2] === 'web' ? 3 : 2), { from: 'user' });
const given = program.opts<{ rate: string; seconds: string }>();
const rate = Number(given.rate);
const seconds = Number(given.seconds);

// 履职问答已启动：http://127.0.0.1:41837
const ADDRESS = /(?<url>http:\/\/127\.0\.0\.1:\d+)/;

interface Server {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

function startServer(): Promise<Server> {
  const root = path.join(import.meta.dirname, '../..');
  const stateDir = mkdtempSync(path.join(tmpdir(), 'duty-desk-bench-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      DUTY_DESK_PORT: '0',
      DUTY_DESK_STATE_DIR: stateDir,
      DUTY_DESK_WEB_PER_MINUTE: '0',
      DUTY_DESK_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      rmSync(stateDir, { recursive: true, force: true });
      resolve();
    });
  });
  const stop = (): Promise<void> => {
    child.kill();
    return ended;
  };
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
      const url = ADDRESS.exec(printed)?.groups?.['url'];
      if (url !== undefined) resolve({ url, pid: child.pid ?? 0, stop });
    });
    child.once('exit', (code) => reject(new Error(`the service ended at its start, code ${code}`)));
  });
}

/** Processor time of a process so far, in milliseconds; 0 where the system does not tell. */
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

const WARM_UP = 800;

interface Sample {
  kind: 'item' | 'ask';
  milliseconds: number;
  status: number;
  bytes: number;
}

const agent = new http.Agent({ keepAlive: true, maxSockets: Infinity });

function request(url: string, kind: Sample['kind'], due: number): Promise<Sample> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent, headers: { 'accept-encoding': 'gzip' } }, (response) => {
        let bytes = 0;
        response.on('data', (chunk: Buffer) => (bytes += chunk.length));
        response.on('end', () =>
          resolve({ kind, bytes, status: response.statusCode ?? 0, milliseconds: performance.now() - due }),
        );
      })
      .on('error', reject);
  });
}

/** `shift` pairs the questions with other townships. Item pages and asks in turn, over all public rows and all evaluation questions. */
function createPaths(shift: number): (n: number) => { kind: Sample['kind']; path: string } {
  const { corpus } = loadData('data', 'bigram');
  const open = corpus.documents.filter(({ classification }) => classification === 'public');
  const items = open.flatMap(({ id }) => corpus.items(id).map((item) => `/i/${item.id}`));
  const ids = open.map(({ id }) => id);
  const asks = loadQuestions('data/eval').map(
    ({ q }, i) => `/?t=${ids[(i + shift) % ids.length]}&q=${encodeURIComponent(q.slice(0, 200))}`,
  );
  return (n) =>
    n % 2 === 0
      ? { kind: 'item', path: items[((n / 2) * 7) % items.length] ?? '/' }
      : { kind: 'ask', path: asks[(((n - 1) / 2) * 7) % asks.length] ?? '/' };
}

function report(name: string, samples: Sample[]): void {
  const times = samples.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1);
  const failed = samples.filter(({ status }) => status !== 200).length;
  const heaviest = Math.max(0, ...samples.map(({ bytes }) => bytes));
  console.log(
    `${name.padEnd(6)} n ${times.length} p50 ${at(0.5)} p95 ${at(0.95)} p99 ${at(0.99)} max ${at(1)} ms, not 200: ${failed}, heaviest ${(heaviest / 1000).toFixed(1)} kB gzipped`,
  );
}

const server = await startServer();
const toPath = createPaths(0);
// a running service: indexes opened, code compiled, but none of the measured questions asked before
const toWarmUp = createPaths(1);
for (let n = 0; n < WARM_UP; n++) await request(server.url + toWarmUp(n).path, 'item', performance.now());
const pending: Promise<Sample>[] = [];
const cpuBefore = cpuOf(server.pid);
const start = performance.now();
await new Promise<void>((resolve) => {
  const timer = setInterval(() => {
    const elapsed = performance.now() - start;
    const due = Math.min(rate * seconds, Math.floor((elapsed / 1000) * rate));
    while (pending.length < due) {
      const next = toPath(pending.length);
      pending.push(request(server.url + next.path, next.kind, start + (pending.length * 1000) / rate));
    }
    if (pending.length >= rate * seconds) {
      clearInterval(timer);
      resolve();
    }
  }, 1);
});
const samples = await Promise.all(pending);
console.log(
  `${rate} requests a second for ${seconds} s, Node ${process.version}, ${availableParallelism()} cores`,
);
const cpu = (cpuOf(server.pid) - cpuBefore) / samples.length;
console.log(`server  ${cpu.toFixed(2)} ms of processor a request`);
report(
  'item',
  samples.filter(({ kind }) => kind === 'item'),
);
report(
  'ask',
  samples.filter(({ kind }) => kind === 'ask'),
);
agent.destroy();
await server.stop();
