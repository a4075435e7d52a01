// The repository's own lists: every page exists, stays light, and shows its cells to the last character.
import { describe, expect, it } from 'vitest';
import { createWebApp } from '../../../src/channels/web/index.ts';
import { createRealDeps } from '../../support/serve.ts';
import { toVisibleText } from './client.ts';

const MOST_BYTES = 100_000;

describe('real lists', { timeout: 120_000 }, () => {
  const deps = createRealDeps();
  const app = createWebApp(deps);
  const open = deps.corpus.documents.filter(({ classification }) => classification === 'public');

  async function read(path: string): Promise<string> {
    const response = await app.request(path);
    const body = await response.text();
    expect(response.status, path).toBe(200);
    expect(Buffer.byteLength(body), path).toBeLessThanOrEqual(MOST_BYTES);
    return body;
  }

  it.each(open)('$township: every item page', async ({ id }) => {
    const squeeze = (text: string): string => text.replace(/\s+/g, '');
    for (const item of deps.corpus.items(id)) {
      const shown = squeeze(toVisibleText(await read(`/i/${item.id}`)));
      for (const cell of [item.name, item.departmentsRaw, item.upstream, item.townshipDuties, item.takeover])
        if (cell !== null) expect(shown, item.id).toContain(squeeze(cell));
    }
  });

  it.each(open)('$township: document, listings, source text, departments', async ({ id, file }) => {
    await read(`/d/${id}`);
    for (const path of [`/d/${id}/items`, `/d/${id}/source`]) {
      const first = await read(path);
      const pages = Number(/共 (?<pages>\d+) 页/.exec(first)?.groups?.['pages'] ?? 1);
      for (let page = 2; page <= pages; page++) await read(`${path}?page=${page}`);
    }
    expect(deps.sourceText(file)?.length).toBeGreaterThan(100);
    const names = new Set(
      deps.corpus
        .items(id)
        .flatMap((item) =>
          [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])].map(
            ({ canonical }) => canonical,
          ),
        ),
    );
    for (const name of names) await read(`/d/${id}/departments/${encodeURIComponent(name)}`);
  });

  it('every matter', async () => {
    const visible = new Set(open.map(({ id }) => id));
    const matters = new Set(
      Object.entries(deps.lexicon.links).flatMap(([itemId, links]) =>
        visible.has(deps.corpus.item(itemId)?.documentId ?? '') ? links.map(({ matter }) => matter) : [],
      ),
    );
    for (const id of matters) await read(`/m/${encodeURIComponent(id)}`);
    expect(matters.size).toBeGreaterThan(300);
  });
});
