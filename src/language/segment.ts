// Cutting text into index terms. One interface, three ways; the default is the one that measured best
// (docs/evaluation.md): character bigrams and single characters.
import TinySegmenter from 'tiny-segmenter';
import { isHan } from './normalize.ts';

export const SEGMENTER_NAMES = ['bigram', 'tiny-segmenter', 'intl'] as const;
export type SegmenterName = (typeof SEGMENTER_NAMES)[number];

/** Terms of a normalised text, in text order, repeats kept. */
export type Segment = (normalized: string) => string[];

const RUNS = /(?<han>\p{Script=Han}+)|(?<word>[a-z0-9]+)/gu;

function segmentBigrams(text: string): string[] {
  const terms: string[] = [];
  for (const match of text.matchAll(RUNS)) {
    if (match.groups?.['word'] !== undefined) {
      terms.push(match[0]);
      continue;
    }
    const characters = [...match[0]];
    for (const [i, character] of characters.entries()) {
      terms.push(character);
      const next = characters[i + 1];
      if (next !== undefined) terms.push(character + next);
    }
  }
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
      return segmentBigrams;
    case 'tiny-segmenter':
      return createTinySegment();
    case 'intl':
      return createIntlSegment();
  }
}
