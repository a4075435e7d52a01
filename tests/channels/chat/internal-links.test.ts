// Links of answers in conversations that may see internal lists.
import { describe, expect, it } from 'vitest';
import { INTERNAL_LINK_MS } from '../../../src/channels/chat/internal-links.ts';
import { INTERNAL_ID, PUBLIC_ID } from '../../support/corpus.ts';
import { BASE_URL, createTestChat, START } from '../../support/chat.ts';

const HOUR_MS = 3600_000;
const ITEM = `${INTERNAL_ID}-c1`;
const SIGNED = /[?&]k=(?<expires>\d+)/;
const options = {
  policy: { internalConversations: ['test:G1'] },
  internalLink: (itemId: string, expiresAt: number) => `${BASE_URL}/i/${itemId}?k=${expiresAt}`,
};

describe('links to rows of an internal list', () => {
  it('open that row for a limited time, wherever the answer links it', async () => {
    const { reply } = await createTestChat(options).say('科克亚尔乡边境铁丝网坏了归谁管');
    expect(reply.itemId).toBe(ITEM);
    const expiresAt = Number(SIGNED.exec(reply.permalink ?? '')?.groups?.['expires']);
    expect(reply.permalink).toBe(`${BASE_URL}/i/${ITEM}?k=${expiresAt}`);
    expect(expiresAt).toBeGreaterThanOrEqual(START + INTERNAL_LINK_MS);
    expect(expiresAt).toBeLessThanOrEqual(START + INTERNAL_LINK_MS + 2 * HOUR_MS);
    expect(reply.blocks.find((block) => block.type === 'source')?.permalink).toBe(reply.permalink);
  });

  it('are the same for everybody who asks within the hour', async () => {
    const chat = createTestChat(options);
    const first = await chat.say('科克亚尔乡边境铁丝网坏了归谁管');
    const second = await chat.say('科克亚尔乡边境铁丝网坏了归谁管');
    expect(second.reply).toEqual(first.reply);
    chat.clock.now += HOUR_MS;
    expect((await chat.say('科克亚尔乡边境铁丝网坏了归谁管')).reply.permalink).not.toBe(
      first.reply.permalink,
    );
  });

  it('are not in the words to pass on', async () => {
    const { reply } = await createTestChat(options).say('科克亚尔乡边境铁丝网坏了归谁管');
    expect(reply.citation).toContain(`${BASE_URL}/i/${ITEM}`);
    expect(reply.citation).not.toMatch(SIGNED);
  });

  it('stand beside plain links to public rows', async () => {
    const { reply } = await createTestChat(options).say('哪些乡镇的清单里有秸秆焚烧');
    const links = reply.blocks.flatMap((block) =>
      block.type === 'entries' ? block.entries.map((entry) => entry.permalink ?? '') : [],
    );
    const [own, others] = [
      links.filter((link) => link.includes(INTERNAL_ID)),
      links.filter((link) => !link.includes(INTERNAL_ID)),
    ];
    expect(own).toHaveLength(1);
    expect(own[0]).toMatch(SIGNED);
    expect(others).toContain(`${BASE_URL}/i/${PUBLIC_ID}-c1`);
  });

  it('are never made for a conversation that may not see the list', async () => {
    const made: string[] = [];
    const chat = createTestChat({
      ...options,
      internalLink(itemId) {
        made.push(itemId);
        return BASE_URL;
      },
    });
    for (const place of [{ conversation: 'G2' }, { conversationKind: 'external' as const }])
      for (const text of ['科克亚尔乡边境铁丝网坏了归谁管', ITEM, '哪些乡镇的清单里有秸秆焚烧'])
        await chat.say(text, place);
    expect(made).toEqual([]);
    await chat.say(ITEM);
    expect(made).toContain(ITEM);
  });

  it('are not made where no page is configured', async () => {
    const { reply } = await createTestChat({ ...options, baseUrl: null }).say(ITEM);
    expect(reply.itemId).toBe(ITEM);
    expect(reply.permalink).toBeNull();
  });
});
