// The sliding windows and the queue, on real but short time.
import { describe, expect, it } from 'vitest';
import { TIMING } from '../../../src/channels/wecom/limits.ts';
import { createPace, PaceStopped } from '../../../src/channels/wecom/pace.ts';
import { pause } from '../../support/wecom/channel.ts';

const timing = { ...TIMING, minute: 300, hour: 3000 };

describe('the pace', () => {
  it('lets so many go at once, keeps one place for the sentence, and goes on in order', async () => {
    const pace = createPace(Date.now, timing, { perMinute: 5, perHour: 100 });
    const order: number[] = [];
    const told: number[] = [];
    const all = Array.from({ length: 10 }, async (_, i) => {
      const sent = await pace.take('a', (ms) => told.push(ms));
      order.push(i);
      sent();
    });
    await pause(50);
    expect(order).toEqual([0, 1, 2, 3]);
    expect(told).toHaveLength(1);
    expect(told[0]).toBeLessThanOrEqual(300);
    expect(pace.waiting()).toBe(6);
    expect(pace.tryTake('a')).toBeNull();
    expect(pace.tryTake('b')).not.toBeNull();
    await Promise.all(all);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    pace.stop();
  });

  it('begins a minute when the message has arrived', async () => {
    const pace = createPace(Date.now, timing, { perMinute: 2, perHour: 100 });
    const sent = await pace.take('a');
    await pause(200);
    sent();
    const before = Date.now();
    (await pace.take('a'))();
    expect(Date.now() - before).toBeGreaterThanOrEqual(290);
    pace.stop();
  });

  it('keeps the hour, too', async () => {
    const pace = createPace(Date.now, { ...timing, minute: 10, hour: 400 }, { perMinute: 100, perHour: 4 });
    const before = Date.now();
    for (let i = 0; i < 4; i++) (await pace.take('a'))();
    expect(Date.now() - before).toBeGreaterThanOrEqual(390);
    pace.stop();
  });

  it('turns away who waits when it stops', async () => {
    const pace = createPace(Date.now, timing, { perMinute: 2, perHour: 100 });
    (await pace.take('a'))();
    const waiting = pace.take('a');
    pace.stop();
    await expect(waiting).rejects.toThrow(PaceStopped);
    await expect(pace.take('a')).rejects.toThrow(PaceStopped);
  });
});
