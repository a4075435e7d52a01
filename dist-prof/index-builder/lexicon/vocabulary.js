import { createWeights, toUnits } from './units.js';
const SANCTION = /处罚|查处|没收|强制拆除/;
/**
 * A logistic regression on the five lists, each one's own names withheld in turn: cosine with the matter's words,
 * share of the title that is in the name, and one of name and matter speaking of a sanction.
 */
const BIAS = -8.45;
const WORDS = 30.4;
const TITLE = 6.8;
const OTHER_FACET = -2.6;
export function createVocabulary(matters) {
    const drafts = matters.map((matter) => {
        const counts = new Map();
        for (const text of [matter.title, ...matter.names, ...matter.phrases])
            for (const unit of toUnits(text))
                counts.set(unit, (counts.get(unit) ?? 0) + 1);
        for (const [unit, count] of counts)
            counts.set(unit, Math.log(1 + count));
        return { matter, counts };
    });
    const weigh = createWeights(drafts.map(({ counts }) => counts), 1);
    const words = drafts.map(({ matter, counts }) => {
        let square = 0;
        for (const [unit, count] of counts)
            square += (count * weigh(unit)) ** 2;
        return {
            matter: matter.id,
            shares: new Map([...counts].map(([unit, count]) => [unit, count * weigh(unit) ** 2])),
            length: Math.sqrt(square) || 1,
            title: toUnits(matter.title),
            sanction: [matter.title, ...matter.names].some((name) => SANCTION.test(name)),
        };
    });
    return {
        probabilities(name) {
            const units = toUnits(name);
            const sanction = SANCTION.test(name);
            let square = 0;
            for (const unit of units)
                square += weigh(unit) ** 2;
            const length = Math.sqrt(square) || 1;
            const found = new Map();
            for (const { matter, shares, length: own, title, sanction: fines } of words) {
                let dot = 0;
                for (const unit of units)
                    dot += shares.get(unit) ?? 0;
                if (dot === 0)
                    continue;
                let whole = 0;
                let met = 0;
                for (const unit of title) {
                    const weight = weigh(unit);
                    whole += weight;
                    if (units.has(unit))
                        met += weight;
                }
                const sum = BIAS +
                    (WORDS * dot) / (length * own) +
                    (TITLE * met) / (whole || 1) +
                    (fines === sanction ? 0 : OTHER_FACET);
                found.set(matter, 1 / (1 + Math.exp(-sum)));
            }
            return found;
        },
    };
}
