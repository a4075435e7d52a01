import { findItemView } from '../content/item-view.js';
import { toSheetText } from '../content/sheet-text.js';
import { LIMITS } from '../limits.js';
import { renderSheet } from '../pages/sheet.js';
import { readText } from '../receive.js';
import { notFound } from './pages.js';
/** Rows in the order asked for, each once. With a grant only the item that it opens. */
function readSheet(site, c) {
    const visit = c.get('visit');
    const question = readText(c.req.query('q'), LIMITS.question);
    const query = { question, grant: c.req.query('k') ?? null };
    const ids = [...new Set(c.req.queries('i') ?? [])];
    const rows = ids.slice(0, LIMITS.sheetItems).flatMap((id) => findItemView(site, visit, id, query) ?? []);
    return { question, rows, leftOut: ids.length - rows.length };
}
export function registerSheet(app, site) {
    app.get('/sheet', (c) => {
        const sheet = readSheet(site, c);
        if (sheet.rows.length === 0)
            return notFound(site, c);
        c.header('cache-control', 'private, no-store');
        return c.html(renderSheet(site, c.get('visit'), sheet));
    });
    app.get('/sheet.txt', (c) => {
        const sheet = readSheet(site, c);
        if (sheet.rows.length === 0)
            return notFound(site, c);
        c.header('cache-control', 'private, no-store');
        return c.text(toSheetText(sheet.rows, sheet.question, c.get('visit').now));
    });
}
