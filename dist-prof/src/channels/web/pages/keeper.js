import { KEEPER_REASONS } from '../content/keeper-questions.js';
import { toAskPath, toItemPath, withQuery } from '../addresses.js';
import { toShortBeijingTime } from '../content/time.js';
import { html, raw } from '../html.js';
import { LIMITS } from '../limits.js';
import { words } from '../wording.zh.js';
import { renderPage, renderPager } from './layout.js';
import { toShortNumber } from './parts.js';
import { renderTable } from './table.js';
function toRow(visit, entry) {
    const items = entry.itemIds.flatMap((id) => visit.view.item(id) ?? []);
    const township = entry.documentId === null ? null : visit.view.document(entry.documentId);
    return {
        cells: [
            html `<span class="time">${toShortBeijingTime(entry.at)}</span>`,
            html `<span class="reason ${entry.reason}">${words.keeper.reasons[entry.reason]}</span>`,
            html `<a href="${toAskPath(entry.documentId, entry.question)}">${entry.question}</a>`,
            township?.township ?? '',
            html `${words.keeper.decisions[entry.decision] ?? entry.decision}${items.map((item) => html ` <a href="${toItemPath(item.id)}">${toShortNumber(item)}</a>`)}`,
            entry.comments.join('；'),
            entry.platform,
        ],
    };
}
export function renderKeeper(site, visit, all, reason, page) {
    const shown = reason === null ? all : all.filter((entry) => entry.reason === reason);
    const pages = Math.max(1, Math.ceil(shown.length / LIMITS.rows));
    const at = Math.min(page, pages);
    const count = (one) => one === null ? all.length : all.filter((entry) => entry.reason === one).length;
    const main = html `<h1>${words.keeper.title}</h1>
    <p class="lead">${words.keeper.lead(LIMITS.keeperDays)}</p>
    <nav class="filters" aria-label="${words.keeper.filters}">
      <ul>
        ${[null, ...KEEPER_REASONS].map((one) => html `<li>
              <a
                href="${withQuery('/keeper', { reason: one })}"
                ${one === reason ? raw(' aria-current="true"') : ''}
                >${one === null ? words.keeper.all : words.keeper.reasons[one]} <span>${count(one)}</span></a
              >
            </li>`)}
      </ul>
    </nav>
    <p>
      <a class="button" href="${withQuery('/keeper/questions.csv', { reason })}" download
        >${words.keeper.download}</a
      >
    </p>
    ${shown.length === 0
        ? html `<p class="note info">${words.keeper.none}</p>`
        : renderTable({
            label: words.keeper.title,
            header: words.keeper.header,
            rows: shown.slice((at - 1) * LIMITS.rows, at * LIMITS.rows).map((entry) => toRow(visit, entry)),
        })}
    ${renderPager(at, pages, (to) => withQuery('/keeper', { reason, page: to === 1 ? null : to }))}`;
    return renderPage(site, visit, {
        title: words.keeper.title,
        description: words.keeper.title,
        canonicalPath: null,
        section: 'account',
        main,
    });
}
