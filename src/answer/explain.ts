// Why an item matched: the question's own words that stand in the row, the everyday phrase, mended typing.
import type { DutyDocument } from '../duty/index.ts';
import type { PhraseIndex, Query, Ranked, Shard } from '../search/index.ts';
import type { Hit, Why } from './answer.ts';

const MOST_WORDS = 8;
/** A phrase of which less is in the question explains nothing. */
const LEAST_CONTAINMENT = 0.3;

/** Runs of the question whose every pair of characters is a matched term, in question order. */
function matchedWords(content: string, isMatched: (term: string) => boolean): string[] {
  const words: string[] = [];
  for (const run of content.matchAll(/\p{Script=Han}+|[a-z0-9]+/gu)) {
    const characters = [...run[0]];
    if (/^[a-z0-9]/.test(run[0])) {
      if (isMatched(run[0])) words.push(run[0]);
      continue;
    }
    let word = '';
    for (let i = 0; i + 1 < characters.length; i++) {
      const pair = `${characters[i]}${characters[i + 1]}`;
      if (isMatched(pair)) word = word === '' ? pair : word + (characters[i + 1] ?? '');
      else if (word !== '') {
        words.push(word);
        word = '';
      }
    }
    if (word !== '') words.push(word);
  }
  return [...new Set(words)].slice(0, MOST_WORDS);
}

/** What rows are shown against. */
export interface Showing {
  document: DutyDocument;
  shard: Shard;
  /** The content of the question, as it was searched. */
  content: string;
  query: Query;
  /** Null where the everyday phrase is not shown: comparing them all costs. */
  phrases: PhraseIndex | null;
}

function explain(ranked: Ranked, { shard, content, query, phrases }: Showing): Why {
  const { official, matter } = ranked.candidate;
  const matched = new Set(official ? shard.termsOf(official) : []);
  const meant = new Map<string, string>();
  for (const mending of query.mendings) if (matched.has(mending.term)) meant.set(mending.typed, mending.term);
  const match = phrases && matter !== null ? phrases.match(matter, query.terms) : null;
  return {
    phrase: match && match.containment > LEAST_CONTAINMENT ? match.phrase : null,
    matterTitle: matter !== null ? (phrases?.titleOf(matter) ?? null) : null,
    words: matchedWords(content, (term) => matched.has(term)),
    mended: [...meant].map(([typed, term]) => ({ typed, meant: term })),
  };
}

export function toHit(ranked: Ranked, showing: Showing): Hit {
  return {
    item: ranked.item,
    document: showing.document,
    score: ranked.share,
    why: explain(ranked, showing),
  };
}
