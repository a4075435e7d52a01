// What could be meant by the first characters of a question: everyday phrases of matters, and names of rows.
import type { Item } from '../../../duty/index.ts';
import { normalize, type Characters } from '../../../language/index.ts';
import { LIST_SHORT } from '../../../reply/index.ts';
import { LIMITS } from '../limits.ts';
import type { ListsView } from '../lists-view.ts';

export interface Suggestion {
  /** Put into the field when chosen. */
  text: string;
  /** What it stands for: the matter, or list and number. */
  hint: string;
}

export interface Suggester {
  /** Best first. With a document, only matters and rows that its lists have. */
  suggest(typed: string, documentId: string | null): Suggestion[];
}

interface MatterEntry {
  title: string;
  texts: { text: string; key: string }[];
  documentIds: ReadonlySet<string>;
}

/** Rank of a find: at the start before inside, short before long. Null when it is not there. */
function toRank(key: string, typed: string): number | null {
  const at = key.indexOf(typed);
  return at < 0 ? null : (at === 0 ? 0 : 1000) + key.length;
}

const MOST_NAMES = 4;
const LONGEST_NAME = 60;

export function createSuggester(view: ListsView, characters: Characters): Suggester {
  const spell = (text: string): string => normalize(text, characters).replaceAll(' ', '');
  const matters: MatterEntry[] = view.matters.map(({ matter, items }) => ({
    title: matter.title,
    texts: [...new Set([matter.title, ...matter.phrases])].map((text) => ({ text, key: spell(text) })),
    documentIds: new Set(items.map((item) => item.documentId)),
  }));
  const names = new Map<string, { item: Item; key: string }[]>();
  const namesOf = (documentId: string): { item: Item; key: string }[] => {
    const known = names.get(documentId);
    if (known) return known;
    const own = view.items(documentId).map((item) => ({ item, key: spell(item.name) }));
    names.set(documentId, own);
    return own;
  };

  return {
    suggest(typed, documentId) {
      const key = spell(typed.slice(0, LIMITS.question));
      if (key === '') return [];
      const found: { rank: number; suggestion: Suggestion }[] = [];
      for (const { title, texts, documentIds } of matters) {
        if (documentId !== null && !documentIds.has(documentId)) continue;
        let best: { rank: number; text: string } | null = null;
        for (const { text, key: own } of texts) {
          const rank = toRank(own, key);
          if (rank !== null && (!best || rank < best.rank)) best = { rank, text };
        }
        if (best) found.push({ rank: best.rank, suggestion: { text: best.text, hint: title } });
      }
      found.sort((a, b) => a.rank - b.rank);
      const rows = documentId === null ? [] : namesOf(documentId);
      const fromNames = rows
        .flatMap(({ item, key: own }) => {
          const rank = toRank(own, key);
          return rank === null || item.name.length > LONGEST_NAME ? [] : [{ rank, item }];
        })
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, MOST_NAMES)
        .map(({ item }) => ({ text: item.name, hint: `${LIST_SHORT[item.list]}${item.no}` }));
      const all = [
        ...found.slice(0, LIMITS.suggestions - fromNames.length).map(({ suggestion }) => suggestion),
        ...fromNames,
      ];
      const seen = new Set<string>();
      return all.filter(({ text }) => !seen.has(text) && seen.add(text) !== null);
    },
  };
}
