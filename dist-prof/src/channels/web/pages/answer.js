import { LIST_KINDS } from '../../../duty/index.js';
import { LIST_NAME, toReply } from '../../../reply/index.js';
import { toAskPath, toItemPath, toSheetPath, toSourcePath } from '../addresses.js';
import { documentOf } from '../content/conversation.js';
import { html } from '../html.js';
import { LIMITS } from '../limits.js';
import { renderReply } from '../render.js';
import { words } from '../wording.zh.js';
import { renderAskForm } from './ask-form.js';
import { renderFeedback } from './feedback.js';
import { renderPage } from './layout.js';
import { renderBadge } from './parts.js';
/** Which list's colour the answer has. */
function listOf(answer) {
    if (answer.kind !== 'item')
        return null;
    return answer.hit.item.list;
}
/** What a question is called in headings: a choice made by id shows the row's name. */
function toShownQuestion(question, visit) {
    const item = visit.view.item(question);
    return item ? words.ask.chosen(LIST_NAME[item.list], item.no, item.name) : question;
}
function renderItemLinks(answer, question) {
    if (answer.kind !== 'item')
        return html ``;
    const { item, document } = answer.hit;
    return html `<ul class="actions">
    <li><a class="button" href="${toItemPath(item.id, question)}">${words.item.open}</a></li>
    <li><a class="button" href="${toSheetPath([item.id], question)}">${words.sheet.make}</a></li>
    <li>
      <a class="button" href="${toSourcePath(document.id, { item: item.id, line: item.source.startLine })}"
        >${words.item.seeSource}</a
      >
    </li>
  </ul>`;
}
function renderEarlier(exchanges, visit) {
    if (exchanges.length === 0)
        return html ``;
    return html `<section class="earlier" aria-labelledby="earlier">
    <h2 id="earlier">${words.ask.earlier}</h2>
    <ol>
      ${exchanges.map(({ question, documentId, headline, answer }, i) => html `<li>
            <p class="said">
              <a href="${toAskPath(documentId, question, exchanges.slice(0, i))}"
                >${toShownQuestion(question, visit)}</a
              >
            </p>
            <p>
              ${headline}${answer.kind === 'item'
        ? html ` <a href="${toItemPath(answer.hit.item.id)}">${answer.hit.item.name}</a>`
        : ''}
            </p>
          </li>`)}
    </ol>
  </section>`;
}
export function renderAnswer(site, visit, page) {
    const { answer, question, documentId } = page;
    const reply = toReply(answer, { baseUrl: site.deps.config.baseUrl });
    const shown = toShownQuestion(question, visit);
    const exchanges = [...page.exchanges, { documentId, question }].slice(-LIMITS.exchanges);
    const list = listOf(answer);
    const marked = answer.kind === 'item' ? answer.hit.why.words : [];
    const isRow = visit.view.item(question) !== null;
    const asked = isRow ? (page.exchanges.at(-1)?.question ?? question) : question;
    const body = renderReply(reply, {
        marked,
        question: asked,
        toAskOn: (next) => toAskPath(documentId, next, exchanges),
        toSameFor: (id) => toAskPath(id, question, page.exchanges),
    });
    const bound = documentOf(answer) ?? documentId;
    const main = html `<h1 class="asked">${shown}</h1>
    ${page.cut ? html `<p class="note warning">${words.ask.tooLong(LIMITS.question)}</p>` : ''}
    <article class="answer ${list ?? answer.kind}" aria-labelledby="verdict">
      ${list ? html `<p class="kicker">${renderBadge(list)}</p>` : ''}
      <h2 id="verdict" class="verdict">${reply.headline}</h2>
      ${body}${renderItemLinks(answer, asked)}
    </article>
    <p class="hidden-text" role="status" data-announce="${words.ask.answered(reply.headline)}"></p>
    ${renderAskForm(visit, { name: 'ask-on', documentId: bound, question: '', exchanges })}
    <p class="again"><a href="${toAskPath(documentId, null)}">${words.ask.newQuestion}</a></p>
    ${site.deps.store === null ? '' : renderFeedback({ question, documentId, answer })}
    ${renderEarlier(page.exchanges, visit)}`;
    return renderPage(site, visit, {
        title: shown,
        description: reply.headline,
        canonicalPath: null,
        section: 'ask',
        main,
    });
}
/** Whether a text names a list, for `?list=`. */
export function toListKind(text) {
    return LIST_KINDS.find((list) => list === text) ?? null;
}
