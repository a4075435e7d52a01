// An item's page: the permalink that chats and paper point to. Everything official stands here word for word.
import type { Item } from '../../../duty/index.ts';
import { LIST_NAME, LIST_SHORT, sourceText, verdictSentence, wording } from '../../../reply/index.ts';
import {
  toDocumentPath,
  toItemPath,
  toListingPath,
  toMatterPath,
  toSheetPath,
  toSourcePath,
} from '../addresses.ts';
import { toIntegrityHash } from '../content/canonical-text.ts';
import { markWords } from '../content/highlight.ts';
import type { ItemView } from '../content/item-view.ts';
import { html, type Html } from '../html.ts';
import type { Site, Visit } from '../site.ts';
import { words } from '../wording.zh.ts';
import { renderComparisonTable } from './comparison-table.ts';
import { renderPage, renderTrail } from './layout.ts';
import {
  renderBadge,
  renderDepartments,
  renderRow,
  renderSections,
  renderWarnings,
  toShortNumber,
} from './parts.ts';

function renderCells(page: ItemView): Html {
  const { item, marked } = page;
  switch (item.list) {
    case 'basic':
      return html`<p class="note info">${wording.basicNote}</p>`;
    case 'cooperative':
      return html`<div class="sides">
        <section class="quote upstream">
          <h3>${wording.upstreamTitle}</h3>
          <blockquote>${renderSections(item.upstreamSections, item.upstream, marked)}</blockquote>
        </section>
        <section class="quote township">
          <h3>${wording.townshipTitle}</h3>
          <blockquote>${renderSections(item.townshipSections, item.townshipDuties, marked)}</blockquote>
        </section>
      </div>`;
    case 'reclaimed':
      return html`<section class="quote upstream">
        <h3>${wording.takeoverTitle}</h3>
        <blockquote>${renderSections(null, item.takeover, marked)}</blockquote>
      </section>`;
  }
}

/** The three-part card. Also used on the dispute sheet. */
export function renderCard(page: ItemView, level: 'h1' | 'h2'): Html {
  const { item, document, marked } = page;
  const name = markWords(item.name, marked);
  const departments =
    page.grant === null
      ? renderDepartments(item)
      : html`${[...new Set([...(item.departments ?? []), ...(item.takeoverDepartments ?? [])].map((d) => d.printed))].join('、')}`;
  return html`<article class="item ${item.list}">
    <p class="kicker">
      ${renderBadge(item.list)}<span>${document.township} ${wordsOfNumber(item)}</span>${
        document.classification === 'internal'
          ? html`<span class="badge internal">${words.document.internal}</span>`
          : ''
      }
    </p>
    ${level === 'h1' ? html`<h1>${name}</h1>` : html`<h2>${name}</h2>`}
    <p class="verdict">${verdictSentence(item, document.township)}</p>
    <dl class="fields">
      <div>
        <dt>${wording.fields.category}</dt>
        <dd>${item.category === '' ? wording.emptyCell : item.category}</dd>
      </div>
      ${
        item.list === 'basic'
          ? ''
          : html`<div>
              <dt>${item.list === 'cooperative' ? wording.fields.departments : wording.fields.takeover}</dt>
              <dd>${departments}</dd>
            </div>`
      }
    </dl>
    ${renderCells(page)}
  </article>`;
}

const wordsOfNumber = (item: Item): string => words.item.number(item.no);

