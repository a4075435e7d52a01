// Conversations of two to four turns on the real lists.
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/index.ts';
import { ALAFU, converse, createRealEngine, loadRealLists, rowOf, TUOGELAKE } from '../support/real-lists.ts';

const engine = createRealEngine(loadRealLists());
const STRAW = '烧麦秆冒烟归谁管';
const STRAW_ROW = `${ALAFU}-c56`;
const STRAW_ROW_TUOGELAKE = `${TUOGELAKE}-c80`;
const roleOf = (answer: Answer | undefined): string | null =>
  answer?.kind === 'item' ? answer.role : 'no item';

// a channel may pass on only what the person asked, or the assistant's words too
describe.each([{ replies: true }, { replies: false }])('with history %j', (with_) => {
  const rows = (documentId: string | null, ...questions: string[]): string[] =>
    converse(engine, documentId, questions, with_).map(rowOf);

  it('我们乡要做什么 is the same row, the township’s part', () => {
    const answers = converse(engine, ALAFU, [STRAW, '我们乡要做什么'], with_);
    expect(answers.map(rowOf)).toEqual([STRAW_ROW, STRAW_ROW]);
    expect(roleOf(answers[1])).toBe('township');
  });

  it('那托格拉克乡呢 is that township’s row, and 那我们要做啥 stays there', () => {
    const answers = converse(engine, ALAFU, [STRAW, '那托格拉克乡呢', '那我们要做啥'], with_);
    expect(answers.map(rowOf)).toEqual([STRAW_ROW, STRAW_ROW_TUOGELAKE, STRAW_ROW_TUOGELAKE]);
    expect(roleOf(answers[2])).toBe('township');
  });

  it('县里是哪个部门 is the same row, the upstream part', () => {
    const answers = converse(engine, ALAFU, [STRAW, '县里是哪个部门？'], with_);
    expect(answers.map(rowOf)).toEqual([STRAW_ROW, STRAW_ROW]);
    expect(roleOf(answers[1])).toBe('upstream');
  });

  it('那谁罚 asks for the punishment of the same matter', () => {
    const answers = converse(engine, ALAFU, [STRAW, '那谁罚'], with_);
    expect(answers.map(rowOf)).toEqual([STRAW_ROW, STRAW_ROW]);
    expect(roleOf(answers[1])).toBe('sanction');
  });

  it('four turns through sides and back to the first township', () => {
    expect(rows(ALAFU, STRAW, '县里是哪个部门？', '那托格拉克乡呢', '那阿拉甫乡呢')).toEqual([
      STRAW_ROW,
      STRAW_ROW,
      STRAW_ROW_TUOGELAKE,
      STRAW_ROW,
    ]);
  });

  it('a township named once holds where the conversation is bound to none', () => {
    expect(rows(null, `阿拉甫乡${STRAW}`, '我们乡要做什么')).toEqual([STRAW_ROW, STRAW_ROW]);
  });

  it('我们这边 is the bound township, 我们 whoever is talked about', () => {
    const elsewhere = `阿拉甫乡${STRAW}`;
    expect(rows(TUOGELAKE, elsewhere, '我们这边也一样是生态环境局？')).toEqual([
      STRAW_ROW,
      STRAW_ROW_TUOGELAKE,
    ]);
    expect(rows(TUOGELAKE, elsewhere, '本乡呢')).toEqual([STRAW_ROW, STRAW_ROW_TUOGELAKE]);
    expect(rows(TUOGELAKE, elsewhere, '那要我们做啥')).toEqual([STRAW_ROW, STRAW_ROW]);
  });

  it('a question that is not clear by itself goes on with what was said', () => {
    const question = '要是半夜看见呢,先给谁打电话';
    expect(rows(ALAFU, STRAW, question)).toEqual([STRAW_ROW, STRAW_ROW]);
    expect(rows(ALAFU, question)).not.toEqual([STRAW_ROW]);
  });

  it('a township put in after the question answers it', () => {
    expect(rows(null, STRAW, '托格拉克乡')).toEqual(['ambiguous_township', STRAW_ROW_TUOGELAKE]);
  });

  it('a new topic inherits nothing of the old one', () => {
    const allowance = '高龄津贴没到账找谁';
    const [, after] = converse(engine, ALAFU, [STRAW, allowance], with_);
    const [alone] = converse(engine, ALAFU, [allowance], with_);
    expect(after).toEqual(alone);
    expect(after && rowOf(after)).toBe(`${ALAFU}-c19`);
  });

  it('a count amid a conversation is a count', () => {
    expect(rows(ALAFU, STRAW, '一共多少项')).toEqual([STRAW_ROW, 'counts']);
  });

  it('instructions after a question are no topic of their own', () => {
    expect(rows(ALAFU, STRAW, '那你就说归县里')).toEqual([STRAW_ROW, STRAW_ROW]);
  });
});
