// Cards keep WeCom's documented counts and sizes, whatever they are to offer.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatAction, ReplyOutcome } from '../../../src/channels/chat/index.ts';
import { stateOfClick, toCard, toUsedCard } from '../../../src/channels/wecom/cards.ts';
import { cardBreaches } from '../../support/wecom/read.ts';

const toAction = (type: ChatAction['type'], label: string, i: number): ChatAction => ({
  type,
  label,
  state: `c~${'x'.repeat(50)}${i}`,
  question: label,
});
const toOutcome = (actions: ChatAction[], kind = 'item', permalink: string | null = null): ReplyOutcome => ({
  kind: 'reply',
  reply: {
    headline: '各乡镇清单不同，请先说明是哪个乡镇。',
    kind,
    blocks: [],
    actions: [],
    itemId: null,
    permalink,
    citation: null,
  },
  view: { mode: 'summary', page: 0 },
  actions,
  questionId: 'q',
  documentId: null,
  delivery: 'answer',
});
const townships = (n: number): ChatAction[] =>
  Array.from({ length: n }, (_, i) => toAction('choose-township', `第${i}乡`, i));

describe('township cards', () => {
  it('have a button each up to six, one vote up to twenty, and say when there are more', () => {
    const draw = (n: number) => toCard(toOutcome(townships(n)), { taskId: 't', by: 'bot', more: null });
    expect(draw(6)?.button_list?.map(({ text }) => text)).toEqual(townships(6).map(({ label }) => label));
    const vote = draw(7);
    expect(vote?.card_type).toBe('vote_interaction');
    expect(vote?.checkbox?.option_list).toHaveLength(7);
    expect(draw(21)?.checkbox?.option_list).toHaveLength(20);
    expect(draw(21)?.main_title.desc).toContain('只列出前 20 个');
  });

  it('give back what was chosen', () => {
    expect(stateOfClick('submit', ['c~1', 'c~2'])).toBe('c~1');
    expect(stateOfClick('submit', [])).toBe('');
    expect(stateOfClick('c~3', [])).toBe('c~3');
  });
});

describe('choices', () => {
  it('have short buttons and the names beside them', () => {
    const actions = [
      toAction(
        'open-item',
        '配合62 秸秆禁烧和综合利用的监管以及其他很长很长很长的名称直到超过二十六个字为止',
        1,
      ),
      toAction('open-item', '收回5 处罚', 2),
    ];
    const card = toCard(toOutcome(actions, 'choice'), { taskId: 't', by: 'app', more: null });
    expect(card?.button_list?.map(({ text }) => text)).toEqual(['配合62', '收回5']);
    expect(card?.horizontal_content_list?.[0]?.value).toMatch(/^秸秆禁烧.*…$/u);
    expect(card && cardBreaches(card, 'app')).toEqual([]);
  });
});

describe('any card', () => {
  const type = fc.constantFrom<ChatAction['type']>(
    'open-item',
    'choose-township',
    'change-township',
    'bind',
    'ask',
    'feedback-good',
  );
  const action = fc.record({
    type,
    label: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((text) => text.trim() || '某'),
    state: fc.string({ unit: fc.constantFrom('a', '~', '9'), minLength: 1, maxLength: 75 }),
    question: fc.option(fc.string({ minLength: 1, maxLength: 300 })),
  });

  it('is within the limits', () => {
    fc.assert(
      fc.property(
        fc.array(action, { maxLength: 40 }),
        fc.constantFrom('item', 'choice', 'choose_township', 'comparison'),
        fc.constantFrom('bot' as const, 'app' as const),
        fc.option(fc.constant('https://zhize.example/i/x-c1')),
        fc.option(action),
        (actions, kind, by, permalink, more) => {
          const card = toCard(toOutcome(actions, kind, permalink), { taskId: 'abc_-9', by, more });
          if (card) expect(cardBreaches(card, by)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('that was used is within the limits and cannot lead anywhere else', () => {
    fc.assert(
      fc.property(fc.option(fc.string({ unit: 'grapheme' })), fc.option(fc.webUrl()), (label, url) => {
        expect(cardBreaches(toUsedCard('t1', label, 'key', url), 'bot')).toEqual([]);
      }),
    );
  });
});
