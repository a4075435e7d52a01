// Cuts a document into its preface and the three lists, and sets furniture and noise apart from the lists' bodies.
import type { ListKind } from '../../../src/duty/index.ts';
import type { CharacterClass } from '../../draft.ts';
import { toTitleKind } from '../list-title.ts';
import { findFirstBlock, findHeadings } from './headings.ts';
import { opensFirstItem } from './item-mark.ts';
import { isHeadingPiece, isPageNumber, isStrayQuotes, isStrongHeading } from './page-furniture.ts';
import type { Gap, TextLine } from './text-line.ts';

/** A line of a list's body with what separates it from the body line above. */
export interface BodyLine extends TextLine {
  gap: Gap;
}

export interface ListSection {
  kind: ListKind;
  /** The words of the column headings, blanks removed: tells which columns there are. */
  headings: string;
  body: BodyLine[];
}

export interface Sections {
  preface: TextLine[];
  lists: ListSection[];
  /** A class for every line that is not in a body. */
  classes: Map<number, CharacterClass>;
}

interface TitleMark {
  kind: ListKind;
  at: number;
  /** A title may be wrapped over two lines. */
  length: number;
}

function findTitle(lines: readonly TextLine[], at: number): TitleMark | null {
  const first = lines[at]?.text ?? '';
  const kind = toTitleKind(first);
  if (kind) return { kind, at, length: 1 };
  const joined =
    first.length <= 40 && !/[。；：，]/.test(first) ? toTitleKind(first + (lines[at + 1]?.text ?? '')) : null;
  const alone = toTitleKind(lines[at + 1]?.text ?? '');
  return joined && !alone && first.length >= 4 ? { kind: joined, at, length: 2 } : null;
}

// 喀什地区疏勒县阿拉甫乡   某某市某某区某某街道   (the first line of a title of two)
const PLACE_LINE = /^[一-龥]{0,30}?(?:县|市|区|旗)[一-龥]{2,14}(?:乡|镇|街道|苏木)$/;

/** The place alone on the line above a list's title. A name's last line (…协调好市区街道) may look like it, but no title follows that. */
function isPlaceLine(text: string): boolean {
  return PLACE_LINE.test(text.replace(/\s+/g, '')) && text.length <= 40;
}

/** A title that opens a list is followed by column headings or the first item; a line of a contents page is not. */
function opensList(lines: readonly TextLine[], title: TitleMark): boolean {
  for (let i = title.at + title.length; i < title.at + title.length + 4; i += 1) {
    const text = lines[i]?.text ?? '';
    if (isPageNumber(text) || isStrayQuotes(text)) continue;
    return opensFirstItem(text) || text.startsWith('序') || isStrongHeading(text) || isHeadingPiece(text);
  }
  return false;
}

/** The lists of a document in printed order; `lists` is empty when there is none. */
export function findSections(lines: readonly TextLine[]): Sections {
  const classes = new Map<number, CharacterClass>();
  const starts: TitleMark[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i];
    if (!line) continue;
    if (isPageNumber(line.text)) classes.set(line.no, 'furniture');
    else if (isStrayQuotes(line.text)) classes.set(line.no, 'noise:quotation-marks');
    const title = findTitle(lines, i);
    if (!title) continue;
    const seen = starts.some((start) => start.kind === title.kind);
    if (!seen && !opensList(lines, title)) continue;
    if (!seen) starts.push(title);
    const above = lines[i - 1];
    if (above && isPlaceLine(above.text)) classes.set(above.no, 'furniture');
    for (let k = 0; k < title.length; k += 1) {
      const part = lines[i + k];
      if (part && starts.length > 0) classes.set(part.no, 'furniture');
    }
  }
  const prefaceEnd = starts[0]?.at ?? lines.length;
  const preface = lines.slice(0, prefaceEnd);
  for (const line of preface) if (!classes.has(line.no)) classes.set(line.no, 'preface');
  const lists = starts.map((start, index) =>
    toSection(lines, start, starts[index + 1]?.at ?? lines.length, classes),
  );
  return { preface, lists, classes };
}

function toSection(
  lines: readonly TextLine[],
  title: TitleMark,
  to: number,
  classes: Map<number, CharacterClass>,
): ListSection {
  const from = title.at + title.length;
  const first = findFirstBlock(lines, from, to);
  const block = first.map((i) => lines[i]?.text ?? '');
  for (const i of findHeadings(lines, from, to, block)) {
    const line = lines[i];
    if (line && !classes.has(line.no)) classes.set(line.no, 'furniture');
  }
  const body: BodyLine[] = [];
  let gap: Gap = 'none';
  for (const line of lines.slice(from, to)) {
    const kind = classes.get(line.no);
    if (line.pageStart || kind === 'furniture') gap = 'page';
    else if (kind !== undefined && gap !== 'page') gap = 'noise';
    if (kind !== undefined) continue;
    if (gap === 'none' && line.blankBefore) gap = 'blank';
    body.push({ ...line, gap });
    gap = 'none';
  }
  return { kind: title.kind, headings: block.join('').replace(/\s+/g, ''), body };
}
