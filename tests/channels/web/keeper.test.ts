// Feedback, and the keeper's list of unanswered and disputed questions.
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../../src/channels/web/content/csv.ts';
import { OTHER_PUBLIC_ID, PUBLIC_ID } from '../../support/corpus.ts';
import { createMemoryStore, KEEPER_TOKEN, READER_TOKEN } from '../../support/serve.ts';
import { createClient, q, signIn } from './client.ts';

const FORM = { q: '烧麦秆冒烟归谁管', t: PUBLIC_ID, item: `${PUBLIC_ID}-c1`, decision: 'item', comment: '' };

describe('question log', () => {
  it('notes what was asked and answered, without the address of who asked', async () => {
    const store = createMemoryStore();
    const client = createClient({ store });
    await client.get(`/?t=${PUBLIC_ID}&q=${q('烧麦秆冒烟归谁管')}`);
    await client.get(`/?t=${PUBLIC_ID}&q=${q('烧麦秆冒烟归谁管')}`);
    const [entry, ...others] = store.logged.values();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      platform: 'web',
      decision: 'item',
      itemIds: [`${PUBLIC_ID}-c1`],
      documentId: PUBLIC_ID,
    });
    expect(JSON.stringify(entry)).not.toContain('unknown');
  });

  it('an answer does not depend on it', async () => {
    const store = createMemoryStore();
    store.questions.add = () => {
      throw new Error('disk');
    };
    expect((await createClient({ store }).get(`/?q=${q('烧秸秆')}`)).status).toBe(200);
  });
});

describe('feedback', () => {
  it.each([
    ['right', 'good', null],
    ['wrong-item', 'bad', '条目不对：应当是宣传那一条'],
    ['missing', 'bad', '应有而没有'],
  ])('%s', async (kind, value, comment) => {
    const store = createMemoryStore();
    const client = createClient({ store });
    await client.get(`/?t=${PUBLIC_ID}&q=${q(FORM.q)}`);
    const remark = kind === 'wrong-item' ? '应当是宣传那一条' : '';
    const { status, headers } = await client.post('/feedback', { ...FORM, kind, comment: remark });
    expect(status).toBe(303);
    expect(headers.get('location')).toBe(`/feedback/thanks?t=${PUBLIC_ID}`);
    const [question] = store.logged.keys();
    expect(store.given).toEqual([
      expect.objectContaining({ questionId: question, value, comment, itemIds: [`${PUBLIC_ID}-c1`] }),
    ]);
    expect((await client.get(headers.get('location') ?? '')).text).toContain('已记下');
  });

  it('refuses what no form of ours sends', async () => {
    const client = createClient();
    expect((await client.post('/feedback', { ...FORM, kind: 'spam' })).status).toBe(400);
    expect((await client.post('/feedback', { ...FORM, kind: 'right', q: ' ' })).status).toBe(400);
    expect(
      (await client.post('/feedback', { ...FORM, kind: 'right', comment: 'x'.repeat(600) })).status,
    ).toBe(400);
    const json = await client.request('/feedback', {
      method: 'POST',
      body: '{}',
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(json.status).toBe(400);
  });

  it('is not offered where nothing is stored', async () => {
    const client = createClient({ store: null });
    expect((await client.get(`/?q=${q('烧秸秆')}`)).body).not.toContain('/feedback');
    expect((await client.post('/feedback', { ...FORM, kind: 'right' })).status).toBe(404);
  });
});

describe('keeper', () => {
  const store = createMemoryStore();
  const client = createClient({ store });

  it('sees unanswered and disputed questions, newest first, and takes them away as CSV', async () => {
    await client.get(`/?t=${PUBLIC_ID}&q=${q('护照在哪办')}`);
    await client.get(`/?t=${OTHER_PUBLIC_ID}&q=${q('烧麦秆冒烟归谁管')}`);
    await client.get(`/?t=${PUBLIC_ID}&q=${q('长寿补贴')}`);
    await client.post('/feedback', {
      ...FORM,
      t: OTHER_PUBLIC_ID,
      kind: 'wrong-item',
      comment: '=HYPERLINK("x")',
    });
    const cookie = await signIn(client, KEEPER_TOKEN);
    const { text } = await client.get('/keeper', { cookie });
    expect(text).toContain('护照在哪办');
    expect(text).toContain('烧麦秆冒烟归谁管');
    expect(text).not.toContain('长寿补贴');
    const disputed = await client.get('/keeper?reason=disputed', { cookie });
    expect(disputed.text).toContain('HYPERLINK');
    expect(disputed.text).not.toContain('护照在哪办');
    const csv = await client.get('/keeper/questions.csv', { cookie });
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.headers.get('content-disposition')).toContain('attachment');
    expect(csv.body).toContain('护照在哪办');
    expect(csv.body.split('\r\n')).toHaveLength(4);
  });

  it('is nobody else', async () => {
    const reader = await signIn(client, READER_TOKEN);
    for (const path of ['/keeper', '/keeper/questions.csv'])
      for (const headers of [{}, { cookie: reader }])
        expect((await client.get(path, headers)).status).toBe(404);
  });
});

describe('CSV', () => {
  it('opens in a spreadsheet without running anything', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['=1+1', 'x"y,\nz'],
          ['-2', 3],
          ['@x', ''],
        ],
      ),
    ).toBe('\ufeffa,b\r\n\'=1+1,"x""y,\nz"\r\n\'-2,3\r\n\'@x,\r\n');
  });
});
