// All lists that are loaded, and one list: what was imported, how it divides, what the audit found.
import { LIST_KINDS } from '../../../duty/index.js';
import { LIST_NAME, wording } from '../../../reply/index.js';
import { toAskPath, toDepartmentPath, toItemPath, toListingPath, toSourcePath } from '../addresses.js';
import { html, raw } from '../html.js';
import { countCategories } from '../lists-view.js';
import { words } from '../wording.zh.js';
import { renderDocumentCard } from './home.js';
import { renderPage, renderTrail } from './layout.js';
export function renderDocuments(site, visit) {
    const { documents } = visit.view;
    return renderPage(site, visit, {
        title: words.document.all,
        description: words.document.allLead(documents.length),
        canonicalPath: '/d',
        section: 'lists',
        main: html `<h1>${words.document.all}</h1>
      <p class="lead">${words.document.allLead(documents.length)}</p>
      <ul class="cards">
        ${documents.map((document) => renderDocumentCard(document, 'h2'))}
      </ul>`,
    });
}
function renderFacts(document) {
    const { declared, counts } = document;
    const counted = wording.counted(counts.basic, counts.cooperative, counts.reclaimed);
    const rows = [
        [words.document.title, document.title],
        [words.document.place, `${document.prefecture}${document.county}${document.township}`],
        [
            words.document.edition,
            [document.edition, ...document.remarks].filter((text) => text !== '').join('，'),
        ],
        [words.document.classification, words.document.classifications[document.classification]],
        [words.document.printed, counted],
        [
            words.document.declared,
            declared === null
                ? words.document.notDeclared
                : wording.counted(declared.basic, declared.cooperative, declared.reclaimed),
        ],
        [words.document.file, html `<span class="break">${document.file}</span>`],
        [words.document.sha256, html `<code class="break">${document.sha256}</code>`],
    ];
    return html `<dl class="fields">
    ${rows.map(([label, value]) => html `<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`)}
  </dl>`;
}
function renderCategories(visit, document) {
    const categories = countCategories(visit.view.items(document.id));
    return html `<section aria-labelledby="categories">
    <h2 id="categories">${words.document.byCategory}</h2>
    <div class="columns">
      ${LIST_KINDS.map((list) => html `<section class="column">
            <h3>
              <a href="${toListingPath(document.id, { list })}">${LIST_NAME[list]}</a>
              <span class="count ${list}">${document.counts[list]}</span>
            </h3>
            <ul class="tally">
              ${categories
        .filter((one) => one.list === list)
        .map(({ category, n }) => html `<li>
                      <a href="${toListingPath(document.id, { list, category })}">${category}</a
                      ><span>${n}</span>
                    </li>`)}
            </ul>
          </section>`)}
    </div>
  </section>`;
}
function renderOffices(visit, document) {
    const departments = visit.view.departments(document.id);
    return html `<section aria-labelledby="departments">
    <h2 id="departments">${words.document.byDepartment}</h2>
    <p class="quiet">${words.document.byDepartmentLead(departments.length)}</p>
    <ul class="tally wide">
      ${departments.map(({ name, cooperative, reclaimed }) => html `<li>
            <a href="${toDepartmentPath(document.id, name)}">${name}</a
            ><span>${words.document.departmentCount(cooperative.length, reclaimed.length)}</span>
          </li>`)}
    </ul>
  </section>`;
}
function renderFinding(visit, document, finding) {
    const list = LIST_KINDS.find((kind) => kind === finding.list) ?? null;
    const item = list !== null && finding.no !== null
        ? visit.view.items(document.id).find((one) => one.list === list && one.no === finding.no)
        : undefined;
    const place = list === null
        ? ''
        : finding.no === null
            ? LIST_NAME[list]
            : `${LIST_NAME[list]}${words.item.number(finding.no)}`;
    return html `<li>
    ${place === '' ? '' : item ? html `<a href="${toItemPath(item.id)}">${place}</a>：` : `${place}：`}${finding.message}${finding.line === null ? '' : words.item.atLine(finding.line)}
  </li>`;
}
/** The audit in plain words; `rows` findings at most, the serious first. */
function renderAudit(visit, document, audit) {
    if (!audit)
        return html ``;
    const { ledger, findings } = audit;
    const groups = ['error', 'warning', 'info']
        .map((severity) => ({ severity, own: findings.filter((finding) => finding.severity === severity) }))
        .filter(({ own }) => own.length > 0);
    return html `<section aria-labelledby="audit">
    <h2 id="audit">${words.audit.title}</h2>
    <p>
      ${words.audit.ledger(ledger.characters, ledger.cells, ledger.furniture, ledger.preface, ledger.noise)}
    </p>
    <p>${words.audit.shape[audit.shape] ?? ''}</p>
    ${groups.length === 0
        ? html `<p>${words.audit.clean}</p>`
        : groups.map(({ severity, own }) => html `<details${severity === 'info' ? '' : raw(' open')}>
              <summary><h3>${words.audit.severities[severity]}（${own.length}）</h3></summary>
              <ul class="findings">
                ${own.map((finding) => renderFinding(visit, document, finding))}
              </ul>
            </details>`)}
  </section>`;
}
export function renderDocument(site, visit, document) {
    const audit = site.deps.audit?.documents.find(({ id }) => id === document.id) ?? null;
    const main = html `${renderTrail([
        [words.navigation.lists, '/d'],
        [document.township, null],
    ])}
    <h1>${document.title}</h1>
    ${renderFacts(document)}
    ${document.amendment
        ? html `<section class="quote">
            <h2>${wording.amendment}</h2>
            <blockquote><p>${document.amendment.text}</p></blockquote>
          </section>`
        : ''}
    <ul class="actions">
      <li>
        <a class="button primary" href="${toAskPath(document.id, null)}"
          >${words.document.ask(document.township)}</a
        >
      </li>
      <li><a class="button" href="${toListingPath(document.id, {})}">${words.document.allItems}</a></li>
      <li><a class="button" href="${toSourcePath(document.id, {})}">${words.document.source}</a></li>
    </ul>
    ${renderCategories(visit, document)}${renderOffices(visit, document)}${renderAudit(visit, document, audit)}`;
    return renderPage(site, visit, {
        title: document.title,
        description: wording.counted(document.counts.basic, document.counts.cooperative, document.counts.reclaimed),
        canonicalPath: document.classification === 'public' ? `/d/${document.id}` : null,
        section: 'lists',
        main,
    });
}
