// A short stretch of the soak, with kills and cuts: the bench itself ends with 1 when a question is lost or answered
// twice.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('loses no question and answers none twice', { timeout: 120_000 }, async () => {
  const root = path.resolve(import.meta.dirname, '../../..');
  const args = ['--import', 'tsx', 'tests/bench/wecom.ts', '--seconds', '10', '--seed', '4'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  expect(stdout).toMatch(/^lost +0$/mu);
  expect(stdout).toMatch(/^answered twice +0$/mu);
  expect(stdout).toMatch(/kill -9 [1-9]/u);
});
