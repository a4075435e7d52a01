// The home page: ask, or go through the lists.
import { LIST_KINDS } from '../../../duty/index.js';
import { LIST_NAME, LIST_SHORT, wording } from '../../../reply/index.js';
import { toAskPath, toDocumentPath, toListingPath } from '../addresses.js';
import { html } from '../html.js';
import { words } from '../wording.zh.js';
import { renderAskForm } from './ask-form.js';
import { renderPage } from './layout.js';
/** One township with the counts of its three lists. */
export function renderDocumentCard(document, level) {
    const link = html `<a href="${toDocumentPath(document.id)}">${document.township}</a>`;
    return html `<li class="card">
    ${level === 'h2' ? html `<h2>${link}</h2>` : html `<h3>${link}</h3>`}
    <p class="quiet">
      ${document.prefecture}${document.county}<br />${document.edition}${document.classification === 'internal'
        ? html ` <span class="badge internal">${words.document.internal}</span>`
        : ''}
    </p>
    <ul class="counts">
      ${LIST_KINDS.map((list) => html `<li>
            <a href="${toListingPath(document.id, { list })}"
              ><span class="count ${list}">${document.counts[list]}</span
              ><span>${LIST_SHORT[list]}<span class="hidden-text">${words.home.countUnit}</span></span></a
            >
          </li>`)}
    </ul>
  </li>`;
}
export function renderHome(site, visit, chosen) {
    const { documents } = visit.view;
    const examples = wording.helpExamples((chosen ?? documents[0])?.township ?? '').slice(0, 4);
    const shown = chosen ? [chosen, ...documents.filter(({ id }) => id !== chosen.id)] : documents;
    const main = html `<section class="hero">
      <h1>${words.home.title}</h1>
      <p class="lead">${words.home.lead}</p>
      ${renderAskForm(visit, { name: 'ask', documentId: chosen?.id ?? null, question: '', exchanges: [] })}
      <p class="examples">
        <span class="label">${words.home.examples}</span>${examples.map((example) => html ` <a href="${toAskPath(chosen?.id ?? documents[0]?.id ?? null, example)}">${example}</a>`)}
      </p>
    </section>
    <section aria-labelledby="lists">
      <h2 id="lists">${words.home.lists}</h2>
      <ul class="cards">
        ${shown.map((document) => renderDocumentCard(document, 'h3'))}
      </ul>
    </section>
    <section class="explain" aria-labelledby="three">
      <h2 id="three">${words.home.threeLists}</h2>
      <dl class="three">
        ${LIST_KINDS.map((list) => html `<div>
              <dt><span class="badge ${list}">${LIST_NAME[list]}</span></dt>
              <dd>${words.home.meaning[list]}</dd>
            </div>`)}
      </dl>
    </section>`;
    return renderPage(site, visit, {
        title: words.site.title,
        description: words.site.description,
        canonicalPath: chosen ? null : '/',
        section: 'ask',
        main,
    });
}
