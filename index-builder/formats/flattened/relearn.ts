// Learns the model anew from readings made with the model before: widths, gaps, departments, wording of both sides.
import { joinPieces } from './join.ts';
import { toWrapSamples } from './learn-start.ts';
import { toEnding, toEndingModel, toGapModel, type ColumnModel, type Ending, type Model } from './model.ts';
import { toOrganisations } from './organisations.ts';
import type { Mark } from './mark.ts';
import type { Column, Piece } from './rows.ts';
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
  rows: readonly (readonly Mark[])[],
  readings: readonly Reading[],
  columns: readonly Column[],
  before: Model,
): Model {
  const gathered = new Map<Column, Gathered>(columns.map((column) => [column, toGathered()]));
  const departmentStarts = new Map<string, number>();
  const organisations = new Map<string, number>();
  const sides = {
    upstream: new Int32Array(before.pairs.size),
    township: new Int32Array(before.pairs.size),
  };
  rows.forEach((row, r) => {
    columns.forEach((column, k) => {
      const indexes = readings[r]?.cells[k] ?? [];
      const marks = indexes.flatMap((i) => row[i] ?? []);
      const pieces = marks.map(({ piece }) => piece);
      const own = gathered.get(column);
      const first = pieces[0];
      if (!own || !first) return;
      own.samples.push(...toWrapSamples(marks, before.quoteWidth));
      pieces.forEach((piece, n) => {
        own[n === pieces.length - 1 ? 'last' : 'middle'][toEnding(piece.text)] += 1;
      });
      if ((indexes[0] ?? 0) > 0) count(own.first, first.gap);
      indexes.slice(1).forEach((i, n) => {
        const mark = row[i];
        if (mark && indexes[n] === i - 1) count(own.inside, mark.piece.gap);
      });
      if (column === 'departments') learnDepartments(pieces, departmentStarts, organisations);
      if (column === 'upstream' || column === 'township') learnWords(marks, sides[column]);
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

function learnWords(marks: readonly Mark[], counts: Int32Array): void {
  for (const { pairs } of marks) for (const pair of pairs) counts[pair] = (counts[pair] ?? 0) + 1;
}

/** Fewer sightings of a pair are chance. */
const FEWEST_SIGHTINGS = 5;

/** The smoothed log ratio of both sides for each pair seen often enough, 0 for the others. */
function toSide(upstream: Int32Array, township: Int32Array): Float64Array {
  const total = (counts: Int32Array): number => counts.reduce((a, b) => a + b, 1);
  const ratio = total(township) / total(upstream);
  const side = new Float64Array(upstream.length);
  upstream.forEach((a, pair) => {
    const b = township[pair] ?? 0;
    if (a + b >= FEWEST_SIGHTINGS) side[pair] = Math.log(((a + 1) * ratio) / (b + 1));
  });
  return side;
}
