import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { collectErrors } from '../../index-builder/audit-file.ts';
import { buildAll, type BuildResult } from '../../index-builder/build.ts';
import { toExportLines } from '../../index-builder/export.ts';
import { toJsonText } from '../../index-builder/write.ts';
import { DutyFile, LIST_KINDS } from '../../src/duty/index.ts';
import { ROOT } from '../support/organisations.ts';

let result: BuildResult;
beforeAll(() => {
  result = buildAll({ rootDir: ROOT });
}, 60_000);

describe('the committed data', () => {
  it.each(['data/duties.json', 'data/audit.json'] as const)('%s equals a fresh build', (file) => {
    const fresh = toJsonText(file === 'data/duties.json' ? result.file : result.audit);
    // compared as a flag: a diff of three megabytes helps nobody, `npm run index && git diff data` does
    expect(readFileSync(join(ROOT, file), 'utf8') === fresh).toBe(true);
  });

  it('fits its schema', () => {
    expect(() => DutyFile.parse(result.file)).not.toThrow();
  });

  it('has every item of the five lists, once', () => {
    const counts = result.file.documents.map(({ counts: c }) => c.basic + c.cooperative + c.reclaimed);
    expect(counts).toEqual([263, 261, 294, 268, 257]);
    expect(new Set(result.file.items.map(({ id }) => id)).size).toBe(1343);
    expect(collectErrors(result.audit)).toEqual([]);
  });

  it('accounts for every character', () => {
    for (const { ledger } of result.audit.documents) {
      expect(ledger.cells + ledger.furniture + ledger.preface + ledger.noise).toBe(ledger.characters);
    }
  });

  it('knows the place, the mark and the declared figures of each document', () => {
    expect(
      result.file.documents.map((d) => [d.county, d.township, d.prefecture, d.classification, d.declared]),
    ).toEqual([
      ['疏勒县', '阿拉甫乡', '喀什地区', 'public', { basic: 118, cooperative: 96, reclaimed: 49 }],
      ['莎车县', '阿扎特巴格镇', '喀什地区', 'public', { basic: 117, cooperative: 97, reclaimed: 47 }],
      ['阿合奇县', '哈拉奇乡', '克孜勒苏州', 'public', { basic: 112, cooperative: 121, reclaimed: 61 }],
      [
        '塔什库尔干塔吉克自治县',
        '科克亚尔柯尔克孜族乡',
        '喀什地区',
        'internal',
        { basic: 150, cooperative: 131, reclaimed: 50 },
      ],
      ['伊宁市', '托格拉克乡', '伊犁州', 'public', null],
    ]);
  });

  it('exports one line an item, with the fields of its list', () => {
    const lines = toExportLines(result.file.documents, result.file.items).trimEnd().split('\n');
    expect(lines).toHaveLength(1343);
    for (const line of lines) {
      const item = JSON.parse(line) as Record<string, unknown>;
      expect(Object.keys(item)).toEqual([
        'id',
        'township',
        'county',
        'prefecture',
        'list',
        'no',
        'category',
        'name',
        'departments',
        'departmentsRaw',
        'upstream',
        'townshipDuties',
        'takeover',
        'takeoverDepartments',
        'source',
        'warnings',
      ]);
      expect(LIST_KINDS).toContain(item['list']);
      expect(item['upstream'] === null).toBe(item['list'] !== 'cooperative');
      expect(item['takeover'] === null).toBe(item['list'] !== 'reclaimed');
    }
  });
});
