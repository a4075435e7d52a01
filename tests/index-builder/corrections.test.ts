import { describe, expect, it } from 'vitest';
import { findOrphanCorrections, parseCorrections } from '../../index-builder/corrections.ts';
import { auditText } from '../support/audit-text.ts';
import { sampleList } from '../support/sample-list.ts';

const CORRECTION = {
  item: 'xihe-nanling-2025-c2',
  field: 'townshipDuties',
  printed: '1.登记犬只； 2.劝导不文明养犬。',
  corrected: '1.登记犬只；2.劝阻不文明养犬。',
  reason: '与印刷本核对',
} as const;

describe('corrections', () => {
  it('override a cell and are shown with it', () => {
    const { items, findings } = auditText(sampleList(), [CORRECTION]);
    expect(items[3]?.townshipDuties).toBe('1.登记犬只；2.劝阻不文明养犬。');
    expect(items[3]?.townshipSections?.[0]?.points).toHaveLength(2);
    expect(findings).toMatchObject([{ code: 'corrected', severity: 'warning', list: 'cooperative', no: 2 }]);
    expect(items[3]?.warnings).toHaveLength(1);
  });

  it('whose printed value no longer matches are errors and change nothing', () => {
    const { items, findings } = auditText(sampleList(), [{ ...CORRECTION, printed: '别的字' }]);
    expect(items[3]?.townshipDuties).toBe(CORRECTION.printed);
    expect(findings).toMatchObject([{ code: 'correction-stale', severity: 'error' }]);
  });

  it('for an item that does not exist are errors', () => {
    expect(findOrphanCorrections([CORRECTION], new Set(['other']))).toMatchObject([
      { code: 'correction-stale' },
    ]);
  });

  it('are refused when a field is unknown', () => {
    const value = { formatVersion: 1, corrections: [{ ...CORRECTION, field: 'no' }] };
    expect(() => parseCorrections(value, 'data/corrections.json')).toThrow('更正表有误');
  });
});
