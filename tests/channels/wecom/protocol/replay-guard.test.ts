// Timestamps and nonces on a clock in hand.
import { describe, expect, it } from 'vitest';
import { createReplayGuard } from '../../../../src/channels/wecom/protocol/replay-guard.ts';

const NOW = 1_700_000_000_000;
const STAMP = '1700000000';

describe('replay', () => {
  it('lets a request and its three retries through within half a minute, and nothing further', () => {
    const clock = { now: NOW };
    const guard = createReplayGuard(() => clock.now);
    const results = Array.from({ length: 5 }, () => {
      clock.now += 5000;
      return guard.check(STAMP, 'n', 'sig');
    });
    expect(results).toEqual(['fresh', 'retry', 'retry', 'retry', 'replayed']);
  });

  it('lets no retry through later, nor another request under the same nonce', () => {
    const clock = { now: NOW };
    const guard = createReplayGuard(() => clock.now);
    expect(guard.check(STAMP, 'n', 'sig')).toBe('fresh');
    expect(guard.check(STAMP, 'n', 'other')).toBe('replayed');
    clock.now += 31_000;
    expect(guard.check(STAMP, 'n', 'sig')).toBe('replayed');
    clock.now = NOW + 299_000;
    expect(guard.check(STAMP, 'n', 'sig')).toBe('replayed');
    clock.now = NOW + 301_000;
    expect(guard.check(STAMP, 'n', 'sig')).toBe('old');
  });

  it.each([['1699999699'], ['1700000301'], ['0'], [''], ['-1'], ['1e9'], ['NaN'], ['99999999999999']])(
    'takes %s for old',
    (timestamp) => {
      expect(createReplayGuard(() => NOW).check(timestamp, 'n', 's')).toBe('old');
    },
  );

  it('never forgets a nonce while its timestamp is good', () => {
    const clock = { now: NOW - 299_000 };
    const guard = createReplayGuard(() => clock.now);
    // a timestamp from the future edge lives longest
    expect(guard.check(STAMP, 'n', 'sig')).toBe('fresh');
    for (clock.now = NOW; clock.now < NOW + 299_000; clock.now += 10_000) {
      guard.check(String(Math.floor(clock.now / 1000)), `${clock.now}`, 'x');
      expect(guard.check(STAMP, 'n', 'sig')).toBe('replayed');
    }
  });
});
