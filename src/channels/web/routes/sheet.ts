// The dispute sheet, as a page and as text.
import type { Context, Hono } from 'hono';
import { findItemView } from '../content/item-view.ts';
import { toSheetText } from '../content/sheet-text.ts';
import { LIMITS } from '../limits.ts';
import { renderSheet, type Sheet } from '../pages/sheet.ts';
import { readText } from '../receive.ts';
import type { Site, WebEnv } from '../site.ts';
import { notFound } from './pages.ts';

/** Rows in the order asked for, each once. With a grant only the item that it opens. */
function readSheet(site: Site, c: Context<WebEnv>): Sheet {
  const visit = c.get('visit');
  const question = readText(c.req.query('q'), LIMITS.question);
  const query = { question, grant: c.req.query('k') ?? null };
  const ids = [...new Set(c.req.queries('i') ?? [])];
  const rows = ids.slice(0, LIMITS.sheetItems).flatMap((id) => findItemView(site, visit, id, query) ?? []);
  return { question, rows, leftOut: ids.length - rows.length };
}

export function registerSheet(app: Hono<WebEnv>, site: Site): void {
  app.get('/sheet', (c) => {
    const sheet = readSheet(site, c);
    if (sheet.rows.length === 0) return notFound(site, c);
    c.header('cache-control', 'private, no-store');
    return c.html(renderSheet(site, c.get('visit'), sheet));
  });
  app.get('/sheet.txt', (c) => {
    const sheet = readSheet(site, c);
    if (sheet.rows.length === 0) return notFound(site, c);
    c.header('cache-control', 'private, no-store');
    return c.text(toSheetText(sheet.rows, sheet.question, c.get('visit').now));
  });
}
