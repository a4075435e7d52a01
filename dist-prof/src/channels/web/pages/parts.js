import { leadingDepartments, LIST_NAME, LIST_SHORT } from '../../../reply/index.js';
import { toDepartmentPath, toItemPath } from '../addresses.js';
import { markWords } from '../content/highlight.js';
import { html, join } from '../html.js';
import { words } from '../wording.zh.js';
/** The coloured name of a list. The words carry the meaning, the colour repeats it. */
export function renderBadge(list) {
    return html `<span class="badge ${list}">${LIST_NAME[list]}</span>`;
}
/** 配合62 */
export const toShortNumber = (item) => `${LIST_SHORT[item.list]}${item.no}`;
/** One row of a listing: number, name, departments. */
export function renderRow(item, question = null, document = null) {
    const departments = leadingDepartments(item);
    return html `<a class="row" href="${toItemPath(item.id, question)}"
    ><span class="no ${item.list}">${document ? `${document.township} ` : ''}${toShortNumber(item)}</span
    ><span class="name">${item.name}</span>${departments.length > 0 ? html `<span class="by">${departments.join('、')}</span>` : ''}</a
  >`;
}
/** Links to the pages of the departments that lead or took over, as printed. */
export function renderDepartments(item) {
    const organisations = [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])];
    const unique = new Map(organisations.map((organisation) => [organisation.printed, organisation]));
    const links = [...unique.values()].map(({ printed, canonical }) => html `<a href="${toDepartmentPath(item.documentId, canonical)}">${printed}</a>`);
    return html `${join(links, html `、`)}`;
}
export function renderHeading(level, content) {
    switch (level) {
        case 1:
            return html `<h1>${content}</h1>`;
        case 2:
            return html `<h2>${content}</h2>`;
        case 3:
            return html `<h3>${content}</h3>`;
        case 4:
            return html `<h4>${content}</h4>`;
    }
}
/** A duties cell: printed headings (at `level`) and points, every character of them, nothing else. */
export function renderSections(sections, text, marked, level) {
    if (!sections || sections.length === 0) {
        const paragraphs = (text ?? '').split('\n').filter((line) => line !== '');
        return paragraphs.length === 0
            ? html `<p class="quiet">${words.item.emptyCell}</p>`
            : html `${paragraphs.map((line) => html `<p>${markWords(line, marked)}</p>`)}`;
    }
    return html `${sections.map((section) => html `${section.heading === null ? '' : renderHeading(level, markWords(section.heading, marked))}${section.points.map(({ text: point }) => html `<p>${markWords(point, marked)}</p>`)}`)}`;
}
export function renderWarnings(warnings) {
    if (warnings.length === 0)
        return html ``;
    return html `<aside class="note warning" aria-label="${words.item.warnings}">
    <strong>${words.item.warnings}</strong>
    <ul>
      ${warnings.map(({ message, line }) => html `<li>${message}${line === null ? '' : words.item.atLine(line)}</li>`)}
    </ul>
  </aside>`;
}
