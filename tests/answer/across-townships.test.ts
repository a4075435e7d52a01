import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/index.ts';
import { createTestCorpus, INTERNAL_ID, OTHER_PUBLIC_ID, PUBLIC_ID } from '../support/corpus.ts';
import { ALAFU, ask, createRealEngine, HALAQI, loadRealLists, TUOGELAKE } from '../support/real-lists.ts';

const engine = createRealEngine(loadRealLists());
const small = createTestCorpus();

const rows = (answer: Answer): (string | null)[] =>
  answer.kind === 'comparison' ? answer.rows.map(({ item }) => item?.id ?? null) : [answer.kind];
const candidates = (answer: Answer): string[] =>
  answer.kind === 'ambiguous_township'
    ? answer.candidates.map(({ item }) => item.id).toSorted()
    : [answer.kind];

describe('no township is known', () => {
  it('each list’s own row is offered, with all townships to choose from', () => {
    const answer = ask(small.engine, '烧麦秆冒烟归谁管');
    expect(answer).toMatchObject({ kind: 'ambiguous_township', matterTitle: '秸秆焚烧监管' });
    expect(candidates(answer)).toEqual(
      [`${OTHER_PUBLIC_ID}-c1`, `${PUBLIC_ID}-c1`, `${INTERNAL_ID}-c2`].toSorted(),
    );
    expect(answer.kind === 'ambiguous_township' && answer.documents).toEqual(small.corpus.documents);
  });

  it('only lists that have it are offered', () => {
    expect(candidates(ask(small.engine, '边境护栏巡查'))).toEqual([`${INTERNAL_ID}-c1`]);
  });

  it('no list has it', () => {
    expect(ask(small.engine, '办护照')).toMatchObject({ kind: 'not_listed', document: null, elsewhere: [] });
  });

  it('lists that a reader may not see are neither offered nor named', () => {
    const visible = new Set([PUBLIC_ID, OTHER_PUBLIC_ID]);
    const answer = ask(small.engine, '烧麦秆冒烟归谁管', { visible });
    expect(candidates(answer)).toEqual([`${OTHER_PUBLIC_ID}-c1`, `${PUBLIC_ID}-c1`]);
    expect(JSON.stringify(answer)).not.toContain('科克亚尔');
  });

  it('the only list that a reader may see needs no naming', () => {
    const answer = ask(small.engine, '烧麦秆冒烟归谁管', { visible: new Set([PUBLIC_ID]) });
    expect(answer).toMatchObject({ kind: 'item', hit: { item: { id: `${PUBLIC_ID}-c1` } } });
  });
});

describe('comparison', () => {
  it('two townships that are named, whatever is bound', () => {
    const answer = ask(engine, '阿拉甫乡和托格拉克乡高龄津贴有什么不一样', { documentId: HALAQI });
    expect(answer).toMatchObject({
      kind: 'comparison',
      asked: 'difference',
      matterTitle: '高龄津贴发放管理',
    });
    expect(rows(answer)).toEqual([`${ALAFU}-c19`, `${TUOGELAKE}-c52`]);
  });

  it.each([null, ALAFU])('各乡镇 means all lists, bound to %s', (documentId) => {
    const answer = ask(engine, '各乡镇高龄津贴有什么不同', { documentId });
    expect(answer).toMatchObject({ kind: 'comparison', asked: 'difference' });
    expect(rows(answer)).toHaveLength(5);
    expect(rows(answer)).toContain(`${ALAFU}-c19`);
  });

  it('各部门 means the departments of a row, not townships', () => {
    expect(ask(engine, '秸秆焚烧各部门分别管什么', { documentId: ALAFU }).kind).toBe('item');
  });

  it('who has it: a list without the matter has no row', () => {
    const answer = ask(engine, '哪些乡镇有流浪犬这一项', { documentId: ALAFU });
    expect(answer).toMatchObject({ kind: 'comparison', asked: 'presence' });
    expect(rows(answer)).toEqual([null, null, `${HALAQI}-c49`, null, `${TUOGELAKE}-c46`]);
  });

  it('a list that a reader may not see has no row in the table', () => {
    const visible = new Set([PUBLIC_ID, OTHER_PUBLIC_ID]);
    expect(rows(ask(small.engine, '哪几个乡镇有烧秸秆', { visible }))).toEqual([
      `${PUBLIC_ID}-c1`,
      `${OTHER_PUBLIC_ID}-c1`,
    ]);
  });
});
