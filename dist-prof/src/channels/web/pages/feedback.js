import { toAskPath } from '../addresses.js';
import { html } from '../html.js';
import { LIMITS } from '../limits.js';
import { words } from '../wording.zh.js';
import { renderPage } from './layout.js';
export const FEEDBACK_KINDS = ['right', 'wrong-item', 'missing'];
export function renderFeedback({ question, documentId, answer }) {
    const itemId = answer.kind === 'item' ? answer.hit.item.id : '';
    const kinds = answer.kind === 'item' ? FEEDBACK_KINDS : FEEDBACK_KINDS.filter((kind) => kind !== 'wrong-item');
    return html `<form class="feedback" method="post" action="/feedback" aria-label="${words.feedback.title}">
    <input type="hidden" name="q" value="${question}" />
    <input type="hidden" name="t" value="${documentId ?? ''}" />
    <input type="hidden" name="item" value="${itemId}" />
    <input type="hidden" name="decision" value="${answer.kind}" />
    <p class="label">${words.feedback.title}</p>
    <div class="buttons">
      ${kinds.map((kind) => html `<button name="kind" value="${kind}">${words.feedback.kinds[kind]}</button>`)}
    </div>
    <details>
      <summary>${words.feedback.addComment}</summary>
      <label for="comment">${words.feedback.comment}</label>
      <textarea id="comment" name="comment" rows="2" maxlength="${LIMITS.comment}"></textarea>
    </details>
  </form>`;
}
export function renderThanks(site, visit, documentId) {
    return renderPage(site, visit, {
        title: words.feedback.thanks,
        description: words.feedback.thanks,
        canonicalPath: null,
        section: 'ask',
        main: html `<h1>${words.feedback.thanks}</h1>
      <p>${words.feedback.thanksMore}</p>
      <p><a class="button" href="${toAskPath(documentId, null)}">${words.ask.newQuestion}</a></p>`,
    });
}
