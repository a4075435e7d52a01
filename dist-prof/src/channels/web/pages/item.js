import { leadingDepartments, LIST_NAME, LIST_SHORT, sourceText, verdictSentence, wording, } from '../../../reply/index.js';
import { toDocumentPath, toItemPath, toListingPath, toMatterPath, toSheetPath, toSourcePath, } from '../addresses.js';
import { endOfGrant } from '../access/item-link.js';
import { toIntegrityHash } from '../content/canonical-text.js';
import { markWords } from '../content/highlight.js';
import { toShortBeijingTime } from '../content/time.js';
import { html } from '../html.js';
import { words } from '../wording.zh.js';
import { renderComparisonTable } from './comparison-table.js';
import { renderPage, renderTrail } from './layout.js';
import { renderBadge, renderDepartments, renderHeading, renderRow, renderSections, renderWarnings, toShortNumber, } from './parts.js';
function toCells(item) {
    if (item.list === 'basic')
        return [];
    if (item.list === 'reclaimed')
        return [{ side: 'upstream', title: wording.takeoverTitle, sections: null, text: item.takeover }];
    return [
        { side: 'upstream', title: wording.upstreamTitle, sections: item.upstreamSections, text: item.upstream },
        {
            side: 'township',
            title: wording.townshipTitle,
            sections: item.townshipSections,
            text: item.townshipDuties,
        },
    ];
}
function renderCells({ item, marked }, level) {
    const cells = toCells(item);
    if (cells.length === 0)
        return html `<p class="note info">${wording.basicNote}</p>`;
    return html `<div class="${cells.length > 1 ? 'sides' : 'side'}">
    ${cells.map(({ side, title, sections, text }) => html `<section class="quote ${side}">
          ${renderHeading(level, title)}
          <blockquote>${renderSections(sections, text, marked, level === 2 ? 3 : 4)}</blockquote>
        </section>`)}
  </div>`;
}
// 市教育局、财政局
const BLANKS = /\s+/gu;
/** The departments as links, and the cell as it is printed where that is worded otherwise. */
function renderDepartmentRows(page) {
    const { item } = page;
    if (item.list === 'basic')
        return html ``;
    const names = leadingDepartments(item).join('、');
    const isCooperative = item.list === 'cooperative';
    const printed = (item.departmentsRaw ?? '').replace(BLANKS, '');
    return html `<div>
      <dt>${isCooperative ? wording.fields.departments : wording.fields.takeover}</dt>
      <dd>
        ${names === '' ? words.compare.noOffice : page.grant === null ? renderDepartments(item) : names}
      </dd>
    </div>
    ${isCooperative && printed !== '' && printed !== names
        ? html `<div>
            <dt>${words.item.departmentsRaw}</dt>
            <dd>${item.departmentsRaw}</dd>
          </div>`
        : ''}`;
}
/** The three-part card. Also used on the dispute sheet. */
export function renderCard(page, level) {
    const { item, document, marked } = page;
    const name = markWords(item.name, marked);
    return html `<article class="item ${item.list}">
    <p class="kicker">
      ${renderBadge(item.list)}<span>${document.township} ${wordsOfNumber(item)}</span>${document.classification === 'internal'
        ? html `<span class="badge internal">${words.document.internal}</span>`
        : ''}
    </p>
    ${renderHeading(level, name)}
    <p class="verdict">${verdictSentence(item, document.township)}</p>
    <dl class="fields">
      <div>
        <dt>${wording.fields.category}</dt>
        <dd>${item.category === '' ? wording.emptyCell : item.category}</dd>
      </div>
      ${renderDepartmentRows(page)}
    </dl>
    ${renderCells(page, level === 1 ? 2 : 3)}
  </article>`;
}
const wordsOfNumber = (item) => words.item.number(item.no);
function renderProof(page) {
    const { item, document, permalink } = page;
    const hash = toIntegrityHash(item, document);
    const citation = wording.citation(item.name, verdictSentence(item, document.township), sourceText(item, document), permalink);
    const grant = page.grant === null ? '' : `?k=${encodeURIComponent(page.grant)}`;
    return html `<section class="proof" aria-labelledby="proof">
    <h2 id="proof">${words.item.proof}</h2>
    <dl class="fields">
      <div>
        <dt>${words.item.source}</dt>
        <dd>
          ${sourceText(item, document)}${page.grant === null
        ? html ` <a href="${toSourcePath(document.id, { item: item.id, line: item.source.startLine })}"
                  >${words.item.seeSource}</a
                >`
        : ''}
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
function renderNeighbour(other, label, rel) {
    return html `<a rel="${rel}" href="${toItemPath(other.id)}"
    ><span class="label">${label} ${toShortNumber(other)}</span><span>${other.name}</span></a
  >`;
}
function renderNeighbours({ previous, next, item }) {
    if (!previous && !next)
        return html ``;
    return html `<nav class="neighbours" aria-label="${words.item.neighbours(LIST_SHORT[item.list])}">
    ${previous ? renderNeighbour(previous, words.item.previous, 'prev') : html `<span></span>`}
    ${next ? renderNeighbour(next, words.item.next, 'next') : html `<span></span>`}
  </nav>`;
}
function renderRelated(page) {
    if (page.related.length === 0)
        return html ``;
    return html `<section aria-labelledby="related">
    <h2 id="related">${words.item.related(page.document.township)}</h2>
    <ul class="rows">
      ${page.related.map((item) => html `<li>${renderRow(item)}</li>`)}
    </ul>
  </section>`;
}
function renderElsewhere(visit, page) {
    const others = page.matter?.items.filter(({ documentId }) => documentId !== page.document.id) ?? [];
    if (!page.matter || others.length === 0)
        return html ``;
    return html `<section aria-labelledby="elsewhere">
    <h2 id="elsewhere">${words.item.elsewhere}</h2>
    ${renderComparisonTable(visit, [page.item, ...others], page.item)}
    <p>
      <a class="button" href="${toMatterPath(page.matter.matter.id, page.document.id)}"
        >${words.compare.open(page.matter.matter.title)}</a
      >
    </p>
  </section>`;
}
export function renderItemPage(site, visit, page) {
    const { item, document, grant } = page;
    const trail = grant === null
        ? renderTrail([
            [words.navigation.lists, '/d'],
            [document.township, toDocumentPath(document.id)],
            [LIST_NAME[item.list], toListingPath(document.id, { list: item.list })],
            [words.item.number(item.no), null],
        ])
        : html `<p class="note info">
          ${words.item.granted(toShortBeijingTime(endOfGrant(grant) ?? visit.now))}
        </p>`;
    const main = html `${trail}${renderCard(page, 1)}${renderWarnings(item.warnings)}
    <ul class="actions">
      <li>
        <a class="button primary" href="${toSheetPath([item.id], page.question, grant)}"
          >${words.sheet.make}</a
        >
      </li>
    </ul>
    ${renderProof(page)}${grant === null ? html `${renderRelated(page)}${renderElsewhere(visit, page)}${renderNeighbours(page)}` : ''}`;
    return renderPage(site, visit, {
        title: `${document.township} ${toShortNumber(item)} · ${item.name}`,
        description: `${verdictSentence(item, document.township)}${sourceText(item, document)}`,
        canonicalPath: document.classification === 'public' ? `/i/${item.id}` : null,
        section: 'lists',
        main,
    });
}
