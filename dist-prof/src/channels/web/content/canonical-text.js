// The text over which an item's integrity hash is taken. Its form is published (docs/web.md, page 关于) and must
// never change: sheets on paper carry the hashes.
import { createHash } from 'node:crypto';
import { LIST_NAME } from '../../../reply/index.js';
import { words } from '../wording.zh.js';
const BLANKS = /\s+/gu;
/**
 * One line a cell, `名称：文字`, in fixed order; cells that the list does not have are left out; all blanks inside
 * a cell are dropped, so that only the printed characters count; every line ends with LF.
 * `事项名称：秸秆露天焚烧的监管\n`
 */
export function toCanonicalText(item, document) {
    const cells = [
        [words.canonical.title, document.title],
        [words.canonical.edition, document.edition],
        [words.canonical.list, LIST_NAME[item.list]],
        [words.canonical.no, String(item.no)],
        [words.canonical.category, item.category],
        [words.canonical.name, item.name],
        [words.canonical.departments, item.departmentsRaw],
        [words.canonical.upstream, item.upstream],
        [words.canonical.township, item.townshipDuties],
        [words.canonical.takeover, item.takeover],
    ];
    return cells
        .flatMap(([label, text]) => (text === null ? [] : [`${label}：${text.replace(BLANKS, '')}\n`]))
        .join('');
}
/** SHA-256 over the UTF-8 bytes of {@link toCanonicalText}, lower-case hex. */
export function toIntegrityHash(item, document) {
    return createHash('sha256').update(toCanonicalText(item, document), 'utf8').digest('hex');
}
