// The dispute sheet: rows word for word with what proves them, made to be printed on A4.
import { sourceText, verdictSentence } from '../../../reply/index.js';
import { toItemPath, toSheetPath } from '../addresses.js';
import { toIntegrityHash } from '../content/canonical-text.js';
import { renderQrCode } from '../content/qr.js';
import { toSheetText } from '../content/sheet-text.js';
import { toBeijingTime } from '../content/time.js';
import { html } from '../html.js';
import { LIMITS } from '../limits.js';
import { words } from '../wording.zh.js';
import { renderCard } from './item.js';
import { renderPage } from './layout.js';
import { renderWarnings } from './parts.js';
function renderRowProof(row) {
    return html `<div class="stamp">
    <dl class="fields">
      <div>
        <dt>${words.item.source}</dt>
        <dd>${sourceText(row.item, row.document)}</dd>
      </div>
      <div>
        <dt>${words.sheet.document}</dt>
        <dd>${row.document.title}${row.document.edition === '' ? '' : `，${row.document.edition}`}</dd>
      </div>
      <div>
        <dt>${words.item.permalink}</dt>
        <dd><span class="break">${row.permalink}</span></dd>
      </div>
      <div>
        <dt>${words.item.hash}</dt>
        <dd><code class="break">${toIntegrityHash(row.item, row.document)}</code></dd>
      </div>
    </dl>
    <figure>
      ${renderQrCode(row.permalink, words.sheet.qr)}
      <figcaption>${words.sheet.scan}</figcaption>
    </figure>
  </div>`;
}
export function renderSheet(site, visit, sheet) {
    const { rows, question } = sheet;
    const ids = rows.map(({ item }) => item.id);
    const grant = rows[0]?.grant ?? null;
    const time = toBeijingTime(visit.now);
    const main = html `<div class="screen-only">
      <ul class="actions">
        <li><button class="button primary" type="button" data-print hidden>${words.sheet.print}</button></li>
        <li>
          <a class="button" href="${toSheetPath(ids, question, grant, '.txt')}">${words.sheet.asText}</a>
        </li>
        ${rows[0] ? html `<li><a class="button" href="${toItemPath(rows[0].item.id)}${grant === null ? '' : `?k=${encodeURIComponent(grant)}`}">${words.sheet.back}</a></li>` : ''}
      </ul>
      <p class="quiet">${words.sheet.printHint}</p>
      ${sheet.leftOut > 0 ? html `<p class="note warning">${words.sheet.leftOut(sheet.leftOut, LIMITS.sheetItems)}</p>` : ''}
    </div>
    <div class="sheet">
      <header>
        <h1>${words.sheet.title}</h1>
        <dl class="fields">
          <div>
            <dt>${words.sheet.question}</dt>
            <dd>${question ?? words.sheet.noQuestion}</dd>
          </div>
          <div>
            <dt>${words.sheet.time}</dt>
            <dd>${time}${words.sheet.zone}</dd>
          </div>
          <div>
            <dt>${words.sheet.rows}</dt>
            <dd>${words.sheet.rowCount(rows.length)}</dd>
          </div>
        </dl>
      </header>
      ${rows.map((row) => html `<section class="sheet-row">${renderCard(row, 2)}${renderWarnings(row.item.warnings)}${renderRowProof(row)}</section>`)}
      <footer>
        <p>${words.sheet.footer}</p>
        <p>${words.item.hashExplain}</p>
      </footer>
    </div>
    <section class="screen-only" aria-labelledby="forward">
      <h2 id="forward">${words.sheet.forward}</h2>
      <label for="text">${words.sheet.forwardLabel}</label>
      <textarea
        id="text"
        class="citation"
        readonly
        rows="12"
        data-copy="${words.copy.button}"
        data-copied="${words.copy.done}"
      >
${toSheetText(rows, question, visit.now)}</textarea>
    </section>`;
    return renderPage(site, visit, {
        title: words.sheet.title,
        description: rows[0] ? verdictSentence(rows[0].item, rows[0].document.township) : words.sheet.title,
        canonicalPath: null,
        section: null,
        main,
    });
}
