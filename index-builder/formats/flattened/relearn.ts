// Learns the model anew from readings made with the model before: widths, gaps, departments, wording of both sides.
import { joinPieces } from './join.ts';
import { toWrapSamples } from './learn-start.ts';
import { toEnding, toEndingModel, toGapModel, type ColumnModel, type Ending, type Model } from './model.ts';
import { toOrganisations } from './organisations.ts';
import type { Column, Piece, RawRow } from './rows.ts';
import type { Reading } from './split-row.ts';
import type { Gap } from './text-line.ts';
import { fitWidth, type WrapSample } from './wrap.ts';

interface Gathered {
  samples: WrapSample[];
  inside: Partial<Record<Gap, number>>;
  first: Partial<Record<Gap, number>>;
  last: Record<Ending, number>;
  middle: Record<Ending, number>;
}

function toGathered(): Gathered {
  return {
    samples: [],
    inside: {},
    first: {},
    last: { stop: 0, semicolon: 0, other: 0 },
    middle: { stop: 0, semicolon: 0, other: 0 },
  };
}

function count(counts: Partial<Record<Gap, number>>, gap: Gap): void {
  counts[gap] = (counts[gap] ?? 0) + 1;
}

/** A model that explains the readings; columns without a reading keep what was known. */
export function relearn(
  rows: readonly RawRow[],
  readings: readonly Reading[],
  columns: readonly Column[],
  before: Model,
): Model {
  const gathered = new Map<Column, Gathered>(columns.map((column) => [column, toGathered()]));
  const departmentStarts = new Map<string, number>();
  const organisations = new Map<string, number>();
  const sides = { upstream: new Map<string, number>(), township: new Map<string, number>() };
  rows.forEach((row, r) => {
    columns.forEach((column, k) => {
      const indexes = readings[r]?.cells[k] ?? [];
      const pieces = indexes.flatMap((i) => row.pieces[i] ?? []);
      const own = gathered.get(column);
      const first = pieces[0];
      if (!own || !first) return;
      own.samples.push(...toWrapSamples(pieces, before.quoteWidth));
      pieces.forEach((piece, n) => {
        own[n === pieces.length - 1 ? 'last' : 'middle'][toEnding(piece.text)] += 1;
      });
      if ((indexes[0] ?? 0) > 0) count(own.first, first.gap);
      indexes.slice(1).forEach((i, n) => {
        const piece = row.pieces[i];
        if (piece && indexes[n] === i - 1) count(own.inside, piece.gap);
      });
      if (column === 'departments') learnDepartments(pieces, departmentStarts, organisations);
      if (column === 'upstream' || column === 'township') learnWords(pieces, sides[column]);
    });
  });
  const next: Record<Column, ColumnModel> = { ...before.columns };
  for (const [column, own] of gathered) {
    next[column] = {
      width: fitWidth(own.samples, before.columns[column].width).width,
      gapInside: toGapModel(own.inside),
      gapFirst: toGapModel(own.first),
      endings: toEndingModel(own.last, own.middle),
    };
  }
  return {
    ...before,
    columns: next,
    departmentStarts,
    organisations,
    side: toSide(sides.upstream, sides.township),
  };
}

function learnDepartments(
  pieces: readonly Piece[],
  starts: Map<string, number>,
  organisations: Map<string, number>,
): void {
  const text = joinPieces(pieces, false);
  const key = text.slice(0, 2);
  starts.set(key, (starts.get(key) ?? 0) + 1);
  for (const name of new Set(toOrganisations(text)))
    organisations.set(name, (organisations.get(name) ?? 0) + 1);
}

function learnWords(pieces: readonly Piece[], counts: Map<string, number>): void {
  for (const { text } of pieces) {
    for (let i = 1; i < text.length; i += 1) {
      const pair = text.slice(i - 1, i + 1);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((a, b) => a + b, 1);
}

/** Pairs that are at least seen five times, with the smoothed log ratio of both sides. */
function toSide(
  upstream: ReadonlyMap<string, number>,
  township: ReadonlyMap<string, number>,
): Map<string, number> {
  const ratio = total(township) / total(upstream);
  const side = new Map<string, number>();
  for (const pair of new Set([...upstream.keys(), ...township.keys()])) {
    const a = upstream.get(pair) ?? 0;
    const b = township.get(pair) ?? 0;
    if (a + b >= 5) side.set(pair, Math.log(((a + 1) * ratio) / (b + 1)));
  }
  return side;
}
