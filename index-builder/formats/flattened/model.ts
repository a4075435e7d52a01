// What is learnt from one document before its rows can be split: column widths, gaps, organisations, wording.
import type { Pairs } from './pairs.ts';
import type { Column } from './rows.ts';
import type { Gap } from './text-line.ts';

export interface ColumnModel {
  /** Width of a full line in half characters. */
  width: number;
  /** log P(gap) before a line inside this column, and before its first line. */
  gapInside: Record<Gap, number>;
  gapFirst: Record<Gap, number>;
  /** log P(ending | last line of a cell) - log P(ending | other lines). */
  endings: Record<Ending, number>;
}

/** How a line ends. */
export type Ending = 'stop' | 'semicolon' | 'other';

const STOP = /[。！？]$/;
const SEMICOLON = /[；;]$/;

/** `…办理。` → stop, `…办理；` → semicolon, anything else → other. */
export function toEnding(text: string): Ending {
  if (STOP.test(text)) return 'stop';
  return SEMICOLON.test(text) ? 'semicolon' : 'other';
}

/** Before anything is learnt: cells end in a full stop, points in a semicolon. */
export const PLAIN_ENDINGS: Record<Ending, number> = { stop: 1.5, semicolon: -1.5, other: -1.5 };

/** The learnt weight of each ending, smoothed. */
export function toEndingModel(
  last: Record<Ending, number>,
  inside: Record<Ending, number>,
): Record<Ending, number> {
  const share = (counts: Record<Ending, number>, ending: Ending): number =>
    (counts[ending] + 1.5) / (counts.stop + counts.semicolon + counts.other + 4.5);
  const weigh = (ending: Ending): number =>
    Math.max(-4, Math.min(3, Math.log(share(last, ending) / share(inside, ending))));
  return { stop: weigh('stop'), semicolon: weigh('semicolon'), other: weigh('other') };
}

export interface Model {
  /** Width of a curly quotation mark: 1 or 2. */
  quoteWidth: number;
  columns: Record<Column, ColumnModel>;
  /** Pages leave signs in this list: headings, numbers, form feeds. Where they leave none, a row may break unseen. */
  pagesShow: boolean;
  /** How many department cells start with these two characters. */
  departmentStarts: Map<string, number>;
  /** How many department cells name this organisation. */
  organisations: Map<string, number>;
  /** Four characters that follow a mark inside lines, with their count: real beginnings, not those of wrapped lines. */
  openings: Map<string, number>;
  /** Pairs of neighbouring characters inside lines. */
  pairs: Pairs;
  /** By the number of a pair: > 0 speaks for upstream duties, < 0 for township duties. */
  side: Float64Array;
}

export const GAPS: readonly Gap[] = ['none', 'blank', 'noise', 'page', 'inline'];

/** log probabilities from counts, smoothed so that an unseen gap costs but never forbids. */
export function toGapModel(counts: Partial<Record<Gap, number>>): Record<Gap, number> {
  const total = GAPS.reduce((sum, gap) => sum + (counts[gap] ?? 0) + 0.7, 0);
  const log = (gap: Gap): number => Math.log(((counts[gap] ?? 0) + 0.7) / total);
  return {
    none: log('none'),
    blank: log('blank'),
    noise: log('noise'),
    page: log('page'),
    inline: log('inline'),
  };
}

export const FLAT_GAPS: Record<Gap, number> = { none: 0, blank: 0, noise: 0, page: 0, inline: -2 };

// 、喀什地区生态环境局   ：县水利局
const AFTER_MARK = /[、，。；：](?<opening>[一-龥]{4})/g;

/** Real beginnings of words and names in the given lines. */
export function countOpenings(texts: Iterable<string>): Map<string, number> {
  const openings = new Map<string, number>();
  for (const text of texts) {
    for (const match of text.matchAll(AFTER_MARK)) {
      const opening = match.groups?.['opening'] ?? '';
      openings.set(opening, (openings.get(opening) ?? 0) + 1);
    }
  }
  return openings;
}
