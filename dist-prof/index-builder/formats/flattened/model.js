const STOP = /[。！？]$/;
const SEMICOLON = /[；;]$/;
/** `…办理。` → stop, `…办理；` → semicolon, anything else → other. */
export function toEnding(text) {
    if (STOP.test(text))
        return 'stop';
    return SEMICOLON.test(text) ? 'semicolon' : 'other';
}
/** Before anything is learnt: cells end in a full stop, points in a semicolon. */
export const PLAIN_ENDINGS = { stop: 1.5, semicolon: -1.5, other: -1.5 };
/** The learnt weight of each ending, smoothed. */
export function toEndingModel(last, inside) {
    const share = (counts, ending) => (counts[ending] + 1.5) / (counts.stop + counts.semicolon + counts.other + 4.5);
    const weigh = (ending) => Math.max(-4, Math.min(3, Math.log(share(last, ending) / share(inside, ending))));
    return { stop: weigh('stop'), semicolon: weigh('semicolon'), other: weigh('other') };
}
export const GAPS = ['none', 'blank', 'noise', 'page', 'inline'];
/** log probabilities from counts, smoothed so that an unseen gap costs but never forbids. */
export function toGapModel(counts) {
    const total = GAPS.reduce((sum, gap) => sum + (counts[gap] ?? 0) + 0.7, 0);
    const log = (gap) => Math.log(((counts[gap] ?? 0) + 0.7) / total);
    return {
        none: log('none'),
        blank: log('blank'),
        noise: log('noise'),
        page: log('page'),
        inline: log('inline'),
    };
}
export const FLAT_GAPS = { none: 0, blank: 0, noise: 0, page: 0, inline: -2 };
// 、喀什地区生态环境局   ：县水利局
const AFTER_MARK = /[、，。；：](?<opening>[一-龥]{4})/g;
/** Real beginnings of words and names in the given lines. */
export function countOpenings(texts) {
    const openings = new Map();
    for (const text of texts) {
        for (const match of text.matchAll(AFTER_MARK)) {
            const opening = match.groups?.['opening'] ?? '';
            openings.set(opening, (openings.get(opening) ?? 0) + 1);
        }
    }
    return openings;
}
/** Neighbouring characters inside the given lines. */
export function countPairs(texts) {
    const pairs = new Map();
    for (const text of texts) {
        for (let i = 1; i < text.length; i += 1) {
            const pair = text.slice(i - 1, i + 1);
            pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
        }
    }
    return pairs;
}
