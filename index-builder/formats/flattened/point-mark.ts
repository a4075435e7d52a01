// Numbering and headings inside duty cells: 1. 一、 （一） ① and 疏勒县公安局：. Recognising only, no judgement.

/** Kind of numbering, outermost first. */
export type MarkLevel = 0 | 1 | 2 | 3;

export interface PointMark {
  level: MarkLevel;
  value: number;
  /** Inside a line right behind a heading's colon: 县水利局：1.负责 */
  afterColon?: boolean;
}

// 1.制定   12．制定   3、制定   2 对推荐   4负责  (the last two only at a line start)
const ARABIC = /^(?<value>\d{1,2})(?:[.．、]\s*(?!\d)|[)）])/;
const ARABIC_SLIP =
  /^(?<value>\d{1,2})(?:\s(?=[一-龥])(?![个日天年月名家人条次元万千百级类处户亩公只台座项周号种])|(?=[对跟按负组配开做根及协制提指审建完加统督核落收受会将参推依]))/;
// 一、领导班子   十一、其他
const CHINESE = /^(?<value>[一二三四五六七八九十]{1,3})(?:[、.．]|是(?=[一-龥]))/;
// （一）受理   (2)受理
const BRACKETED = /^[（(](?<value>[一二三四五六七八九十]{1,3}|\d{1,2})[）)]/;
// ①送达
const CIRCLED = /^(?<value>[①-⑳])/;
// points that run on inside a line: …；2.做好   …。（二）受理
const INNER =
  /(?<=[。；;：:])\s*(?=\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|[①-⑳])/g;

/** Most lines begin with none of these, and there are many lines: one look spares five. */
const MARK_START = /^[\d（(一二三四五六七八九十①-⑳]/;

const DIGITS = '一二三四五六七八九';

function toNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const circled = text.codePointAt(0) ?? 0;
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x245f;
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens) + 1) : 0;
  return ten * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones) + 1);
}

/** The mark that a text starts with, or null. A printed slip without its dot (`3 跟踪`, `4负责`) counts. */
export function toPointMark(text: string): PointMark | null {
  if (!MARK_START.test(text)) return null;
  const chinese = CHINESE.exec(text)?.groups?.['value'];
  if (chinese !== undefined) return { level: 0, value: toNumber(chinese) };
  const bracketed = BRACKETED.exec(text)?.groups?.['value'];
  if (bracketed !== undefined) return { level: /\d/.test(bracketed) ? 3 : 1, value: toNumber(bracketed) };
  const arabic = (ARABIC.exec(text) ?? ARABIC_SLIP.exec(text))?.groups?.['value'];
  if (arabic !== undefined) return { level: 2, value: Number(arabic) };
  const circled = CIRCLED.exec(text)?.groups?.['value'];
  if (circled !== undefined) return { level: 3, value: toNumber(circled) };
  return null;
}

/** All marks of a line: at its start and, where points run on, inside it. */
export function toPointMarks(text: string): PointMark[] {
  const marks: PointMark[] = [];
  const first = toPointMark(text);
  if (first) marks.push(first);
  for (const match of text.matchAll(INNER)) {
    if (match.index === 0) continue;
    const mark = toPointMark(text.slice(match.index).trimStart());
    if (mark) marks.push({ ...mark, afterColon: /[：:]$/.test(text.slice(0, match.index)) });
  }
  return marks;
}

// 疏勒县公安局：   工作方式：   考核方面:
const HEADING = /^[^。；;]{2,40}[：:]$/;

/** True for a line that is nothing but a heading with its colon. */
export function isHeadingLine(text: string): boolean {
  return HEADING.test(text);
}
