// Buttons: signed, short, checked, and bound to their conversation.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActionSigner, type ActionState } from '../../../src/channels/chat/action-state.ts';
import { MOST_ASK_STATE, MOST_STATE } from '../../../src/channels/chat/index.ts';
import { createTestChat, textOf } from '../../support/chat.ts';
import { OTHER_PUBLIC_ID, PUBLIC_ID } from '../../support/corpus.ts';

const signer = createActionSigner(Buffer.alloc(32, 9));

const questionId = fc.stringMatching(/^[A-Za-z0-9_-]{10}$/);
const documentId = fc.stringMatching(/^[a-z]{4,13}-[a-z]{4,10}-20\d\d$/);
const itemId = fc
  .tuple(documentId, fc.constantFrom('b', 'c', 'r'), fc.integer({ min: 1, max: 999 }))
  .map(([document, letter, no]) => `${document}-${letter}${no}`);
const pageNumber = fc.integer({ min: 0, max: 999 });
const state: fc.Arbitrary<ActionState> = fc.oneof(
  fc.record({ type: fc.constant('open-item' as const), itemId }),
  fc.record({
    type: fc.constant('choose-township' as const),
    documentId,
    questionId: fc.option(questionId, { nil: null }),
  }),
  fc.record({ type: fc.constant('change-township' as const), questionId }),
  fc.record({ type: fc.constant('bind' as const), documentId }),
  fc.record({
    type: fc.constant('item-page' as const),
    itemId,
    page: pageNumber,
    questionId: fc.option(questionId, { nil: null }),
  }),
  fc.record({ type: fc.constant('question-page' as const), questionId, page: pageNumber }),
  fc.record({ type: fc.constant('publish' as const), questionId }),
  fc.record({ type: fc.constant('feedback' as const), questionId, value: fc.constantFrom('good', 'bad') }),
);

describe('a state', () => {
  it('opens as it was signed, and fits', () => {
    fc.assert(
      fc.property(state, (value) => {
        const signed = signer.sign(value);
        expect(signed.length).toBeLessThanOrEqual(MOST_STATE);
        expect(signed).toMatch(/^[A-Za-z0-9_.~-]+$/);
        expect(signer.open(signed)).toEqual(value);
      }),
    );
  });

  it('of a question keeps its first sixty characters, and fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (question) => {
        const signed = signer.sign({ type: 'ask', question });
        expect(signed.length).toBeLessThanOrEqual(MOST_ASK_STATE);
        const opened = signer.open(signed);
        if (opened?.type !== 'ask') throw new Error('not opened');
        expect(Buffer.from(question).toString().startsWith(opened.question)).toBe(true);
      }),
    );
  });

  it('altered in any character, signed with another key or made up does not open', () => {
    const other = createActionSigner(Buffer.alloc(32, 8));
    fc.assert(
      fc.property(state, fc.nat(), fc.constantFrom('A', 'b', '7', '~', '-', ' '), (value, at, put) => {
        const signed = signer.sign(value);
        const i = at % signed.length;
        const altered = signed.slice(0, i) + put + signed.slice(i + 1);
        expect(altered === signed || signer.open(altered) === null).toBe(true);
        expect(other.open(signed)).toBeNull();
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => signer.open(text) === null));
  });
});

