import { LIST_NAMES, toItemFinding, toListFinding } from './check.js';
const CELLS = ['upstream', 'townshipDuties', 'takeover'];
const CELL_NAMES = {
    upstream: '上级部门职责',
    townshipDuties: '乡镇配合职责',
    takeover: '承接部门及工作方式',
};
// a cell that has come to an end
const SENTENCE_END = /[。；;！？!?）)”》.…]$/u;
// …村党组织做好张贴巡察公告，并通|: the end of the text that is looked for elsewhere
const TAIL = /(?<tail>[\p{Script=Han}，、]{5,6})$/u;
/** A column of which nine in ten cells close with a stop: one without is worth a look. */
const USUAL_SHARE = 0.9;
export const checkTruncation = (input) => [...checkFileEnd(input), ...checkCells(input)];
/** The file's last row lacks its last cell or stops inside a sentence, or only the last list is short. */
function checkFileEnd({ items, preface, source }) {
    const last = items.at(-1);
    if (!last)
        return [];
    const advice = '请用完整的文本重新导入。';
    const line = source.lines.length;
    const isEmpty = (last.list === 'reclaimed' && last.takeover === '') ||
        (last.list === 'cooperative' && (last.upstream === '' || last.townshipDuties === ''));
    if (isEmpty) {
        const message = `文件在${LIST_NAMES[last.list]}第 ${last.no} 项中间断了，这一项后面的内容没有了。${advice}`;
        return [toListFinding(last.list, 'numbers-lost', 'error', message, line)];
    }
    const short = (list) => (preface.declaredLists[list].count ?? 0) - items.filter((item) => item.list === list).length;
    if (last.list === 'reclaimed' &&
        short('reclaimed') > 0 &&
        short('basic') === 0 &&
        short('cooperative') === 0) {
        const message = `说明里写${LIST_NAMES.reclaimed}有 ${short('reclaimed') + last.no} 项，文件到第 ${last.no} 项就结束了，像是被截断。${advice}`;
        return [toListFinding('reclaimed', 'numbers-lost', 'error', message, line)];
    }
    if (endsInsideWords(last, items, short(last.list) > 0)) {
        const message = `文件在${LIST_NAMES[last.list]}第 ${last.no} 项的句子中间结束了，像是被截断。${advice}`;
        return [toListFinding(last.list, 'numbers-lost', 'error', message, line)];
    }
    return [];
}
/** The last cell stops where other cells go on, or lacks its stop while items are missing. */
function endsInsideWords(last, items, isShort) {
    const field = last.list === 'reclaimed' ? 'takeover' : 'townshipDuties';
    const text = last[field] ?? '';
    if (last.list === 'basic' || SENTENCE_END.test(text))
        return false;
    const others = items
        .filter((item) => item !== last && (item[field] ?? '') !== '')
        .map((item) => item[field] ?? '');
    const closed = others.filter((other) => SENTENCE_END.test(other)).length;
    return ((isShort && closed >= others.length * USUAL_SHARE) || stopsInside(text, [...others, text].join('\n')));
}
function checkCells({ items }) {
    return CELLS.flatMap((field) => {
        const filled = items.filter((item) => (item[field] ?? '') !== '');
        const open = filled.filter((item) => !SENTENCE_END.test(item[field] ?? ''));
        const isRare = open.length <= filled.length * (1 - USUAL_SHARE);
        const all = filled.map((item) => item[field] ?? '').join('\n');
        return open
            .filter((item) => (isRare && (item[field] ?? '').length > 20) || stopsInside(item[field] ?? '', all))
            .map((item) => {
            const end = (item[field] ?? '').slice(-12);
            const message = `${CELL_NAMES[field]}到“…${end}”就没有了，末尾没有句号，可能是原文印漏或被截断。`;
            return toItemFinding(item, 'truncated-cell', 'warning', message, item.cells[field]?.endLine);
        });
    });
}
/** …案件审核、决|: the same words go on in other cells, and never stop there. */
function stopsInside(text, all) {
    const tail = TAIL.exec(text)?.groups?.['tail'];
    if (tail === undefined)
        return false;
    let goesOn = 0;
    for (let start = all.indexOf(tail); start >= 0; start = all.indexOf(tail, start + 1)) {
        const next = all[start + tail.length] ?? '\n';
        if (/\p{Script=Han}/u.test(next))
            goesOn += 1;
        else if (next !== '\n')
            return false;
    }
    return goesOn >= 3;
}
