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
const BLANKS = /\s+/gu;

/** Number of non-blank UTF-16 units. */
export function countCharacters(text: string): number {
  return text.replace(BLANKS, '').length;
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
    const size = countCharacters((source.lines[entry.line - 1] ?? '').slice(entry.start, entry.end));
    if (entry.class === 'cell') sums.cells += size;
    else if (entry.class === 'furniture') sums.furniture += size;
    else if (entry.class === 'preface') sums.preface += size;
    else sums.noise += size;
  }
  return sums;
}
