// What every chat channel must do, whatever its platform. A channel's test hands in a harness that plays the
// platform: it delivers messages the platform's way and reads back what people would see.
import { afterEach, describe, expect, it } from 'vitest';
import type { ChatPolicy } from '../../src/channels/chat/index.ts';
import type { Item } from '../../src/duty/index.ts';
import { BASE_URL } from '../support/chat.ts';
import { INTERNAL_ID, PUBLIC_ID } from '../support/corpus.ts';

/** One message that the platform took, read the way its clients show it. */
export interface SentMessage {
  /** What people read, markup resolved, all parts of it. */
  text: string;
  /** Addresses that a tap opens, buttons included. */
  links: string[];
  /** Whom it notifies by itself (@all, @channel, persons), as the platform would resolve it. */
  pings: string[];
  /** Breaches of the platform's documented limits; empty when it fits. */
  breaches: string[];
}

export interface DeliveredMessage {
  /** The platform's name of the message: the same again is a repeated delivery. */
  id: string;
  text: string;
  /** `self`: our own message coming back. Default `person`. */
  from?: 'person' | 'bot' | 'self';
  /** Default: an ordinary internal group. */
  conversation?: string;
}

export interface HarnessOptions {
  change?: (item: Item) => Item;
  policy?: Partial<ChatPolicy>;
}

export interface ChannelHarness {
  /** Delivers as the platform does (signed, encrypted, framed) and resolves when the channel is done with it. */
  deliver(message: DeliveredMessage): Promise<void>;
  /** What was sent so far, oldest first. */
  sent(): SentMessage[];
  /** The next message that the channel sends never arrives, and the sending never ends. */
  holdNextSend(): void;
  /** The platform refuses the next message for certain. */
  failNextSend(): void;
  /** The process dies as by `kill -9`; another one starts on the same state and does what a start does. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

export interface ContractOptions {
  /** Texts that would notify or link if they were sent as they are; each with a word that must stay readable. */
  hostile: { text: string; readable: string }[];
}

const QUESTION = '阿拉甫乡烧秸秆归谁管';
const PERMALINK = `${BASE_URL}/i/${PUBLIC_ID}-c1`;
const LONG = 5000;

