// Signing in and out, feedback, and the keeper's page: everything that changes something or needs a role.
import { setCookie, deleteCookie } from 'hono/cookie';
import { createSession, findRole, isSecure, sessionCookieName } from '../access/session.js';
import { toPerson, toQuestionId } from '../content/ask.js';
import { toCsv } from '../content/csv.js';
import { KEEPER_REASONS, listKeeperQuestions } from '../content/keeper-questions.js';
import { toShortBeijingTime } from '../content/time.js';
import { clientAddress } from '../guard/client-address.js';
import { createRateLimiter } from '../guard/rate-limit.js';
import { LIMITS } from '../limits.js';
import { withQuery } from '../addresses.js';
import { renderSignIn } from '../pages/account.js';
import { renderThanks } from '../pages/feedback.js';
import { renderKeeper } from '../pages/keeper.js';
import { renderMessage } from '../pages/message.js';
import { FeedbackForm, readForm, readOwnPath, readPage, SignInForm } from '../receive.js';
import { words } from '../wording.zh.js';
import { notFound } from './pages.js';
function registerSignIn(app, site) {
    const { config } = site.deps;
    const attempts = createRateLimiter(LIMITS.signInsPerMinute, LIMITS.addresses);
    app.get('/sign-in', (c) => c.html(renderSignIn(site, c.get('visit'), readOwnPath(c.req.query('next')), null)));
    app.post('/sign-in', async (c) => {
        const visit = c.get('visit');
        const wait = attempts.take(clientAddress(c, config.trustProxy), visit.now);
        if (wait > 0) {
            c.header('retry-after', String(wait));
            return c.html(renderMessage(site, visit, 'tooMany'), 429);
        }
        const form = SignInForm.safeParse(await readForm(c.req.raw));
        if (!form.success)
            return c.html(renderMessage(site, visit, 'badRequest'), 400);
        const token = form.data.token.trim();
        const next = readOwnPath(form.data.next);
        const role = findRole(token, config);
        if (role === null) {
            site.deps.logger.warn({ event: 'sign-in-refused' }, 'access token refused');
            return c.html(renderSignIn(site, visit, next, words.account.wrong), 401);
        }
        setCookie(c, sessionCookieName(config), createSession(token, visit.now + LIMITS.sessionMs, config), {
            httpOnly: true,
            sameSite: 'Lax',
            secure: isSecure(config),
            path: '/',
            maxAge: LIMITS.sessionMs / 1000,
        });
        return c.redirect(next, 303);
    });
    app.post('/sign-out', (c) => {
        deleteCookie(c, sessionCookieName(config), { path: '/', secure: isSecure(config) });
        return c.redirect('/', 303);
    });
}
function registerFeedback(app, site) {
    app.post('/feedback', async (c) => {
        const visit = c.get('visit');
        const { store } = site.deps;
        if (!store)
            return notFound(site, c);
        const form = FeedbackForm.safeParse(await readForm(c.req.raw));
        if (!form.success)
            return c.html(renderMessage(site, visit, 'badRequest'), 400);
        const { q, t, item, kind, comment } = form.data;
        const address = clientAddress(c, site.deps.config.trustProxy);
        const documentId = visit.view.document(t)?.id ?? null;
        const remark = comment.trim();
        const kindWord = words.feedback.kinds[kind];
        store.feedback.set({
            questionId: toQuestionId(site, address, documentId, q),
            person: toPerson(site, address),
            platform: 'web',
            value: kind === 'right' ? 'good' : 'bad',
            comment: kind === 'right'
                ? remark === ''
                    ? null
                    : remark
                : remark === ''
                    ? kindWord
                    : `${kindWord}：${remark}`,
            question: q,
            itemIds: visit.view.item(item) ? [item] : [],
            at: visit.now,
        });
        return c.redirect(withQuery('/feedback/thanks', { t: documentId }), 303);
    });
    app.get('/feedback/thanks', (c) => {
        const visit = c.get('visit');
        return c.html(renderThanks(site, visit, visit.view.document(c.req.query('t') ?? '')?.id ?? null));
    });
}
const toReason = (text) => KEEPER_REASONS.find((reason) => reason === text) ?? null;
function registerKeeper(app, site) {
    const { store } = site.deps;
    app.get('/keeper', (c) => {
        const visit = c.get('visit');
        if (visit.role !== 'keeper')
            return notFound(site, c);
        const questions = store ? listKeeperQuestions(store, visit.now) : [];
        return c.html(renderKeeper(site, visit, questions, toReason(c.req.query('reason')), readPage(c.req.query('page')) ?? 1));
    });
    app.get('/keeper/questions.csv', (c) => {
        const visit = c.get('visit');
        if (visit.role !== 'keeper')
            return notFound(site, c);
        const reason = toReason(c.req.query('reason'));
        const rows = (store ? listKeeperQuestions(store, visit.now) : [])
            .filter((entry) => reason === null || entry.reason === reason)
            .map((entry) => [
            toShortBeijingTime(entry.at),
            words.keeper.reasons[entry.reason],
            entry.question,
            (entry.documentId === null ? null : visit.view.document(entry.documentId))?.township ?? '',
            words.keeper.decisions[entry.decision] ?? entry.decision,
            entry.itemIds.join(' '),
            entry.comments.join('；'),
            entry.platform,
            entry.id,
        ]);
        return c.body(toCsv(words.keeper.csvHeader, rows), 200, {
            'content-type': 'text/csv; charset=utf-8',
            'content-disposition': 'attachment; filename="questions.csv"',
        });
    });
}
export function registerAccount(app, site) {
    registerSignIn(app, site);
    registerFeedback(app, site);
    registerKeeper(app, site);
}
