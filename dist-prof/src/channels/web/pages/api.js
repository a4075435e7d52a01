// The readable page of the interface, from the same table as the OpenAPI document.
import { z } from 'zod';
import { OPERATIONS } from '../api/operations.js';
import { PROBLEMS } from '../api/problem.js';
import { withQuery } from '../addresses.js';
import { html } from '../html.js';
import { apiPageWords, apiWords } from '../api/wording.zh.js';
import { renderPage } from './layout.js';
import { renderTable } from './table.js';
function toParameters(object, place) {
    return Object.entries(object.shape).map(([name, schema]) => ({
        name,
        place,
        required: place === 'path' || !schema.safeParse(undefined).success,
        description: schema.meta()?.description ?? '',
    }));
}
/** An address that works with what is loaded now; null for operations that take a body. */
function toExample(operation, visit) {
    if (operation.method === 'post')
        return null;
    const [document] = visit.view.documents;
    const ids = {
        getItem: visit.view.items(document?.id ?? '')[0]?.id,
        getMatter: visit.view.matters[0]?.matter.id,
        getDocument: document?.id,
    };
    const path = `/api/v1${operation.path.replace('{id}', encodeURIComponent(ids[operation.id] ?? ''))}`;
    return operation.id === 'ask'
        ? withQuery(path, { q: apiWords.exampleQuestion, township: document?.township })
        : path;
}
function renderOperation(operation, visit) {
    const parameters = [...toParameters(operation.params, 'path'), ...toParameters(operation.query, 'query')];
    const example = toExample(operation, visit);
    return html `<section aria-labelledby="op-${operation.id}">
    <h3 id="op-${operation.id}"><code>${operation.method.toUpperCase()} /api/v1${operation.path}</code></h3>
    <p>${operation.summary}</p>
    ${parameters.length === 0
        ? ''
        : renderTable({
            label: `${apiPageWords.parameters} ${operation.id}`,
            header: apiPageWords.parameterHeader,
            className: 'params',
            rows: parameters.map(({ name, place, required, description }) => ({
                cells: [
                    html `<code>${name}</code>`,
                    apiPageWords.places[place],
                    required ? apiPageWords.yes : apiPageWords.no,
                    description,
                ],
            })),
        })}
    ${operation.body === null ? '' : html `<p>${apiPageWords.body}：<code>AskRequest</code></p>`}
    ${example === null ? '' : html `<p>${apiPageWords.tryIt}：<a class="break" href="${example}">${decodeURIComponent(example)}</a></p>`}
  </section>`;
}
export function renderApiPage(site, visit) {
    return renderPage(site, visit, {
        title: apiPageWords.title,
        description: apiPageWords.lead,
        canonicalPath: '/api',
        section: 'api',
        main: html `<h1>${apiPageWords.title}</h1>
      <p class="lead">${apiPageWords.lead}</p>
      <ul>
        <li class="alone"><a href="/api/v1/openapi.json">${apiPageWords.openapi}</a></li>
        <li>${apiPageWords.authentication}</li>
        <li>${apiPageWords.caching}</li>
        <li>${apiPageWords.errors}</li>
      </ul>
      <section class="operations" aria-labelledby="operations">
        <h2 id="operations">${apiPageWords.operations}</h2>
        ${OPERATIONS.map((operation) => renderOperation(operation, visit))}
      </section>
      <section aria-labelledby="problems">
        <h2 id="problems">${apiPageWords.problems}</h2>
        <dl class="fields">
          ${Object.entries(PROBLEMS).map(([code, { status, title, detail }]) => html `<div id="problem-${code}">
                <dt>${code}（${status}）</dt>
                <dd>${title}。${detail}</dd>
              </div>`)}
        </dl>
      </section>`,
    });
}
