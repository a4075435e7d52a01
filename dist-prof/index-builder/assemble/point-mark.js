// Marks that open a numbered point: 1. 2、 （1） ① 一、. A number inside a sentence is none.
// 1.  12、  3．   not 1.5万亩
const ARABIC = /^(?<no>\d{1,2})[.．、](?!\d{1,3}(?:万|亿|亩|公里|%|％|米|元))/u;
// 3负责: the dot is lost
const BARE_ARABIC = /^(?<no>\d{1,2})(?=[\p{Script=Han}])(?!(?:个|项|年|月|日|名|类|级|种|家|次|天|人|万|亿|亩|公里|小时|岁|户|周|号|张|份|处|台|元|分|米|吨|倍|条|户|楼|层|组|期|批|支|所|座|只|头|公斤|千克|平方|周岁|工作日))/u;
// （1） （一） ① 一、 1）
const OTHER = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、|\d{1,2}[）)])/u;
// 1. 依法加强: the blank belongs to the mark
const BLANKS_AHEAD = /^\s*/u;
// where a mark may stand: at the start, after a blank, after the end of a clause
const CLAUSE_END = /(?:^|[\s。；;：:，,！？）)”])$/u;
/**
 * The point mark at a position, or null. After the end of a clause any number opens a point; elsewhere only the
 * number that comes next (工作3.负责 after point 2: the line before had no stop).
 */
export function findPointMark(text, position, lastNumber) {
    const mark = findBareMark(text, position, lastNumber);
    if (!mark)
        return null;
    const blanks = BLANKS_AHEAD.exec(text.slice(position + mark.text.length))?.[0] ?? '';
    return { ...mark, text: mark.text + blanks };
}
function findBareMark(text, position, lastNumber) {
    const rest = text.slice(position, position + 12);
    const previous = position === 0 ? '' : (text[position - 1] ?? '');
    if (/\d/u.test(previous))
        return null;
    const atClauseEnd = CLAUSE_END.test(previous);
    const arabic = ARABIC.exec(rest);
    if (arabic) {
        const number = Number(arabic.groups?.['no']);
        const isNext = number === lastNumber + 1;
        if (isNext || (atClauseEnd && /[\s。；;：:）)]$/u.test(previous || ' ') && number <= lastNumber + 3)) {
            return { text: arabic[0], number };
        }
        return null;
    }
    if (!atClauseEnd)
        return null;
    const bare = BARE_ARABIC.exec(rest);
    if (bare &&
        Number(bare.groups?.['no']) === lastNumber + 1 &&
        lastNumber > 0 &&
        /[\s。；;]$/u.test(previous)) {
        return { text: bare[0], number: lastNumber + 1 };
    }
    const other = OTHER.exec(rest);
    if (other && /[\s。；;：:]$/u.test(previous || ' '))
        return { text: other[0], number: null };
    return null;
}
