// The repository's own internal list (科克亚尔柯尔克孜族乡): for anybody without access, every page and every answer is
// that of a service which never had it.
import { describe, expect, it } from 'vitest';
import { createLoadedEngine, loadData } from '../../../src/app/data.ts';
import { createWebApp } from '../../../src/channels/web/index.ts';
import { createCorpus } from '../../../src/duty/index.ts';
import { loadQuestions } from '../../eval/questions.ts';
import { createRealDeps } from '../../support/serve.ts';
import { q } from './client.ts';

const deps = createRealDeps({ store: null });
const { documents } = deps.corpus;
const open = documents.filter(({ classification }) => classification === 'public');
const [hidden] = documents.filter(({ classification }) => classification === 'internal');
const app = createWebApp(deps);
const [first, second] = open;
if (!hidden || !first || !second) throw new Error('the data has no internal list to hide');
const names = [hidden.township, hidden.county, ...hidden.aliases, ...hidden.countyAliases, hidden.id];

async function read(page: ReturnType<typeof createWebApp>, path: string): Promise<[number, string]> {
  const response = await page.request(path);
  return [response.status, await response.text()];
}

/** Every `nth` of a list, from the first on. */
const some = <T>(all: readonly T[], nth: number): T[] => all.filter((_, i) => i % nth === 0);

const PLAIN = [
  '/',
  '/d',
  ...open.map(({ id }) => `/d/${id}`),
  '/m',
  '/about',
  '/api',
  '/api/v1/openapi.json',
  '/api/v1/documents',
  ...[0, 100, 200].map((offset) => `/api/v1/departments?limit=100&offset=${offset}`),
  ...[0, 100, 200, 300, 400].map((offset) => `/api/v1/matters?limit=100&offset=${offset}`),
  '/sign-in',
  '/robots.txt',
  '/nope',
];
const hiddenItems = some(deps.corpus.items(hidden.id), 12);
const OWN = hiddenItems.flatMap(({ id, name, departments }) => [
  `/i/${id}`,
  `/?q=${id}`,
  `/sheet?i=${id}`,
  `/api/v1/items/${id}`,
  `/?t=${hidden.id}&q=${q(name)}`,
  `/suggest?t=${hidden.id}&q=${q(name.slice(0, 4))}`,
  `/d/${hidden.id}/departments/${q(departments?.[0]?.canonical ?? '')}`,
]);
const ADDRESSED = [
  `/?t=${hidden.id}`,
  `/?t=${hidden.id}&q=${q('烧秸秆归谁管')}`,
  `/d/${hidden.id}`,
  `/d/${hidden.id}/items`,
  `/d/${hidden.id}/source`,
  `/d/${first.id}/source?item=${hidden.id}-c1`,
  `/m/${q(deps.lexicon.links[`${hidden.id}-c1`]?.[0]?.matter ?? '')}?base=${hidden.id}-c1`,
  `/api/v1/documents/${hidden.id}`,
  `/api/v1/items?document=${hidden.id}`,
  `/api/v1/departments?document=${hidden.id}`,
  ...[hidden.id, hidden.township, ...hidden.aliases].map(
    (name) => `/api/v1/ask?q=${q('烧秸秆归谁管')}&township=${q(name)}`,
  ),
  `/feedback/thanks?t=${hidden.id}`,
];
/** Questions in which nobody names the hidden place. */
const QUESTIONS = some(
  loadQuestions('data/eval').filter(({ q: text }) => !names.some((name) => text.includes(name))),
  25,
).flatMap(({ q: text }, i) => [
  `/?q=${q(text.slice(0, 300))}`,
  `/api/v1/ask?q=${q(text)}&township=${open[i % open.length]?.id}`,
]);
const MATTERS = some(deps.lexicon.matters, 12).flatMap(({ id, title }) => [
  `/m/${q(id)}`,
  `/suggest?q=${q(title.slice(0, 2))}`,
  `/?q=${q(`哪些乡镇有${title}`)}`,
]);

describe('without access', { timeout: 120_000 }, () => {
  const data = loadData('data', 'bigram');
  const items = open.flatMap(({ id }) => [...data.corpus.items(id)]);
  const corpus = createCorpus({ formatVersion: 1, documents: open, items });
  const engine = createLoadedEngine({ ...data, corpus }, null);
  const without = createWebApp({ ...deps, corpus, engine });

  it.each([
    ['pages', PLAIN],
    ['addresses of the list', [...ADDRESSED, ...OWN]],
    ['questions', QUESTIONS],
    ['matters', MATTERS],
  ])('%s are, to the byte, those of a service that never had the list', async (_, paths) => {
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) expect(await read(app, path), path).toEqual(await read(without, path));
  });

  it('its names stand on no page', async () => {
    for (const path of PLAIN) {
      const [, body] = await read(app, path);
      expect(
        names.filter((name) => body.includes(name)),
        path,
      ).toEqual([]);
    }
  });

  it('naming it shows nothing but what was typed', async () => {
    for (const name of [
      hidden.township,
      ...hidden.aliases,
      ...hidden.countyAliases.map((c) => `${c}那个乡`),
    ]) {
      for (const path of [
        `/?q=${q(`${name}烧秸秆归谁管`)}`,
        `/?t=${first.id}&q=${q(`${name}清单一共多少项`)}`,
        `/?t=${first.id}&q=${q(`那${name}呢`)}&h=${q(`${first.id}:烧秸秆归谁管`)}`,
        `/?q=${q(`哪些乡镇有秸秆焚烧，${name}有吗`)}`,
        `/api/v1/ask?q=${q(`${name}烧秸秆归谁管`)}`,
        `/api/v1/ask?q=${q('烧秸秆归谁管')}&township=${q(name)}`,
      ]) {
        const [, body] = await read(app, path);
        const rest = body.replaceAll(q(name), '').replaceAll(name, '');
        expect(
          names.filter((other) => rest.includes(other)),
          path,
        ).toEqual([]);
        expect(body.includes(`/i/${hidden.id}`), path).toBe(false);
      }
    }
  });

  it('no answer tells the title of a matter that only its list has', async () => {
    const seen = new Set(
      Object.entries(deps.lexicon.links).flatMap(([itemId, links]) =>
        deps.corpus.item(itemId)?.documentId === hidden.id ? [] : links.map(({ matter }) => matter),
      ),
    );
    const only = deps.lexicon.matters.filter(({ id }) => !seen.has(id));
    expect(only.length).toBeGreaterThan(5);
    for (const { title, phrases } of only) {
      for (const phrase of phrases.filter((one) => !one.includes(title)).slice(0, 2)) {
        for (const path of [
          `/?t=${second.id}&q=${q('那我们要做什么')}&h=${q(`${second.id}:${phrase}`)}`,
          `/?q=${q(`哪些乡镇有${phrase}`)}`,
          `/api/v1/ask?q=${q(phrase)}&township=${first.id}`,
          `/suggest?q=${q(phrase.slice(0, 3))}`,
        ])
          expect((await read(app, path))[1].includes(title), `${title} ${path}`).toBe(false);
      }
    }
  });
});
