// The dispute sheet as plain text, to forward in a chat or a mail.
import { sourceText, verdictSentence, wording } from '../../../reply/index.js';
import { words } from '../wording.zh.js';
import { toIntegrityHash } from './canonical-text.js';
import { toBeijingTime } from './time.js';
function toRowText({ item, document, permalink }) {
    const cells = [
        [wording.upstreamTitle, item.upstream],
        [wording.townshipTitle, item.townshipDuties],
        [wording.takeoverTitle, item.takeover],
    ];
    return [
        item.name,
        verdictSentence(item, document.township),
        ...(item.departmentsRaw === null ? [] : [`${wording.fields.departments}：${item.departmentsRaw}`]),
        ...cells.flatMap(([title, text]) => text === null ? [] : ['', `【${title}】`, text === '' ? wording.emptyCell : text]),
        ...item.warnings.map(({ message }) => `${words.sheet.warning}${message}`),
        '',
        `${words.item.source}：${sourceText(item, document)}`,
        `${words.item.permalink}：${permalink}`,
        `${words.item.hash}：${toIntegrityHash(item, document)}`,
    ].join('\n');
}
/** Title, question and time, then every row; ends with a line end. */
export function toSheetText(rows, question, now) {
    return [
        words.sheet.title,
        `${words.sheet.question}：${question ?? words.sheet.noQuestion}`,
        `${words.sheet.time}：${toBeijingTime(now)}${words.sheet.zone}`,
        ...rows.map((row, i) => `\n${words.sheet.rowTitle(i + 1)}${toRowText(row)}`),
        '',
        words.sheet.footer,
        '',
    ].join('\n');
}
