const MOST_WORDS = 8;
/** A phrase of which less is in the question explains nothing. */
const LEAST_CONTAINMENT = 0.3;
export function toWordRuns(content) {
    return [...content.matchAll(/\p{Script=Han}+|[a-z0-9]+/gu)].map(([run]) => {
        if (/^[a-z0-9]/.test(run))
            return run;
        const characters = [...run];
        return characters.slice(1).map((last, i) => ({ pair: `${characters[i]}${last}`, last }));
    });
}
/** Runs of the question whose every pair of characters is a matched term, in question order. */
function matchedWords(runs, matched) {
    const words = new Set();
    for (const run of runs) {
        if (typeof run === 'string') {
            if (matched.has(run))
                words.add(run);
            continue;
        }
        let word = '';
        for (const { pair, last } of run) {
            if (matched.has(pair))
                word = word === '' ? pair : word + last;
            else if (word !== '') {
                words.add(word);
                word = '';
            }
        }
        if (word !== '')
            words.add(word);
    }
    return [...words].slice(0, MOST_WORDS);
}
function explain(ranked, { shard, runs, query, phrases }) {
    const { official, matter } = ranked.candidate;
    const matched = new Set(official ? shard.termsOf(official) : []);
    const meant = new Map();
    for (const mending of query.mendings)
        if (matched.has(mending.term))
            meant.set(mending.typed, mending.term);
    const match = phrases && matter !== null ? phrases.match(matter, query.terms) : null;
    return {
        phrase: match && match.containment > LEAST_CONTAINMENT ? match.phrase : null,
        matterTitle: matter !== null ? (phrases?.titleOf(matter) ?? null) : null,
        words: matchedWords(runs, matched),
        mended: [...meant].map(([typed, term]) => ({ typed, meant: term })),
    };
}
export function toHit(ranked, showing) {
    return {
        item: ranked.item,
        document: showing.document,
        score: ranked.share,
        why: explain(ranked, showing),
    };
}
