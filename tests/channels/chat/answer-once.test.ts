// One input, one answer: concurrency, retries, failing and uncertain sends, deaths, a store in trouble.
import { describe, expect, it } from 'vitest';
import { UncertainSendError, type ChatOutcome } from '../../../src/channels/chat/index.ts';
import {
  fromEventRecord,
  fromOutcomeRecord,
  toEventRecord,
  toOutcomeRecord,
} from '../../../src/channels/chat/record.ts';
import { openStore } from '../../../src/store/index.ts';
import { createScratch } from '../../store/helpers.ts';
import { createTestChat, START } from '../../support/chat.ts';

const ASKED = '阿拉甫乡烧秸秆归谁管';

function createSender() {
  const sent: ChatOutcome[] = [];
  return {
    sent,
    send: (outcome: ChatOutcome): Promise<void> => {
      sent.push(outcome);
      return Promise.resolve();
    },
  };
}

const cut = () => Promise.reject(new UncertainSendError('connection reset'));

describe('answering once', () => {
  it('gives concurrent and later deliveries the answer of the first', async () => {
    const chat = createTestChat();
    const event = chat.message(ASKED, { deliveryKeys: ['C1:1.0', 'Ev1'] });
    const { sent, send } = createSender();
    const slow = async (outcome: ChatOutcome): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await send(outcome);
    };
    const twin = { ...event, deliveryKeys: ['C1:1.0', 'Ev2'] };
    const [first, second] = await Promise.all([
      chat.service.answerOnce(event, slow),
      chat.service.answerOnce(twin, slow),
    ]);
    const third = await chat.service.answerOnce({ ...event, deliveryKeys: ['Ev1'] }, send);
    expect(sent).toHaveLength(1);
    expect(first.state).toBe('sent');
    expect(second).toEqual({ state: 'duplicate', outcome: sent[0] });
    expect(third).toEqual({ state: 'duplicate', outcome: sent[0] });
    expect(chat.store.questions.list(0, 10)).toHaveLength(1);
    expect(chat.metrics.filter((call) => call === 'question:test')).toHaveLength(1);
  });

  it('lets a waiting duplicate try when the first failed', async () => {
    const chat = createTestChat();
    const event = chat.message(ASKED);
    const { sent, send } = createSender();
    const [first, second] = await Promise.all([
      chat.service.answerOnce(event, () => Promise.reject(new Error('500'))),
      chat.service.answerOnce(event, send),
    ]);
    expect(first.state).toBe('failed');
    expect(second.state).toBe('sent');
    expect(sent).toHaveLength(1);
    expect(chat.metrics).toContain('error:test:send');
  });

  it('does not send again what may have arrived, unless it can find out that it did not', async () => {
    const chat = createTestChat();
    const { sent, send } = createSender();
    const blind = chat.message(ASKED);
    expect((await chat.service.answerOnce(blind, cut)).state).toBe('failed');
    expect((await chat.service.answerOnce(blind, send)).state).toBe('duplicate');
    const asked = chat.message(ASKED);
    const arrived = { wasSent: () => Promise.resolve(true) };
    const lost = { wasSent: () => Promise.resolve(false) };
    await chat.service.answerOnce(asked, cut, lost);
    expect((await chat.service.answerOnce(asked, send)).state).toBe('sent');
    const again = chat.message(ASKED);
    await chat.service.answerOnce(again, cut, arrived);
    expect((await chat.service.answerOnce(again, send)).state).toBe('duplicate');
    expect(sent).toHaveLength(1);
  });

  it('takes over from a dead process: what it had decided is sent, what it may have sent is asked for', async () => {
    const scratch = createScratch();
    try {
      for (const wasSent of [true, false]) {
        const dying = createTestChat({ store: scratch.open() });
        const event = dying.message(ASKED, { deliveryKeys: [`k-${wasSent}`] });
        const held: ChatOutcome[] = [];
        void dying.service.answerOnce(event, (outcome) => {
          held.push(outcome);
          return new Promise(() => undefined);
        });
        await new Promise((resolve) => setTimeout(resolve, 0));
        dying.store.close();
        const next = createTestChat({ store: scratch.open(), clock: { now: dying.clock.now + 5000 } });
        const [unfinished] = next.service.unfinished('test');
        expect(unfinished?.event).toEqual(event);
        const { sent, send } = createSender();
        const handled = await next.service.answerOnce(unfinished?.event ?? event, send, {
          wasSent: (address) => Promise.resolve(address['at'] === event.address['at'] && wasSent),
        });
        expect(handled.state).toBe(wasSent ? 'duplicate' : 'sent');
        expect(sent).toEqual(wasSent ? [] : held);
        expect(next.service.unfinished('test')).toEqual([]);
      }
    } finally {
      scratch.remove();
    }
  });

  it('never answers bots or itself, and notes nothing of them', async () => {
    const chat = createTestChat();
    const { sent, send } = createSender();
    for (const author of ['bot', 'self'] as const) {
      const handled = await chat.service.answerOnce(chat.message(ASKED, { author }), send);
      expect(handled.state).toBe('silent');
    }
    expect(sent).toEqual([]);
    expect(chat.metrics).toEqual([]);
  });

  it('excuses itself when answering breaks, and goes on', async () => {
    const chat = createTestChat();
    const { sent, send } = createSender();
    const broken = { ...chat.message(ASKED), text: null as unknown as string };
    expect((await chat.service.answerOnce(broken, send)).state).toBe('sent');
    expect(JSON.stringify(sent)).toContain('刚才出错了');
    expect(chat.metrics).toContain('error:test:internal');
    expect((await chat.service.answerOnce(chat.message(ASKED), send)).state).toBe('sent');
  });

  it('drains: waits for what was accepted', async () => {
    const chat = createTestChat();
    let done = false;
    void chat.service.answerOnce(chat.message(ASKED), async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      done = true;
    });
    await chat.service.drained();
    expect(done).toBe(true);
  });

  it('goes on when the disk cannot be used', async () => {
    const store = openStore({ stateDir: '/proc/none', sealKey: Buffer.alloc(32), now: START });
    expect(store.degraded()).not.toBeNull();
    const chat = createTestChat({ store });
    const { sent, send } = createSender();
    const event = chat.message(ASKED);
    await chat.service.answerOnce(event, send);
    await chat.service.answerOnce(event, send);
    expect(sent).toHaveLength(1);
  });
});

describe('records', () => {
  it('come back as they were, and nothing else does', async () => {
    const chat = createTestChat();
    const message = chat.message('这个归谁管', { quoted: { text: '烧秸秆', author: 'person' } });
    expect(fromEventRecord(toEventRecord(message))).toEqual(message);
    const click = chat.click('x', { comment: '好' });
    expect(fromEventRecord(toEventRecord(click))).toEqual(click);
    const outcome = await chat.say(ASKED);
    expect(fromOutcomeRecord(toOutcomeRecord(outcome))).toEqual(outcome);
    for (const bad of ['', '{', 'null', '{"version":2,"outcome":{"kind":"reply"}}', '{"kind":"message"}']) {
      expect(fromEventRecord(bad)).toBeNull();
      expect(fromOutcomeRecord(bad)).toBeNull();
    }
  });
});
