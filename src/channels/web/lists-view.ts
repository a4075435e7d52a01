// The lists as one reader may see them. Every page and every answer of the interface gets its rows from here, so
// that what a reader must not see does not exist for any of them.
import {
  createOrganisationLexicon,
  toOrganisationParts,
  toPlainPlaceName,
  type Corpus,
  type DutyDocument,
  type Item,
  type ListKind,
  type OrganisationLexicon,
} from '../../duty/index.ts';
import type { Lexicon, Matter } from '../../search/index.ts';

/** A department of one township's lists. */
export interface Department {
  /** Canonical name, by which its items are collected. */
  name: string;
  /** Without its place; equal for the same office of two counties. */
  stem: string;
  /** Rows in which the township assists it, and rows that it took over; source order. */
  cooperative: readonly Item[];
  reclaimed: readonly Item[];
}

/** A matter with the rows that a reader may see; `items` are in document order. */
export interface MatterRows {
  matter: Matter;
  items: readonly Item[];
}

export interface ListsView {
  documents: readonly DutyDocument[];
  /** Ids of {@link documents}, as questions to the engine want them. */
  visible: ReadonlySet<string>;
  document(id: string): DutyDocument | null;
  items(documentId: string): readonly Item[];
  item(id: string): Item | null;
  /** Departments of a document, those with most rows first. */
  departments(documentId: string): readonly Department[];
  /** A department's name without its place: equal for the same office of two counties. */
  stemOf(documentId: string, canonical: string): string;
  /** Matters with at least one visible row, in catalogue order. */
  matters: readonly MatterRows[];
  matter(id: string): MatterRows | null;
  /** The matters of an item, best link first. */
  mattersOf(itemId: string): readonly MatterRows[];
}

/** `visible`: ids of the documents that exist for the reader. */
export function createListsView(corpus: Corpus, lexicon: Lexicon, visible: ReadonlySet<string>): ListsView {
  const organisations = createOrganisationLexicon(lexicon.organisations);
  const documents = corpus.documents.filter((document) => visible.has(document.id));
  const departments = new Map<string, readonly Department[]>();
  const matters = collectMatters(corpus, lexicon, documents);
  const mattersById = new Map(matters.map((rows) => [rows.matter.id, rows]));
  const document = (id: string): DutyDocument | null => (visible.has(id) ? corpus.document(id) : null);

  return {
    documents,
    visible,
    document,
    items: (documentId) => (visible.has(documentId) ? corpus.items(documentId) : []),
    item(id) {
      const item = corpus.item(id);
      return item && visible.has(item.documentId) ? item : null;
    },
    departments(documentId) {
      const owner = document(documentId);
      if (!owner) return [];
      const known = departments.get(documentId);
      if (known) return known;
      const collected = collectDepartments(owner, corpus.items(documentId), organisations);
      departments.set(documentId, collected);
      return collected;
    },
    stemOf(documentId, canonical) {
      const owner = document(documentId);
      return owner ? toStem(canonical, owner, organisations) : canonical;
    },
    matters,
    matter: (id) => mattersById.get(id) ?? null,
    mattersOf: (itemId) =>
      (lexicon.links[itemId] ?? []).flatMap((link) => mattersById.get(link.matter) ?? []),
  };
}

/** Counts of rows by category, in printed order. */
export function countCategories(items: readonly Item[]): { category: string; list: ListKind; n: number }[] {
  const counts = new Map<string, { category: string; list: ListKind; n: number }>();
  for (const { category, list } of items) {
    if (category === '') continue;
    const key = `${list} ${category}`;
    const count = counts.get(key);
    if (count) count.n++;
    else counts.set(key, { category, list, n: 1 });
  }
  return [...counts.values()];
}

/** 疏勒县民政局 → 民政局; 喀什地区生态环境局疏勒县分局 → 生态环境局分局. */
function toStem(name: string, document: DutyDocument, organisations: OrganisationLexicon): string {
  const { stem } = toOrganisationParts(name, document, organisations);
  const own = [document.county, toPlainPlaceName(document.county), document.prefecture].filter(
    (place) => place !== '',
  );
  return own.reduce((rest, place) => rest.replace(place, ''), stem);
}

function collectMatters(corpus: Corpus, lexicon: Lexicon, documents: readonly DutyDocument[]): MatterRows[] {
  const items = new Map<string, Item[]>();
  for (const document of documents) {
    for (const item of corpus.items(document.id)) {
      for (const link of lexicon.links[item.id] ?? []) {
        const rows = items.get(link.matter);
        if (rows) rows.push(item);
        else items.set(link.matter, [item]);
      }
    }
  }
  return lexicon.matters.flatMap((matter) => {
    const rows = items.get(matter.id);
    return rows ? [{ matter, items: rows }] : [];
  });
}

function collectDepartments(
  document: DutyDocument,
  items: readonly Item[],
  organisations: OrganisationLexicon,
): Department[] {
  const found = new Map<string, { cooperative: Item[]; reclaimed: Item[] }>();
  for (const item of items) {
    const named = [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])];
    for (const name of new Set(named.map(({ canonical }) => canonical))) {
      const rows = found.get(name) ?? { cooperative: [], reclaimed: [] };
      found.set(name, rows);
      (item.list === 'reclaimed' ? rows.reclaimed : rows.cooperative).push(item);
    }
  }
  return [...found]
    .map(([name, rows]) => ({ name, stem: toStem(name, document, organisations), ...rows }))
    .toSorted(
      (a, b) =>
        b.cooperative.length + b.reclaimed.length - a.cooperative.length - a.reclaimed.length ||
        (a.name < b.name ? -1 : 1),
    );
}
