// What every response carries, and what is refused before a page is made.
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createWebApp } from '../../../src/channels/web/index.ts';
import { createRateLimiter } from '../../../src/channels/web/guard/rate-limit.ts';
import { PUBLIC_ID } from '../../support/corpus.ts';
import { createTestDeps, READER_TOKEN, TEST_TIME } from '../../support/serve.ts';
import { createClient, q, signIn } from './client.ts';

const client = createClient();
const { config } = client.deps;

describe('headers', () => {
  it.each(['/', `/i/${PUBLIC_ID}-c1`, '/api/v1/items', '/nope', '/assets/none.js'])(
    '%s is locked down',
    async (path) => {
      const { headers } = await client.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toContain('max-age');
      expect(headers.get('vary')).toContain('Cookie');
    },
  );

  it('the policy allows exactly the style that is in the page', async () => {
    const { body, headers } = await client.get('/');
    const styles = [...body.matchAll(/<style>(?<css>[^]*?)<\/style>/g)];
    expect(styles).toHaveLength(1);
    const hash = createHash('sha256')
      .update(styles[0]?.groups?.['css'] ?? '')
      .digest('base64');
    expect(headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
    expect(body).not.toMatch(/\sstyle=|\son[a-z]+=|<script>/);
  });

  it('loads nothing from elsewhere: one request for the first view', async () => {
    for (const path of ['/', `/i/${PUBLIC_ID}-c1`, `/sheet?i=${PUBLIC_ID}-c1`]) {
      const { body } = await client.get(path);
      const loaded = [
        ...body.matchAll(/<(?:script|img|iframe)\b[^>]*\bsrc="(?<src>[^"]*)"|<link[^>]*rel="stylesheet"/g),
      ];
      expect(loaded.map((match) => match.groups?.['src'])).toEqual([
        expect.stringMatching(/^\/assets\/app\./),
      ]);
      expect(body).toMatch(/<script src="[^"]*" defer/);
    }
  });

  it('assets are kept for ever under names that change', async () => {
    const { body } = await client.get('/');
    const src = /src="(?<src>\/assets\/app\.[0-9a-f]{8}\.js)"/.exec(body)?.groups?.['src'] ?? '';
    const asset = await client.get(src);
    expect(asset.status).toBe(200);
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(asset.headers.get('content-type')).toContain('text/javascript');
    expect((await client.get('/assets/app.js')).status).toBe(404);
    expect((await client.get('/assets/..%2f..%2fdeps.ts')).status).toBe(404);
  });
});

