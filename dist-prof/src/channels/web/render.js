import { toItemPath } from './addresses.js';
import { markWords } from './content/highlight.js';
import { html } from './html.js';
import { renderTable } from './pages/table.js';
import { words } from './wording.zh.js';
function renderQuoteSection(section, marked) {
    return html `${section.heading === null ? '' : html `<h4>${markWords(section.heading, marked)}</h4>`}${section.points.map((point) => html `<p>${markWords(point, marked)}</p>`)}`;
}
function renderEntry(entry, marker, options) {
    const path = marker === 'choice' ? options.toAskOn(entry.itemId) : toItemPath(entry.itemId, options.question);
    return html `<li>
    <a class="row" href="${path}"
      ><span class="name">${entry.label}</span
      >${entry.note === null ? '' : html `<span class="by">${entry.note}</span>`}</a
    >
  </li>`;
}
function renderBlock(block, options) {
    switch (block.type) {
        case 'text':
            return html `${block.text.split('\n').map((line) => html `<p>${line}</p>`)}`;
        case 'fields':
            return html `<dl class="fields">
        ${block.rows.map(({ label, value }) => html `<div>
              <dt>${label}</dt>
              <dd>${markWords(value, options.marked)}</dd>
            </div>`)}
      </dl>`;
        case 'quote': {
            const body = html `<blockquote>
        ${block.sections.map((section) => renderQuoteSection(section, options.marked))}
      </blockquote>`;
            return block.fold
                ? html `<details class="quote">
            <summary><h3>${block.title}</h3></summary>
            ${body}
          </details>`
                : html `<section class="quote">
            <h3>${block.title}</h3>
            ${body}
          </section>`;
        }
        case 'entries':
            return html `<section class="entries is-${block.marker}">
        <h3>${block.title}</h3>
        <ul class="rows">
          ${block.entries.map((entry) => renderEntry(entry, block.marker, options))}
        </ul>
      </section>`;
        case 'table':
            return renderTable({
                label: words.ask.table,
                header: block.header,
                rows: block.rows.map((cells) => ({ cells })),
            });
        case 'note':
            return html `<p class="note ${block.level}">${block.text}</p>`;
        case 'source':
            return html `<p class="source"><span class="label">${words.item.source}</span>${block.text}</p>`;
    }
}
/** Where an action leads; null for rows that the reply's entries link to already. */
function toActionPath(action, shown, options) {
    switch (action.type) {
        case 'ask':
            return options.toAskOn(action.question);
        case 'choose-township':
            return options.toSameFor(action.documentId);
        case 'open-item':
            return shown.has(action.itemId) ? null : toItemPath(action.itemId, options.question);
    }
}
/** The reply below its headline; the headline itself is the caller's heading. */
export function renderReply(reply, options) {
    const shown = new Set(reply.blocks.flatMap((block) => block.type === 'entries' ? block.entries.map(({ itemId }) => itemId) : []));
    const actions = reply.actions.flatMap((action) => {
        const path = toActionPath(action, shown, options);
        return path === null ? [] : [{ label: action.label, path }];
    });
    return html `${reply.blocks.map((block) => renderBlock(block, options))}${actions.length > 0
        ? html `<ul class="actions">
          ${actions.map(({ label, path }) => html `<li><a class="button" href="${path}">${label}</a></li>`)}
        </ul>`
        : ''}`;
}
