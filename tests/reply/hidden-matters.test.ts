import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/index.ts';
import { createHiddenMatters, withoutHiddenMatter } from '../../src/reply/index.ts';
import { createTestCorpus, INTERNAL_ID, OTHER_PUBLIC_ID, PUBLIC_ID } from '../support/corpus.ts';

const { corpus, engine, lexicon } = createTestCorpus();
const hidden = createHiddenMatters(corpus, lexicon);
const open = new Set([PUBLIC_ID, OTHER_PUBLIC_ID]);
const ask = (text: string): Answer =>
  engine.answer({ text, documentId: PUBLIC_ID, history: [], visible: open });

describe('createHiddenMatters', () => {
  it('titles that only hidden lists have and titles that no list has, alike', () => {
    expect(hidden(open)).toEqual(new Set(['边境护栏巡查', '护照办理']));
  });

  it('who sees all lists misses only what stands on none', () => {
    expect(hidden(new Set([...open, INTERNAL_ID]))).toEqual(new Set(['护照办理']));
  });

  it('who sees nothing misses every title', () => {
    expect(hidden(new Set()).size).toBe(lexicon.matters.length);
  });
});

describe('withoutHiddenMatter', () => {
  it('the title of a hidden matter and that of one on no list are both gone', () => {
    for (const text of ['边境铁丝网坏了', '办护照']) {
      const answer = ask(text);
      expect(answer).toMatchObject({ kind: 'not_listed' });
      expect('matterTitle' in answer && answer.matterTitle).toBeTruthy();
      expect(withoutHiddenMatter(answer, hidden(open))).toEqual({ ...answer, matterTitle: null });
    }
  });

  it('a comparison of a hidden matter names it no more', () => {
    const answer: Answer = {
      kind: 'comparison',
      verdict: 'aggregate',
      matterTitle: '边境护栏巡查',
      rows: [],
      asked: 'presence',
    };
    expect(withoutHiddenMatter(answer, hidden(open))).toEqual({ ...answer, matterTitle: '此事' });
  });

  it.each(['烧麦秆冒烟归谁管', '一共多少项', '农业局管哪些', '配合99', '你好', '今天天气', '乌拉库木乡的狗'])(
    '%s stays as it is',
    (text) => {
      const answer = ask(text);
      expect(withoutHiddenMatter(answer, hidden(open))).toBe(answer);
    },
  );
});
