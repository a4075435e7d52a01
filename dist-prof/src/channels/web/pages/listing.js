// Rows of one township by list and category, to open or to put on a dispute sheet together.
import { LIST_KINDS } from '../../../duty/index.js';
import { LIST_NAME } from '../../../reply/index.js';
import { toDocumentPath, toListingPath } from '../addresses.js';
import { html, raw } from '../html.js';
import { LIMITS } from '../limits.js';
import { countCategories } from '../lists-view.js';
import { words } from '../wording.zh.js';
import { renderPage, renderPager, renderTrail } from './layout.js';
import { renderRow, toShortNumber } from './parts.js';
/** Rows with a tick box each; the form makes a dispute sheet of the ticked ones. */
export function renderPickRows(items) {
    return html `<form method="get" action="/sheet" class="pick">
    <ul class="rows">
      ${items.map((item) => html `<li>
            <label class="tick"
              ><input
                type="checkbox"
                name="i"
                value="${item.id}"
                aria-label="${words.sheet.pick(toShortNumber(item))}" /></label
            >${renderRow(item)}
          </li>`)}
    </ul>
    <p class="pick-submit"><button>${words.sheet.makeOfPicked}</button></p>
  </form>`;
}
function renderFilters(visit, document, filter) {
    const items = visit.view.items(document.id);
    const categories = countCategories(items).filter(({ list }) => filter.list === null || list === filter.list);
    const totals = new Map();
    for (const { category, n } of categories)
        totals.set(category, (totals.get(category) ?? 0) + n);
    const current = raw(' aria-current="true"');
    const lists = [null, ...LIST_KINDS];
    return html `<nav class="filters" aria-label="${words.listing.filters}">
    <ul>
      ${lists.map((list) => html `<li>
            <a
              href="${toListingPath(document.id, { list, category: null })}"
              ${list === filter.list ? current : ''}
              >${list === null ? words.listing.allLists : LIST_NAME[list]}
              <span>${list === null ? items.length : document.counts[list]}</span></a
            >
          </li>`)}
    </ul>
    <ul>
      ${[...totals].map(([category, n]) => html `<li>
            <a
              href="${toListingPath(document.id, { list: filter.list, category: category === filter.category ? null : category })}"
              ${category === filter.category ? current : ''}
              >${category} <span>${n}</span></a
            >
          </li>`)}
    </ul>
  </nav>`;
}
export function renderListing(site, visit, document, filter, page) {
    const items = visit.view
        .items(document.id)
        .filter((item) => (filter.list === null || item.list === filter.list) &&
        (filter.category === null || item.category === filter.category));
    const pages = Math.max(1, Math.ceil(items.length / LIMITS.rows));
    const at = Math.min(page, pages);
    const what = [filter.list === null ? words.listing.allLists : LIST_NAME[filter.list], filter.category]
        .filter((part) => part !== null)
        .join(' · ');
    const main = html `${renderTrail([
        [words.navigation.lists, '/d'],
        [document.township, toDocumentPath(document.id)],
        [what, null],
    ])}
    <h1>${document.township} ${what}</h1>
    <p class="lead">${words.listing.found(items.length)}</p>
    ${renderFilters(visit, document, filter)}
    ${renderPickRows(items.slice((at - 1) * LIMITS.rows, at * LIMITS.rows))}
    ${renderPager(at, pages, (to) => toListingPath(document.id, { ...filter, page: to }))}`;
    return renderPage(site, visit, {
        title: `${document.township} ${what}`,
        description: words.listing.found(items.length),
        canonicalPath: document.classification === 'public' ? toListingPath(document.id, { ...filter, page: at }) : null,
        section: 'lists',
        main,
    });
}
