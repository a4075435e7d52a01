// Cutting text into index terms. One interface, three ways; the default is the one that measured best
// (docs/evaluation.md): character bigrams and single characters.
import TinySegmenter from 'tiny-segmenter';
import { isHan } from './normalize.ts';

export const SEGMENTER_NAMES = ['bigram', 'tiny-segmenter', 'intl'] as const;
export type SegmenterName = (typeof SEGMENTER_NAMES)[number];

/** Terms of a normalised text, in text order, repeats kept. */
export type Segment = (normalized: string) => string[];

const RUNS = /(?<han>\p{Script=Han}+)|(?<word>[a-z0-9]+)/gu;

const isWordUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
// nearly all Chinese text lies in this block; the rest is asked of the Unicode tables
const isCommonHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

/**
 * Calls `visit` with the borders of each single character and pair of neighbouring ones of a text, Latin words and
 * numbers whole, in text order. What {@link toNgrams} gives, without making strings.
 */
export function visitNgrams(text: string, visit: (start: number, end: number) => void): void {
  /** Where the Chinese character right before starts; −1 when there is none. */
  let before = -1;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (isWordUnit(unit)) {
      let end = at + 1;
      while (end < text.length && isWordUnit(text.charCodeAt(end))) end++;
      visit(at, end);
      at = end;
      before = -1;
      continue;
    }
    const isCommon = isCommonHan(unit);
    const start = at;
    at += isCommon || (text.codePointAt(at) ?? unit) < 0x10000 ? 1 : 2;
    if (!isCommon && (unit < 0x2e80 || !isHan(text.slice(start, at)))) {
      before = -1;
      continue;
    }
    if (before >= 0) visit(before, at);
    visit(start, at);
    before = start;
  }
}

/**
 * Single characters and pairs of neighbouring ones; Latin words and numbers whole. `谁管app` → 谁, 谁管, 管, app.
 * Also the terms of everyday phrases, whatever segmenter the official cells are indexed with.
 */
export function toNgrams(text: string): string[] {
  const terms: string[] = [];
  visitNgrams(text, (start, end) => terms.push(text.slice(start, end)));
  return terms;
}

function createTinySegment(): Segment {
  const tiny = new TinySegmenter();
  return (text) =>
    [...text.matchAll(RUNS)].flatMap((run) =>
      run.groups?.['word'] === undefined ? tiny.segment(run[0]) : [run[0]],
    );
}

function createIntlSegment(): Segment {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text) => {
    const terms: string[] = [];
    for (const piece of segmenter.segment(text)) {
      if (piece.isWordLike === true || isHan(piece.segment)) terms.push(piece.segment);
    }
    return terms;
  };
}

/** The segmenter of a name. `intl` changes with the ICU data of the Node version that runs it. */
export function createSegmenter(name: SegmenterName): Segment {
  switch (name) {
    case 'bigram':
      return toNgrams;
    case 'tiny-segmenter':
      return createTinySegment();
    case 'intl':
      return createIntlSegment();
  }
}
