// One question, one answer: claims between processes, retries, deaths; and locks, which rest on the same notion.
import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_FILE, openDatabase, type Store } from '../../src/store/index.ts';
import { createScratch, NOW, type Scratch } from './helpers.ts';

let scratch: Scratch;
let store: Store;

beforeEach(() => {
  scratch = createScratch();
  store = scratch.open();
});
afterEach(() => scratch.remove());

const claimOf = (of: Store, keys = ['slack:C1:1.0'], now = NOW) =>
  of.deliveries.claim({ keys, platform: 'slack', event: '{"text":"q"}', now });

/** Ends a store as `kill -9` would: its row stays behind, with the given pid (of nobody, by default) and host. */
function kill(victim: Store, row: { pid?: number; host?: string } = {}): void {
  const raw = openDatabase(path.join(scratch.dir, DATABASE_FILE));
  const before = raw.all<{ id: string }>('SELECT id FROM processes').map(({ id }) => id);
  victim.close();
  const after = new Set(raw.all<{ id: string }>('SELECT id FROM processes').map(({ id }) => id));
  const pid = row.pid ?? spawnSync(process.execPath, ['-e', '0']).pid;
  for (const id of before.filter((known) => !after.has(known)))
    raw.run(
      'INSERT INTO processes (id, host, pid, heartbeat) VALUES (?, ?, ?, ?)',
      id,
      row.host ?? hostname(),
      pid,
      NOW,
    );
  raw.close();
}

describe('deliveries', () => {
  it('are claimed once, under any of their names', () => {
    const claim = claimOf(store, ['C1:1.0', 'Ev1']);
    expect(claim).toMatchObject({ state: 'new', attempt: 1, maybeSent: false });
    expect(claimOf(store, ['Ev1'])).toEqual({ state: 'in-flight' });
    expect(claimOf(store, ['C1:1.0', 'Ev2'])).toEqual({ state: 'in-flight' });
    if (claim.state !== 'new') throw new Error('not new');
    store.deliveries.sending(claim.id, '{"kind":"reply"}', NOW);
    store.deliveries.done(claim.id, '{"kind":"reply"}', NOW);
    expect(claimOf(store, ['Ev2'])).toEqual({ state: 'done', outcome: '{"kind":"reply"}' });
  });

  it('are in flight for a second process while the first lives', () => {
    claimOf(store);
    expect(claimOf(scratch.open())).toEqual({ state: 'in-flight' });
  });

  it('of a dead process are pending, taken over once, and say whether an answer may be out', () => {
    const claim = claimOf(store);
    const other = claimOf(store, ['slack:C1:2.0'], NOW + 1);
    if (claim.state !== 'new' || other.state !== 'new') throw new Error('not new');
    store.deliveries.sending(other.id, '"out"', NOW + 1);
    kill(store);
    const second = scratch.open();
    const third = scratch.open();
    expect(second.deliveries.pending('slack', NOW).map((p) => p.since)).toEqual([NOW, NOW + 1]);
    expect(second.deliveries.pending('wecom', NOW)).toEqual([]);
    expect(claimOf(second)).toMatchObject({ state: 'new', attempt: 2, maybeSent: false, outcome: null });
    expect(claimOf(third)).toEqual({ state: 'in-flight' });
    expect(claimOf(third, ['slack:C1:2.0'])).toMatchObject({
      state: 'new',
      maybeSent: true,
      outcome: '"out"',
    });
    expect(second.deliveries.pending('slack', NOW)).toEqual([]);
  });

  it('of a process that fell silent on another host are taken over after its silence', () => {
    claimOf(store);
    kill(store, { host: 'elsewhere' });
    const second = scratch.open();
    expect(claimOf(second, undefined, NOW + 29_000)).toEqual({ state: 'in-flight' });
    expect(claimOf(second, undefined, NOW + 31_000)).toMatchObject({ state: 'new', attempt: 2 });
  });

  it('of a predecessor with the same pid, as in a container restarted, are free at once', () => {
    claimOf(store);
    kill(store, { pid: process.pid });
    expect(claimOf(scratch.open())).toMatchObject({ state: 'new', attempt: 2 });
  });

  it('that were released are new again', () => {
    const claim = claimOf(store);
    if (claim.state !== 'new') throw new Error('not new');
    store.deliveries.release(claim.id);
    expect(claimOf(store)).toMatchObject({ state: 'new', attempt: 1 });
  });

  it('lose the outcome after an hour and the name after a day', () => {
    const claim = claimOf(store);
    if (claim.state !== 'new') throw new Error('not new');
    store.deliveries.done(claim.id, '"x"', NOW);
    store.deliveries.forget(NOW + 3600_001);
    expect(claimOf(store)).toEqual({ state: 'done', outcome: null });
    store.deliveries.forget(NOW + 24 * 3600_001);
    expect(claimOf(store)).toMatchObject({ state: 'new' });
  });
});

describe('locks', () => {
  it('belong to one process until released or expired', () => {
    const second = scratch.open();
    expect(store.locks.acquire('wecom-bot', 10_000, NOW)).toBe(true);
    expect(store.locks.acquire('wecom-bot', 10_000, NOW + 5000)).toBe(true);
    expect(second.locks.acquire('wecom-bot', 10_000, NOW + 14_000)).toBe(false);
    expect(second.locks.heldByOther('wecom-bot', NOW + 14_000)).toBe(true);
    expect(second.locks.acquire('wecom-bot', 10_000, NOW + 15_001)).toBe(true);
    expect(store.locks.acquire('wecom-bot', 10_000, NOW + 15_002)).toBe(false);
    store.locks.release('wecom-bot');
    expect(store.locks.heldByOther('wecom-bot', NOW + 15_003)).toBe(true);
    second.locks.release('wecom-bot');
    expect(store.locks.acquire('wecom-bot', 10_000, NOW + 15_004)).toBe(true);
  });

  it('of a dead process are free at once', () => {
    store.locks.acquire('wecom-bot', 60_000, NOW);
    kill(store);
    expect(scratch.open().locks.acquire('wecom-bot', 60_000, NOW + 1)).toBe(true);
  });
});
