// Saying whether an answer was right: three buttons, an optional remark, no script needed.
import type { Answer } from '../../../answer/index.ts';
import { toAskPath } from '../addresses.ts';
import { html, type Html } from '../html.ts';
import { LIMITS } from '../limits.ts';
import type { Site, Visit } from '../site.ts';
import { words } from '../wording.zh.ts';
import { renderPage } from './layout.ts';

export const FEEDBACK_KINDS = ['right', 'wrong-item', 'missing'] as const;
export type FeedbackKind = (typeof FEEDBACK_KINDS)[number];

export interface FeedbackForm {
  question: string;
  documentId: string | null;
  answer: Answer;
}

export function renderFeedback({ question, documentId, answer }: FeedbackForm): Html {
  const itemId = answer.kind === 'item' ? answer.hit.item.id : '';
  const kinds =
    answer.kind === 'item' ? FEEDBACK_KINDS : FEEDBACK_KINDS.filter((kind) => kind !== 'wrong-item');
  return html`<form class="feedback" method="post" action="/feedback" aria-label="${words.feedback.title}">
    <input type="hidden" name="q" value="${question}" />
    <input type="hidden" name="t" value="${documentId ?? ''}" />
    <input type="hidden" name="item" value="${itemId}" />
    <input type="hidden" name="decision" value="${answer.kind}" />
    <p class="label">${words.feedback.title}</p>
    <div class="buttons">
      ${kinds.map((kind) => html`<button name="kind" value="${kind}">${words.feedback.kinds[kind]}</button>`)}
    </div>
    <details>
      <summary>${words.feedback.addComment}</summary>
      <label for="comment">${words.feedback.comment}</label>
      <textarea id="comment" name="comment" rows="2" maxlength="${LIMITS.comment}"></textarea>
    </details>
  </form>`;
}

export function renderThanks(site: Site, visit: Visit, documentId: string | null): Html {
  return renderPage(site, visit, {
    title: words.feedback.thanks,
    description: words.feedback.thanks,
    canonicalPath: null,
    section: 'ask',
    main: html`<h1>${words.feedback.thanks}</h1>
      <p>${words.feedback.thanksMore}</p>
      <p><a class="button" href="${toAskPath(documentId, null)}">${words.ask.newQuestion}</a></p>`,
  });
}
