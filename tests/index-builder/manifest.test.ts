import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decideFromManifest } from '../../index-builder/manifest-facts.ts';
import { parseManifest, type Manifest } from '../../index-builder/manifest.ts';
import type { Finding } from '../../index-builder/finding.ts';
import { extractSource } from '../../index-builder/formats/index.ts';
import { readPreface } from '../../index-builder/preface/index.ts';
import { toSourceText } from '../../index-builder/source/index.ts';
import { ROOT } from '../support/organisations.ts';
import { sampleList } from '../support/sample-list.ts';

const committed = JSON.parse(readFileSync(join(ROOT, 'data/sources.json'), 'utf8')) as Manifest;
const entry = {
  id: 'xihe-nanling-2025',
  title: '西河县南岭镇履职事项清单',
  township: '南岭镇',
  county: '西河县',
  prefecture: '东山地区',
  aliases: [],
  countyAliases: [],
  edition: '2025年8月',
  classification: 'public',
  remarks: [],
  file: 'sources/a.txt',
  sha256: '0'.repeat(64),
} as const;

function decide(text: string, change: object = {}) {
  const source = toSourceText('a.txt', text);
  const extraction = extractSource(source);
  const findings: Finding[] = [];
  const facts = decideFromManifest({ ...entry, aliases: [], countyAliases: [], remarks: [], ...change })(
    readPreface(source, extraction),
    extraction,
    findings,
  );
  return { facts, findings };
}

describe('the manifest', () => {
  it('committed is valid', () => {
    expect(parseManifest(committed, 'data/sources.json').documents).toHaveLength(5);
  });

  it.each([
    ['a document twice', { documents: [committed.documents[0], committed.documents[0]] }, '重复'],
    [
      'a file outside sources/',
      { documents: [{ ...committed.documents[0], file: '../secret.txt' }] },
      'file',
    ],
    ['an unknown field', { documents: [{ ...committed.documents[0], note: '' }] }, '登记表有误'],
    ['no documents', { documents: [] }, 'documents'],
  ])('refuses %s', (_name, change, message) => {
    expect(() => parseManifest({ formatVersion: 1, ...change }, 'data/sources.json')).toThrow(message);
  });
});

describe('decideFromManifest', () => {
  it('agrees with what is printed', () => {
    expect(decide(sampleList()).findings).toEqual([]);
  });

  it('fills what is not printed', () => {
    const { facts, findings } = decide(sampleList({ preface: false, place: '' }));
    expect(findings).toEqual([]);
    expect(facts).toMatchObject({
      township: '南岭镇',
      county: '西河县',
      prefecture: '东山地区',
      edition: '2025年8月',
    });
  });

  it('lets the print win and reports the contradiction', () => {
    const { facts, findings } = decide(sampleList(), { township: '北岭镇', edition: '2024年' });
    expect(facts).toMatchObject({ township: '南岭镇', edition: '2025年8月' });
    expect(findings.map(({ code }) => code)).toEqual(['manifest-contradicts-print']);
    expect(findings[0]?.message).toContain('北岭镇');
  });

  it('never loses 内部', () => {
    expect(decide(sampleList(), { classification: 'internal' }).facts.classification).toBe('internal');
    const marked = decide(`内部\n${sampleList()}`);
    expect(marked.facts.classification).toBe('internal');
    expect(marked.findings).toHaveLength(1);
  });
});