function renderProof(page: ItemView): Html {
  const { item, document, permalink } = page;
  const hash = toIntegrityHash(item, document);
  const citation = wording.citation(
    item.name,
    verdictSentence(item, document.township),
    sourceText(item, document),
    permalink,
  );
  const grant = page.grant === null ? '' : `?k=${encodeURIComponent(page.grant)}`;
  return html`<section class="proof" aria-labelledby="proof">
    <h2 id="proof">${words.item.proof}</h2>
    <dl class="fields">
      <div>
        <dt>${words.item.source}</dt>
        <dd>
          ${sourceText(item, document)}${
            page.grant === null
              ? html` <a href="${toSourcePath(document.id, { item: item.id })}">${words.item.seeSource}</a>`
              : ''
          }
        </dd>
      </div>
      <div>
        <dt>${words.item.permalink}</dt>
        <dd><a class="break" href="${permalink}">${permalink}</a></dd>
      </div>
      <div>
        <dt>${words.item.hash}</dt>
        <dd>
          <code class="break">${hash}</code>
          <details>
            <summary>${words.item.hashHow}</summary>
            <p>${words.item.hashExplain}</p>
            <p><a href="/i/${item.id}.txt${grant}">${words.item.canonicalText}</a></p>
            <pre><code>curl -s '${permalink}.txt${grant}' | sha256sum</code></pre>
          </details>
        </dd>
      </div>
    </dl>
    <label for="citation">${words.item.citation}</label>
    <textarea
      id="citation"
      class="citation"
      readonly
      rows="4"
      data-copy="${words.copy.button}"
      data-copied="${words.copy.done}"
    >
${citation}</textarea>
  </section>`;
}

function renderNeighbour(other: Item, label: string, rel: 'prev' | 'next'): Html {
  return html`<a rel="${rel}" href="${toItemPath(other.id)}"
    ><span class="label">${label} ${toShortNumber(other)}</span><span>${other.name}</span></a
  >`;
}

function renderNeighbours({ previous, next, item }: ItemView): Html {
  if (!previous && !next) return html``;
  return html`<nav class="neighbours" aria-label="${words.item.neighbours(LIST_SHORT[item.list])}">
    ${previous ? renderNeighbour(previous, words.item.previous, 'prev') : html`<span></span>`}
    ${next ? renderNeighbour(next, words.item.next, 'next') : html`<span></span>`}
  </nav>`;
}

function renderRelated(page: ItemView): Html {
  if (page.related.length === 0) return html``;
  return html`<section aria-labelledby="related">
    <h2 id="related">${words.item.related(page.document.township)}</h2>
    <ul class="rows">
      ${page.related.map((item) => html`<li>${renderRow(item)}</li>`)}
    </ul>
  </section>`;
}

function renderElsewhere(visit: Visit, page: ItemView): Html {
  const others = page.matter?.items.filter(({ documentId }) => documentId !== page.document.id) ?? [];
  if (!page.matter || others.length === 0) return html``;
  return html`<section aria-labelledby="elsewhere">
    <h2 id="elsewhere">${words.item.elsewhere}</h2>
    ${renderComparisonTable(visit, [page.item, ...others], page.item)}
    <p>
      <a href="${toMatterPath(page.matter.matter.id, page.document.id)}"
        >${words.compare.open(page.matter.matter.title)}</a
      >
    </p>
  </section>`;
}

export function renderItemPage(site: Site, visit: Visit, page: ItemView): Html {
  const { item, document, grant } = page;
  const trail =
    grant === null
      ? renderTrail([
          [words.navigation.lists, '/d'],
          [document.township, toDocumentPath(document.id)],
          [LIST_NAME[item.list], toListingPath(document.id, { list: item.list })],
          [words.item.number(item.no), null],
        ])
      : html`<p class="note info">${words.item.granted}</p>`;
  const main = html`${trail}${renderCard(page, 'h1')}${renderWarnings(item.warnings)}
    <ul class="actions">
      <li>
        <a class="button primary" href="${toSheetPath([item.id], page.question, grant)}"
          >${words.sheet.make}</a
        >
      </li>
    </ul>
    ${renderProof(page)}${grant === null ? html`${renderRelated(page)}${renderElsewhere(visit, page)}${renderNeighbours(page)}` : ''}`;
  return renderPage(site, visit, {
    title: `${document.township} ${toShortNumber(item)} · ${item.name}`,
    description: `${verdictSentence(item, document.township)}${sourceText(item, document)}`,
    canonicalPath: document.classification === 'public' ? `/i/${item.id}` : null,
    section: 'lists',
    main,
  });
}
