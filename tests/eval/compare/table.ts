// The comparison as text: one line a contender, one column pair a set.
import type { Measured } from './measure.ts';

const share = (measured: readonly Measured[], name: 'top1' | 'top3'): string =>
  ((100 * measured.filter((m) => m[name]).length) / Math.max(1, measured.length)).toFixed(1);

function percentile(measured: readonly Measured[], part: number): string {
  const times = measured.map(({ ms }) => ms).sort((a, b) => a - b);
  return (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(2);
}

const NAME_WIDTH = 28;
const CELL_WIDTH = 12;

/** top-1/top-3 in per cent, of every set and of all; p50/p99 in milliseconds a question. */
export function toComparisonTable(results: ReadonlyMap<string, readonly Measured[]>): string {
  const [first = []] = results.values();
  const sets = [...new Set(first.map(({ question }) => question.set))];
  const size = (set: string): number => first.filter(({ question }) => question.set === set).length;
  const line = (name: string, cells: readonly string[]): string =>
    name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(CELL_WIDTH)).join('');
  // own-ili-and-mixed → ili-and
  const shortName = (set: string): string => set.replace(/^own-/, '').slice(0, CELL_WIDTH - 2);
  return [
    line('top-1/top-3 %', [...sets.map(shortName), 'all', 'ms p50', 'p99']),
    line('questions', [...sets.map((set) => String(size(set))), String(first.length)]),
    ...[...results].map(([name, measured]) => {
      const cell = (group: readonly Measured[]): string => `${share(group, 'top1')}/${share(group, 'top3')}`;
      return line(name, [
        ...sets.map((set) => cell(measured.filter(({ question }) => question.set === set))),
        cell(measured),
        percentile(measured, 0.5),
        percentile(measured, 0.99),
      ]);
    }),
  ].join('\n');
}
