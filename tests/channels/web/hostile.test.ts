// Hostile texts in the data and in the input, and 10,000 requests of nonsense: no markup, no fault, no leak.
import { describe, expect, it } from 'vitest';
import { createTestCorpus, INTERNAL_ID, PUBLIC_ID } from '../../support/corpus.ts';
import { toRandom, type Random } from '../../support/random.ts';
import { createClient, q } from './client.ts';

const EVIL = `"><script>alert(1)</script>'onload=x {{7*7}} &amp;</textarea></title>\u202e<img src=x>`;
const hostile = createTestCorpus((item) => ({
  ...item,
  name: `${item.name}${EVIL}`,
  category: `类${EVIL}`,
  departmentsRaw: item.departmentsRaw === null ? null : EVIL,
  departments: item.departments?.map(() => ({ printed: `县局${EVIL}`, canonical: `县局${EVIL}` })) ?? null,
  upstream: item.upstream === null ? null : EVIL,
  upstreamSections:
    item.upstreamSections?.map((s) => ({ ...s, heading: EVIL, points: [{ text: EVIL }] })) ?? null,
  townshipDuties: item.townshipDuties === null ? null : EVIL,
  townshipSections: item.townshipSections?.map((s) => ({ ...s, points: [{ text: EVIL }] })) ?? null,
  takeover: item.takeover === null ? null : EVIL,
  warnings: [{ code: 'x', severity: 'warning' as const, message: EVIL, line: 1 }],
}));

/** Markup that only hostile text could have brought in. */
const INJECTED = /<script>|<img|<\/title><|alert\(1\)<\/script>|\sonload=x[^;&]*>/;

