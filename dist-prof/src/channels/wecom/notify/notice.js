// Changes as group notices: the markdown of the webhook, within its bytes.
import { byteLength, cutToBytes } from '../bytes.js';
import { LIMITS } from '../limits.js';
import { markdown } from '../markup.js';
import { wording } from './wording.zh.js';
/** Beyond this many lists one notice names them all. */
const MOST_SINGLE = 10;
const MOST_NAMES = 8;
const escape = (text) => markdown.escape(text);
function fit(lines) {
    const whole = lines.join('\n');
    if (byteLength(whole) <= LIMITS.webhookMarkdown)
        return whole;
    const room = LIMITS.webhookMarkdown - byteLength(wording.cut) - 1;
    let text = '';
    for (const line of lines) {
        const next = text === '' ? line : `${text}\n${line}`;
        // whole lines, so that no link is cut in two
        if (byteLength(next) > room)
            break;
        text = next;
    }
    return `${text === '' ? cutToBytes(whole, room) : text}\n${wording.cut}`;
}
function named(title, names) {
    if (names.length === 0)
        return [];
    const shown = names.slice(0, MOST_NAMES).map((name) => `> ${escape(name.replaceAll('\n', ' '))}`);
    const left = names.length - shown.length;
    return [title, ...shown, ...(left > 0 ? [`> ${wording.more(left)}`] : []), ''];
}
function headOf(change) {
    if (change.id === null)
        return wording.importFailed;
    const township = escape(change.township);
    switch (change.kind) {
        case 'added':
            return wording.added(township);
        case 'removed':
            return wording.removed(township);
        case 'changed': {
            const { addedItems, removedItems, changedItems } = change;
            const isTouched = addedItems.length + removedItems.length + changedItems.length > 0;
            return isTouched ? wording.changed(township) : wording.recheck(township);
        }
    }
}
const linkLine = (change, baseUrl) => baseUrl === null || change.id === null || change.kind === 'removed'
    ? []
    : [markdown.link(wording.link, `${baseUrl}/d/${change.id}`)];
function single(change, baseUrl) {
    const isNew = change.kind === 'added';
    const lines = [
        `**${headOf(change)}**`,
        ...(change.items > 0 ? [wording.total(change.items)] : []),
        ...linkLine(change, baseUrl),
        '',
        // a new list is all new, one that is gone all gone
        ...(isNew ? [] : named(wording.addedItems(change.addedItems.length), change.addedItems)),
        ...(change.kind === 'removed'
            ? []
            : named(wording.removedItems(change.removedItems.length), change.removedItems)),
        ...named(wording.changedItems(change.changedItems.length), change.changedItems),
        ...named(wording.findings(change.findings.length), change.findings),
    ];
    return { text: fit(lines).trim(), changes: [change] };
}
function summary(title, changes, baseUrl) {
    const lines = changes.map((change) => {
        const parts = [
            ...(change.kind === 'removed' ? [headOf(change)] : [wording.total(change.items)]),
            ...(change.kind === 'changed' && change.changedItems.length > 0
                ? [wording.changedItems(change.changedItems.length)]
                : []),
            ...(change.findings.length > 0 ? [wording.findings(change.findings.length)] : []),
        ];
        const name = change.id === null ? wording.importFailed : escape(change.township);
        return `> ${wording.recount(name, parts)}${linkLine(change, baseUrl)
            .map((link) => ` ${link}`)
            .join('')}`;
    });
    return { text: fit([`**${title}**`, ...lines]), changes: [...changes] };
}
/** Notices of changes; one for all at the first time and where there are many. */
export function toNotices(changes, isFirst, baseUrl) {
    if (changes.length === 0)
        return [];
    if (isFirst)
        return [summary(wording.first(changes.length), changes, baseUrl)];
    if (changes.length > MOST_SINGLE)
        return [summary(wording.many(changes.length), changes, baseUrl)];
    return changes.map((change) => single(change, baseUrl));
}
