import { LIST_NAME, wording } from '../../../reply/index.js';
import { toItemPath, toMatterPath, toSheetPath, withQuery } from '../addresses.js';
import { comparePoints, shareOfDifference } from '../content/difference.js';
import { html, raw } from '../html.js';
import { LIMITS } from '../limits.js';
import { words } from '../wording.zh.js';
import { renderComparisonTable, renderPieces } from './comparison-table.js';
import { renderPage, renderPager, renderTrail } from './layout.js';
import { renderBadge, toShortNumber } from './parts.js';
/** Words of a matter that a filter is looked for in. */
function mentions({ matter, items }, filter) {
    return [matter.title, ...matter.phrases, ...items.map(({ name }) => name)].some((text) => text.includes(filter));
}
const countTownships = (rows) => new Set(rows.items.map(({ documentId }) => documentId)).size;
export function renderMatters(site, visit, filter, page) {
    const found = filter === '' ? visit.view.matters : visit.view.matters.filter((rows) => mentions(rows, filter));
    const pages = Math.max(1, Math.ceil(found.length / LIMITS.rows));
    const at = Math.min(page, pages);
    const shown = found.slice((at - 1) * LIMITS.rows, at * LIMITS.rows);
    const main = html `<h1>${words.compare.matters}</h1>
    <p class="lead">${words.compare.mattersLead(found.length)}</p>
    <form class="filter" method="get" action="/m" role="search" aria-label="${words.compare.filter}">
      <label for="filter">${words.compare.filter}</label>
      <input id="filter" type="search" name="q" value="${filter}" maxlength="60" />
      <button>${words.compare.find}</button>
    </form>
    <ul class="tally wide">
      ${shown.map((rows) => html `<li>
            <a href="${toMatterPath(rows.matter.id)}">${rows.matter.title}</a
            ><span>${words.compare.inTownships(countTownships(rows))}</span>
          </li>`)}
    </ul>
    ${renderPager(at, pages, (to) => withQuery('/m', { q: filter, page: to === 1 ? null : to }))}`;
    return renderPage(site, visit, {
        title: words.compare.matters,
        description: words.compare.mattersLead(visit.view.matters.length),
        canonicalPath: filter === '' && at === 1 ? '/m' : null,
        section: 'matters',
        main,
    });
}
/** Beyond this share of marked characters marking helps nobody: the whole cell is called different. */
const MOST_DIFFERENT = 0.7;
const toPoints = (sections, text) => sections && sections.length > 0
    ? sections.flatMap(({ heading, points }) => [
        ...(heading === null ? [] : [heading]),
        ...points.map((p) => p.text),
    ])
    : (text ?? '').split('\n').filter((line) => line !== '');
/** One cell of a row against the same cell of the base, point by point. */
function renderCell(visit, title, own, item, other, base) {
    const document = visit.view.document(item.documentId);
    const baseDocument = visit.view.document(base.documentId);
    if (own.length === 0 || !document || !baseDocument)
        return html ``;
    const points = item === base
        ? own.map((text) => [{ text, differs: false }])
        : comparePoints(own, document, other, baseDocument);
    const wholly = shareOfDifference(points.flat()) > MOST_DIFFERENT;
    if (wholly)
        for (const piece of points.flat())
            piece.differs = false;
    return html `<section class="quote">
    <h4>${title}${wholly ? html ` <span class="badge">${words.compare.whollyDifferent}</span>` : ''}</h4>
    <blockquote>${points.map((pieces) => html `<p>${renderPieces(pieces)}</p>`)}</blockquote>
  </section>`;
}
function renderRowDuties(visit, item, base) {
    return html `${renderCell(visit, wording.upstreamTitle, toPoints(item.upstreamSections, item.upstream), item, toPoints(base.upstreamSections, base.upstream), base)}
  ${renderCell(visit, wording.townshipTitle, toPoints(item.townshipSections, item.townshipDuties), item, toPoints(base.townshipSections, base.townshipDuties), base)}
  ${renderCell(visit, wording.takeoverTitle, toPoints(null, item.takeover), item, toPoints(null, base.takeover), base)}`;
}
function renderBasePicker(items, base, visit) {
    return html `<form method="get" class="filter">
    <label for="base">${words.compare.base}</label>
    <select id="base" name="base">
      ${items.map((item) => {
        const township = visit.view.document(item.documentId)?.township ?? '';
        return html `<option value="${item.id}" ${item === base ? raw(' selected') : ''}>
          ${township} ${toShortNumber(item)}
        </option>`;
    })}
    </select>
    <button>${words.compare.changeBase}</button>
  </form>`;
}
/** `wanted`: the id of the item, or of the township, that the others are compared with. */
export function renderMatter(site, visit, { matter, items }, wanted) {
    const base = items.find(({ id, documentId }) => id === wanted || documentId === wanted) ?? items[0];
    if (!base)
        return html ``;
    const having = new Set(items.map(({ documentId }) => documentId));
    const without = visit.view.documents.filter(({ id }) => !having.has(id)).map(({ township }) => township);
    const ordered = [base, ...items.filter((item) => item !== base)];
    const summary = words.compare.summary(having.size, visit.view.documents.length);
    const main = html `${renderTrail([
        [words.navigation.matters, '/m'],
        [matter.title, null],
    ])}
    <h1>${matter.title}</h1>
    <p class="lead">${summary}${without.length > 0 ? words.compare.without(without) : ''}</p>
    ${items.length > 1 ? renderBasePicker(items, base, visit) : ''}
    ${renderComparisonTable(visit, ordered, base)}
    <section aria-labelledby="duties">
      <h2 id="duties">${words.compare.duties}</h2>
      <p class="quiet">${words.compare.dutiesLead}</p>
      <div class="compared">
        ${ordered.map((item) => {
        const township = visit.view.document(item.documentId)?.township ?? '';
        return html `<section class="item ${item.list}">
            <h3>
              ${township}
              <a href="${toItemPath(item.id)}">${LIST_NAME[item.list]}${words.item.number(item.no)}</a>
            </h3>
            <p class="kicker">${renderBadge(item.list)}</p>
            <p class="name">${item.name}</p>
            ${renderRowDuties(visit, item, base)}
          </section>`;
    })}
      </div>
    </section>
    <ul class="actions">
      <li>
        <a
          class="button primary"
          href="${toSheetPath(ordered.slice(0, LIMITS.sheetItems).map(({ id }) => id), null)}"
          >${words.sheet.makeOfAll}</a
        >
      </li>
    </ul>`;
    return renderPage(site, visit, {
        title: words.compare.title(matter.title),
        description: summary,
        canonicalPath: toMatterPath(matter.id),
        section: 'matters',
        main,
    });
}
