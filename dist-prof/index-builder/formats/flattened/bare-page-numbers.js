const BARE = /^\d{1,3}$/;
/** Fewer could be chance. */
const FEWEST = 3;
/** Share of neighbouring numbers that must follow each other: a page or two may have lost its number. */
const FOLLOWING = 0.8;
/** Lines (by source number) that count the pages, over all lists of a document; empty when no such sequence is there. */
export function findBarePageNumbers(lists) {
    const lines = lists.flatMap(({ body, starts }) => {
        const begun = new Set(starts.map(({ at }) => at));
        return body.filter((line, at) => BARE.test(line.text) && !begun.has(at));
    });
    const steps = lines.slice(1).map((line, i) => Number(line.text) - Number(lines[i]?.text));
    const following = steps.filter((step) => step === 1 || step === 2).length;
    if (lines.length < FEWEST || following < steps.length * FOLLOWING)
        return new Set();
    return new Set(lines.map(({ no }) => no));
}
/** The body without the given lines; what stood below one stands at the top of a page. */
export function dropLines(body, dropped) {
    const kept = [];
    let turned = false;
    for (const line of body) {
        if (dropped.has(line.no))
            turned = true;
        else {
            kept.push(turned ? { ...line, gap: 'page' } : line);
            turned = false;
        }
    }
    return kept;
}
