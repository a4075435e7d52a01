// The promise of a ledger: every non-blank character of the source has exactly one class.
import { expect } from 'vitest';
import type { LedgerEntry, SourceText } from '../../index-builder/draft.ts';

/** Fails when a character is missing from the ledger, counted twice, or out of order. */
export function expectClosedLedger(source: SourceText, ledger: readonly LedgerEntry[]): void {
  const covered = source.lines.map((line) => new Uint8Array(line.length));
  let before = { line: 0, end: 0 };
  for (const entry of ledger) {
    const inOrder = entry.line > before.line || (entry.line === before.line && entry.start >= before.end);
    expect(inOrder, `line ${entry.line}`).toBe(true);
    covered[entry.line - 1]?.fill(1, entry.start, entry.end);
    before = entry;
  }
  source.lines.forEach((line, i) => {
    const missing = [...line.matchAll(/\S/g)].filter((match) => covered[i]?.[match.index] !== 1);
    expect(missing.map((match) => match[0]).join(''), `line ${i + 1}`).toBe('');
  });
}
