// The HTTP interface: what it gives keeps to the schemas it describes.
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../../src/channels/web/api/operations.ts';
import { Problem } from '../../../src/channels/web/api/problem.ts';
import { AskResponse, ItemDetail } from '../../../src/channels/web/api/schemas.ts';
import { INTERNAL_ID, OTHER_PUBLIC_ID, PUBLIC_ID } from '../../support/corpus.ts';
import { KEEPER_TOKEN, READER_TOKEN } from '../../support/serve.ts';
import { createClient, q } from './client.ts';

const client = createClient();
const json = async (path: string, headers = {}): Promise<Record<string, unknown>> =>
  JSON.parse((await client.get(path, headers)).body) as Record<string, unknown>;
const ask = (body: unknown): ReturnType<typeof client.request> =>
  client.request('/api/v1/ask', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

describe('responses keep to their schemas', () => {
  const examples: Record<string, string> = {
    ask: `/ask?q=${q('烧麦秆冒烟归谁管')}&township=${q('阿拉甫乡')}`,
    listItems: `/items?document=${PUBLIC_ID}&list=cooperative&limit=2`,
    getItem: `/items/${PUBLIC_ID}-c1`,
    listDepartments: `/departments?document=${PUBLIC_ID}`,
    listMatters: `/matters?q=${q('长寿')}`,
    getMatter: '/matters/straw-burning',
    listDocuments: '/documents',
    getDocument: `/documents/${PUBLIC_ID}`,
  };
  it.each(OPERATIONS.filter(({ method }) => method === 'get'))('$id', async (operation) => {
    const example = examples[operation.id];
    expect(example, 'an example for every operation').toBeDefined();
    const { status, body, headers } = await client.get(`/api/v1${example}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/json');
    expect(() => operation.response.parse(JSON.parse(body))).not.toThrow();
  });

  it.each([
    '烧麦秆冒烟归谁管',
    '秸秆',
    '护照在哪办',
    '我们乡清单一共多少项',
    '农业局要我们配合哪些事',
    '哪几个乡镇有秸秆焚烧',
    '你好',
    '配合99',
    '',
  ])('asking “%s”', async (question) => {
    const { status, body } = await ask({ question, township: PUBLIC_ID });
    expect(status).toBe(200);
    expect(() => AskResponse.parse(JSON.parse(body))).not.toThrow();
  });
});

describe('ask', () => {
  it('takes a conversation', async () => {
    const { body } = await ask({
      question: '那阿扎特巴格镇呢？',
      township: '阿拉甫乡',
      history: [
        { role: 'user', content: '烧麦秆冒烟归谁管' },
        { role: 'assistant', content: '阿拉甫乡配合履职事项第1项' },
      ],
    });
    expect(AskResponse.parse(JSON.parse(body)).items[0]?.id).toBe(`${OTHER_PUBLIC_ID}-c1`);
  });

  it('gives verdict, row, departments and why', async () => {
    const answer = AskResponse.parse(
      JSON.parse((await ask({ question: '烧麦秆冒烟归谁管', township: PUBLIC_ID })).body),
    );
    expect(answer.verdict).toBe('upstream');
    expect(answer.departments).toEqual(['喀什地区生态环境局疏勒县分局', '县农业农村局']);
    expect(answer.matched?.matter).toBe('秸秆焚烧监管');
    expect(answer.citation).toContain('依据：');
    expect(answer.text).toContain('【乡镇配合职责（原文）】');
  });
});

describe('pages of rows', () => {
  it('follow each other to the end, without gaps or repeats', async () => {
    const seen: string[] = [];
    for (let path: string | null = '/api/v1/items?limit=4'; path !== null;) {
      const { body, headers } = await client.get(path);
      const page = JSON.parse(body) as { rows: { id: string }[]; next: string | null; total: number };
      seen.push(...page.rows.map(({ id }) => id));
      expect(headers.get('link')).toBe(page.next === null ? null : `<${page.next}>; rel="next"`);
      expect(page.total).toBe(11);
      path = page.next;
    }
    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
  });

  it('filter by department', async () => {
    const page = await json(`/api/v1/items?department=${q('疏勒县农业农村局')}`);
    expect(page['total']).toBe(2);
  });
});

describe('access', () => {
  it('a token opens internal lists, a wrong one is told so', async () => {
    const path = `/api/v1/items/${INTERNAL_ID}-c1`;
    expect((await client.get(path)).status).toBe(404);
    for (const token of [READER_TOKEN, KEEPER_TOKEN]) {
      const { status, body, headers } = await client.get(path, { authorization: `Bearer ${token}` });
      expect(status).toBe(200);
      expect(ItemDetail.parse(JSON.parse(body)).name).toBe('边境护栏巡查的监管');
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
    const refused = await client.get(path, { authorization: 'Bearer guess' });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  });
});

describe('problems', () => {
  it.each([
    ['/api/v1/items/none', 404],
    ['/api/v1/nope', 404],
    ['/api/v1', 404],
    ['/api/v1/items?limit=0', 400],
    ['/api/v1/items?limit=1000', 400],
    ['/api/v1/items?offset=-1', 400],
    ['/api/v1/items?list=all', 400],
    ['/api/v1/ask', 400],
  ])('%s → %i', async (path, status) => {
    const response = await client.get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = Problem.parse(JSON.parse(response.body));
    expect(problem.status).toBe(status);
    if (status === 400) expect(problem.errors?.[0]?.path).toMatch(/^query\./);
  });

  it.each([
    '',
    'null',
    '[]',
    '{"question":1}',
    '{"question":"x","history":[{"role":"system","content":"x"}]}',
    '{',
  ])('a body that is %s', async (body) => {
    const response = await ask(body);
    expect(response.status).toBe(400);
    expect(Problem.parse(JSON.parse(response.body)).errors?.length).toBeGreaterThan(0);
  });

  it('another method is refused with those that work', async () => {
    const { status, headers } = await client.request('/api/v1/items', { method: 'DELETE' });
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('GET');
  });
});

describe('OpenAPI document', () => {
  it('is 3.1, names every operation once and has no broken reference', async () => {
    const document = await json('/api/v1/openapi.json');
    expect(document['openapi']).toBe('3.1.0');
    const text = JSON.stringify(document);
    const schemas = (document['components'] as { schemas: Record<string, unknown> }).schemas;
    for (const match of text.matchAll(/"\$ref":"#\/components\/schemas\/(?<name>\w+)"/g))
      expect(Object.keys(schemas)).toContain(match.groups?.['name']);
    expect(text).not.toContain('"$ref":"#/$defs');
    const ids = [...text.matchAll(/"operationId":"(?<id>\w+)"/g)].map((match) => match.groups?.['id']);
    expect(new Set(ids)).toEqual(new Set(OPERATIONS.map(({ id }) => id)));
    expect(ids).toHaveLength(OPERATIONS.length);
    const paths = document['paths'] as Record<
      string,
      Record<string, { parameters: { name: string; in: string; required: boolean }[] }>
    >;
    expect(paths['/items/{id}']?.['get']?.parameters).toEqual([
      expect.objectContaining({ name: 'id', in: 'path', required: true }),
    ]);
    expect(paths['/ask']?.['get']?.parameters.find(({ name }) => name === 'q')?.required).toBe(true);
    expect(paths['/items']?.['get']?.parameters.find(({ name }) => name === 'limit')?.required).toBe(false);
  });

  it('has a readable page whose examples work', async () => {
    const { status, body } = await client.get('/api');
    expect(status).toBe(200);
    const examples = [...body.matchAll(/href="(?<href>\/api\/v1\/[^"]+)"/g)].map((m) =>
      (m.groups?.['href'] ?? '').replaceAll('&amp;', '&'),
    );
    expect(examples.length).toBeGreaterThan(7);
    for (const path of examples) expect((await client.get(path)).status, path).toBe(200);
  });
});
