// The ledger must close: every non-blank character of the source is booked exactly once.
import { countCharacters } from '../ledger.ts';
import { toListFinding, type Check } from './check.ts';

export const checkLedger: Check = ({ source, extraction, ledger: sums }) => {
  const line = findOpenLine(source.lines, extraction.ledger);
  const booked = sums.cells + sums.furniture + sums.preface + sums.noise;
  if (line === null && booked === sums.characters) return [];
  const message = `账对不上：原文 ${sums.characters} 字，入账 ${booked} 字。这是导入程序的毛病，请把这个文件报给维护者。`;
  return [toListFinding(null, 'ledger-open', 'error', message, line)];
};

/** First line that has a character booked twice or not at all. */
function findOpenLine(
  lines: readonly string[],
  ledger: readonly { line: number; start: number; end: number }[],
): number | null {
  const booked = lines.map(() => 0);
  let previous = { line: 0, start: 0, end: 0 };
  for (const entry of ledger) {
    const text = lines[entry.line - 1];
    const overlaps = entry.line === previous.line && entry.start < previous.end;
    if (text === undefined || overlaps || entry.line < previous.line || entry.end > text.length)
      return entry.line;
    booked[entry.line - 1] = (booked[entry.line - 1] ?? 0) + countCharacters(text, entry.start, entry.end);
    previous = entry;
  }
  const open = lines.findIndex((text, index) => countCharacters(text) !== booked[index]);
  return open < 0 ? null : open + 1;
}
