import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { extractTabular } from '../../../../index-builder/formats/tabular/index.ts';
import { countCharacters, sumLedger } from '../../../../index-builder/ledger.ts';
import { toSourceText } from '../../../../index-builder/source/index.ts';

const HEADINGS = [
  '序号\t事项类别\t事项名称',
  '序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡镇配合职责',
  '序号\t事项名称\t承接部门\t工作方式',
];
const scrap = fc.constantFrom(
  '县公安局：',
  '1.宣传；',
  '2.查处。',
  '<p>',
  '</p>',
  '<ol style="x">',
  '**',
  ' and ',
  ' work',
  '　',
  ' ',
  '负责',
  '第 3 页，共 9页',
  '“',
  'APP',
  '一、工作',
  '<',
  '注：',
);
const cell = fc.array(scrap, { maxLength: 6 }).map((parts) => parts.join(''));
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.nat(40), fc.array(cell, { maxLength: 8 }))
      .map(([no, cells]) => [String(no), ...cells].join('\t')),
  },
  { weight: 2, arbitrary: fc.array(cell, { maxLength: 4 }).map((cells) => cells.join('\t')) },
  { weight: 1, arbitrary: fc.constantFrom('', ...HEADINGS, '某某县某某乡基本履职事项清单（公布版）', '12') },
);

it('books every character of any tabbed text exactly once', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom(...HEADINGS), (lines, heading) => {
      const source = toSourceText(
        'a.txt',
        [...lines.slice(0, 3), heading, '1\t党的建设\t甲', ...lines.slice(3)].join('\n'),
      );
      const extraction = extractTabular(source);
      if (!extraction) throw new Error('heading not seen');
      const sums = sumLedger(source, extraction.ledger);
      expect(sums.cells + sums.furniture + sums.preface + sums.noise).toBe(sums.characters);
      let before = { line: 0, end: 0 };
      for (const entry of extraction.ledger) {
        expect(entry.line > before.line || (entry.line === before.line && entry.start >= before.end)).toBe(
          true,
        );
        before = entry;
      }
    }),
    { numRuns: 300 },
  );
});

it('gives back in cells what the ledger calls cells', () => {
  const word = fc
    .array(fc.constantFrom('县', '公安局', '宣传', '；', '。', '1.', '：', '负责', 'APP', '“', '”'), {
      minLength: 1,
      maxLength: 8,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 12 }), (rows) => {
      const lines = rows.map((cells, index) => [index + 1, ...cells].join('\t'));
      const source = toSourceText(
        'a.txt',
        ['序号\t事项类别\t事项名称\t承接部门及工作方式', ...lines].join('\n'),
      );
      const extraction = extractTabular(source);
      const read = extraction?.rows.map((row) => [row.category?.text, row.name.text, row.takeover?.text]);
      expect(read).toEqual(rows);
      const cells = countCharacters(rows.map((row, index) => `${index + 1}${row.join('')}`).join(''));
      expect(sumLedger(source, extraction?.ledger ?? []).cells).toBe(cells);
    }),
  );
});
