import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../support/organisations.ts';

//   | 'numbers-lost'
const CODE = /^ {2}\| '(?<code>[a-z-]+)'/gmu;

it('every finding code is documented, and only those', () => {
  const source = readFileSync(join(ROOT, 'index-builder/finding.ts'), 'utf8');
  const codes = [...source.matchAll(CODE)].map((match) => match.groups?.['code'] ?? '');
  const table = readFileSync(join(ROOT, 'docs/data-format.md'), 'utf8').split('### 代码')[1] ?? '';
  const documented = [...table.matchAll(/^\| `(?<code>[a-z-]+)` +\| (?:error|warning|info)/gmu)].map(
    (match) => match.groups?.['code'] ?? '',
  );
  expect(documented.toSorted()).toEqual(codes.toSorted());
});
