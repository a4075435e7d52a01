// The loaded lists: documents and their items, looked up by id. Reading the file is the app's work.
import type { DutyDocument, DutyFile } from './document.ts';
import type { Item, ListKind } from './item.ts';

export interface Corpus {
  documents: readonly DutyDocument[];
  document(id: string): DutyDocument | null;
  /** A document's items in source order; empty for an unknown id. */
  items(documentId: string): readonly Item[];
  item(id: string): Item | null;
  /** The item with a printed number; the first where a list prints the number twice. */
  itemByNumber(documentId: string, list: ListKind, no: number): Item | null;
}

export function createCorpus(file: DutyFile): Corpus {
  const documents = new Map(file.documents.map((document) => [document.id, document]));
  const byDocument = new Map<string, Item[]>(file.documents.map((document) => [document.id, []]));
  const byId = new Map<string, Item>();
  for (const item of file.items) {
    byDocument.get(item.documentId)?.push(item);
    byId.set(item.id, item);
  }
  return {
    documents: file.documents,
    document: (id) => documents.get(id) ?? null,
    items: (documentId) => byDocument.get(documentId) ?? [],
    item: (id) => byId.get(id) ?? null,
    itemByNumber: (documentId, list, no) =>
      byDocument.get(documentId)?.find((item) => item.list === list && item.no === no) ?? null,
  };
}
