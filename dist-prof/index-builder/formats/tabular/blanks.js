// Blanks inside a tabular cell. Some stand for a line break of the printed page (between points, before a
// heading) and stay; those that the extraction put inside a word go.
// runs of blanks, of line breaks in a cell too
const BLANK_RUN = /\s+/gu;
// 资产管理工| 作: a blank between two Chinese characters
const INSIDE_CHINESE = /(?<=\p{Script=Han})\s(?=\p{Script=Han})/gu;
// 一、政协委员人选推荐工作 |1.…: what stands before the blank is a numbered title
const NUMBERED_TITLE = /(?:^|[\s。；])[一二三四五六七八九十]{1,3}、[^\s。；]{2,40}$/u;
// 莎车县残联| 工作方式：…: the words after the blank are a heading
const HEADING_AHEAD = /^\s[^\s，。；：、]{2,30}[：:]/u;
// 莎车县教育局| 莎车县人社局: the words before the blank can end an organisation's name
const ORGANISATION_END = /(?:局|委|办|部|会|院|队|所|站|中心|馆|公司|联|政府|银行|支行|单位)$/u;
/** `服务管理工 作，推进` → `服务管理工作，推进`; `1.宣传； 2.巡查。` stays. No blank at either end. */
export function closeBlanks(text) {
    const spaced = text.replace(BLANK_RUN, ' ').trim();
    return spaced.replace(INSIDE_CHINESE, (blank, offset) => isLineBreak(spaced, offset) ? blank : '');
}
function isLineBreak(text, offset) {
    const before = text.slice(Math.max(0, offset - 60), offset);
    if (NUMBERED_TITLE.test(before))
        return true;
    if (!ORGANISATION_END.test(before))
        return false;
    if (HEADING_AHEAD.test(text.slice(offset, offset + 40)))
        return true;
    // 莎车县教育局 莎车县人社局: the second name opens with the same place as the cell
    const opening = text.slice(0, 2);
    return text.startsWith(opening, offset + 1);
}
