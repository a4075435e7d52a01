// The tabular lists, laid out again as flattened columns in random ways, must come back cell for cell; what does not
// must be flagged. RELAYOUT_RUNS sets the layouts tried per list (default 60, about half a minute on two cores).
import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractFlattened, LOW_CONFIDENCE } from '../../../../index-builder/formats/flattened/index.ts';
import type { DraftRow } from '../../../../index-builder/draft.ts';
import { expectClosedLedger } from '../../../support/ledger.ts';
import { readPlainItems, type PlainItem } from '../../../support/plain-items.ts';
import { relayout, toLayout, toPrintedCells, type Layout } from '../../../support/relayout.ts';
import { toSourceText } from '../../../support/source-file.ts';

const RUNS = Number(process.env['RELAYOUT_RUNS'] ?? '60');
const FILES = ['莎车县-阿扎特巴格镇.txt', '塔什库尔干塔吉克自治县-科克亚尔柯尔克孜族乡.txt'];

function bare(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, '');
}

function isExact(item: PlainItem, layout: Layout, row: DraftRow | undefined): boolean {
  if (!row || (layout.categoryColumn && row.category?.text !== item.category)) return false;
  const { name, departments, upstream, townshipDuties, takeover, takeoverMethod } = row;
  const cells = [name, departments, upstream, townshipDuties, takeover, takeoverMethod].filter(
    (cell) => cell !== null,
  );
  return toPrintedCells(item, layout).every((cell, k) => bare(cell) === bare(cells[k]?.text));
}

describe.each(FILES)('%s in random layouts', (file) => {
  const items = readPlainItems(new URL(`../../../../data/sources/${file}`, import.meta.url));

  it(`comes back exactly in ${RUNS} layouts`, { timeout: 1000 * (60 + 2 * RUNS) }, () => {
    const tally = { items: 0, wrong: 0, unflagged: 0, flagged: 0 };
    assert(
      property(integer({ min: 1, max: 1_000_000 }), (seed) => {
        const layout = toLayout(seed);
        const source = toSourceText(relayout(items, layout));
        const extraction = extractFlattened(source);
        expectClosedLedger(source, extraction?.ledger ?? []);
        const rows = new Map(extraction?.rows.map((row) => [`${row.list} ${row.no}`, row]));
        const wrong = items.filter((item) => !isExact(item, layout, rows.get(`${item.list} ${item.no}`)));
        const low = [...rows.values()].filter((row) => row.confidence < LOW_CONFIDENCE).length;
        const unflagged = wrong.filter((item) => {
          return (rows.get(`${item.list} ${item.no}`)?.confidence ?? 1) >= LOW_CONFIDENCE;
        });
        tally.items += items.length;
        tally.wrong += wrong.length;
        tally.unflagged += unflagged.length;
        tally.flagged += low;
        // a single layout may be unlucky, never hopeless
        expect(wrong.length / items.length).toBeLessThan(0.1);
      }),
      { numRuns: RUNS, seed: 20260101 },
    );
    expect(tally.wrong / tally.items).toBeLessThan(0.01);
    expect(tally.unflagged / tally.items).toBeLessThan(0.001);
    expect(tally.flagged / tally.items).toBeLessThan(0.05);
  });
});