describe('caching', () => {
  it('a page that did not change is not sent again', async () => {
    for (const path of ['/', `/i/${PUBLIC_ID}-c1`, '/api/v1/items', `/?t=${PUBLIC_ID}&q=${q('烧秸秆')}`]) {
      const first = await client.get(path);
      const tag = first.headers.get('etag') ?? '';
      expect(tag).not.toBe('');
      const again = await client.get(path, { 'if-none-match': tag });
      expect(again.status).toBe(304);
      expect(again.body).toBe('');
      expect(again.headers.get('content-security-policy')).not.toBeNull();
    }
  });

  it('public rows for a minute; answers, sheets and readers never shared', async () => {
    const cacheOf = async (path: string, headers = {}): Promise<string | null> =>
      (await client.get(path, headers)).headers.get('cache-control');
    expect(await cacheOf(`/i/${PUBLIC_ID}-c1`)).toBe('public, max-age=60');
    expect(await cacheOf(`/?q=${q('烧秸秆')}`)).toBe('private, no-cache');
    expect(await cacheOf(`/sheet?i=${PUBLIC_ID}-c1`)).toBe('private, no-store');
    expect(await cacheOf('/nope')).toBe('no-store');
    expect(await cacheOf('/', { cookie: await signIn(client, READER_TOKEN) })).toBe('private, no-store');
  });

  it('compressed or not, fresh or remembered, the page is the same', async () => {
    const path = `/i/${PUBLIC_ID}-c2`;
    const gzip = { headers: { 'accept-encoding': 'gzip' } };
    const bodies: string[] = [];
    for (const init of [gzip, {}, gzip, {}]) {
      const response = await createWebApp(client.deps).request(path, init);
      const packed = response.headers.get('content-encoding') === 'gzip';
      expect(packed).toBe(init === gzip);
      const bytes = new Uint8Array(await response.arrayBuffer());
      bodies.push((packed ? gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8'));
    }
    const app = createWebApp(client.deps);
    for (const init of [{}, gzip, {}]) {
      const response = await app.request(path, init);
      const bytes = new Uint8Array(await response.arrayBuffer());
      bodies.push((init === gzip ? gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8'));
    }
    expect(bodies[0]).toContain('主次街道市容环境卫生的监管');
    expect(new Set(bodies).size).toBe(1);
  });

  it('compresses for those who can', async () => {
    expect((await client.get('/', { 'accept-encoding': 'gzip' })).headers.get('content-encoding')).toBe(
      'gzip',
    );
  });
});

describe('forms from elsewhere', () => {
  const forms = ['/feedback', '/sign-in', '/sign-out'];
  it.each(forms)('%s is refused', async (path) => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      {},
    ]) {
      const { status } = await client.request(path, {
        method: 'POST',
        body: new URLSearchParams({ token: READER_TOKEN }),
        headers,
      });
      expect(status).toBe(403);
    }
  });

  it('an older browser proves itself by its origin', async () => {
    const body = new URLSearchParams({ token: READER_TOKEN });
    const headers = { origin: 'https://zhize.example' };
    expect((await client.request('/sign-in', { method: 'POST', body, headers })).status).toBe(303);
  });
});

describe('size', () => {
  it('a body over 64 kB is refused', async () => {
    const page = await client.post('/feedback', { q: 'x'.repeat(70_000), kind: 'right' });
    expect(page.status).toBe(413);
    const api = await client.request('/api/v1/ask', {
      method: 'POST',
      body: JSON.stringify({ question: 'x'.repeat(70_000) }),
      headers: { 'content-type': 'application/json' },
    });
    expect(api.status).toBe(413);
    expect(api.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('rate limit', () => {
  it('refuses with the time to wait, as a page and as a problem', async () => {
    const limited = createClient({ config: { ...config, requestsPerMinute: 2 } });
    expect((await limited.get('/')).status).toBe(200);
    expect((await limited.get('/')).status).toBe(200);
    const refused = await limited.get('/');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const problem = await limited.get('/api/v1/items');
    expect(problem.status).toBe(429);
    expect(problem.headers.get('content-type')).toContain('application/problem+json');
  });

  it('believes X-Forwarded-For only behind a trusted proxy, and of it only the last entry', async () => {
    const from = (trustProxy: boolean): ((address: string) => Promise<number>) => {
      const own = createClient({ config: { ...config, trustProxy, requestsPerMinute: 1 } });
      return async (address) => (await own.get('/', { 'x-forwarded-for': address })).status;
    };
    const direct = from(false);
    expect([await direct('1.1.1.1'), await direct('2.2.2.2')]).toEqual([200, 429]);
    const proxied = from(true);
    expect([await proxied('1.1.1.1'), await proxied('2.2.2.2'), await proxied('9.9.9.9, 1.1.1.1')]).toEqual([
      200, 200, 429,
    ]);
    const six = from(true);
    expect([
      await six('2001:db8:1:2::1'),
      await six('2001:db8:1:2::2'),
      await six('2001:db8:1:3::1'),
    ]).toEqual([200, 429, 200]);
  });

  it('fills again in time and forgets old addresses', () => {
    const limiter = createRateLimiter(60, 2);
    for (let i = 0; i < 60; i++) expect(limiter.take('a', 0)).toBe(0);
    expect(limiter.take('a', 0)).toBe(1);
    expect(limiter.take('a', 1000)).toBe(0);
    limiter.take('b', 1000);
    limiter.take('c', 1000);
    expect(limiter.take('a', 1000)).toBe(0);
    expect(createRateLimiter(0, 2).take('a', 0)).toBe(0);
  });
});

describe('faults', () => {
  it('are logged and say nothing about themselves', async () => {
    const logged: unknown[] = [];
    const broken = createClient({
      engine: {
        ...createTestDeps().engine,
        answer() {
          throw new Error('secret of the machine');
        },
      },
      logger: { info() {}, warn() {}, error: (fields) => void logged.push(fields) },
      clock: () => TEST_TIME,
    });
    for (const path of [`/?q=${q('烧秸秆')}`, `/api/v1/ask?q=${q('烧秸秆')}`]) {
      const { status, body } = await broken.get(path);
      expect(status).toBe(500);
      expect(body).not.toContain('secret of the machine');
    }
    expect(logged).toHaveLength(2);
    expect(JSON.stringify(logged)).not.toContain('烧秸秆');
  });
});
