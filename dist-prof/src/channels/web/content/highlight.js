// Marking the words of a question inside official text. The text itself is never changed.
import { html } from '../html.js';
const SHORTEST = 2;
/** The text with every occurrence of a word in `<mark>`; overlapping ones are marked as one. */
export function markWords(text, wanted) {
    const ranges = findRanges(text, wanted);
    if (ranges.length === 0)
        return html `${text}`;
    const parts = [];
    let at = 0;
    for (const [start, end] of ranges) {
        parts.push(html `${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`);
        at = end;
    }
    return html `${parts}${text.slice(at)}`;
}
function findRanges(text, wanted) {
    const lower = text.toLowerCase();
    if (lower.length !== text.length)
        return []; // a letter whose lower case is longer: rather no mark than a wrong one
    const found = [];
    for (const word of wanted) {
        if (word.length < SHORTEST)
            continue;
        for (let start = lower.indexOf(word); start >= 0; start = lower.indexOf(word, start + 1))
            found.push([start, start + word.length]);
    }
    found.sort((a, b) => a[0] - b[0]);
    const joined = [];
    for (const [start, end] of found) {
        const last = joined.at(-1);
        if (last && start <= last[1])
            last[1] = Math.max(last[1], end);
        else
            joined.push([start, end]);
    }
    return joined;
}