describe('a button', () => {
  it('that is not ours is refused and logged', async () => {
    const chat = createTestChat();
    const outcome = await chat.press('o~shule-alafu-2025-c1~AAAAAAAAAAAAAAAA');
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'bad-state' });
    expect(chat.metrics).toContain('refusal:test:bad-state');
  });

  it('of another conversation does nothing there', async () => {
    const chat = createTestChat();
    const asked = await chat.say('烧秸秆归谁管');
    const choice = asked.actions.find((action) => action.label === '阿拉甫乡');
    expect(await chat.press(choice?.state ?? '', { conversation: 'G2' })).toMatchObject({
      kind: 'refused',
      reason: 'expired',
    });
  });

  it('of an answer that is forgotten says so', async () => {
    const chat = createTestChat();
    const asked = await chat.say('烧秸秆归谁管');
    chat.store.asked.forget(chat.clock.now + 1);
    const outcome = await chat.press(asked.actions[0]?.state ?? '');
    expect(textOf(outcome)).toContain('已经过期');
  });

  it('changes the township of an answer, also of a question that names one', async () => {
    const chat = createTestChat();
    const asked = await chat.say('阿拉甫乡烧秸秆归谁管');
    const change = asked.actions.find((action) => action.type === 'change-township');
    const choice = await chat.press(change?.state ?? '');
    if (choice.kind !== 'reply') throw new Error(choice.kind);
    expect(choice.delivery).toBe('private');
    const other = choice.actions.find((action) => action.label === '阿扎特巴格镇');
    const changed = await chat.press(other?.state ?? '');
    if (changed.kind !== 'reply') throw new Error(changed.kind);
    expect(changed.reply.itemId).toBe(`${OTHER_PUBLIC_ID}-c1`);
    expect(changed.delivery).toBe('answer');
    const [picked] = chat.service.townships(chat.message(''), '阿扎', 5);
    if (!picked) throw new Error('no township');
    const again = await chat.press(chat.service.townshipAction(picked, asked.questionId).state);
    expect(textOf(again)).toContain(`${OTHER_PUBLIC_ID}-c1`);
  });

  it('opens a related row and pages of its text', async () => {
    const chat = createTestChat();
    const asked = await chat.say('阿拉甫乡烧秸秆归谁管');
    const related = asked.actions.find((action) => action.type === 'open-item');
    const opened = await chat.press(related?.state ?? '');
    if (opened.kind !== 'reply') throw new Error(opened.kind);
    expect(opened.reply.itemId).toMatch(/^shule-alafu-2025-/);
    const full = chat.service.pageAction(asked, 0);
    expect(full).toMatchObject({ type: 'full-text', label: '全文' });
    const shown = await chat.press(full?.state ?? '');
    if (shown.kind !== 'reply') throw new Error(shown.kind);
    expect(shown).toMatchObject({ view: { mode: 'full', page: 0 }, delivery: 'replace' });
    expect(shown.reply.itemId).toBe(`${PUBLIC_ID}-c1`);
    const next = await chat.press(chat.service.pageAction(shown, 1)?.state ?? '');
    expect(next).toMatchObject({ view: { mode: 'full', page: 1 } });
  });

  it('pages a listing by its question', async () => {
    const chat = createTestChat();
    const listing = await chat.say('阿拉甫乡农业农村局管哪些');
    expect(listing.reply.kind).toBe('listing');
    const page = await chat.press(chat.service.pageAction(listing, 1)?.state ?? '');
    if (page.kind !== 'reply') throw new Error(page.kind);
    expect(page.reply).toEqual(listing.reply);
    expect(page.view).toEqual({ mode: 'full', page: 1 });
  });

  it('asks its question as the person would', async () => {
    const chat = createTestChat();
    const action = chat.service.askAction('试试', '阿拉甫乡烧秸秆归谁管');
    expect(textOf(await chat.press(action.state))).toContain(`${PUBLIC_ID}-c1`);
  });

  it('takes an opinion, once for each person, with what it was about', async () => {
    const chat = createTestChat();
    const asked = await chat.say('阿拉甫乡烧秸秆归谁管');
    const good = asked.actions.find((action) => action.type === 'feedback-good');
    const bad = asked.actions.find((action) => action.type === 'feedback-bad');
    await chat.press(good?.state ?? '');
    const thanked = await chat.press(bad?.state ?? '', { comment: '应该是收回事项' });
    expect(thanked).toMatchObject({ kind: 'reply', delivery: 'private' });
    expect(chat.store.feedback.list(0, 10)).toMatchObject([
      {
        value: 'bad',
        comment: '应该是收回事项',
        question: '阿拉甫乡烧秸秆归谁管',
        itemIds: [`${PUBLIC_ID}-c1`],
      },
    ]);
    expect(chat.service.feedback(chat.message(''), asked.questionId ?? '', 'none', null)).toBe(true);
    expect(chat.store.feedback.list(0, 10)).toEqual([]);
    expect(chat.service.feedback(chat.message(''), 'xxxxxxxxxx', 'good', null)).toBe(false);
  });
});
