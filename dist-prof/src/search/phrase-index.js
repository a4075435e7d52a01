// Everyday words → matters. One index for the whole catalogue, shared by all townships: the way people speak
// does not depend on the township, so a shard carries the official cells only. Matters are weighed as a whole by
// learned evidence; their single phrases are looked at only for the few that are shown or decided on.
import { normalize, visitNgrams } from '../language/index.js';
import { createTermTable } from './term-table.js';
/** Single characters say less than pairs. */
const SINGLE_CHARACTER_SHARE = 0.3;
const MOST_STRONGEST = 24;
const NOTHING_MEANT = { strongest: [], lags: null };
const textsOf = (matter) => [
    ...new Set([matter.title, ...matter.names, ...matter.phrases]),
];
function readVocabulary(lexicon, pipeline) {
    const ids = createTermTable();
    const frequencies = [];
    const isSingle = [];
    const carriers = [];
    const lastMatter = [];
    const lastText = [];
    let textCount = 0;
    lexicon.matters.forEach((matter, m) => {
        for (const text of textsOf(matter)) {
            textCount++;
            const spelt = normalize(text, pipeline.characters);
            visitNgrams(spelt, (start, end) => {
                const id = ids.add(spelt, start, end);
                if (id === frequencies.length) {
                    isSingle.push(end - start === 1);
                    frequencies.push(0);
                    carriers.push(0);
                    lastMatter.push(-1);
                    lastText.push(0);
                }
                if (lastText[id] !== textCount) {
                    lastText[id] = textCount;
                    frequencies[id] = (frequencies[id] ?? 0) + 1;
                }
                if (lastMatter[id] !== m) {
                    lastMatter[id] = m;
                    carriers[id] = (carriers[id] ?? 0) + 1;
                }
            });
        }
    });
    const information = new Float64Array(ids.size);
    for (let id = 0; id < ids.size; id++) {
        const seen = carriers[id] ?? 0;
        const idf = Math.log(1 + (lexicon.matters.length - seen + 0.5) / (seen + 0.5));
        information[id] = isSingle[id] === true ? idf * SINGLE_CHARACTER_SHARE : idf;
    }
    return { ids, information, frequencies };
}
/** Positions of the highest values, best first; the earlier wins a tie. */
export function strongestOf(values, most) {
    const top = [];
    let floor = -Infinity;
    for (let m = 0; m < values.length; m++) {
        const value = values[m] ?? 0;
        if (value <= floor)
            continue;
        let to = top.length;
        while (to > 0 && (values[top[to - 1] ?? 0] ?? 0) < value)
            to--;
        top.splice(to, 0, m);
        if (top.length > most)
            top.pop();
        if (top.length === most)
            floor = values[top[most - 1] ?? 0] ?? 0;
    }
    return top;
}
export function createPhraseIndex(lexicon, evidence, pipeline) {
    const { matters } = lexicon;
    const { ids, information, frequencies } = readVocabulary(lexicon, pipeline);
    const positions = new Map(matters.map(({ id }, m) => [id, m]));
    /** Texts of a matter as term ids, made when the matter is first looked at. */
    const cutTexts = new Map();
    const weigh = (term) => information[ids.idOf(term)] ?? 0;
    // one question is compared with several matters, for several decisions: what its terms are worth, by id, and
    // what was found for them, until the next one
    const worth = new Float64Array(ids.size);
    let weighedTerms = new Map();
    const weighedIds = [];
    const matches = new Map();
    let lastTerms = null;
    let lastScores = NOTHING_MEANT;
    function phrasesOf(matterId) {
        const known = cutTexts.get(matterId);
        if (known)
            return known;
        const matter = matters[positions.get(matterId) ?? -1];
        const cut = (matter ? textsOf(matter) : []).map((text) => {
            const spelt = normalize(text, pipeline.characters);
            const own = new Set();
            visitNgrams(spelt, (start, end) => own.add(ids.idOf(spelt, start, end)));
            const terms = Int32Array.from(own);
            let total = 0;
            for (const id of terms)
                total += information[id] ?? 0;
            return { text, terms, total: total || 1 };
        });
        cutTexts.set(matterId, cut);
        return cut;
    }
    function weighTerms(terms) {
        matches.clear();
        for (const id of weighedIds)
            worth[id] = 0;
        weighedIds.length = 0;
        for (const [term, weight] of terms) {
            const id = ids.idOf(term);
            if (id < 0)
                continue;
            worth[id] = weight * (information[id] ?? 0);
            weighedIds.push(id);
        }
        weighedTerms = terms;
    }
    function score(terms) {
        let isAnyKnown = false;
        for (const term of terms.keys()) {
            isAnyKnown = ids.idOf(term) >= 0 || evidence.isKnown(term);
            if (isAnyKnown)
                break;
        }
        if (!isAnyKnown)
            return NOTHING_MEANT;
        const lags = evidence.score(terms).slice();
        let top = -Infinity;
        for (const value of lags)
            if (value > top)
                top = value;
        let total = 0;
        for (let m = 0; m < lags.length; m++) {
            lags[m] = (lags[m] ?? 0) - top;
            total += Math.exp(lags[m] ?? 0);
        }
        const strongest = strongestOf(lags, MOST_STRONGEST).flatMap((m) => {
            const matter = matters[m];
            const lag = lags[m] ?? 0;
            return matter ? [{ matter, lag, share: Math.exp(lag) / total }] : [];
        });
        return { strongest, lags };
    }
    return {
        weigh,
        isKnown: (term) => ids.idOf(term) >= 0 || evidence.isKnown(term),
        frequency: (term) => frequencies[ids.idOf(term)] ?? 0,
        terms: () => ids.terms(),
        titleOf: (matterId) => matters[positions.get(matterId) ?? -1]?.title ?? null,
        positionOf: (matterId) => positions.get(matterId) ?? -1,
        match(matterId, terms) {
            if (terms !== weighedTerms)
                weighTerms(terms);
            const known = matches.get(matterId);
            if (known !== undefined)
                return known;
            let best = null;
            let bestValue = 0;
            for (const { text, terms: own, total } of phrasesOf(matterId)) {
                let shared = 0;
                for (let k = 0; k < own.length; k++)
                    shared += worth[own[k] ?? 0] ?? 0;
                const value = (shared * shared) / total;
                if (value <= bestValue)
                    continue;
                bestValue = value;
                best = { phrase: text, containment: Math.min(1, shared / total), information: shared };
            }
            matches.set(matterId, best);
            return best;
        },
        score(terms) {
            // one question is scored for several lists and decisions
            if (terms !== lastTerms) {
                lastScores = score(terms);
                lastTerms = terms;
            }
            return lastScores;
        },
    };
}
