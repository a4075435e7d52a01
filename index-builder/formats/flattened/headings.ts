// Finds the column headings of one list: the first, whole block, and its repetitions, clipped or whole, on later pages.
import { opensFirstItem } from './item-mark.ts';
import { isHeadingPiece, isPageNumber, isStrayQuotes, isStrongHeading } from './page-furniture.ts';
import type { TextLine } from './text-line.ts';

/** Lines of a heading block are few: no real one in the five published lists has more than 10. */
const LONGEST_BLOCK = 16;

/** Column headings are short and end no sentence. */
const NO_HEADING = /[。；，：]/;
const LONGEST_HEADING = 60;

/**
 * The lines (as indexes into `lines`) of the column headings below the title: all up to item 1, whatever words a
 * province has for them, or, where item 1 is not at once to be seen, those that hold nothing but known headings.
 */
export function findFirstBlock(lines: readonly TextLine[], from: number, to: number): number[] {
  const whole: number[] = [];
  for (let i = from; i < to && whole.length < LONGEST_BLOCK; i += 1) {
    const text = lines[i]?.text ?? '';
    if (opensFirstItem(text)) return whole;
    if (text.length > LONGEST_HEADING || NO_HEADING.test(text)) break;
    if (!isPageNumber(text) && !isStrayQuotes(text)) whole.push(i);
  }
  return findKnownBlock(lines, from, to);
}

function findKnownBlock(lines: readonly TextLine[], from: number, to: number): number[] {
  const block: number[] = [];
  for (let i = from; i < to && block.length < LONGEST_BLOCK; i += 1) {
    const line = lines[i];
    if (!line || !isHeadingPiece(line.text)) break;
    block.push(i);
  }
  return block.some((i) => isStrongHeading(lines[i]?.text ?? '') || (lines[i]?.text ?? '').startsWith('序'))
    ? block
    : [];
}

/** Lines matched from `from` on as an ordered selection of the block's lines. */
function matchBlock(
  lines: readonly TextLine[],
  from: number,
  to: number,
  block: readonly string[],
): number[] {
  const found: number[] = [];
  let next = 0;
  for (let i = from; i < to; i += 1) {
    const line = lines[i];
    if (!line) break;
    const at = block.indexOf(line.text, next);
    if (at < 0) break;
    found.push(i);
    next = at + 1;
  }
  return found;
}

/**
 * Every heading line of a list between `from` and `to`. `block` is the first heading of that list ([] when the
 * document prints none). A repetition counts when it is at a page's top, or holds a whole column heading, or
 * is the whole block; a lone `部门` in the middle of a page is a word of a cell.
 */
export function findHeadings(
  lines: readonly TextLine[],
  from: number,
  to: number,
  block: readonly string[],
): Set<number> {
  const found = new Set<number>();
  // several headings in one line of this list's own block are beyond doubt, whatever their words
  const isStrong = (text: string): boolean =>
    isStrongHeading(text) || (text.length >= 8 && /\S\s+\S/.test(text) && block.includes(text));
  let i = from;
  while (i < to) {
    const line = lines[i];
    if (!line) break;
    const match = matchBlock(lines, i, to, block);
    const whole = match.some((index) => isStrong(lines[index]?.text ?? ''));
    const atTop = line.pageStart && match.length > 0 && (match.length > 1 || isStrong(line.text));
    if (match.length > 0 && (atTop || (whole && startsBlock(lines, match, block, isStrong)))) {
      match.forEach((index) => found.add(index));
      i = (match.at(-1) ?? i) + 1;
      continue;
    }
    if (isStrong(line.text) && line.text.split(/\s+/).length > 1) found.add(i);
    i += 1;
  }
  return found;
}

/**
 * A weak first line (`部门`) may be the end of the cell above. Without a page mark a match counts when its first
 * line opens the block or is a whole heading, when it is half of the block, or when it is the block's unbroken end.
 */
function startsBlock(
  lines: readonly TextLine[],
  match: readonly number[],
  block: readonly string[],
  isStrong: (text: string) => boolean,
): boolean {
  const first = lines[match[0] ?? -1];
  if (!first) return false;
  if (first.pageStart || first.text === block[0] || isStrong(first.text)) return true;
  const tail = block.slice(-match.length);
  return (
    match.length >= Math.ceil(block.length / 2) || match.every((index, k) => lines[index]?.text === tail[k])
  );
}
