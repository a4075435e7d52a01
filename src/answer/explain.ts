// Why an item matched: the question's own words that stand in the row, the everyday phrase, mended typing.
import type { DutyDocument } from '../duty/index.ts';
import type { Query, Ranked } from '../search/index.ts';
import type { Hit, Why } from './answer.ts';

const MOST_WORDS = 8;

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

export function explain(ranked: Ranked, content: string, query: Query): Why {
  const matched = new Set(ranked.candidate.official?.terms());
  const meant = new Map<string, string>();
  for (const mending of query.mendings)
    if (matched.has(mending.term)) meant.set(mending.typed, mending.term);
  const matter = ranked.candidate.matter;
  return {
    phrase: matter && matter.containment > 0.3 ? matter.phrase : null,
    matterTitle: matter?.matter.title ?? null,
    words: matchedWords(content, (term) => matched.has(term)),
    mended: [...meant].map(([typed, term]) => ({ typed, meant: term })),
  };
}

export function toHit(ranked: Ranked, document: DutyDocument, content: string, query: Query): Hit {
  return { item: ranked.item, document, score: ranked.share, why: explain(ranked, content, query) };
}
