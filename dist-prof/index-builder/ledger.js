// any blank, including the ideographic space
const BLANKS = /\s+/gu;
/** Number of non-blank UTF-16 units. */
export function countCharacters(text) {
    return text.replace(BLANKS, '').length;
}
/** Collects runs while a format reads its lines. Runs that are blank are left out. */
export class LedgerBook {
    #entries = [];
    #source;
    constructor(source) {
        this.#source = source;
    }
    /** Books [start, end) of a line (1-based); the whole line when no run is given. */
    add(line, entryClass, start = 0, end) {
        const text = this.#source.lines[line - 1] ?? '';
        const stop = end ?? text.length;
        if (text.slice(start, stop).trim() === '')
            return;
        this.#entries.push({ line, start, end: stop, class: entryClass });
    }
    /** All entries in source order. */
    toEntries() {
        return this.#entries.toSorted((a, b) => a.line - b.line || a.start - b.start);
    }
}
/** Sums of a ledger against its source. */
export function sumLedger(source, ledger) {
    const sums = { characters: 0, cells: 0, furniture: 0, preface: 0, noise: 0 };
    for (const line of source.lines)
        sums.characters += countCharacters(line);
    for (const entry of ledger) {
        const size = countCharacters((source.lines[entry.line - 1] ?? '').slice(entry.start, entry.end));
        if (entry.class === 'cell')
            sums.cells += size;
        else if (entry.class === 'furniture')
            sums.furniture += size;
        else if (entry.class === 'preface')
            sums.preface += size;
        else
            sums.noise += size;
    }
    return sums;
}
