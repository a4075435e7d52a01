// From the content of a question to weighted search terms.
import { createWordList, cutOut, normalize, toNgrams } from '../language/index.js';
import { createTypingMender } from './typing.js';
const WEAK_SHARE = 0.3;
const MENDED_SHARE = 0.6;
const MENDED_CHARACTER_SHARE = 0.3;
/** What a term that no phrase or name knows weighs, in shares of coverage. */
const UNSEEN_INFORMATION = 1;
const MOST_TERMS = 260;
/** Long stories cost no more than questions: only so many terms, the most telling, are looked up in official cells. */
const MOST_OFFICIAL_TERMS = 24;
/** With so many pairs, single characters, which half of all cells have, add nothing. */
const ENOUGH_PAIRS = 10;
/** A pair that no phrase knows may still be a rare official word. */
const UNSEEN_PAIR = 2;
/** `mends`: typing errors are mended; texts that words are learned from are taken as they are. */
export function createQueryMaker(lexicon, phrases, pipeline, { mends } = { mends: true }) {
    const spell = (word) => normalize(word, pipeline.characters);
    const noise = createWordList(lexicon.words.noise.map(spell));
    const weak = createWordList(lexicon.words.weak.map(spell));
    const mender = createTypingMender({
        terms: phrases.terms(),
        isKnown: (term) => phrases.isKnown(term),
        frequency: (term) => phrases.frequency(term),
    }, pipeline.characters);
    function officialTerms(terms, quiet) {
        const searched = pipeline.segmenter === 'bigram' ? terms : new Map(pipeline.segment(quiet).map((term) => [term, 1]));
        const pairs = [...searched].filter(([term]) => term.length > 1);
        const telling = pairs.length < ENOUGH_PAIRS ? [...searched] : pairs;
        if (telling.length <= MOST_OFFICIAL_TERMS)
            return new Map(telling);
        const told = telling.map((entry) => {
            const [term, weight] = entry;
            return [weight * (phrases.weigh(term) || (term.length > 1 ? UNSEEN_PAIR : 0)), entry];
        });
        told.sort(([a], [b]) => b - a);
        return new Map(told.slice(0, MOST_OFFICIAL_TERMS).map(([, entry]) => entry));
    }
    return {
        measure(text) {
            let information = 0;
            for (const term of new Set(toNgrams(cutOut(text, noise.find(text))))) {
                if ([...term].length > 1)
                    information += phrases.weigh(term);
            }
            return information;
        },
        make(content) {
            const quiet = cutOut(content, noise.find(content));
            const weakHits = weak.find(quiet);
            const terms = new Map();
            for (const term of toNgrams(cutOut(quiet, weakHits)))
                terms.set(term, 1);
            for (const hit of weakHits) {
                for (const term of toNgrams(hit.word)) {
                    if (!terms.has(term))
                        terms.set(term, WEAK_SHARE);
                }
            }
            const mendings = mends ? mender.mend(quiet) : [];
            for (const { term } of mendings) {
                if (!terms.has(term))
                    terms.set(term, MENDED_SHARE);
                for (const character of term)
                    if (!terms.has(character))
                        terms.set(character, MENDED_CHARACTER_SHARE);
            }
            const kept = terms.size <= MOST_TERMS
                ? terms
                : new Map([...terms]
                    .sort((a, b) => b[1] * phrases.weigh(b[0]) - a[1] * phrases.weigh(a[0]))
                    .slice(0, MOST_TERMS));
            let information = 0;
            for (const [term, weight] of kept) {
                const known = phrases.weigh(term);
                information += weight * (known > 0 ? known : [...term].length > 1 ? UNSEEN_INFORMATION : 0);
            }
            return { terms: kept, information, official: officialTerms(kept, quiet), mendings };
        },
    };
}
