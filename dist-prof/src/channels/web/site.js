import { createCharacters } from '../../language/index.js';
import { createHiddenMatters, withoutHiddenMatter } from '../../reply/index.js';
import { loadAssets } from './assets.js';
import { createSuggester } from './content/suggest.js';
import { rememberAnswers } from './content/answer-memory.js';
import { LIMITS } from './limits.js';
import { createListsView } from './lists-view.js';
// https://zhize.example/
const TRAILING_SLASHES = /\/+$/;
/** The engine for readers who may not see every list: what only the others have is not named. */
function keepHidden({ corpus, engine, lexicon }) {
    const hiddenMatters = createHiddenMatters(corpus, lexicon);
    return {
        retrieve: (question, documentId) => engine.retrieve(question, documentId),
        answer(question) {
            const answer = engine.answer(question);
            return question.visible ? withoutHiddenMatter(answer, hiddenMatters(question.visible)) : answer;
        },
    };
}
export function createSite(given) {
    const deps = {
        ...given,
        engine: rememberAnswers(keepHidden(given), LIMITS.answers),
        config: { ...given.config, baseUrl: given.config.baseUrl.replace(TRAILING_SLASHES, '') },
    };
    const characters = createCharacters(deps.lexicon.characters);
    const toShelf = (visible) => {
        const view = createListsView(deps.corpus, deps.lexicon, visible);
        return { view, suggester: createSuggester(view, characters) };
    };
    const { documents } = deps.corpus;
    const open = documents.filter(({ classification }) => classification === 'public');
    const everyone = toShelf(new Set(open.map(({ id }) => id)));
    const readers = open.length === documents.length ? everyone : toShelf(new Set(documents.map(({ id }) => id)));
    return { deps, assets: loadAssets(), shelfOf: (role) => (role === 'anonymous' ? everyone : readers) };
}
