// `kill -9` at any moment: no answered question is answered twice, none is lost that can be asked for, and every
// binding that was confirmed is there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createScratch } from '../../store/helpers.ts';

const MESSAGES = 240;
const CHILD = path.join(import.meta.dirname, '../../support/kill-child.ts');

/**
 * Runs the child until it ends or is killed, a moment after it has sent `sends` answers: a life is measured in work
 * done, so that a slow machine has no more of them. True when it ended by itself.
 */
async function runOnce(args: string[], sends: number, momentMs: number): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit').then(() => true);
  let seen = 0;
  const worked = new Promise<boolean>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString().split('.').length - 1;
      if (seen >= sends) resolve(false);
    });
  });
  const ended = await Promise.race([exited, worked.then(() => sleep(momentMs)).then(() => false)]);
  if (!ended) child.kill('SIGKILL');
  await exited;
  return child.exitCode === 0;
}

describe('a process killed again and again', () => {
  it('answers every message once and keeps every binding', { timeout: 120_000 }, async () => {
    const scratch = createScratch();
    try {
      const file = path.join(scratch.dir, 'platform.txt');
      const args = [scratch.dir, file, String(MESSAGES)];
      let kills = 0;
      while (!(await runOnce(args, Math.floor(Math.random() * 40), Math.random() * 12))) {
        kills++;
        expect(kills).toBeLessThan(200);
      }
      const lines = readFileSync(file, 'utf8').trim().split('\n').map(Number);
      expect(kills).toBeGreaterThan(2);
      expect(new Set(lines).size).toBe(lines.length);
      const arrived = new Set(lines);
      const lost = Array.from({ length: MESSAGES }, (_, i) => i + 1).filter((id) => !arrived.has(id));
      expect(lost.filter((id) => id % 2 === 0)).toEqual([]);
      // of the others only what was being sent at the moment of a kill may be missing
      expect(lost.length).toBeLessThanOrEqual(kills * 4);
      const store = scratch.open();
      const unbound = lines.filter((id) => id % 3 === 0 && store.bindings.get(`test:W1:G${id}`) === null);
      expect(unbound).toEqual([]);
    } finally {
      scratch.remove();
    }
  });
});
