// Rate limits: by person, by conversation, said once, and refilled with time.
import { describe, expect, it } from 'vitest';
import type { ChatOutcome } from '../../../src/channels/chat/index.ts';
import { createLimiter } from '../../../src/channels/chat/limiter.ts';
import { createTestChat } from '../../support/chat.ts';

async function ask(chat: ReturnType<typeof createTestChat>, person: string, conversation = 'G1') {
  const sent: ChatOutcome[] = [];
  const event = { ...chat.message('烧秸秆归谁管'), person, conversation };
  chat.clock.now -= 1000; // the harness moves its clock with every message; here time stands still
  const handled = await chat.service.answerOnce(event, (outcome) => {
    sent.push(outcome);
    return Promise.resolve();
  });
  return { handled, sent };
}

describe('a limiter', () => {
  it('gives a burst, then its rate, and tells once', () => {
    let now = 0;
    const limiter = createLimiter(12, () => now);
    const taken = (): boolean => limiter.take('a').ok;
    expect(Array.from({ length: 7 }, taken)).toEqual([true, true, true, true, true, true, false]);
    expect(limiter.take('a')).toMatchObject({ ok: false, first: false });
    expect(limiter.take('b').ok).toBe(true);
    now += 5000;
    expect(limiter.take('a').ok).toBe(true);
    expect(limiter.take('a')).toEqual({ ok: false, first: true, retryAfterMs: 5000 });
    now += 3600_000;
    expect(Array.from({ length: 7 }, taken).filter(Boolean)).toHaveLength(6);
  });

  it('of zero has no limit, and a clock that goes back does not hurt', () => {
    expect(Array.from({ length: 100 }, () => createLimiter(0, () => 0).take('a').ok).every(Boolean)).toBe(
      true,
    );
    let now = 1000;
    const limiter = createLimiter(60, () => now);
    limiter.take('a');
    now = 0;
    expect(limiter.take('a').ok).toBe(true);
  });
});

describe('too many questions', () => {
  it('of one person are refused politely once, then silently, while others are answered', async () => {
    const chat = createTestChat({ policy: { personPerMinute: 10 } });
    for (let i = 0; i < 5; i++) expect((await ask(chat, 'P1')).sent[0]?.kind).toBe('reply');
    const limited = await ask(chat, 'P1');
    expect(limited.sent[0]).toMatchObject({ kind: 'rate_limited', notify: true });
    expect(JSON.stringify(limited.sent[0])).toContain('请过 6 秒再问');
    expect((await ask(chat, 'P1')).handled.state).toBe('silent');
    expect((await ask(chat, 'P2')).sent[0]?.kind).toBe('reply');
    chat.clock.now += 60_000;
    expect((await ask(chat, 'P1')).sent[0]?.kind).toBe('reply');
    expect(chat.metrics.filter((call) => call === 'rateLimited:test:person')).toHaveLength(2);
  });

  it('in one conversation are refused whoever asks', async () => {
    const chat = createTestChat({ policy: { conversationPerMinute: 10 } });
    for (let i = 0; i < 5; i++) await ask(chat, `P${i}`);
    expect((await ask(chat, 'P9')).sent[0]).toMatchObject({ kind: 'rate_limited' });
    expect((await ask(chat, 'P9', 'G2')).sent[0]?.kind).toBe('reply');
  });
});
