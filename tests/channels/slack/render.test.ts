// Block Kit: every row of the real lists, in every view, within Slack's limits, and no word lost.
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadData, createShardSource } from '../../../src/app/data.ts';
import { createEngine } from '../../../src/answer/index.ts';
import type { ReplyOutcome } from '../../../src/channels/chat/index.ts';
import { renderCard, renderNotice, renderReply, toText } from '../../../src/channels/slack/render.ts';
import { cut, escapeAndCut, pieces, toPlainText } from '../../../src/channels/slack/text.ts';
import { toReply, type Reply } from '../../../src/reply/index.ts';
import { checkMessage, readBlocks, readMrkdwn } from '../../support/slack/block-kit.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const data = loadData(path.join(ROOT, 'data'), 'bigram');
const engine = createEngine({ ...data, shard: createShardSource(data, null) });
const hint = { audience: 'everybody', thread: '1763950000.000100' } as const;
const page = (n: number) => ({ type: 'page' as const, label: `第${n}页`, state: `s${n}`, question: null });
const outcomeOf = (reply: Reply, view: ReplyOutcome['view']): ReplyOutcome => ({
  kind: 'reply',
  reply,
  view,
  actions: reply.actions.map((action, i) => ({
    type: action.type,
    label: action.label,
    state: `s${i}`,
    question: null,
  })),
  questionId: 'abcdefghij',
  documentId: null,
  delivery: 'answer',
});
const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '');

/** All pages of the full view, as text. */
function fullText(reply: Reply): string {
  let text = '';
  for (let n = 0; n < 100; n++) {
    const message = renderReply(outcomeOf(reply, { mode: 'full', page: n }), { hint, page });
    expect(checkMessage({ ...message })).toEqual([]);
    text += readBlocks(message.blocks).text;
    if (!JSON.stringify(message.blocks).includes('下一页')) return text;
  }
  throw new Error('more than a hundred pages');
}

describe('every row of the lists', () => {
  const items = data.corpus.documents.flatMap(({ id }) => data.corpus.items(id));

  it('fits a message, folded and full, and keeps every word', { timeout: 120_000 }, () => {
    let folded = 0;
    for (const item of items) {
      const reply = toReply(engine.answer({ text: item.id, documentId: null, history: [] }), {
        baseUrl: 'https://zhize.example',
      });
      expect(reply.itemId).toBe(item.id);
      const message = renderReply(outcomeOf(reply, { mode: 'summary', page: 0 }), { hint, page });
      expect(checkMessage({ ...message }), item.id).toEqual([]);
      expect(checkMessage({ ...renderCard(outcomeOf(reply, { mode: 'summary', page: 0 })) })).toEqual([]);
      // a phone shows some forty lines of fifteen characters before one has to scroll twice
      const shown = readBlocks(message.blocks);
      expect(shown.text.length, item.id).toBeLessThan(3600);
      expect(shown.links).toContain(`https://zhize.example/i/${item.id}`);
      if (JSON.stringify(message.blocks).includes('"full"')) folded++;
      const whole = squeeze(fullText(reply));
      for (const cell of [item.name, item.upstream, item.townshipDuties, item.takeover])
        for (const line of (cell ?? '').split('\n')) expect(whole, item.id).toContain(squeeze(line));
    }
    expect(folded).toBeGreaterThan(100);
    expect(folded).toBeLessThan(items.length);
  });

  it('fits in lists of them', () => {
    for (const text of [
      '阿拉甫乡配合事项有哪些',
      '阿拉甫乡民政局要我们配合哪些事',
      '各乡镇秸秆焚烧有什么不同',
      '烧秸秆归谁管',
      '帮助',
      '护照怎么办',
    ]) {
      const reply = toReply(engine.answer({ text, documentId: null, history: [] }), { baseUrl: null });
      const message = renderReply(outcomeOf(reply, { mode: 'summary', page: 0 }), { hint, page });
      expect(checkMessage({ ...message }), text).toEqual([]);
      expect(readBlocks(message.blocks).text.length, text).toBeLessThan(3000);
      fullText(reply);
    }
  });
});

