// The question form: township, one field, and the conversation so far in hidden fields. Works without script.
import type { DutyDocument } from '../../../duty/index.ts';
import { toExchangeText, type Exchange } from '../content/conversation.ts';
import { html, raw, type Html } from '../html.ts';
import { LIMITS } from '../limits.ts';
import type { Visit } from '../site.ts';
import { words } from '../wording.zh.ts';

export interface AskForm {
  /** Distinguishes the fields of two forms on one page. */
  name: 'ask' | 'ask-on';
  documentId: string | null;
  question: string;
  exchanges: readonly Exchange[];
}

function groupByCounty(documents: readonly DutyDocument[]): [county: string, DutyDocument[]][] {
  const groups = new Map<string, DutyDocument[]>();
  for (const document of documents) {
    const county = `${document.prefecture}${document.county}`;
    const group = groups.get(county);
    if (group) group.push(document);
    else groups.set(county, [document]);
  }
  return [...groups];
}

function renderTownships(documents: readonly DutyDocument[], chosen: string | null): Html {
  return html`<option value="">${words.ask.anyTownship}</option>
    ${groupByCounty(documents).map(
      ([county, members]) =>
        html`<optgroup label="${county}">
          ${members.map(
            ({ id, township }) =>
              html`<option value="${id}" ${id === chosen ? raw(' selected') : ''}>${township}</option>`,
          )}
        </optgroup>`,
    )}`;
}

export function renderAskForm(visit: Visit, form: AskForm): Html {
  const isFirst = form.name === 'ask';
  const id = (part: string): string => `${form.name}-${part}`;
  return html`<form
    class="ask"
    method="get"
    action="/"
    role="search"
    aria-label="${words.ask.formLabel[form.name]}"
  >
    ${form.exchanges.map((exchange) => html`<input type="hidden" name="h" value="${toExchangeText(exchange)}" />`)}
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
