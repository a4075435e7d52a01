// The page on a real port, on the small corpus or on the real data: for browser tests, the bench and a look by hand.
// `npx tsx tests/support/serve.ts --real --port 8080`
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { createLoadedEngine, loadData } from '../../src/app/data.ts';
import {
  AuditFile,
  createWebApp,
  toTokenHash,
  type WebDeps,
  type WebStore,
} from '../../src/channels/web/index.ts';
import type { Feedback, LoggedQuestion } from '../../src/store/index.ts';
import { createTestCorpus, PUBLIC_ID } from './corpus.ts';

export const READER_TOKEN = 'reader-token-for-tests';
export const KEEPER_TOKEN = 'keeper-token-for-tests';
export const SIGNING_KEY = 'a-signing-key-for-tests-of-at-least-32-characters';
/** 2026-11-23 17:42:05 in Beijing. */
export const TEST_TIME = Date.UTC(2026, 10, 23, 9, 42, 5);

export interface MemoryStore extends WebStore {
  logged: Map<string, LoggedQuestion>;
  given: Feedback[];
}

export function createMemoryStore(): MemoryStore {
  const logged = new Map<string, LoggedQuestion>();
  const given: Feedback[] = [];
  return {
    logged,
    given,
    questions: {
      add: (entry) => void logged.set(entry.id, entry),
      list: (since, most) => [...logged.values()].filter(({ at }) => at >= since).slice(0, most),
    },
    feedback: {
      set: (feedback) => void given.push(feedback),
      list: (since, most) => given.filter(({ at }) => at >= since).slice(0, most),
    },
  };
}

/** Dependencies on the small corpus; `change` replaces any of them. */
export function createTestDeps(change: Partial<WebDeps> = {}): WebDeps & { store: WebStore | null } {
  const { corpus, engine, lexicon, ...test } = createTestCorpus();
  return {
    corpus,
    engine,
    lexicon,
    sourceText: (file) => test.sourceText(file),
    audit: AuditFile.parse({
      documents: [
        {
          id: PUBLIC_ID,
          shape: 'flattened',
          counts: { basic: 2, cooperative: 3, reclaimed: 2 },
          declared: null,
          findings: [
            {
              code: 'truncated-cell',
              severity: 'warning',
              list: 'cooperative',
              no: 2,
              line: 11,
              message: '末尾没有句号。',
            },
            {
              code: 'count-differs',
              severity: 'info',
              list: null,
              no: null,
              line: null,
              message: '部门数目不一致。',
            },
          ],
          ledger: { characters: 900, cells: 800, furniture: 60, preface: 30, noise: 10 },
        },
      ],
    }),
    config: {
      baseUrl: 'https://zhize.example',
      trustProxy: false,
      readerTokenHashes: [toTokenHash(READER_TOKEN)],
      keeperTokenHashes: [toTokenHash(KEEPER_TOKEN)],
      signingKey: SIGNING_KEY,
      requestsPerMinute: 0,
    },
    clock: () => TEST_TIME,
    store: createMemoryStore(),
    logger: { info() {}, warn() {}, error() {} },
    ...change,
  };
}

/** Dependencies on the repository's own data. */
export function createRealDeps(change: Partial<WebDeps> = {}): WebDeps {
  const root = path.join(import.meta.dirname, '../..');
  const data = loadData(path.join(root, 'data'), 'bigram');
  const texts = new Map<string, readonly string[] | null>();
  const read = (file: string): readonly string[] | null => {
    try {
      return readFileSync(path.join(root, file), 'utf8').split(/\r?\n/);
    } catch {
      return null;
    }
  };
  return createTestDeps({
    corpus: data.corpus,
    lexicon: data.lexicon,
    engine: createLoadedEngine(data, null),
    audit: AuditFile.parse(JSON.parse(readFileSync(path.join(root, 'data/audit.json'), 'utf8'))),
    sourceText(file) {
      const known = texts.get(file);
      if (known !== undefined) return known;
      const lines = read(file);
      texts.set(file, lines);
      return lines;
    },
    ...change,
  });
}

export interface RunningPage {
  url: string;
  close(): Promise<void>;
}

/** Serves on loopback; port 0 takes a free one. The base address of links is the served one. */
export async function servePage(deps: WebDeps, port = 0): Promise<RunningPage> {
  return new Promise((resolve) => {
    let app: ReturnType<typeof createWebApp> | null = null;
    const server = serve(
      {
        fetch: (request, env) => app?.fetch(request, env) ?? new Response(null, { status: 503 }),
        port,
        hostname: '127.0.0.1',
      },
      (info: AddressInfo) => {
        const url = `http://127.0.0.1:${info.port}`;
        app = createWebApp({ ...deps, config: { ...deps.config, baseUrl: url } });
        resolve({ url, close: () => new Promise((done) => void server.close(() => done())) });
      },
    );
  });
}

if (process.argv[1] === import.meta.filename) {
  const port = Number(process.argv[process.argv.indexOf('--port') + 1]) || 8080;
  const deps = process.argv.includes('--real') ? createRealDeps() : createTestDeps();
  const page = await servePage({ ...deps, clock: Date.now }, port);
  console.log(page.url);
  process.on('SIGINT', () => process.exit(0));
}