describe('a choice of townships', () => {
  const choice = (n: number): ReplyOutcome => ({
    ...outcomeOf(
      {
        headline: '请选',
        kind: 'choose_township',
        blocks: [],
        actions: [],
        itemId: null,
        permalink: null,
        citation: null,
      },
      { mode: 'summary', page: 0 },
    ),
    actions: Array.from({ length: n }, (_, i) => ({
      type: 'choose-township' as const,
      label: `第${i}乡`,
      state: `s${i}`,
      question: null,
    })),
  });

  it('of a few is a row of buttons', () => {
    const { blocks } = renderReply(choice(5), { hint, page });
    expect(JSON.stringify(blocks)).not.toContain('external_select');
    expect(readBlocks(blocks).text).toContain('第4乡');
  });

  it('of many is a picker that knows its question', () => {
    const message = renderReply(choice(500), { hint, page });
    expect(checkMessage({ ...message })).toEqual([]);
    expect(JSON.stringify(message.blocks)).toContain('"action_id":"pick-township:abcdefghij"');
  });
});

describe('any reply', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 5000 });
  const short = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
  const block: fc.Arbitrary<Reply['blocks'][number]> = fc.oneof(
    words.map((text) => ({ type: 'text' as const, text })),
    fc.record({
      type: fc.constant('note' as const),
      level: fc.constantFrom('info' as const, 'warning' as const),
      text: words,
    }),
    fc.record({
      type: fc.constant('quote' as const),
      title: short,
      fold: fc.boolean(),
      sections: fc.array(
        fc.record({ heading: fc.option(short), points: fc.array(words, { maxLength: 5 }) }),
        { maxLength: 4 },
      ),
    }),
    fc.record({
      type: fc.constant('entries' as const),
      title: short,
      marker: fc.constant('choice' as const),
      entries: fc.array(
        fc.record({
          itemId: fc.constant('x-y-2025-b1'),
          label: words,
          note: fc.option(short),
          permalink: fc.option(short),
        }),
        { maxLength: 40 },
      ),
    }),
    fc.record({
      type: fc.constant('table' as const),
      header: fc.array(short),
      rows: fc.array(fc.array(words, { maxLength: 4 }), { maxLength: 30 }),
    }),
    fc.record({ type: fc.constant('source' as const), text: words, permalink: fc.option(fc.webUrl()) }),
  );
  const anyReply: fc.Arbitrary<Reply> = fc.record({
    headline: short.filter((text) => text.trim() !== ''),
    kind: fc.constant('item'),
    blocks: fc.array(block, { maxLength: 8 }),
    actions: fc.array(
      short.map((label) => ({ type: 'ask' as const, label, question: label })),
      { maxLength: 40 },
    ),
    itemId: fc.constant(null),
    permalink: fc.option(fc.webUrl()),
    citation: fc.option(words),
  });

  it('is rendered within the limits', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyReply, fc.nat(30), (reply, at) => {
        for (const view of [{ mode: 'summary', page: 0 } as const, { mode: 'full', page: at } as const])
          expect(checkMessage({ ...renderReply(outcomeOf(reply, view), { hint, page }) })).toEqual([]);
        expect(checkMessage({ ...renderNotice(reply) })).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('has a text that notifies nobody and links nowhere', () => {
    fc.assert(
      fc.property(
        anyReply,
        fc.constantFrom('<!channel>', '<@U1>', '<https://e.example|x>', '&lt;!here&gt;'),
        (reply, hostile) => {
          const text = toText({ ...reply, headline: `${hostile}${reply.headline}` });
          expect(text.length).toBeLessThanOrEqual(4000);
          const read = readMrkdwn(text);
          expect(read.pings).toEqual([]);
          expect(read.links).toEqual([]);
        },
      ),
    );
  });
});

describe('text', () => {
  it.each([
    ['<@UBOT> 烧秸秆归谁管', '烧秸秆归谁管'],
    ['看 <https://a.example/x|这里> 和 <#C1|乡村振兴>', '看 这里 和 #乡村振兴'],
    ['<https://z.example/i/shule-alafu-2025-c1|条目>', 'https://z.example/i/shule-alafu-2025-c1'],
    ['<!channel> <!subteam^S1|@组> 归谁', '归谁'],
    ['a &amp;lt; b &lt;c&gt;', 'a &lt; b <c>'],
    ['　全角空格　', '全角空格'],
  ])('from Slack %s is read as %s', (raw, plain) => {
    expect(toPlainText(raw)).toBe(plain);
  });

  it('is cut between graphemes and never in an entity', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 50 }), (text, most) => {
        expect(cut(text, most).length).toBeLessThanOrEqual(most);
        expect(escapeAndCut(text, most).length).toBeLessThanOrEqual(most);
        expect(escapeAndCut(`${text}<>&<>&`, most)).not.toMatch(/&(?:[a-z]{0,3})?(?:…|$)/);
        expect(pieces(text, 30).join('')).toBe(text);
      }),
    );
  });
});
