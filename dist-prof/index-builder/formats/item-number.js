// The number of an item as lists print it in a cell of its own: 12  12.  １２  （12）  十二  十二、  第12项
const DIGITS = '零一二三四五六七八九';
// 12   12.   （12）   第 12 项
const ARABIC = /^(?:第|[（(])?\s*(?<no>[0-9０-９]{1,3})\s*(?:项|[）)])?\s*[.．、]?$/u;
// 十二   （十二）   一百零三、
const CHINESE = /^(?:第|[（(])?(?<no>[零〇一二三四五六七八九十百]{1,6})(?:项|[）)])?[.．、]?$/u;
/** `１２．` → 12, `（十二）` → 12, `一百零三` → 103; null for anything else. */
export function toItemNumber(text) {
    const trimmed = text.trim();
    const arabic = ARABIC.exec(trimmed)?.groups?.['no'];
    if (arabic !== undefined)
        return Number(arabic.normalize('NFKC'));
    const chinese = CHINESE.exec(trimmed)?.groups?.['no'];
    return chinese === undefined ? null : toNumber(chinese.replaceAll('〇', '零'));
}
/** Up to 999; null where the characters are no number (十百). */
function toNumber(chinese) {
    const groups = /^(?:(?<hundreds>[一二三四五六七八九])百)?零?(?:(?<tens>[一二三四五六七八九])?(?<ten>十))?(?<ones>[一二三四五六七八九])?$/u.exec(chinese)?.groups;
    if (!groups)
        return null;
    const digit = (character) => character === undefined ? 0 : DIGITS.indexOf(character);
    const tens = groups['ten'] === undefined ? 0 : digit(groups['tens']) || 1;
    const value = 100 * digit(groups['hundreds']) + 10 * tens + digit(groups['ones']);
    return value === 0 ? null : value;
}