/** Runs the contract. `makeHarness` starts a fresh channel on an empty state over the small corpus. */
export function describeChannelContract(
  name: string,
  makeHarness: (options: HarnessOptions) => Promise<ChannelHarness>,
  options: ContractOptions,
): void {
  describe(`${name} keeps the channel contract`, () => {
    let running: ChannelHarness | null = null;
    const start = async (harness: HarnessOptions = {}): Promise<ChannelHarness> => {
      running = await makeHarness(harness);
      return running;
    };
    afterEach(async () => {
      await running?.stop();
      running = null;
    });

    const only = (harness: ChannelHarness): SentMessage => {
      const sent = harness.sent();
      expect(sent).toHaveLength(1);
      const [first] = sent;
      if (!first) throw new Error('nothing sent');
      return first;
    };

    it('shows verdict, row, source and permalink', async () => {
      const harness = await start();
      await harness.deliver({ id: '1', text: QUESTION });
      const answer = only(harness);
      expect(answer.text).toContain('喀什地区生态环境局疏勒县分局');
      expect(answer.text).toContain('秸秆露天焚烧的监管');
      expect(answer.text).toMatch(/配合履职事项.{0,2}第1项/u);
      expect(answer.text).toContain('喀什地区疏勒县阿拉甫乡履职事项清单');
      expect([...answer.links, answer.text].some((text) => text.includes(PERMALINK))).toBe(true);
      expect(answer.breaches).toEqual([]);
    });

    it('asks which township when none is known', async () => {
      const harness = await start();
      await harness.deliver({ id: '1', text: '烧秸秆归谁管' });
      expect(only(harness).text).toContain('阿扎特巴格镇');
    });

    it.each(options.hostile.map(({ text, readable }) => [text, readable] as const))(
      'shows hostile official words without effect: %s',
      async (text, readable) => {
        const harness = await start({
          change: (item) => ({
            ...item,
            name: `${item.name}${text}`,
            category: `${item.category}${text}`,
            upstreamSections:
              item.upstreamSections?.map((section) => ({ ...section, points: [{ text: `1.${text}` }] })) ??
              null,
          }),
        });
        await harness.deliver({ id: '1', text: QUESTION });
        const answer = only(harness);
        expect(answer.pings).toEqual([]);
        expect(answer.links.filter((link) => !link.startsWith(BASE_URL))).toEqual([]);
        expect(answer.text).toContain(readable);
        expect(answer.breaches).toEqual([]);
      },
    );

    it.each(options.hostile.map(({ text }) => [text] as const))(
      'echoes a hostile question without effect: %s',
      async (text) => {
        const harness = await start();
        await harness.deliver({ id: '1', text: `${text} 桃花源镇烧秸秆归谁管` });
        await harness.deliver({ id: '2', text: `绑定${text}镇` });
        for (const answer of harness.sent()) {
          expect(answer.pings).toEqual([]);
          expect(answer.links.filter((link) => !link.startsWith(BASE_URL))).toEqual([]);
        }
      },
    );

    it('keeps the limits with rows longer than any message', async () => {
      const long = '负责秸秆露天焚烧的监督检查，“发现一起、查处一起”。'.repeat(600);
      const harness = await start({
        change: (item) => ({
          ...item,
          name: `${item.name}${'的监管'.repeat(200)}`,
          upstream: long,
          upstreamSections:
            item.upstreamSections?.map((section) => ({
              ...section,
              points: [{ text: long }, { text: long }],
            })) ?? null,
          townshipDuties: item.list === 'cooperative' ? long : null,
          townshipSections: item.townshipSections?.map((s) => ({ ...s, points: [{ text: long }] })) ?? null,
          takeover: item.list === 'reclaimed' ? long : null,
        }),
      });
      const questions = [
        QUESTION,
        '阿拉甫乡配合1',
        '阿拉甫乡收回1',
        '各乡镇秸秆焚烧有什么不同',
        '烧秸秆归谁管',
      ];
      for (const [i, text] of questions.entries()) await harness.deliver({ id: `${i}`, text });
      const sent = harness.sent();
      expect(sent.length).toBeGreaterThanOrEqual(questions.length);
      expect(sent.flatMap((message) => message.breaches)).toEqual([]);
      // what had to be cut says where the whole stands
      const row = sent[1];
      expect([...(row?.links ?? []), row?.text].join(' ')).toContain(PERMALINK);
    });

    it('ignores its own messages and those of other bots', async () => {
      const harness = await start();
      await harness.deliver({ id: '1', text: QUESTION, from: 'self' });
      await harness.deliver({ id: '2', text: QUESTION, from: 'bot' });
      expect(harness.sent()).toEqual([]);
    });

    it('answers once when the same message is delivered again', async () => {
      const harness = await start();
      await harness.deliver({ id: '1', text: QUESTION });
      await harness.deliver({ id: '1', text: QUESTION });
      expect(harness.sent()).toHaveLength(1);
      await harness.deliver({ id: '2', text: QUESTION });
      expect(harness.sent()).toHaveLength(2);
    });

    it('answers once when the same message is delivered at the same time', async () => {
      const harness = await start();
      await Promise.all(Array.from({ length: 5 }, () => harness.deliver({ id: '1', text: QUESTION })));
      expect(harness.sent()).toHaveLength(1);
    });

    it('answers once after a crash that came after the answer', async () => {
      const harness = await start();
      await harness.deliver({ id: '1', text: QUESTION });
      await harness.crash();
      await harness.deliver({ id: '1', text: QUESTION });
      expect(harness.sent()).toHaveLength(1);
    });

    it('does not answer twice after a crash in the middle of sending', async () => {
      const harness = await start();
      harness.holdNextSend();
      void harness.deliver({ id: '1', text: QUESTION });
      await new Promise((resolve) => setTimeout(resolve, 50));
      await harness.crash();
      await harness.deliver({ id: '1', text: QUESTION });
      expect(harness.sent().length).toBeLessThanOrEqual(1);
      await harness.deliver({ id: '2', text: QUESTION });
      expect(harness.sent().length).toBeGreaterThanOrEqual(1);
    });

    it('answers when the message is delivered again after the platform had refused the answer', async () => {
      const harness = await start();
      harness.failNextSend();
      await harness.deliver({ id: '1', text: QUESTION });
      await harness.deliver({ id: '1', text: QUESTION });
      expect(harness.sent()).toHaveLength(1);
    });

    it('survives nothing at all and five thousand characters', async () => {
      const harness = await start();
      await harness.deliver({ id: '1', text: '' });
      await harness.deliver({ id: '2', text: '   \n ' });
      await harness.deliver({ id: '3', text: '烟'.repeat(LONG) });
      await harness.deliver({ id: '4', text: `${QUESTION}${'😀\u200b<&>"'.repeat(LONG / 6)}` });
      await harness.deliver({ id: '5', text: QUESTION });
      const sent = harness.sent();
      expect(sent.flatMap((message) => message.breaches)).toEqual([]);
      expect(sent.at(-1)?.text).toContain('秸秆露天焚烧的监管');
    });

    it('says nothing of internal lists where they are not allowed', async () => {
      const harness = await start();
      await harness.deliver({ id: '1', text: '科克亚尔乡边境铁丝网坏了归谁管' });
      await harness.deliver({ id: '2', text: '边境铁丝网坏了归谁管' });
      const shown = JSON.stringify(harness.sent());
      expect(shown).not.toContain('边境护栏');
      expect(shown).not.toContain(INTERNAL_ID);
    });
  });
}
