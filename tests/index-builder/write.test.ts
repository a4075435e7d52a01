import { mkdtempSync, readdirSync, readFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { toJsonText, writeAtomically } from '../../index-builder/write.ts';

it('replaces a file whole and leaves nothing beside it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duty-write-'));
  const path = join(folder, 'deep/a.json');
  writeAtomically(path, toJsonText({ b: 1 }));
  writeAtomically(path, toJsonText({ b: 2 }));
  expect(readFileSync(path, 'utf8')).toBe('{\n  "b": 2\n}\n');
  expect(readdirSync(join(folder, 'deep'))).toEqual(['a.json']);
});

it('leaves no temporary file when the target cannot be replaced', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duty-write-'));
  mkdirSync(join(folder, 'a.json'));
  expect(() => writeAtomically(join(folder, 'a.json'), 'x')).toThrow(/EISDIR|ENOTEMPTY|EPERM/u);
  expect(readdirSync(folder)).toEqual(['a.json']);
});
