import { toDepartmentPath, toDocumentPath } from '../addresses.js';
import { html } from '../html.js';
import { words } from '../wording.zh.js';
import { renderPage, renderTrail } from './layout.js';
import { renderPickRows } from './listing.js';
/** The same office in the other lists that the reader may see. */
function renderElsewhere(visit, document, department) {
    const others = visit.view.documents
        .filter(({ id }) => id !== document.id)
        .flatMap((other) => visit.view
        .departments(other.id)
        .filter(({ stem }) => stem === department.stem)
        .map((own) => ({ other, own })));
    if (others.length === 0)
        return html ``;
    return html `<section aria-labelledby="elsewhere">
    <h2 id="elsewhere">${words.department.elsewhere}</h2>
    <ul class="tally wide">
      ${others.map(({ other, own }) => html `<li>
            <a href="${toDepartmentPath(other.id, own.name)}">${other.township} · ${own.name}</a
            ><span>${words.document.departmentCount(own.cooperative.length, own.reclaimed.length)}</span>
          </li>`)}
    </ul>
  </section>`;
}
export function renderDepartment(site, visit, document, department) {
    const { name, cooperative, reclaimed } = department;
    const summary = words.department.summary(document.township, name, cooperative.length, reclaimed.length);
    const main = html `${renderTrail([
        [words.navigation.lists, '/d'],
        [document.township, toDocumentPath(document.id)],
        [name, null],
    ])}
    <h1>${name}</h1>
    <p class="lead">${summary}</p>
    <section aria-labelledby="asks">
      <h2 id="asks">
        ${words.department.asks(document.township)}
        <span class="count cooperative">${cooperative.length}</span>
      </h2>
      ${cooperative.length > 0 ? renderPickRows(cooperative) : html `<p class="quiet">${words.department.none}</p>`}
    </section>
    <section aria-labelledby="took">
      <h2 id="took">${words.department.tookOver} <span class="count reclaimed">${reclaimed.length}</span></h2>
      ${reclaimed.length > 0 ? renderPickRows(reclaimed) : html `<p class="quiet">${words.department.none}</p>`}
    </section>
    ${renderElsewhere(visit, document, department)}`;
    return renderPage(site, visit, {
        title: `${name} · ${document.township}`,
        description: summary,
        canonicalPath: document.classification === 'public' ? toDepartmentPath(document.id, name) : null,
        section: 'lists',
        main,
    });
}
