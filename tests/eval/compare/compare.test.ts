// The comparison is fair: every contender works, and all are asked the same questions.
import { describe, expect, it } from 'vitest';
import { loadData } from '../../../src/app/data.ts';
import { loadQuestions, type EvalQuestion } from '../questions.ts';
import { createContenders } from './index.ts';
import { isComparable, measure } from './measure.ts';
import { toComparisonTable } from './table.ts';

const data = loadData('data', 'bigram');
const [document] = data.corpus.documents;
if (!document) throw new Error('no list is loaded');
const items = data.corpus.items(document.id).filter((_, i) => i % 6 === 0);

/** Official names typed as questions: what any full-text search finds. */
const byName: EvalQuestion[] = items.map((item) => ({
  id: item.id,
  kind: 'named',
  set: 'names',
  q: item.name,
  asker_township: document.township,
  history: [],
  expect: { answers: [[document.township, item.list, item.no]], verdict: 'township', departments: [] },
}));

describe('contenders', () => {
  it.each(createContenders(data))('$name finds items by their own names', async (contender) => {
    const measured = await measure(contender, byName, data.corpus);
    const found = measured.filter(({ top3 }) => top3).length;
    expect(found / measured.length).toBeGreaterThan(0.95);
  });
});

describe('isComparable', () => {
  it('takes the 119 single-item questions of the given set', () => {
    const dev = loadQuestions().filter(({ set }) => set === 'dev');
    expect(dev.filter(isComparable)).toHaveLength(119);
  });
});

describe('toComparisonTable', () => {
  it('gives shares by set and of all, and times', () => {
    const [question] = byName;
    if (!question) throw new Error('no question');
    const other = { ...question, set: 'own-other' };
    const table = toComparisonTable(
      new Map([
        [
          'it',
          [
            { question, top1: true, top3: true, ms: 1 },
            { question: other, top1: false, top3: true, ms: 3 },
          ],
        ],
      ]),
    );
    expect(table.split('\n').map((line) => line.split(/\s{2,}/))).toEqual([
      ['top-1/top-3 %', 'names', 'other', 'all', 'ms p50', 'p99'],
      ['questions', '1', '1', '2'],
      ['it', '100.0/100.0', '0.0/100.0', '50.0/100.0', '3.00', '3.00'],
    ]);
  });
});
