// The ledger: where every non-blank character of a source went. Collecting and adding up; the check is audit/ledger.ts.
import type { CharacterClass, LedgerEntry, SourceText } from './draft.ts';

/** Totals of non-blank characters, as in the audit file. `characters` is counted from the text itself. */
export interface LedgerSums {
  characters: number;
  cells: number;
  furniture: number;
  preface: number;
  noise: number;
}

// any blank, including the ideographic space
const BLANK = /\s/u;
const LAST_ASCII = 0x7f;
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** Number of non-blank UTF-16 units of [start, end). Every line is counted several times: Chinese is let through unasked. */
export function countCharacters(text: string, start = 0, end = text.length): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const isBlank =
      code <= LAST_ASCII
        ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
        : (code < FIRST_HAN || code > LAST_HAN) && BLANK.test(text.charAt(at));
    if (!isBlank) count += 1;
  }
  return count;
}

/** Collects runs while a format reads its lines. Runs that are blank are left out. */
export class LedgerBook {
  readonly #entries: LedgerEntry[] = [];
  readonly #source: SourceText;

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** Books [start, end) of a line (1-based); the whole line when no run is given. */
  add(line: number, entryClass: CharacterClass, start = 0, end?: number): void {
    const text = this.#source.lines[line - 1] ?? '';
    const stop = end ?? text.length;
    if (text.slice(start, stop).trim() === '') return;
    this.#entries.push({ line, start, end: stop, class: entryClass });
  }

  /** All entries in source order. */
  toEntries(): LedgerEntry[] {
    return this.#entries.toSorted((a, b) => a.line - b.line || a.start - b.start);
  }
}

/** Sums of a ledger against its source. */
export function sumLedger(source: SourceText, ledger: readonly LedgerEntry[]): LedgerSums {
  const sums: LedgerSums = { characters: 0, cells: 0, furniture: 0, preface: 0, noise: 0 };
  for (const line of source.lines) sums.characters += countCharacters(line);
  for (const entry of ledger) {
    const text = source.lines[entry.line - 1] ?? '';
    const size = countCharacters(text, entry.start, Math.min(entry.end, text.length));
    if (entry.class === 'cell') sums.cells += size;
    else if (entry.class === 'furniture') sums.furniture += size;
    else if (entry.class === 'preface') sums.preface += size;
    else sums.noise += size;
  }
  return sums;
}
