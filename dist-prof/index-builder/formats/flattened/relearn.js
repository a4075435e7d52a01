// Learns the model anew from readings made with the model before: widths, gaps, departments, wording of both sides.
import { joinPieces } from './join.js';
import { toWrapSamples } from './learn-start.js';
import { toEnding, toEndingModel, toGapModel } from './model.js';
import { toOrganisations } from './organisations.js';
import { fitWidth } from './wrap.js';
function toGathered() {
    return {
        samples: [],
        inside: {},
        first: {},
        last: { stop: 0, semicolon: 0, other: 0 },
        middle: { stop: 0, semicolon: 0, other: 0 },
    };
}
function count(counts, gap) {
    counts[gap] = (counts[gap] ?? 0) + 1;
}
/** A model that explains the readings; columns without a reading keep what was known. */
export function relearn(rows, readings, columns, before) {
    const gathered = new Map(columns.map((column) => [column, toGathered()]));
    const departmentStarts = new Map();
    const organisations = new Map();
    const sides = { upstream: new Map(), township: new Map() };
    rows.forEach((row, r) => {
        columns.forEach((column, k) => {
            const indexes = readings[r]?.cells[k] ?? [];
            const pieces = indexes.flatMap((i) => row.pieces[i] ?? []);
            const own = gathered.get(column);
            const first = pieces[0];
            if (!own || !first)
                return;
            own.samples.push(...toWrapSamples(pieces, before.quoteWidth));
            pieces.forEach((piece, n) => {
                own[n === pieces.length - 1 ? 'last' : 'middle'][toEnding(piece.text)] += 1;
            });
            if ((indexes[0] ?? 0) > 0)
                count(own.first, first.gap);
            indexes.slice(1).forEach((i, n) => {
                const piece = row.pieces[i];
                if (piece && indexes[n] === i - 1)
                    count(own.inside, piece.gap);
            });
            if (column === 'departments')
                learnDepartments(pieces, departmentStarts, organisations);
            if (column === 'upstream' || column === 'township')
                learnWords(pieces, sides[column]);
        });
    });
    const next = { ...before.columns };
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
function learnDepartments(pieces, starts, organisations) {
    const text = joinPieces(pieces, false);
    const key = text.slice(0, 2);
    starts.set(key, (starts.get(key) ?? 0) + 1);
    for (const name of new Set(toOrganisations(text)))
        organisations.set(name, (organisations.get(name) ?? 0) + 1);
}
function learnWords(pieces, counts) {
    for (const { text } of pieces) {
        for (let i = 1; i < text.length; i += 1) {
            const pair = text.slice(i - 1, i + 1);
            counts.set(pair, (counts.get(pair) ?? 0) + 1);
        }
    }
}
function total(counts) {
    return [...counts.values()].reduce((a, b) => a + b, 1);
}
/** Pairs that are at least seen five times, with the smoothed log ratio of both sides. */
function toSide(upstream, township) {
    const ratio = total(township) / total(upstream);
    const side = new Map();
    for (const pair of new Set([...upstream.keys(), ...township.keys()])) {
        const a = upstream.get(pair) ?? 0;
        const b = township.get(pair) ?? 0;
        if (a + b >= 5)
            side.set(pair, Math.log(((a + 1) * ratio) / (b + 1)));
    }
    return side;
}
