// A disk that is full, read-only, absent or no database costs memory of the past, never a call.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_FILE, openDatabase, type Database } from '../../src/store/index.ts';
import { createScratch, NOW, type Scratch } from './helpers.ts';

let scratch: Scratch;
beforeEach(() => {
  scratch = createScratch();
});
afterEach(() => scratch.remove());

const bindingOf = (conversation: string, documentId = 'a') => ({
  conversation,
  documentId,
  boundBy: 'h',
  boundAt: NOW,
});

/** Opens real files and keeps them, so that a test can make the disk fail. */
function createFaulty(): { open: (file: string) => Database; disk: () => Database } {
  let disk: Database | null = null;
  return {
    open(file) {
      const database = openDatabase(file);
      if (file !== ':memory:') disk = database;
      return database;
    },
    disk() {
      if (!disk) throw new Error('not opened');
      return disk;
    },
  };
}

const FAULTS = [
  ['read-only', 'PRAGMA query_only = 1', 'PRAGMA query_only = 0'],
  ['full', 'PRAGMA max_page_count = 1', 'PRAGMA max_page_count = 1000000'],
] as const;

describe.each(FAULTS)('a disk that becomes %s', (_name, fail, mend) => {
  it('is answered without, keeps what was known, is reported once and written back when it serves again', () => {
    const faulty = createFaulty();
    const reports: string[] = [];
    let healed = 0;
    const store = scratch.open({
      open: faulty.open,
      onDegraded: (reason) => reports.push(reason),
      onHealed: () => healed++,
    });
    store.bindings.set(bindingOf('before'));
    store.bindings.set(bindingOf('to be removed'));
    const claimed = store.deliveries.claim({ keys: ['k1'], platform: 'p', event: '{}', now: NOW });
    faulty.disk().script(fail);

    const long = 'x'.repeat(20_000);
    store.threads.addTurn('t', { question: long, answer: long, at: NOW });
    store.bindings.set(bindingOf('during', long));
    store.bindings.remove('to be removed');
    expect(store.degraded()).not.toBeNull();
    expect(reports).toHaveLength(1);
    expect(store.bindings.get('before')?.documentId).toBe('a');
    expect(store.bindings.get('during')?.documentId).toBe(long);
    expect(store.deliveries.claim({ keys: ['k1'], platform: 'p', event: '{}', now: NOW })).toEqual({
      state: 'in-flight',
    });
    if (claimed.state === 'new') store.deliveries.done(claimed.id, null, NOW);

    store.heartbeat(NOW + 1000);
    expect(store.degraded()).not.toBeNull();
    faulty.disk().script(mend);
    store.heartbeat(NOW + 2000); // not asked again so soon
    expect(store.degraded()).not.toBeNull();
    store.heartbeat(NOW + 60_000);
    expect(store.degraded()).toBeNull();
    expect(healed).toBe(1);
    store.close();

    const again = scratch.open();
    expect(again.bindings.get('before')).not.toBeNull();
    expect(again.bindings.get('during')).not.toBeNull();
    expect(again.bindings.get('to be removed')).toBeNull();
    expect(again.threads.turns('t', 5, 0)).toHaveLength(1);
    expect(again.deliveries.claim({ keys: ['k1'], platform: 'p', event: '{}', now: NOW }).state).toBe('done');
  });

  it('inside a group of writes runs the whole group in memory', () => {
    const faulty = createFaulty();
    const store = scratch.open({ open: faulty.open });
    faulty.disk().script(fail);
    const long = 'x'.repeat(20_000);
    store.atomically(() => {
      store.bindings.set(bindingOf('one', long));
      store.bindings.set(bindingOf('two', long));
    });
    expect(store.bindings.count()).toBe(2);
  });
});

describe('a directory that cannot be used', () => {
  it.each([
    ['is a file', (dir: string) => writeFileSync(path.join(dir, 'state'), '')],
    [
      'holds a folder in place of the database',
      (dir: string) => mkdirSync(path.join(dir, 'state', DATABASE_FILE), { recursive: true }),
    ],
    [
      'holds something else in place of the database',
      (dir: string) => {
        mkdirSync(path.join(dir, 'state'));
        writeFileSync(path.join(dir, 'state', DATABASE_FILE), 'no database, only words. '.repeat(200));
      },
    ],
  ])('because it %s degrades to memory at start', (_name, prepare) => {
    prepare(scratch.dir);
    const reports: string[] = [];
    const store = scratch.open({
      stateDir: path.join(scratch.dir, 'state'),
      onDegraded: (reason) => reports.push(reason),
    });
    store.bindings.set(bindingOf('c'));
    expect(store.bindings.get('c')).not.toBeNull();
    expect(reports).toHaveLength(1);
    store.heartbeat(NOW + 60_000);
    expect(store.degraded()).not.toBeNull();
  });
});
