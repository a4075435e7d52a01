// Source lines as the flattened format sees them: trimmed text, printed width and what stands above them.
import type { SourceText } from '../../draft.ts';

/** What lies between a line and the one above it. `page` outranks `noise`, which outranks `blank`. */
export type Gap = 'none' | 'blank' | 'noise' | 'page' | 'inline';

/** One non-blank line. */
export interface TextLine {
  /** 1-based line number in the source. */
  no: number;
  text: string;
  /** UTF-16 offset of `text` in the raw line. */
  start: number;
  blankBefore: boolean;
  /** The extractor marks the top of a page: a form feed, which some copies print as a single blank. */
  pageStart: boolean;
}

// " 序号"   "\f序号"   (but not the deep indent of a preface paragraph)
const PAGE_START = /^(?:\f| (?=\S))/;
// every blank that extractors print, with the ideographic, no-break and zero-width ones
const EDGE_BLANKS = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g;
const LEADING_BLANKS = /^[\s\u200b\ufeff]*/;

/** The non-blank lines of a source in order. A form feed on a line of its own marks the next line. */
export function toTextLines(source: SourceText): TextLine[] {
  const lines: TextLine[] = [];
  let blankBefore = false;
  let feedBefore = false;
  source.lines.forEach((raw, index) => {
    const text = raw.replace(EDGE_BLANKS, '');
    if (text === '') {
      blankBefore = true;
      feedBefore ||= raw.includes('\f');
      return;
    }
    const start = LEADING_BLANKS.exec(raw)?.[0].length ?? 0;
    lines.push({
      no: index + 1,
      text,
      start,
      blankBefore,
      pageStart: feedBefore || PAGE_START.test(raw) || raw.slice(0, start).includes('\f'),
    });
    blankBefore = false;
    feedBefore = raw.trimEnd().length > 0 && raw.endsWith('\f');
  });
  return lines;
}

// curly quotes and the ellipsis: as wide as a Chinese character in some fonts, half of it in others
const FIRST_AMBIGUOUS = 0x2010;
const LAST_AMBIGUOUS = 0x2027;

/** A text's printed width before it is known how wide the document prints its curly quotes. */
export interface Measure {
  /** In half characters: ASCII 1, Chinese 2, curly quotes 1. */
  narrow: number;
  /** How many curly quotes there are. */
  quotes: number;
}

export function toMeasure(text: string): Measure {
  let narrow = 0;
  let quotes = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code >= FIRST_AMBIGUOUS && code <= LAST_AMBIGUOUS) quotes += 1;
    narrow += code <= LAST_AMBIGUOUS ? 1 : 2;
  }
  return { narrow, quotes };
}

/** Printed width in half characters; `quoteWidth` (1 or 2) is learnt per document. */
export function widthOf({ narrow, quotes }: Measure, quoteWidth: number): number {
  return narrow + quotes * (quoteWidth - 1);
}
