// Lists marked 内部: for anybody without access they do not exist, anywhere.
import { describe, expect, it } from 'vitest';
import { createItemLinkSigner } from '../../../src/channels/web/index.ts';
import { createTestCorpus, INTERNAL_ID, PUBLIC_ID } from '../../support/corpus.ts';
import { KEEPER_TOKEN, READER_TOKEN, SIGNING_KEY, TEST_TIME } from '../../support/serve.ts';
import { createClient, q, signIn } from './client.ts';

const client = createClient();
const ITEM = `${INTERNAL_ID}-c1`;
// words that only the internal list has
const SECRETS = ['科克亚尔', '塔什库尔干', '护栏', INTERNAL_ID];

const PATHS = [
  '/',
  '/d',
  '/m',
  '/m?q=边境',
  '/m/straw-burning',
  '/m/border-fence',
  `/d/${INTERNAL_ID}`,
  `/d/${INTERNAL_ID}/items`,
  `/d/${INTERNAL_ID}/source`,
  `/d/${PUBLIC_ID}/source?item=${ITEM}`,
  `/d/${INTERNAL_ID}/departments/${q('塔什库尔干县公安局')}`,
  `/i/${ITEM}`,
  `/i/${ITEM}.txt`,
  `/i/${PUBLIC_ID}-c1`,
  `/sheet?i=${ITEM}`,
  `/sheet?i=${ITEM}&i=${PUBLIC_ID}-c1`,
  `/sheet.txt?i=${ITEM}&i=${PUBLIC_ID}-c1`,
  `/suggest?q=边境&t=${INTERNAL_ID}`,
  '/suggest?q=护',
  `/?q=${q('边境铁丝网坏了谁管')}&t=${INTERNAL_ID}`,
  `/?q=${q('哪几个乡镇有秸秆焚烧')}`,
  `/?q=${ITEM}`,
  `/?q=${q('那呢')}&h=${q(`${INTERNAL_ID}:烧秸秆`)}`,
  '/api',
  '/api/v1/documents',
  `/api/v1/documents/${INTERNAL_ID}`,
  `/api/v1/items?document=${INTERNAL_ID}`,
  '/api/v1/items?limit=100',
  `/api/v1/items/${ITEM}`,
  '/api/v1/departments?limit=100',
  '/api/v1/matters?limit=100',
  '/api/v1/matters/border-fence',
  '/api/v1/matters/straw-burning',
  `/api/v1/ask?q=${q('边境的铁丝网')}&township=${INTERNAL_ID}`,
  `/api/v1/ask?q=${ITEM}`,
];

describe('without access', () => {
  it.each(PATHS)('%s tells nothing', async (path) => {
    const { text, body } = await client.get(path);
    // what was typed may be shown again
    const typed = decodeURIComponent(path);
    const shown = text.replaceAll(ITEM, '').replaceAll(INTERNAL_ID, '');
    for (const secret of SECRETS) if (!typed.includes(secret)) expect(body).not.toContain(secret);
    expect(shown).not.toContain('护栏');
    expect(shown).not.toContain('科克亚尔');
  });

  it('an internal item answers with the very page of an item that never was', async () => {
    const real = await client.get(`/i/${ITEM}`);
    const none = await client.get(`/i/${INTERNAL_ID}-c9`);
    expect(real.status).toBe(404);
    expect(real.body).toBe(none.body);
    expect(real.text).toContain('请登录后再试');
    const closed = createClient({
      config: { ...client.deps.config, readerTokenHashes: [], keeperTokenHashes: [] },
    });
    expect((await closed.get(`/i/${ITEM}`)).text).not.toContain('登录');
    const realHeaders = [...real.headers];
    expect(realHeaders).toEqual([...none.headers]);
  });
});

