// Typing errors and pinyin: an unknown pair of characters is tried as a known pair that sounds or looks alike.
import { isHan, toSyllables } from '../language/index.js';
const LETTERS = /^[a-z]/;
// a Chinese character, letters, or a gap
const RUN = /\p{Script=Han}|[a-z]+|[^\p{Script=Han}a-z\s]+/gu;
/** So many readings of one typed pair are tried, the likeliest: pinyin leaves more open than a wrong character. */
const MOST_FOR_PINYIN = 2;
const MOST_FOR_CHARACTERS = 1;
/** A reading that so few texts have is taken for chance. */
const LEAST_FREQUENCY = 2;
/** In log-frequency: one character kept as typed; the neighbouring pair reads the shared character the same. */
const KEPT_BONUS = 2;
const AGREED_BONUS = 2;
export function createTypingMender(known, characters) {
    const isKnown = (term) => known.isKnown(term);
    let bySound = null;
    function soundIndex() {
        if (bySound)
            return bySound;
        bySound = new Map();
        for (const term of known.terms) {
            const [a, b, c] = [...term];
            if (a === undefined || b === undefined || c !== undefined || !isHan(a) || !isHan(b))
                continue;
            for (const first of characters.readings(a)) {
                for (const second of characters.readings(b)) {
                    const key = `${first} ${second}`;
                    const list = bySound.get(key);
                    if (!list)
                        bySound.set(key, [term]);
                    else if (!list.includes(term))
                        list.push(term);
                }
            }
        }
        return bySound;
    }
    function toUnits(text) {
        const units = [];
        for (const run of text.match(RUN) ?? []) {
            if (isHan(run))
                units.push({ typed: run, character: run, readings: characters.readings(run) });
            else if (!LETTERS.test(run) || isKnown(run))
                units.push(null);
            else {
                const syllables = toSyllables(run, characters);
                if (!syllables)
                    units.push(null);
                else
                    for (const reading of syllables)
                        units.push({ typed: reading, character: null, readings: [reading] });
            }
        }
        return units;
    }
    function candidates(a, b) {
        const found = new Set();
        for (const first of a.readings) {
            for (const second of b.readings) {
                for (const term of soundIndex().get(`${first} ${second}`) ?? [])
                    found.add(term);
            }
        }
        if (a.character !== null && b.character !== null) {
            for (const other of characters.lookAlikes(a.character)) {
                if (isKnown(other + b.character))
                    found.add(other + b.character);
            }
            for (const other of characters.lookAlikes(b.character)) {
                if (isKnown(a.character + other))
                    found.add(a.character + other);
            }
        }
        return [...found];
    }
    /** Whether a pair is fine as it was typed. */
    const isTyped = (a, b) => a.character !== null && b.character !== null && isKnown(a.typed + b.typed);
    return {
        mend(text) {
            const units = toUnits(text);
            const pairs = units.slice(0, -1).map((a, i) => {
                const b = units[i + 1];
                if (!a || !b || isTyped(a, b))
                    return null;
                return { typed: a.typed + b.typed, found: candidates(a, b) };
            });
            return pairs.flatMap((pair, i) => {
                const a = units[i];
                const b = units[i + 1];
                if (!pair || !a || !b)
                    return [];
                const before = pairs[i - 1]?.found ?? [];
                const after = pairs[i + 1]?.found ?? [];
                const isPlain = a.character !== null && b.character !== null;
                const likelihood = (term) => {
                    const frequency = known.frequency(term);
                    if (frequency < LEAST_FREQUENCY)
                        return -Infinity;
                    const [first = '', second = ''] = term;
                    const kept = first === a.character || second === b.character;
                    const agreed = before.some((other) => other.endsWith(first)) || after.some((other) => other.startsWith(second));
                    // two wrong characters in a row, and nothing around them that agrees
                    if (isPlain && !kept && !agreed)
                        return -Infinity;
                    return Math.log(frequency) + (kept ? KEPT_BONUS : 0) + (agreed ? AGREED_BONUS : 0);
                };
                return pair.found
                    .map((term) => ({ term, likelihood: likelihood(term) }))
                    .filter((candidate) => candidate.likelihood > -Infinity)
                    .sort((x, y) => y.likelihood - x.likelihood || (x.term < y.term ? -1 : 1))
                    .slice(0, isPlain ? MOST_FOR_CHARACTERS : MOST_FOR_PINYIN)
                    .map(({ term }) => ({ typed: pair.typed, term }));
            });
        },
    };
}
