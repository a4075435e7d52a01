// An item named by number (配合62, 基本履职事项第12项), by id or by permalink.
import { findPermalinkId, parseItemId } from '../duty/index.js';
const LIST_OF = { 基本: 'basic', 配合: 'cooperative', 收回: 'reclaimed' };
// 配合62   配合第62项   配合履职事项 第六十二项   上级部门收回事项清单第9项
const NUMBERED = /(?<list>基本|配合|收回)(?:履职)?(?:事项)?(?:清单)?(?:里|中|的)?\s*(?:第\s*(?<ordinal>\d{1,3}|[一二三四五六七八九十百零]{1,6})\s*(?:项|条|号|个)|(?:no\.?\s*)?(?<bare>\d{1,3})(?:\s*(?:项|条|号))?(?![\d.、岁年月日元个户人]))/u;
const BARE_ID = /(?<![\w-])(?<id>[a-z0-9]+(?:-[a-z0-9]+)+-[bcr][1-9]\d{0,3}(?:\.\d{1,2})?)(?![\w-])/;
const DIGITS = '零一二三四五六七八九';
/** 六十二 → 62, 一百零三 → 103, 十 → 10. */
function toNumber(chinese) {
    let total = 0;
    let digit = 0;
    for (const character of chinese) {
        if (character === '百') {
            total += (digit || 1) * 100;
            digit = 0;
        }
        else if (character === '十') {
            total += (digit || 1) * 10;
            digit = 0;
        }
        else
            digit = DIGITS.indexOf(character);
    }
    return total + digit;
}
/** The first reference in a normalised text, or null. `几项`, `多少项` are none. */
export function findItemReference(text) {
    const id = findPermalinkId(text) ?? BARE_ID.exec(text)?.groups?.['id'];
    if (id !== undefined && parseItemId(id))
        return { by: 'id', id };
    const match = NUMBERED.exec(text);
    const list = LIST_OF[match?.groups?.['list'] ?? ''];
    if (!match || !list)
        return null;
    const written = match.groups?.['ordinal'] ?? match.groups?.['bare'] ?? '';
    const no = /^\d+$/.test(written) ? Number(written) : toNumber(written);
    return no > 0 ? { by: 'number', list, no, start: match.index, end: match.index + match[0].length } : null;
}
