import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSections } from '../../../index-builder/assemble/index.ts';
import { DutyFile, type DutySection } from '../../../src/duty/index.ts';
import { readerFor, ROOT, SHULE } from '../../support/organisations.ts';

const reader = readerFor(SHULE);

function toCellText(sections: readonly DutySection[]): string {
  return sections
    .map(({ heading, points }) => (heading ?? '') + points.map((point) => point.text).join(''))
    .join('');
}
const bare = (text: string): string => text.replace(/\s/gu, '');

it('loses no character and moves none, whatever the cell', () => {
  const part = fc.constantFrom(
    '县公安局：',
    '疏勒县民政局',
    '；',
    '。',
    ' ',
    '\n',
    '1.',
    '2.',
    '3',
    '12、',
    '（一）',
    '①',
    '一、',
    '晋升程序：',
    '负责登记',
    '，',
    '：',
    '(考核)',
    '“',
    'APP',
    '500元',
    '、',
  );
  const cell = fc.oneof(
    fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 60 }),
  );
  fc.assert(
    fc.property(cell, (text) => {
      expect(bare(toCellText(readSections(text, reader, reader.read('疏勒县民政局'))))).toBe(bare(text));
    }),
    { numRuns: 1000 },
  );
});

it('holds for every duties cell of the published lists', () => {
  const file = DutyFile.parse(JSON.parse(readFileSync(join(ROOT, 'data/duties.json'), 'utf8')));
  for (const item of file.items) {
    expect(bare(toCellText(item.upstreamSections ?? []))).toBe(bare(item.upstream ?? ''));
    expect(bare(toCellText(item.townshipSections ?? []))).toBe(bare(item.townshipDuties ?? ''));
  }
});
