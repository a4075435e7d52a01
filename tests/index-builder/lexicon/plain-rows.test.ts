// The short way of reading must give what the YAML library gives, or nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readPlainRows } from '../../../index-builder/lexicon/plain-rows.ts';
import { ROOT } from '../../support/organisations.ts';

describe('readPlainRows', () => {
  it('reads the committed table as the library does', () => {
    const text = readFileSync(join(ROOT, 'data/lexicon/organisations.yaml'), 'utf8');
    const rows = readPlainRows(text);
    expect(rows).not.toBeNull();
    expect(rows).toEqual(parse(text));
  });

  it('reads any row as the library does, or not at all', () => {
    const PARTS = [
      'name: 组织部',
      'name: "组织部"',
      'name: 组织部 # 注',
      'name: 是',
      'name: 12345热线',
      'name:组织部',
      'party: true',
      'party: yes',
      'constructor: true',
      'short: []',
      'short: [组织, 组织部门]',
      'short: [组织,组织部门]',
      'short: [组织, ]',
      'old: [自然资源局（林业局）]',
      'old: [组织: 部]',
      'old: 组织 部',
      '',
    ];
    let read = 0;
    assert(
      property(array(constantFrom(...PARTS), { minLength: 1, maxLength: 4 }), (parts) => {
        const text = `# 表\n- { ${parts.join(', ')} }\n`;
        const rows = readPlainRows(text);
        if (rows === null) return;
        read += 1;
        expect(rows).toEqual(parse(text));
      }),
      { numRuns: 5000, seed: 7 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
