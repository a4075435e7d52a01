// Why an item matched: the question's own words that stand in the row, the everyday phrase, mended typing.
import type { DutyDocument } from '../duty/index.ts';
import type { PhraseIndex, Query, Ranked, Shard } from '../search/index.ts';
import type { Hit, Why } from './answer.ts';

const MOST_WORDS = 8;
/** A phrase of which less is in the question explains nothing. */
const LEAST_CONTAINMENT = 0.3;

/** A run of Chinese characters as its pairs, or a Latin word or number as it is. */
export type WordRun = string | readonly { pair: string; last: string }[];

export function toWordRuns(content: string): WordRun[] {
  return [...content.matchAll(/\p{Script=Han}+|[a-z0-9]+/gu)].map(([run]): WordRun => {
    if (/^[a-z0-9]/.test(run)) return run;
    const characters = [...run];
    return characters.slice(1).map((last, i) => ({ pair: `${characters[i]}${last}`, last }));
  });
}

/** Runs of the question whose every pair of characters is a matched term, in question order. */
function matchedWords(runs: readonly WordRun[], matched: ReadonlySet<string>): string[] {
  const words = new Set<string>();
  for (const run of runs) {
    if (typeof run === 'string') {
      if (matched.has(run)) words.add(run);
      continue;
    }
    let word = '';
    for (const { pair, last } of run) {
      if (matched.has(pair)) word = word === '' ? pair : word + last;
      else if (word !== '') {
        words.add(word);
        word = '';
      }
    }
    if (word !== '') words.add(word);
  }
  return [...words].slice(0, MOST_WORDS);
}

/** What rows are shown against. */
export interface Showing {
  document: DutyDocument;
  shard: Shard;
  /** The content of the question, as it was searched, cut for the words that matched. */
  runs: readonly WordRun[];
  query: Query;
  /** Null where the everyday phrase is not shown: comparing them all costs. */
  phrases: PhraseIndex | null;
}

function explain(ranked: Ranked, { shard, runs, query, phrases }: Showing): Why {
  const { official, matter } = ranked.candidate;
  const matched = new Set(official ? shard.termsOf(official) : []);
  const meant = new Map<string, string>();
  for (const mending of query.mendings) if (matched.has(mending.term)) meant.set(mending.typed, mending.term);
  const match = phrases && matter !== null ? phrases.match(matter, query.terms) : null;
  return {
    phrase: match && match.containment > LEAST_CONTAINMENT ? match.phrase : null,
    matterTitle: matter !== null ? (phrases?.titleOf(matter) ?? null) : null,
    words: matchedWords(runs, matched),
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
