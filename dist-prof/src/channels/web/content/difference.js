// Where two lists word the same matter differently. Names of places, numbering and blanks are no difference:
// every county writes its own.
import { toPlainPlaceName } from '../../../duty/index.js';
// 1.  （1）  一、  at the start of a point
const NUMBERING = /^\s*(?:[（(]?\d{1,2}[）)]?[.．、]?|[（(]?[一二三四五六七八九十]{1,3}[）)]?、?)(?=\P{N})/u;
const WEIGHTLESS = /[\s\p{P}\p{S}]/u;
/** Two points whose tokens agree this much are taken as versions of each other. */
const SAME_POINT = 0.5;
const LONGEST = 1200;
function toTokens(text, document) {
    const names = [
        ...[document.township, ...document.aliases].map((name) => [name, '乡']),
        ...[document.county, toPlainPlaceName(document.county), ...document.countyAliases].map((name) => [name, '县']),
        [document.prefecture, '州'],
    ];
    names.sort((a, b) => b[0].length - a[0].length);
    const tokens = [];
    const numbering = NUMBERING.exec(text)?.[0] ?? '';
    if (numbering !== '')
        tokens.push({ text: numbering, key: '' });
    let at = numbering.length;
    while (at < text.length) {
        const place = names.find(([name]) => name !== '' && text.startsWith(name, at));
        if (place) {
            // 莎车|县 is one place, whether or not the level is printed
            const end = at + place[0].length;
            const level = place[1] === '县' && !/[县市区旗]$/u.test(place[0]) && /[县市]/u.test(text[end] ?? '') ? 1 : 0;
            tokens.push({ text: text.slice(at, end + level), key: place[1] });
            at = end + level;
            continue;
        }
        const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
        const key = WEIGHTLESS.test(character)
            ? ''
            : /[县市]/u.test(character)
                ? '县'
                : /[乡镇]/u.test(character)
                    ? '乡'
                    : character;
        tokens.push({ text: character, key });
        at += character.length;
    }
    return tokens;
}
/** Which tokens of `own` belong to a longest common subsequence with `base`. Tokens without weight always do. */
function commonTokens(own, base) {
    const a = own.map((token, i) => ({ key: token.key, i })).filter(({ key }) => key !== '');
    const b = base.map(({ key }) => key).filter((key) => key !== '');
    const common = own.map(({ key }) => key === '');
    const width = b.length + 1;
    const lengths = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--) {
            lengths[i * width + j] =
                a[i]?.key === b[j]
                    ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
                    : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
        }
    }
    for (let i = 0, j = 0; i < a.length && j < b.length;) {
        const token = a[i];
        if (token && token.key === b[j]) {
            common[token.i] = true;
            i++;
            j++;
        }
        else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0))
            i++;
        else
            j++;
    }
    return common;
}
function toPieces(tokens, common) {
    const kept = dropIslands(tokens, common);
    const pieces = [];
    tokens.forEach((token, i) => {
        const differs = kept[i] === false;
        const last = pieces.at(-1);
        if (last && (last.differs === differs || (token.key === '' && last.differs)))
            last.text += token.text;
        else
            pieces.push({ text: token.text, differs });
    });
    return pieces;
}
/** A single character in common between two different stretches says nothing: it counts as different too. */
function dropIslands(tokens, common) {
    const kept = [...common];
    const weighty = tokens.flatMap(({ key }, i) => (key === '' ? [] : [i]));
    weighty.forEach((at, i) => {
        const before = weighty[i - 1];
        const after = weighty[i + 1];
        if (common[at] === true && before !== undefined && after !== undefined)
            kept[at] = common[before] === true || common[after] === true;
    });
    return kept;
}
/** Share of the characters that differ, 0…1. */
export function shareOfDifference(pieces) {
    const length = (some) => some.reduce((sum, { text }) => sum + text.length, 0);
    const all = length(pieces);
    return all === 0 ? 0 : length(pieces.filter(({ differs }) => differs)) / all;
}
/** `text` in pieces, those marked that `base` lacks. Joining the pieces gives `text` again. */
export function compareTexts(text, document, base, baseDocument) {
    if (text.length > LONGEST || base.length > LONGEST)
        return [{ text, differs: text !== base }];
    const tokens = toTokens(text, document);
    return toPieces(tokens, commonTokens(tokens, toTokens(base, baseDocument)));
}
/** Each point compared with the point of the base that is most like it; wholly marked when none is. */
export function comparePoints(points, document, base, baseDocument) {
    const baseBags = base.map((text) => toBag(toTokens(text, baseDocument)));
    return points.map((text) => {
        const bag = toBag(toTokens(text, document));
        let best = -1;
        let likeness = SAME_POINT;
        baseBags.forEach((other, i) => {
            const value = likenessOf(bag, other);
            if (value > likeness) {
                best = i;
                likeness = value;
            }
        });
        const counterpart = base[best];
        if (counterpart === undefined)
            return [{ text, differs: true }];
        return compareTexts(text, document, counterpart, baseDocument);
    });
}
/** Pairs of neighbouring keys with their number. */
function toBag(tokens) {
    const keys = tokens.map(({ key }) => key).filter((key) => key !== '');
    const bag = new Map();
    for (let i = 0; i + 1 < keys.length; i++) {
        const pair = `${keys[i]}${keys[i + 1]}`;
        bag.set(pair, (bag.get(pair) ?? 0) + 1);
    }
    return bag;
}
const size = (bag) => [...bag.values()].reduce((sum, n) => sum + n, 0);
/** Dice coefficient. */
function likenessOf(a, b) {
    let shared = 0;
    for (const [pair, n] of a)
        shared += Math.min(n, b.get(pair) ?? 0);
    const total = size(a) + size(b);
    return total === 0 ? 0 : (2 * shared) / total;
}
