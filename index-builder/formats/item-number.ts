// The number of an item as lists print it in a cell of its own: 12  12.  １２  （12）  ⑫  十二  十二、  第12项  XII  Ⅻ

const DIGITS = '零一二三四五六七八九';
// the signs behind and around a number, once full-width forms are folded: 12.   (12)   第12项、
const SIGNED = /^(?:第|\()?\s*(?<no>\S+?)\s*(?:项|\))?\s*[.、]?$/u;
const ARABIC = /^\d{1,3}$/;
// 十二   一百零三
const CHINESE = /^[零〇一二三四五六七八九十百]{1,6}$/u;
// XII   xii   (as Ⅻ once folded)
const ROMAN = /^[IVXLC]{1,9}$/i;

/** `１２．` → 12, `（十二）` → 12, `Ⅻ` → 12, `一百零三` → 103; null for anything else. */
export function toItemNumber(text: string): number | null {
  if (text.length > LONGEST) return null;
  const no = SIGNED.exec(text.normalize('NFKC').trim())?.groups?.['no'] ?? '';
  if (ARABIC.test(no)) return Number(no);
  if (CHINESE.test(no)) return fromChinese(no.replaceAll('〇', '零'));
  return ROMAN.test(no) ? fromRoman(no.toUpperCase()) : null;
}

/** 第 一百二十三 项、 and some blanks. */
const LONGEST = 16;

/** Up to 999; null where the characters are no number (十百). */
function fromChinese(chinese: string): number | null {
  const groups =
    /^(?:(?<hundreds>[一二三四五六七八九])百)?零?(?:(?<tens>[一二三四五六七八九])?(?<ten>十))?(?<ones>[一二三四五六七八九])?$/u.exec(
      chinese,
    )?.groups;
  if (!groups) return null;
  const digit = (character: string | undefined): number =>
    character === undefined ? 0 : DIGITS.indexOf(character);
  const tens = groups['ten'] === undefined ? 0 : digit(groups['tens']) || 1;
  const value = 100 * digit(groups['hundreds']) + 10 * tens + digit(groups['ones']);
  return value === 0 ? null : value;
}

const ROMAN_VALUES: readonly (readonly [string, number])[] = [
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

/** Up to 399; null where the letters are no number (IIX). */
function fromRoman(roman: string): number | null {
  let value = 0;
  let rest = roman;
  for (const [sign, worth] of ROMAN_VALUES) {
    // none stands more than three times, and those of two letters or of fives once
    const most = sign.length > 1 || sign === 'V' || sign === 'L' ? 1 : 3;
    for (let times = 0; times < most && rest.startsWith(sign); times += 1) {
      value += worth;
      rest = rest.slice(sign.length);
    }
  }
  return rest === '' && value > 0 ? value : null;
}
