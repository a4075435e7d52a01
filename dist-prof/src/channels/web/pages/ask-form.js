import { toExchangeText } from '../content/conversation.js';
import { html, raw } from '../html.js';
import { LIMITS } from '../limits.js';
import { words } from '../wording.zh.js';
function groupByCounty(documents) {
    const groups = new Map();
    for (const document of documents) {
        const county = `${document.prefecture}${document.county}`;
        const group = groups.get(county);
        if (group)
            group.push(document);
        else
            groups.set(county, [document]);
    }
    return [...groups];
}
function renderTownships(documents, chosen) {
    return html `<option value="">${words.ask.anyTownship}</option>
    ${groupByCounty(documents).map(([county, members]) => html `<optgroup label="${county}">
          ${members.map(({ id, township }) => html `<option value="${id}" ${id === chosen ? raw(' selected') : ''}>${township}</option>`)}
        </optgroup>`)}`;
}
export function renderAskForm(visit, form) {
    const isFirst = form.name === 'ask';
    const id = (part) => `${form.name}-${part}`;
    return html `<form
    class="ask"
    method="get"
    action="/"
    role="search"
    aria-label="${words.ask.formLabel[form.name]}"
  >
    ${form.exchanges.map((exchange) => html `<input type="hidden" name="h" value="${toExchangeText(exchange)}" />`)}
    <div class="field township">
      <label for="${id('t')}">${words.ask.township}</label>
      <select
        id="${id('t')}"
        name="t"
        data-remember="${isFirst && form.question === '' ? 'restore' : 'save'}"
      >
        ${renderTownships(visit.view.documents, form.documentId)}
      </select>
    </div>
    <div class="field question">
      <label for="${id('q')}">${isFirst ? words.ask.question : words.ask.askOn}</label>
      <div class="combo">
        <input
          id="${id('q')}"
          name="q"
          type="search"
          enterkeyhint="search"
          autocomplete="off"
          maxlength="${LIMITS.question}"
          placeholder="${isFirst ? words.ask.placeholder : words.ask.placeholderOn}"
          value="${form.question}"
          data-suggest="/suggest"
          data-status="${words.ask.suggestionsFound}"
          data-list-label="${words.ask.suggestions}"
        />
      </div>
    </div>
    <button class="primary">${words.ask.submit}</button>
  </form>`;
}
