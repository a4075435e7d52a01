// The number at the head of an item's first line, in the forms that lists print: 12 党的建设, （十二） 党的建设, XII, １２.
import { toItemNumber } from '../item-number.ts';

export interface ItemMark {
  no: number;
  /** What follows the number on its line. */
  head: string;
  /** Nothing but a number, a blank behind it: it may open an item whose category nobody knows. */
  plain: boolean;
}

/** Null for a line without a number. */
export type ReadMark = (text: string) => ItemMark | null;

// 12 党的建设 做好…   12   12、党的建设   (not 12. and not 12345政务)
const NUMBER = /^(?<no>\d{1,3})(?:[\s、]+(?<head>\S.*))?$/;
// 12党的建设   12.党的建设   （12）党的建设   (only before a known category: 12. also opens points)
const GLUED = /^[（(]?(?<no>\d{1,3})(?:[.．）)]\s*)?(?<head>[一-龥].*)$/;

/** The usual form. */
export const readArabic: ReadMark = (text) => {
  const plain = NUMBER.exec(text)?.groups;
  const groups = plain ?? GLUED.exec(text)?.groups;
  if (!groups) return null;
  return { no: Number(groups['no']), head: groups['head'] ?? '', plain: plain !== undefined };
};

const SIGNS = String.raw`(?:[零〇一二三四五六七八九十百]{1,6}|[IVXLC]{1,9}|[ivxlc]{1,9}|[Ⅰ-Ⅻⅰ-ⅻ]|[\d０-９]{1,3}|[①-⑳㉑-㉟㊱-㊿])`;
// （十二） 党的建设   XII   第12项   十二、 做好…
const SPACED = new RegExp(
  String.raw`^(?<no>(?:第\s?${SIGNS}\s?项|[（(]?${SIGNS}[）)]|${SIGNS})[.．、]?)(?:\s+(?<head>\S.*))?$`,
  'u',
);
// （十二）党的建设   十二、党的建设   Ⅻ党的建设   (only before a known category: they open points as well)
const JOINED = new RegExp(
  String.raw`^(?<no>第\s?${SIGNS}\s?项|[（(]?${SIGNS}[）)]|${SIGNS}[.．、]|[IVXLCⅠ-Ⅻ０-９]{1,9})(?<head>[一-龥].*)$`,
  'u',
);

/** All other forms: for lists that the usual one explains nothing of, as these signs open points and clauses too. */
export const readOther: ReadMark = (text) => {
  const spaced = SPACED.exec(text)?.groups;
  const groups = spaced ?? JOINED.exec(text)?.groups;
  const no = groups ? toItemNumber(groups['no'] ?? '') : null;
  return no === null ? null : { no, head: groups?.['head'] ?? '', plain: spaced !== undefined };
};

// 一 党的建设   （一）   Ⅰ   第1项
const FIRST = /^(?:(?:[一IiⅠⅰ①]|第\s?[一1１]\s?项)(?:[\s、.．]|$)|[（(][一1１IⅠ][）)])/u;
// 1 党的建设   1   1、党的建设   1.党的建设   １ 党的建设
const FIRST_ARABIC = /^[1１](?:[\s、.．）)]|$|(?=[一-龥]))/;

/** Whether a line below a list's headings opens its first item. */
export function opensFirstItem(text: string): boolean {
  return FIRST_ARABIC.test(text) || FIRST.test(text);
}
