import { COMMON_CATEGORIES } from './vocabulary.js';
// 主要包括党的建设、经济发展、…、综合政务20个类别
const PREFACE_LIST = /包括(?<names>[^。：；]{2,400}?)(?:等)?\d*个?(?:类别|大类|方面)/g;
// 12 党的建设 做好…   12 党的建设
const NUMBERED = /^\d{1,3}[\s、]+(?<token>\S{2,12})(?:\s|$)/;
// 12   (the number alone, the category on the next line)
const NUMBER_ALONE = /^\d{1,3}、?$/;
const CATEGORY_SHAPE = /^[一-龥、（）()及和与]{2,14}$/;
/** The document's categories, longest first. `preface` may be empty; repeated words after item numbers count too. */
export function learnCategories(preface, lists) {
    const found = new Set();
    const text = preface
        .map((line) => line.text)
        .join('')
        .replace(/\s+/g, '');
    for (const match of text.matchAll(PREFACE_LIST)) {
        for (const name of (match.groups?.['names'] ?? '').split('、')) {
            if (CATEGORY_SHAPE.test(name))
                found.add(name);
        }
    }
    for (const name of COMMON_CATEGORIES)
        found.add(name);
    for (const section of lists) {
        for (const [token, followers] of collectTokens(section)) {
            const name = joinWrapped(token, followers);
            const isPiece = [...found].some((known) => known !== name && known.startsWith(name));
            if (followers.length >= LEAST_COUNT && !isPiece && CATEGORY_SHAPE.test(name))
                found.add(name);
        }
    }
    return [...found].sort((a, b) => b.length - a.length);
}
/** A word that stands behind fewer numbers is no category yet. */
const LEAST_COUNT = 3;
/** Names differ from item to item: a line that nearly always follows is the rest of a wrapped category. */
const WRAPPED_SHARE = 0.8;
/** Words behind item numbers, each with the two lines below it wherever it stands. */
function collectTokens(section) {
    const tokens = new Map();
    section.body.forEach((line, index) => {
        const beside = NUMBERED.exec(line.text)?.groups?.['token'];
        const below = NUMBER_ALONE.test(line.text) ? section.body[index + 1]?.text.split(/\s+/)[0] : undefined;
        const token = beside ?? below;
        if (token === undefined)
            return;
        const at = beside === undefined ? index + 2 : index + 1;
        const lines = section.body.slice(at, at + 2).map(({ text }) => text);
        tokens.set(token, [...(tokens.get(token) ?? []), lines]);
    });
    return tokens;
}
/** 乡村振 / 兴 → 乡村振兴, where nearly every 乡村振 has 兴 below it. */
function joinWrapped(token, followers) {
    let name = token;
    for (const at of [0, 1]) {
        const counts = new Map();
        for (const lines of followers)
            counts.set(lines[at] ?? '', (counts.get(lines[at] ?? '') ?? 0) + 1);
        const [text = '', count = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
        const isRest = text.length <= token.length && /^[一-龥]+$/.test(text);
        if (!isRest || count < LEAST_COUNT || count < followers.length * WRAPPED_SHARE)
            break;
        name += text;
    }
    return name;
}
/**
 * Reads the category off an item's head: `head` is the first line after its number, `following` the lines below.
 * A wrapped category is put together again (党的建 / 设). Null when no known category stands there.
 */
export function matchCategory(head, following, categories) {
    let best = null;
    let taken = '';
    for (let used = 0; used <= 6; used += 1) {
        const text = used === 0 ? head : (following[used - 1]?.text ?? '');
        if (text === '') {
            if (used === 0)
                continue;
            break;
        }
        const [token = '', ...others] = text.split(/\s+/);
        const rest = others.join(' ') === '' ? '' : text.slice(text.indexOf(token) + token.length).trimStart();
        const whole = taken + token;
        if (categories.includes(whole))
            best = { category: whole, extraLines: used, rest };
        const glued = used === 0
            ? categories.find((name) => whole.startsWith(name) && whole.length > name.length)
            : undefined;
        if (!best && glued !== undefined) {
            best = { category: glued, extraLines: used, rest: text.slice(glued.length).trimStart() };
        }
        const open = categories.some((name) => name.length > whole.length && name.startsWith(whole));
        if (open && rest !== '' && used === 0) {
            const below = following[0]?.text ?? '';
            const category = categories.find((name) => name === whole + below);
            if (!best && category !== undefined)
                return { category, extraLines: 1, rest, restAbove: true };
        }
        if (!open || rest !== '')
            break;
        taken = whole;
    }
    return best;
}
