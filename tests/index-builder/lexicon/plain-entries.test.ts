// The short way of reading must give what the YAML library gives, or nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineCounter, parse, parseDocument } from 'yaml';
import { readPlainEntries } from '../../../index-builder/lexicon/plain-entries.ts';
import { ROOT } from '../../support/organisations.ts';

const FILES = [
  ...readdirSync(join(ROOT, 'data/lexicon/matters')).map((name) => `matters/${name}`),
  'outside.yaml',
];

describe('the committed lists', () => {
  it.each(FILES)('%s: same entries, same lines', (name) => {
    const text = readFileSync(join(ROOT, 'data/lexicon', name), 'utf8');
    const entries = readPlainEntries(text);
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    expect(entries?.map(({ value }) => value)).toEqual(document.toJS());
    const starts = (document.contents as unknown as { items: { range: [number] }[] }).items;
    expect(entries?.map(({ line }) => line)).toEqual(starts.map(({ range }) => lines.linePos(range[0]).line));
  });
});

describe('any text', () => {
  const LINES = [
    '- id: farm-straw',
    '- id: true',
    '- 秸秆',
    '  title: 秸秆禁烧',
    '  title: 12345热线',
    '  title: "秸秆"',
    '  title: 秸秆: 禁烧',
    '  title: 秸秆 # 注',
    '  title: 12',
    '  title: ',
    '  title',
    '  related: [farm-land, null]',
    '  related: [farm-land, water]',
    '  related: []',
    '  related: [a,b]',
    '  phrases:',
    '  phrases: |',
    '    - 地里点火',
    '    - 烧麦秆：谁管',
    '    - 是#号',
    '    - no',
    '    - KTV',
    '    - True',
    '    - "12345"',
    '    - "a\\"b"',
    '    - null',
    '    - *star',
    '    - “引号”',
    '    - 行末空格 ',
    '    - 3月',
    '      接着上一行',
    '# 注',
    '',
    '---',
    '\t- 制表',
  ];
  it('is read as the library reads it, or not at all', () => {
    let read = 0;
    assert(
      property(array(constantFrom(...LINES), { minLength: 1, maxLength: 9 }), (lines) => {
        const text = `- id: first\n${lines.join('\n')}\n`;
        const entries = readPlainEntries(text);
        if (entries === null) return;
        read += 1;
        expect(entries.map(({ value }) => value)).toEqual(parse(text));
      }),
      { numRuns: 5000, seed: 7 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
