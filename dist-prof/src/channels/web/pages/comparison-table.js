import { leadingDepartments, LIST_NAME } from '../../../reply/index.js';
import { toItemPath } from '../addresses.js';
import { compareTexts } from '../content/difference.js';
import { html, join } from '../html.js';
import { words } from '../wording.zh.js';
import { toShortNumber } from './parts.js';
import { renderTable } from './table.js';
/** Pieces with the differing ones marked. */
export function renderPieces(pieces) {
    return html `${pieces.map(({ text, differs }) => (differs ? html `<mark class="differs">${text}</mark>` : text))}`;
}
/** Printed names of an item's offices, and the same without their places, by which they are compared. */
function toStems(view, item) {
    const named = [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])];
    return new Map(named.map(({ printed, canonical }) => [printed, view.stemOf(item.documentId, canonical)]));
}
function renderOffices(view, item, base) {
    const own = toStems(view, item);
    const baseStems = new Set(toStems(view, base).values());
    const names = leadingDepartments(item).map((printed) => item === base || baseStems.has(own.get(printed) ?? '')
        ? html `${printed}`
        : html `<mark class="differs">${printed}</mark>`);
    const missing = item === base ? [] : [...toStems(view, base)].filter(([, stem]) => ![...own.values()].includes(stem));
    return html `${names.length > 0 ? join(names, html `、`) : html `<span class="quiet">${words.compare.noOffice}</span>`}${missing.length > 0
        ? html `<span class="missing">${words.compare.withoutOffice(missing.map(([printed]) => printed))}</span>`
        : ''}`;
}
/** The name with what the base lacks marked, and below it what only the base has. */
function renderName(item, document, base, baseDocument) {
    if (item === base)
        return html `${item.name}`;
    const lacking = compareTexts(base.name, baseDocument, item.name, document).flatMap(({ text, differs }) => differs ? [text] : []);
    return html `${renderPieces(compareTexts(item.name, document, base.name, baseDocument))}${lacking.length > 0 ? html `<span class="missing">${words.compare.lacks(lacking)}</span>` : ''}`;
}
/** Rows in the order given; differences are against `base`, which must be one of them. */
export function renderComparisonTable(visit, items, base) {
    const baseDocument = visit.view.document(base.documentId);
    const rows = items.flatMap((item) => {
        const document = visit.view.document(item.documentId);
        if (!document || !baseDocument)
            return [];
        const list = html `${LIST_NAME[item.list]}`;
        const cells = [
            html `${document.township}<span class="quiet">${document.county}</span>`,
            html `${item.list === base.list ? list : html `<mark class="differs">${list}</mark>`}
        <a class="number" href="${toItemPath(item.id)}">${toShortNumber(item)}</a>`,
            renderName(item, document, base, baseDocument),
            renderOffices(visit.view, item, base),
        ];
        return [{ cells, isBase: item === base }];
    });
    const { header, table: label } = words.compare;
    return html `${renderTable({ label, header, rows, className: 'compare' })}
    <p class="legend">
      <mark class="differs">${words.compare.legendMark}</mark>
      ${words.compare.legend(baseDocument?.township ?? '')}
    </p>`;
}