describe('signing in', () => {
  it('sets no cookie before, and a strict one after', async () => {
    expect((await client.get('/')).headers.get('set-cookie')).toBeNull();
    expect((await client.get('/sign-in')).headers.get('set-cookie')).toBeNull();
    const { status, headers } = await client.post('/sign-in', { token: READER_TOKEN, next: `/i/${ITEM}` });
    expect(status).toBe(303);
    expect(headers.get('location')).toBe(`/i/${ITEM}`);
    const cookie = headers.get('set-cookie') ?? '';
    for (const part of ['__Host-duty-desk=', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
      expect(cookie).toContain(part);
    expect(cookie).not.toContain(READER_TOKEN);
  });

  it('opens internal lists to readers, privately', async () => {
    const cookie = await signIn(client, READER_TOKEN);
    const { status, text, headers } = await client.get(`/i/${ITEM}`, { cookie });
    expect(status).toBe(200);
    expect(text).toContain('边境护栏巡查的监管');
    expect(text).toContain('内部');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect((await client.get('/keeper', { cookie })).status).toBe(404);
    expect((await client.get('/keeper', { cookie: await signIn(client, KEEPER_TOKEN) })).status).toBe(200);
  });

  it('refuses a wrong token with the form again', async () => {
    const { status, text, headers } = await client.post('/sign-in', { token: 'guess' });
    expect(status).toBe(401);
    expect(text).toContain('口令不对');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])(
    'never leads to %s',
    async (next) => {
      expect((await client.post('/sign-in', { token: READER_TOKEN, next })).headers.get('location')).toBe(
        '/',
      );
    },
  );

  it('an altered, expired or withdrawn session is none', async () => {
    const cookie = await signIn(client, READER_TOKEN);
    const altered = cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect((await client.get(`/i/${ITEM}`, { cookie: altered })).status).toBe(404);
    const later = createClient({ clock: () => TEST_TIME + 13 * 3600_000 });
    expect((await later.get(`/i/${ITEM}`, { cookie })).status).toBe(404);
    const withdrawn = createClient({ config: { ...client.deps.config, readerTokenHashes: [] } });
    expect((await withdrawn.get(`/i/${ITEM}`, { cookie })).status).toBe(404);
  });

  it('signing out removes the cookie', async () => {
    const { headers } = await client.post('/sign-out', {});
    expect(headers.get('set-cookie')).toContain('Max-Age=0');
  });

  it('guessing is slowed down', async () => {
    const guessed = createClient();
    const seen: number[] = [];
    for (let i = 0; i < 12; i++) seen.push((await guessed.post('/sign-in', { token: `guess ${i}` })).status);
    expect(seen.filter((status) => status === 429)).toHaveLength(2);
  });
});

describe('signed links', () => {
  const signer = createItemLinkSigner('https://zhize.example', SIGNING_KEY);
  const toPath = (link: string): string => link.replace('https://zhize.example', '');
  const link = toPath(signer.toLink(ITEM, TEST_TIME + 60_000));

  it('open exactly one item, without a way on', async () => {
    const { status, text, body, headers } = await client.get(link);
    expect(status).toBe(200);
    expect(text).toContain('边境护栏巡查的监管');
    // until when it opens is said in Beijing time: TEST_TIME and a minute
    expect(text).toContain('2026-11-23 17:43（北京时间）失效');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(body).toContain('name="robots" content="noindex"');
    for (const other of ['-c2"', '-b1"', '/d/tashi', '/departments/']) expect(body).not.toContain(other);
    const grant = new URL(link, 'https://zhize.example').searchParams.get('k') ?? '';
    expect((await client.get(`/i/${INTERNAL_ID}-c2?k=${grant}`)).status).toBe(404);
    expect((await client.get(`/sheet?i=${ITEM}&k=${grant}`)).status).toBe(200);
    expect((await client.get(`/sheet?i=${INTERNAL_ID}-c2&k=${grant}`)).status).toBe(404);
    expect((await client.get(`/i/${ITEM}.txt?k=${grant}`)).status).toBe(200);
    expect((await client.get(`/d/${INTERNAL_ID}?k=${grant}`)).status).toBe(404);
  });

  it('end in time, and cannot be prolonged', async () => {
    const late = createClient({ clock: () => TEST_TIME + 61_000 });
    expect((await late.get(link)).status).toBe(404);
    const longer = link.replace(/k=[0-9a-z]+\./, 'k=zzzzzz.');
    expect((await client.get(longer)).status).toBe(404);
    const foreign = createItemLinkSigner('https://zhize.example', 'another key').toLink(
      ITEM,
      TEST_TIME + 60_000,
    );
    expect((await client.get(toPath(foreign))).status).toBe(404);
  });
});

it('the test corpus has something to hide', () => {
  expect(createTestCorpus().corpus.item(ITEM)?.name).toContain('护栏');
});
