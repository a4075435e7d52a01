// Which rows of which list are about a matter, and what lies on a row's seams.
import type { Corpus, DutyDocument, Item } from '../duty/index.ts';
import type { Lexicon } from '../search/index.ts';
import type { RelatedItem } from './answer.ts';

export interface MatterRows {
  /** Rows of a matter on one list, in source order. */
  of(matterId: string, documentId: string): readonly Item[];
  /** Rows of the same matter or on its seams on the same list: 宣传 on the basic list, 处罚 on the reclaimed one. */
  related(item: Item, document: DutyDocument): RelatedItem[];
}

const MOST_RELATED = 6;

export function createMatterRows(corpus: Corpus, lexicon: Lexicon): MatterRows {
  const byMatter = new Map<string, Map<string, Item[]>>();
  for (const [itemId, links] of Object.entries(lexicon.links)) {
    const item = corpus.item(itemId);
    if (!item) continue;
    for (const { matter } of links) {
      const byDocument = byMatter.get(matter) ?? new Map<string, Item[]>();
      byMatter.set(matter, byDocument);
      const rows = byDocument.get(item.documentId);
      if (rows) rows.push(item);
      else byDocument.set(item.documentId, [item]);
    }
  }
  // seams count both ways
  const seams = new Map<string, Set<string>>();
  const join = (a: string, b: string): void => {
    seams.set(a, (seams.get(a) ?? new Set()).add(b));
  };
  for (const { id, related } of lexicon.matters) {
    for (const other of related) {
      join(id, other);
      join(other, id);
    }
  }
  const of = (matterId: string, documentId: string): readonly Item[] =>
    byMatter.get(matterId)?.get(documentId) ?? [];

  return {
    of,
    related(item, document) {
      const own = (lexicon.links[item.id] ?? []).map(({ matter }) => matter);
      const near = new Set([...own, ...own.flatMap((id) => [...(seams.get(id) ?? [])])]);
      const found = new Map<string, Item>();
      for (const id of near) for (const other of of(id, document.id)) found.set(other.id, other);
      found.delete(item.id);
      return [...found.values()].slice(0, MOST_RELATED).map((other) => ({ item: other, document }));
    },
  };
}
