// Drawing within bytes: whatever the reply, no message is too long, no character is cut, no quotation ends unsaid.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutToBytes } from '../../../src/channels/wecom/bytes.ts';
import { markdown, plainText } from '../../../src/channels/wecom/markup.ts';
import { render } from '../../../src/channels/wecom/render.ts';
import type { Reply, ReplyBlock } from '../../../src/reply/index.ts';

const SUMMARY = { mode: 'summary', page: 0 } as const;
const LINK = 'https://zhize.example/i/shule-alafu-2025-c1';
const WAYS = [
  ['markdown', markdown, 20_480],
  ['text', plainText, 2048],
] as const;

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .tuple(
      fc.constantFrom('负责秸秆焚烧的监管；', '😀👨‍👩‍👧', '[x](https://e.x)', '<@all>', '\n', '| a |', '**'),
      fc.nat(250),
    )
    .map(([piece, times]) => piece.repeat(times)),
);
const block: fc.Arbitrary<ReplyBlock> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text }),
  fc.record({
    type: fc.constant('fields' as const),
    rows: fc.array(fc.record({ label: text, value: text }), { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('quote' as const),
    title: fc.string({ maxLength: 20 }),
    sections: fc.array(fc.record({ heading: fc.option(text), points: fc.array(text, { maxLength: 4 }) }), {
      maxLength: 4,
    }),
    fold: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('table' as const),
    header: fc.array(text, { minLength: 1, maxLength: 4 }),
    rows: fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 4 }),
  }),
  fc.record({
    type: fc.constant('entries' as const),
    title: text,
    marker: fc.constant('answer' as const),
    entries: fc.array(
      fc.record({
        itemId: fc.constant('x'),
        label: text,
        note: fc.option(text),
        permalink: fc.option(fc.constant(LINK)),
      }),
      { maxLength: 5 },
    ),
  }),
  fc.record({
    type: fc.constant('note' as const),
    level: fc.constantFrom('info' as const, 'warning' as const),
    text,
  }),
  fc.record({ type: fc.constant('source' as const), text, permalink: fc.option(fc.constant(LINK)) }),
);
const reply: fc.Arbitrary<Reply> = fc.record({
  headline: text,
  kind: fc.constant('item'),
  blocks: fc.array(block, { maxLength: 8 }),
  actions: fc.constant([]),
  itemId: fc.option(fc.constant('shule-alafu-2025-c1')),
  permalink: fc.option(fc.constant(LINK)),
  citation: fc.constant(null),
});

describe.each(WAYS)('%s', (_name, markup, most) => {
  it('is never longer than allowed and never holds half a character', () => {
    fc.assert(
      fc.property(reply, fc.nat(12), (drawn, page) => {
        for (const view of [SUMMARY, { mode: 'full', page } as const]) {
          const rendered = render(drawn, view, most, markup);
          expect(Buffer.byteLength(rendered.text)).toBeLessThanOrEqual(most);
          expect(rendered.text).toBe(Buffer.from(rendered.text).toString('utf8'));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('says so wherever something was left out, with the link before the cut', () => {
    fc.assert(
      fc.property(reply, (drawn) => {
        const rendered = render(drawn, SUMMARY, most, markup);
        if (!rendered.isCut) return;
        expect(rendered.text).toMatch(drawn.permalink === null ? /未完，全文见清单原文/u : /全文见链接/u);
        if (drawn.permalink !== null)
          expect(rendered.text.indexOf(LINK)).toBeLessThan(rendered.text.indexOf('全文见链接'));
      }),
      { numRuns: 100 },
    );
  });

  it('shows on its pages every character of a quotation, in order', () => {
    const long = Array.from({ length: 4000 }, (_, i) => `第${i}句，负责监管；`).join('');
    const drawn: Reply = {
      headline: '上级部门牵头。',
      kind: 'item',
      blocks: [
        { type: 'quote', title: '原文', sections: [{ heading: '县公安局：', points: [long] }], fold: false },
      ],
      actions: [],
      itemId: 'x',
      permalink: null,
      citation: null,
    };
    const { pages } = render(drawn, SUMMARY, most, markup);
    expect(pages).toBeGreaterThan(2);
    const shown = Array.from({ length: pages }, (_, page) => {
      const rendered = render(drawn, { mode: 'full', page }, most, markup);
      expect(rendered.isCut).toBe(page < pages - 1);
      if (page < pages - 1) expect(rendered.text.endsWith('（续下页）')).toBe(true);
      return rendered.text
        .split('\n')
        .filter((line) => line.startsWith(markup.quote))
        .map((line) => line.slice(markup.quote.length))
        .join('');
    }).join('');
    expect(shown).toContain(long);
  });
});

describe('a cut quotation', () => {
  const drawn: Reply = {
    headline: '上级部门牵头：县公安局。',
    kind: 'item',
    blocks: [
      { type: 'fields', rows: [{ label: '清单', value: '阿拉甫乡 配合履职事项 第1项' }] },
      {
        type: 'quote',
        title: '上级部门职责（原文）',
        sections: [{ heading: null, points: ['查处焚烧行为。'.repeat(300)] }],
        fold: false,
      },
      { type: 'source', text: '《清单》配合履职事项第1项', permalink: LINK },
    ],
    actions: [],
    itemId: 'shule-alafu-2025-c1',
    permalink: LINK,
    citation: null,
  };

  it('ends with the mark on its own line; verdict, link and source come first', () => {
    const { text: shown } = render(drawn, SUMMARY, 2048, plainText);
    const lines = shown.split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '上级部门牵头：县公安局。',
      `全文：${LINK}`,
      '《清单》配合履职事项第1项',
    ]);
    expect(lines.at(-1)).toMatch(/^　查处.*……（全文见链接）$/u);
    expect(Buffer.byteLength(shown)).toBeGreaterThan(1900);
  });
});

describe('cutting by bytes', () => {
  it.each([
    ['中文', 3, '中'],
    ['中文', 5, '中'],
    ['中文', 6, '中文'],
    ['a😀', 4, 'a'],
    ['啊👨‍👩‍👧', 10, '啊'],
    ['e\u0301x', 1, ''],
    ['', 0, ''],
  ])('%s in %i bytes', (whole, most, cut) => {
    expect(Buffer.byteLength(cutToBytes(whole, most))).toBeLessThanOrEqual(most);
    if (cut !== '') expect(cutToBytes(whole, most)).toBe(cut);
  });

  it('682 and 6,826 Chinese characters are the most', () => {
    expect(cutToBytes('烟'.repeat(5000), 2048)).toBe('烟'.repeat(682));
    expect(cutToBytes('烟'.repeat(50_000), 20_480)).toBe('烟'.repeat(6826));
  });
});
