import { LIST_NAME } from '../../../reply/index.js';
import { toDocumentPath, toItemPath, toSourcePath } from '../addresses.js';
import { pageOfLine, toSourcePages } from '../content/source-pages.js';
import { html } from '../html.js';
import { words } from '../wording.zh.js';
import { renderPage, renderPager, renderTrail } from './layout.js';
export function renderSource(site, visit, { document, lines, item, page }) {
    const pages = toSourcePages(lines);
    const wanted = page ?? (item ? pageOfLine(pages, item.source.startLine) : 1);
    const at = Math.min(Math.max(1, wanted), Math.max(1, pages.length));
    const shown = pages[at - 1] ?? { firstLine: 1, lines: [] };
    const isOwn = (line) => item !== null && line >= item.source.startLine && line <= item.source.endLine;
    const main = html `${renderTrail([
        [words.navigation.lists, '/d'],
        [document.township, toDocumentPath(document.id)],
        [words.document.source, null],
    ])}
    <h1>${words.document.sourceOf(document.township)}</h1>
    <p class="lead">${words.document.sourceLead}</p>
    ${item
        ? html `<p class="note info">
            ${words.document.marked(item.source.startLine, item.source.endLine)}<a
              href="${toItemPath(item.id)}"
              >${LIST_NAME[item.list]}${words.item.number(item.no)} ${item.name}</a
            >
          </p>`
        : ''}
    <ol class="lines" start="${shown.firstLine}">
      ${shown.lines.map((text, i) => {
        const line = shown.firstLine + i;
        return isOwn(line)
            ? html `<li id="L${line}" value="${line}" class="own"><mark>${text}</mark></li>`
            : html `<li id="L${line}" value="${line}"><span>${text}</span></li>`;
    })}
    </ol>
    ${renderPager(at, pages.length, (to) => toSourcePath(document.id, { page: to, ...(item ? { item: item.id } : {}) }))}`;
    return renderPage(site, visit, {
        title: words.document.sourceOf(document.township),
        description: words.document.sourceLead,
        canonicalPath: null,
        section: 'lists',
        main,
    });
}
