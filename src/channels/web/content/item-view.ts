// Everything that the page, the sheet and the plain text of one item show, for one reader.
import type { Answer, Hit } from '../../../answer/index.ts';
import { toPermalink, type DutyDocument, type Item } from '../../../duty/index.ts';
import { isGrantFor } from '../access/item-link.ts';
import { LIMITS } from '../limits.ts';
import type { MatterRows } from '../lists-view.ts';
import type { Site, Visit } from '../site.ts';

export interface ItemView {
  item: Item;
  document: DutyDocument;
  /** The question that led here and its words to mark. */
  question: string | null;
  marked: readonly string[];
  /** Other rows of the same matter or its seam on this township's lists. */
  related: readonly Item[];
  previous: Item | null;
  next: Item | null;
  matter: MatterRows | null;
  /** Set when only this one item may be seen, by a signed link: nothing points to other rows then. */
  grant: string | null;
  permalink: string;
}

/** The item for this reader, or null: not there, not for them, or the grant is for another item or too old. */
export function findItemView(
  site: Site,
  visit: Visit,
  id: string,
  query: { question: string | null; grant: string | null },
): ItemView | null {
  const { corpus, config } = site.deps;
  const visible = visit.view.item(id);
  const granted = query.grant !== null && isGrantFor(id, query.grant, config.signingKey, visit.now);
  const item = visible ?? (granted ? corpus.item(id) : null);
  const document = item ? corpus.document(item.documentId) : null;
  if (!item || !document) return null;
  const only = visible === null;
  const siblings = only ? [] : visit.view.items(document.id).filter(({ list }) => list === item.list);
  const at = siblings.indexOf(item);
  return {
    item,
    document,
    question: query.question,
    marked: only ? [] : findMarkedWords(site, visit, item, query.question),
    related: only ? [] : findRelated(site, visit, item),
    previous: siblings[at - 1] ?? null,
    next: siblings[at + 1] ?? null,
    matter: only ? null : (visit.view.mattersOf(item.id)[0] ?? null),
    grant: only ? query.grant : null,
    permalink: toPermalink(config.baseUrl, item.id),
  };
}

/** Words of the question that speak for this row, if it is among the rows that the question brings up. */
function findMarkedWords(site: Site, visit: Visit, item: Item, question: string | null): readonly string[] {
  if (question === null || question.length > LIMITS.question) return [];
  const answer = site.deps.engine.answer({
    text: question,
    documentId: item.documentId,
    history: [],
    visible: visit.view.visible,
  });
  return toHits(answer).find((hit) => hit.item === item)?.why.words ?? [];
}

function toHits(answer: Answer): readonly Hit[] {
  if (answer.kind === 'item') return [answer.hit, ...answer.others];
  if (answer.kind === 'choice') return [...answer.candidates, ...answer.others];
  return answer.kind === 'not_listed' ? answer.nearest : [];
}

function findRelated(site: Site, visit: Visit, item: Item): Item[] {
  const answer = site.deps.engine.answer({
    text: item.id,
    documentId: item.documentId,
    history: [],
    visible: visit.view.visible,
  });
  return answer.kind === 'item' ? answer.related.map((related) => related.item) : [];
}
