// The wrap cue: a line may only be continued in its column when the next word would not have fitted on it.
import { toWidth } from './text-line.js';
// the unbreakable beginning of a line: an ASCII word or number, or one character, with the closing marks after it
const FIRST_WORD = /^[（《“‘【(]*(?:[A-Za-z0-9.%+\-/]+|[\s\S])[，。；：、！？）】》”’)%]*/u;
/** Width of what a renderer would have had to put on the line above. */
export function firstWordWidth(text, quoteWidth) {
    return toWidth(FIRST_WORD.exec(text)?.[0] ?? '', quoteWidth);
}
/** A column of which nothing is known yet: every wrap fits it somewhat. */
export const UNKNOWN_WIDTH = 0;
/**
 * How well a wrap fits a column of the given width: 0 when the line is full, negative when the next word would
 * have fitted (`short`) or the line is wider than the column (`over`). Capped: one odd line must not decide alone.
 */
export function wrapFit(sample, width) {
    if (width === UNKNOWN_WIDTH)
        return -1;
    const over = Math.max(0, sample.width - width);
    const short = Math.max(0, width + 1 - sample.needed);
    return -Math.min(7, over * 1.3) - Math.min(7, short * 1.2);
}
/** The width that explains most wraps; `fallback` when there are none. */
export function fitWidth(samples, fallback) {
    let best = { width: fallback, fit: -Infinity };
    if (samples.length === 0)
        return { width: fallback, fit: 0 };
    const widest = Math.min(200, Math.max(...samples.map((sample) => sample.width)) + 4);
    for (let width = 4; width <= widest; width += 1) {
        let fit = 0;
        for (const sample of samples)
            fit += Math.max(-6, wrapFit(sample, width));
        if (fit > best.fit)
            best = { width, fit };
    }
    return best;
}
