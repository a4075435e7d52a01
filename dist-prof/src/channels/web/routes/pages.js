import { answerExchanges, parseExchanges, toTurns } from '../content/conversation.js';
import { toCanonicalText } from '../content/canonical-text.js';
import { ask } from '../content/ask.js';
import { findItemView } from '../content/item-view.js';
import { clientAddress } from '../guard/client-address.js';
import { LIMITS } from '../limits.js';
import { renderAnswer, toListKind } from '../pages/answer.js';
import { renderAbout } from '../pages/about.js';
import { renderDepartment } from '../pages/department.js';
import { renderDocument, renderDocuments } from '../pages/documents.js';
import { renderHome } from '../pages/home.js';
import { renderItemPage } from '../pages/item.js';
import { renderListing } from '../pages/listing.js';
import { renderMatter, renderMatters } from '../pages/matters.js';
import { renderMessage } from '../pages/message.js';
import { renderSource } from '../pages/source.js';
import { readPage, readText } from '../receive.js';
/** The page for whatever does not exist for this reader. */
export function notFound(site, c) {
    return c.html(renderMessage(site, c.get('visit'), 'notFound'), 404);
}
function answerQuestion(site, c, question) {
    const visit = c.get('visit');
    const exchanges = answerExchanges(parseExchanges(c.req.queries('h') ?? []), site.deps.engine, visit.view.visible);
    const documentId = visit.view.document(c.req.query('t') ?? '')?.id ?? null;
    const cut = (c.req.query('q') ?? '').trim().length > LIMITS.question;
    const answer = ask(site, visit, {
        text: question,
        documentId,
        history: toTurns(exchanges),
        list: toListKind(c.req.query('list')),
        address: clientAddress(c, site.deps.config.trustProxy),
    });
    return c.html(renderAnswer(site, visit, { documentId, question, exchanges, answer, cut }));
}
function showItem(site, c, id, asText) {
    const visit = c.get('visit');
    const query = { question: readText(c.req.query('q'), LIMITS.question), grant: c.req.query('k') ?? null };
    const view = findItemView(site, visit, id, query);
    if (!view)
        return notFound(site, c);
    if (view.document.classification === 'internal')
        c.header('cache-control', 'private, no-store');
    return asText
        ? c.text(toCanonicalText(view.item, view.document))
        : c.html(renderItemPage(site, visit, view));
}
function registerDocuments(app, site) {
    app.get('/d', (c) => c.html(renderDocuments(site, c.get('visit'))));
    app.get('/d/:id', (c) => {
        const visit = c.get('visit');
        const document = visit.view.document(c.req.param('id'));
        return document ? c.html(renderDocument(site, visit, document)) : notFound(site, c);
    });
    app.get('/d/:id/items', (c) => {
        const visit = c.get('visit');
        const document = visit.view.document(c.req.param('id'));
        if (!document)
            return notFound(site, c);
        const filter = { list: toListKind(c.req.query('list')), category: readText(c.req.query('category'), 40) };
        return c.html(renderListing(site, visit, document, filter, readPage(c.req.query('page')) ?? 1));
    });
    app.get('/d/:id/departments/:name', (c) => {
        const visit = c.get('visit');
        const document = visit.view.document(c.req.param('id'));
        const department = visit.view
            .departments(c.req.param('id'))
            .find(({ name }) => name === c.req.param('name'));
        return document && department
            ? c.html(renderDepartment(site, visit, document, department))
            : notFound(site, c);
    });
    app.get('/d/:id/source', (c) => {
        const visit = c.get('visit');
        const document = visit.view.document(c.req.param('id'));
        const lines = document ? site.deps.sourceText(document.file) : null;
        if (!document || !lines)
            return notFound(site, c);
        const item = visit.view.item(c.req.query('item') ?? '');
        const own = item?.documentId === document.id ? item : null;
        return c.html(renderSource(site, visit, { document, lines, item: own, page: readPage(c.req.query('page')) }));
    });
}
export function registerPages(app, site) {
    app.get('/', (c) => {
        const question = readText(c.req.query('q'), LIMITS.question);
        if (question !== null)
            return answerQuestion(site, c, question);
        const visit = c.get('visit');
        return c.html(renderHome(site, visit, visit.view.document(c.req.query('t') ?? '')));
    });
    app.get('/suggest', (c) => {
        const visit = c.get('visit');
        const documentId = visit.view.document(c.req.query('t') ?? '')?.id ?? null;
        return c.json({ suggestions: visit.suggester.suggest(c.req.query('q') ?? '', documentId) });
    });
    app.get('/i/:file{[a-z0-9-]+-[bcr][0-9]+(?:[.][0-9]+)?[.]txt}', (c) => showItem(site, c, c.req.param('file').slice(0, -'.txt'.length), true));
    app.get('/i/:id', (c) => showItem(site, c, c.req.param('id'), false));
    registerDocuments(app, site);
    app.get('/m', (c) => c.html(renderMatters(site, c.get('visit'), readText(c.req.query('q'), 60) ?? '', readPage(c.req.query('page')) ?? 1)));
    app.get('/m/:id', (c) => {
        const visit = c.get('visit');
        const rows = visit.view.matter(c.req.param('id'));
        return rows ? c.html(renderMatter(site, visit, rows, c.req.query('base') ?? null)) : notFound(site, c);
    });
    app.get('/about', (c) => c.html(renderAbout(site, c.get('visit'))));
}
