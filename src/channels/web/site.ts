// What is worked out once when the application starts: the lists as each kind of reader sees them, assets, limits.
import type { Engine } from '../../answer/index.ts';
import { createCharacters } from '../../language/index.ts';
import { createHiddenMatters, withoutHiddenMatter } from '../../reply/index.ts';
import type { Role } from './access/session.ts';
import { loadAssets, type Assets } from './assets.ts';
import { createSuggester, type Suggester } from './content/suggest.ts';
import { rememberAnswers } from './content/answer-memory.ts';
import type { WebDeps } from './deps.ts';
import { LIMITS } from './limits.ts';
import { createListsView, type ListsView } from './lists-view.ts';

/** The lists and suggestions of one kind of reader. */
export interface Shelf {
  view: ListsView;
  suggester: Suggester;
}

export interface Site {
  deps: WebDeps;
  assets: Assets;
  /** What anybody may see, and what signed-in readers may. */
  shelfOf(role: Role): Shelf;
}

/** Who is visiting, and which lists exist for them; set for every request. */
export interface Visit {
  role: Role;
  view: ListsView;
  suggester: Suggester;
  now: number;
  /** The path and query asked for, for coming back after signing in. */
  here: string;
}

/** Hono's environment in this room. */
export interface WebEnv {
  Variables: { visit: Visit };
}

// https://zhize.example/
const TRAILING_SLASHES = /\/+$/;

/** The engine for readers who may not see every list: what only the others have is not named. */
function keepHidden({ corpus, engine, lexicon }: WebDeps): Engine {
  const hiddenMatters = createHiddenMatters(corpus, lexicon);
  return {
    retrieve: (question, documentId) => engine.retrieve(question, documentId),
    answer(question) {
      const answer = engine.answer(question);
      return question.visible ? withoutHiddenMatter(answer, hiddenMatters(question.visible)) : answer;
    },
  };
}

export function createSite(given: WebDeps): Site {
  const deps = {
    ...given,
    engine: rememberAnswers(keepHidden(given), LIMITS.answers),
    config: { ...given.config, baseUrl: given.config.baseUrl.replace(TRAILING_SLASHES, '') },
  };
  const characters = createCharacters(deps.lexicon.characters);
  const toShelf = (visible: ReadonlySet<string>): Shelf => {
    const view = createListsView(deps.corpus, deps.lexicon, visible);
    return { view, suggester: createSuggester(view, characters) };
  };
  const { documents } = deps.corpus;
  const open = documents.filter(({ classification }) => classification === 'public');
  const everyone = toShelf(new Set(open.map(({ id }) => id)));
  const readers =
    open.length === documents.length ? everyone : toShelf(new Set(documents.map(({ id }) => id)));
  return { deps, assets: loadAssets(), shelfOf: (role) => (role === 'anonymous' ? everyone : readers) };
}
