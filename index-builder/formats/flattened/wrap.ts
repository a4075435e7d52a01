// The wrap cue: a line may only be continued in its column when the next word would not have fitted on it.

// the unbreakable beginning of a line: an ASCII word or number, or one character, with the closing marks after it
const FIRST_WORD = /^[（《“‘【(]*(?:[A-Za-z0-9.%+\-/]+|[\s\S])[，。；：、！？）】》”’)%]*/u;

/** What a renderer would have had to put on the line above. */
export function toFirstWord(text: string): string {
  return FIRST_WORD.exec(text)?.[0] ?? '';
}

/** A column of which nothing is known yet: every wrap fits it somewhat. */
export const UNKNOWN_WIDTH = 0;

/** One wrap that is taken for granted while widths are learnt. */
export interface WrapSample {
  /** Width of the upper line. */
  width: number;
  /** Width of the upper line together with the first word of the lower. */
  needed: number;
}

/**
 * How well a wrap (see WrapSample) fits a column of the given width: 0 when the line is full, negative when the next
 * word would have fitted (`short`) or the line is wider than the column (`over`). Capped: one odd line must not decide
 * alone.
 */
export function wrapFit(printed: number, needed: number, width: number): number {
  if (width === UNKNOWN_WIDTH) return -1;
  const over = Math.max(0, printed - width);
  const short = Math.max(0, width + 1 - needed);
  return -Math.min(7, over * 1.3) - Math.min(7, short * 1.2);
}

/** The width that explains most wraps; `fallback` when there are none. */
export function fitWidth(samples: readonly WrapSample[], fallback: number): { width: number; fit: number } {
  let best = { width: fallback, fit: -Infinity };
  if (samples.length === 0) return { width: fallback, fit: 0 };
  const widest = Math.min(200, Math.max(...samples.map((sample) => sample.width)) + 4);
  for (let width = 4; width <= widest; width += 1) {
    let fit = 0;
    for (const sample of samples) fit += Math.max(-6, wrapFit(sample.width, sample.needed, width));
    if (fit > best.fit) best = { width, fit };
  }
  return best;
}