describe('printed text', () => {
  const client = createClient({
    corpus: hostile.corpus,
    engine: hostile.engine,
    sourceText: () => [EVIL, EVIL],
  });
  it.each([
    '/',
    '/d',
    `/d/${PUBLIC_ID}`,
    `/d/${PUBLIC_ID}/items`,
    `/d/${PUBLIC_ID}/source?item=${PUBLIC_ID}-c1`,
    `/d/${PUBLIC_ID}/departments/${q(`县局${EVIL}`)}`,
    `/i/${PUBLIC_ID}-c1?q=${q('秸秆')}`,
    `/i/${PUBLIC_ID}-r1`,
    `/m/straw-burning`,
    `/sheet?i=${PUBLIC_ID}-c1&q=${q(EVIL)}`,
    `/?t=${PUBLIC_ID}&q=${q('秸秆')}`,
    `/?t=${PUBLIC_ID}&q=${q('配合1')}`,
    `/?t=${PUBLIC_ID}&q=${q(EVIL)}&h=${q(`${PUBLIC_ID}:${EVIL}`)}`,
    `/?t=${q(EVIL)}&q=${q(EVIL)}`,
    `/m?q=${q(EVIL)}`,
    `/sign-in?next=${q(`/${EVIL}`)}`,
    `/nope/${q(EVIL)}`,
  ])('%s', async (path) => {
    const { body, status } = await client.get(path);
    expect(status).toBeLessThan(500);
    expect(body).not.toMatch(INJECTED);
    // every attribute value is closed by its own quote: nothing follows a quote but a blank, slash or bracket
    for (const tag of body.replace(/<style>[^]*?<\/style>/, '').matchAll(/<[a-z][^>]*>/g))
      expect(tag[0].replace(/="[^"]*"/g, '')).not.toMatch(/["']/);
  });

  it('JSON is JSON, and no browser takes it for a page', async () => {
    for (const path of [`/api/v1/items/${PUBLIC_ID}-c1`, `/suggest?t=${PUBLIC_ID}&q=${q('秸秆')}`]) {
      const { body, headers } = await client.get(path);
      expect(headers.get('content-type')).toContain('application/json');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(() => JSON.parse(body) as unknown).not.toThrow();
    }
  });
});

const PIECES = [
  '/',
  '..',
  '%2e%2e',
  '%00',
  '%ff',
  '%',
  '%E4%B8',
  '?',
  '&',
  '=',
  '#',
  ';',
  '\\',
  '//',
  '<svg/onload=x>',
  "'",
  '"',
  '{{',
  '${x}',
  '秸秆',
  '护栏',
  '边境',
  '😀',
  '\u202e',
  '\ud800',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  PUBLIC_ID,
  INTERNAL_ID,
  `${PUBLIC_ID}-c1`,
  `${INTERNAL_ID}-c1`,
  'c1.2',
  '.txt',
  'a'.repeat(300),
  '烧'.repeat(300),
] as const;
const ROUTES = [
  '/',
  '/i/',
  '/d/',
  `/d/${PUBLIC_ID}/items`,
  `/d/${PUBLIC_ID}/departments/`,
  `/d/${PUBLIC_ID}/source`,
  '/m/',
  '/m',
  '/sheet',
  '/sheet.txt',
  '/suggest',
  '/sign-in',
  '/feedback',
  '/keeper',
  '/assets/',
  '/api',
  '/api/v1/',
  '/api/v1/ask',
  '/api/v1/items',
  '/api/v1/items/',
  '/api/v1/departments',
  '/api/v1/matters/',
  '/api/v1/documents/',
] as const;
const NAMES = [
  'q',
  't',
  'h',
  'k',
  'i',
  'id',
  'item',
  'page',
  'list',
  'category',
  'base',
  'next',
  'limit',
  'offset',
  'document',
  'township',
  '__proto__',
] as const;
const HEADERS = [
  'cookie',
  'authorization',
  'x-forwarded-for',
  'if-none-match',
  'origin',
  'sec-fetch-site',
  'host',
  'content-type',
  'range',
  'accept',
] as const;
const METHODS = ['GET', 'GET', 'GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'] as const;

function nonsense(random: Random, most: number): string {
  let text = '';
  for (let n = random.between(0, most); n > 0; n--) text += random.pick(PIECES);
  return text;
}

/** Real ids and names half of the time, so that nonsense gets past the first door too. */
const REAL = [
  PUBLIC_ID,
  `${PUBLIC_ID}-c1`,
  `${PUBLIC_ID}-r2`,
  'straw-burning',
  '秸秆',
  '烧麦秆冒烟归谁管',
  'cooperative',
  '1',
] as const;

const value = (random: Random): string => (random.chance(0.5) ? random.pick(REAL) : nonsense(random, 3));

function toBody(random: Random): string | URLSearchParams {
  if (random.chance(0.4)) {
    const fields = { q: value(random), t: value(random), token: value(random), comment: value(random) };
    return new URLSearchParams({ ...fields, kind: random.pick(['right', 'missing', 'x']) });
  }
  return random.chance(0.5)
    ? nonsense(random, 6)
    : JSON.stringify({
        question: value(random),
        township: value(random),
        history: nonsense(random, 1) || [],
      });
}

function toRequest(random: Random): Request | null {
  const method = random.pick(METHODS);
  let path: string = random.pick(ROUTES);
  if (path.endsWith('/') || random.chance(0.2)) path += value(random);
  const names = random.between(0, 4);
  if (names > 0) path += '?';
  for (let n = 0; n < names; n++) {
    const text = value(random);
    path += `${random.pick(NAMES)}=${random.chance(0.5) ? encodeURIComponent(text.replace(/\p{Cs}/gu, '')) : text}&`;
  }
  const headers: Record<string, string> = random.chance(0.6) ? { 'sec-fetch-site': 'same-origin' } : {};
  for (let n = random.between(0, 2); n > 0; n--) {
    // headers are bytes: everything else is refused by the server's parser before it reaches us
    headers[random.pick(HEADERS)] = nonsense(random, 2).replace(/[^\x21-\x7e]/g, '');
  }
  const body = method === 'GET' || method === 'HEAD' ? {} : { body: toBody(random) };
  try {
    return new Request(`http://localhost${path}`, { method, headers, ...body });
  } catch {
    return null; // not a request at all
  }
}

describe('fuzzing', () => {
  it(
    '10,000 requests: no 5xx, nothing of internal lists, no injected markup',
    { timeout: 120_000 },
    async () => {
      const faults: unknown[] = [];
      const client = createClient({
        logger: { info() {}, warn() {}, error: (fields) => void faults.push(fields) },
      });
      const { createWebApp } = await import('../../../src/channels/web/index.ts');
      const app = createWebApp(client.deps);
      const random = toRandom(20261123);
      const seen = new Map<number, number>();
      let sent = 0;
      while (sent < 10_000) {
        const request = toRequest(random);
        if (!request) continue;
        sent++;
        const response = await app.request(request);
        const text = await response.text();
        seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
        expect(response.status, `${request.method} ${request.url}`).toBeLessThan(500);
        if (text.includes('负责边境护栏巡查的统一调度') || text.includes('护边员'))
          throw new Error(`leak: ${request.url}`);
        if (/<svg\/onload|<script>/.test(text)) throw new Error(`markup: ${request.url}`);
      }
      expect(faults).toEqual([]);
      expect(seen.get(200)).toBeGreaterThan(1000);
      for (const status of [200, 303, 400, 403, 404, 405])
        expect(seen.has(status), String(status)).toBe(true);
    },
  );
});
