// Each part of the store keeps what it is given, across restarts, and forgets when told.
import { statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASE_FILE, openDatabase, StoreTooNewError, type Store } from '../../src/store/index.ts';
import { createScratch, NOW, SEAL_KEY, type Scratch } from './helpers.ts';

let scratch: Scratch;
let store: Store;

beforeEach(() => {
  scratch = createScratch();
  store = scratch.open();
});
afterEach(() => scratch.remove());

describe('bindings', () => {
  it('survive a restart, are replaced and removed', () => {
    store.bindings.set({ conversation: 'slack:T1:C1', documentId: 'a', boundBy: 'h1', boundAt: NOW });
    store.bindings.set({ conversation: 'slack:T1:C1', documentId: 'b', boundBy: 'h2', boundAt: NOW + 1 });
    store.close();
    const again = scratch.open();
    expect(again.bindings.get('slack:T1:C1')).toEqual({
      conversation: 'slack:T1:C1',
      documentId: 'b',
      boundBy: 'h2',
      boundAt: NOW + 1,
    });
    expect(again.bindings.count()).toBe(1);
    expect(again.bindings.remove('slack:T1:C1')).toBe(true);
    expect(again.bindings.remove('slack:T1:C1')).toBe(false);
    expect(again.bindings.get('slack:T1:C1')).toBeNull();
  });
});

describe('threads', () => {
  it('keep the latest exchanges in order, bounded, and forget the old ones', () => {
    for (let i = 0; i < 20; i++)
      store.threads.addTurn('t', { question: `q${i}`, answer: `a${i}`, at: NOW + i });
    expect(store.threads.turns('t', 3, 0).map((turn) => turn.question)).toEqual(['q17', 'q18', 'q19']);
    expect(store.threads.turns('t', 100, 0)).toHaveLength(12);
    expect(store.threads.turns('t', 100, NOW + 18)).toHaveLength(2);
    expect(store.threads.turns('other', 3, 0)).toEqual([]);
    store.threads.forget(NOW + 19);
    expect(store.threads.turns('t', 100, 0)).toHaveLength(1);
  });

  it('remember the chosen township for a while', () => {
    store.threads.setTownship('t', 'a', NOW);
    expect(store.threads.township('t', NOW)).toBe('a');
    expect(store.threads.township('t', NOW + 1)).toBeNull();
  });
});

describe('questions and feedback', () => {
  const entry = {
    id: 'q1',
    platform: 'slack',
    conversation: 'c',
    person: 'p',
    question: '烧秸秆归谁管',
    decision: 'item',
    verdict: 'upstream',
    documentId: 'a',
    itemIds: ['a-c1'],
    margin: 0.5,
    at: NOW,
  };

  it('lists recent questions of a person, newest first, each once', () => {
    store.questions.add(entry);
    store.questions.add({ ...entry, id: 'q2', question: '路灯坏了', at: NOW + 1 });
    store.questions.add({ ...entry, id: 'q3', at: NOW + 2 });
    store.questions.add({ ...entry, id: 'q4', person: 'other', question: '别人的', at: NOW + 3 });
    expect(store.questions.recent('p', 5)).toEqual(['烧秸秆归谁管', '路灯坏了']);
    expect(store.questions.list(0, 10)[0]).toEqual(entry);
    store.questions.forget(NOW + 3);
    expect(store.questions.list(0, 10)).toHaveLength(1);
  });

  it('keeps one opinion of a person about an answer', () => {
    const feedback = {
      questionId: 'q1',
      person: 'p',
      platform: 'slack',
      value: 'good' as const,
      comment: null,
      question: null,
      itemIds: [],
      at: NOW,
    };
    store.feedback.set(feedback);
    store.feedback.set({ ...feedback, value: 'bad', comment: '条目不对' });
    expect(store.feedback.list(0, 10)).toEqual([{ ...feedback, value: 'bad', comment: '条目不对' }]);
    store.feedback.remove('q1', 'p');
    expect(store.feedback.list(0, 10)).toEqual([]);
  });
});

describe('installations', () => {
  it('are sealed: the file does not hold the token, and another key does not open it', () => {
    store.installations.set('slack', 'T1', '{"token":"xoxb-secret"}', NOW);
    expect(store.installations.get('slack', 'T1')).toBe('{"token":"xoxb-secret"}');
    expect(store.installations.keys('slack')).toEqual(['T1']);
    store.close();
    const raw = openDatabase(path.join(scratch.dir, DATABASE_FILE));
    const rows = raw.all<{ sealed: string }>('SELECT sealed FROM installations');
    raw.run("UPDATE installations SET key = 'T2'");
    raw.close();
    expect(rows[0]?.sealed).not.toContain('xoxb');
    expect(scratch.open({ sealKey: Buffer.alloc(32, 8) }).installations.get('slack', 'T2')).toBeNull();
    // moved to another workspace's name it does not open either
    expect(scratch.open({ sealKey: SEAL_KEY }).installations.get('slack', 'T2')).toBeNull();
  });
});

describe('the file', () => {
  it('is readable by its owner only', () => {
    expect(statSync(path.join(scratch.dir, DATABASE_FILE)).mode & 0o777).toBe(0o600);
  });

  it('of a newer program is refused', () => {
    store.close();
    const raw = openDatabase(path.join(scratch.dir, DATABASE_FILE));
    raw.script('PRAGMA user_version = 99');
    raw.close();
    expect(() => scratch.open()).toThrow(StoreTooNewError);
  });

  it('groups writes: all or none', () => {
    const bind = (conversation: string): void =>
      store.bindings.set({ conversation, documentId: 'a', boundBy: 'h', boundAt: NOW });
    expect(() =>
      store.atomically(() => {
        bind('one');
        store.atomically(() => bind('two'));
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(store.bindings.count()).toBe(0);
  });
});
