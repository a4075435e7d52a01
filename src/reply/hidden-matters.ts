// Matters that none of the lists a reader may see has: even their title would tell what stands on the others.
import type { Answer } from '../answer/index.ts';
import type { Corpus } from '../duty/index.ts';
import type { Lexicon } from '../search/index.ts';
import { wording } from './wording.zh.ts';

export type HiddenMatters = (visible: ReadonlySet<string>) => ReadonlySet<string>;

/**
 * Titles of matters without a row on the visible lists: those that only hidden lists have, and those that no loaded
 * list has, so that the two cannot be told apart. Computed once for each set of visible documents.
 */
export function createHiddenMatters(corpus: Corpus, lexicon: Lexicon): HiddenMatters {
  const known = new Map<string, ReadonlySet<string>>();
  return (visible) => {
    const key = [...visible].join(' ');
    const cached = known.get(key);
    if (cached) return cached;
    const open = new Set<string>();
    for (const [itemId, links] of Object.entries(lexicon.links)) {
      const documentId = corpus.item(itemId)?.documentId;
      if (documentId === undefined || !visible.has(documentId)) continue;
      for (const { matter } of links) open.add(matter);
    }
    const titles = new Set(lexicon.matters.filter(({ id }) => !open.has(id)).map(({ title }) => title));
    known.set(key, titles);
    return titles;
  };
}

/** The answer without the title of a hidden matter. */
export function withoutHiddenMatter(answer: Answer, hidden: ReadonlySet<string>): Answer {
  switch (answer.kind) {
    case 'not_listed':
    case 'ambiguous_township':
      return answer.matterTitle !== null && hidden.has(answer.matterTitle)
        ? { ...answer, matterTitle: null }
        : answer;
    case 'comparison':
      return hidden.has(answer.matterTitle) ? { ...answer, matterTitle: wording.thisMatter } : answer;
    case 'item':
    case 'choice':
    case 'counts':
    case 'listing':
    case 'unknown_township':
    case 'no_such_item':
    case 'greeting':
    case 'help':
    case 'off_topic':
    case 'empty':
      return answer;
  }
}
