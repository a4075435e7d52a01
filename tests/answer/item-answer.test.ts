import { describe, expect, it } from 'vitest';
import { createEngine, toVerdict, type Answer } from '../../src/answer/index.ts';
import { buildShardFile, openShard } from '../../src/search/index.ts';
import { learnFromLexicon } from '../eval/evidence-texts.ts';
import { createTestCorpus, OTHER_PUBLIC_ID, PUBLIC_ID } from '../support/corpus.ts';
import {
  ALAFU,
  ask,
  createRealEngine,
  HALAQI,
  loadRealLists,
  rowOf,
  TUOGELAKE,
} from '../support/real-lists.ts';

const small = createTestCorpus();
const engine = createRealEngine(loadRealLists());
const inAlafu = (text: string): Answer => ask(engine, text, { documentId: ALAFU });

describe('one row', () => {
  it.each([
    ['烧麦秆冒烟归谁管', 'c56', 'upstream'],
    ['高龄津贴没到账找谁', 'c19', 'upstream'],
    ['牛羊检疫归谁', 'r12', 'reclaimed'],
    ['农民工工资被拖欠找谁', 'r5', 'reclaimed'],
    ['宅基地审批找谁', 'b92', 'township'],
    ['低保归谁管', 'b29', 'township'],
  ])('%s', (text, row, verdict) => {
    const answer = inAlafu(text);
    expect(answer).toMatchObject({ kind: 'item', verdict, direct: false });
    expect(rowOf(answer)).toBe(`${ALAFU}-${row}`);
  });

  it.each([
    ['底保归谁管', 'b29'],
    ['结杆焚烧归谁管', 'c56'],
    ['电动自形车谁管', 'c86'],
    ['jiegan fenshao shei guan', 'c56'],
    ['秸稈焚燒歸誰管', 'c56'],
    ['高齡津貼歸誰發', 'c19'],
    ['who handles 秸秆焚烧 in 阿拉甫乡', 'c56'],
    ['@履职问答 秸秆焚烧👍归谁管？？', 'c56'],
  ])('as it is typed in chat: %s', (text, row) => {
    expect(rowOf(inAlafu(text))).toBe(`${ALAFU}-${row}`);
  });

  it('explains itself: the phrase, the words, what was mended', () => {
    const answer = ask(small.engine, '烧麦秆冒烟归谁管', { documentId: PUBLIC_ID });
    expect(answer).toMatchObject({
      kind: 'item',
      hit: { why: { phrase: '烧麦秆冒烟', matterTitle: '秸秆焚烧监管', mended: [] } },
    });
    const mended = inAlafu('结杆焚烧归谁管');
    expect(mended.kind === 'item' && mended.hit.why.mended).toContainEqual({ typed: '结杆', meant: '秸秆' });
    expect(mended.kind === 'item' && mended.hit.why.words).toContain('焚烧');
  });

  it('the departments that are named are in focus', () => {
    const answer = ask(small.engine, '地里点火冒烟农业局来查吗', { documentId: PUBLIC_ID });
    expect(answer).toMatchObject({ kind: 'item', focus: ['疏勒县农业农村局'] });
  });

  it('rows on the seam stand beside it', () => {
    const answer = ask(small.engine, '地里点火', { documentId: PUBLIC_ID });
    const related = answer.kind === 'item' ? answer.related.map(({ item }) => item.id).toSorted() : [];
    expect(related).toEqual([`${PUBLIC_ID}-b2`, `${PUBLIC_ID}-r2`]);
  });

  it('a list that the person chose holds', () => {
    const answer = ask(small.engine, '烧秸秆', { documentId: PUBLIC_ID, list: 'reclaimed' });
    expect(answer).toMatchObject({
      kind: 'item',
      verdict: 'reclaimed',
      hit: { item: { id: `${PUBLIC_ID}-r2` } },
    });
  });
});

describe('close candidates', () => {
  it('are a choice, best first, and none of them is repeated among the others', () => {
    // with these thresholds any candidate counts as close
    const { corpus, lexicon, model, pipeline } = small;
    const shards = new Map(
      corpus.documents.map(({ id }) => {
        const items = corpus.items(id);
        return [id, openShard(buildShardFile(id, items, pipeline), items, pipeline)] as const;
      }),
    );
    const hesitant = createEngine({
      corpus,
      lexicon,
      evidence: learnFromLexicon(lexicon, new Map(), pipeline),
      model: { ...model, decision: { ...model.decision, closeness: 0, clear: 1 } },
      pipeline,
      shard(id) {
        const shard = shards.get(id);
        if (!shard) throw new Error(`no shard ${id}`);
        return shard;
      },
    });
    const answer = ask(hesitant, '烧秸秆', { documentId: PUBLIC_ID });
    if (answer.kind !== 'choice') throw new Error(`answered by ${answer.kind}`);
    const chosen = answer.candidates.map(({ item }) => item.id);
    expect(chosen).toHaveLength(3);
    expect(chosen[0]).toBe(`${PUBLIC_ID}-c1`);
    expect(answer.verdict).toBe('upstream');
    for (const { item } of answer.others) expect(chosen).not.toContain(item.id);
    const scores = answer.candidates.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

describe('not listed', () => {
  it('a matter of the neighbours: where it stands there, never as ours', () => {
    const answer = inAlafu('流浪狗归谁管');
    if (answer.kind !== 'not_listed') throw new Error(`answered by ${answer.kind}`);
    expect(answer.document?.id).toBe(ALAFU);
    expect(answer.elsewhere.map(({ item }) => item.id)).toEqual([`${HALAQI}-c49`, `${TUOGELAKE}-c46`]);
    expect(answer.nearest.every(({ document }) => document.id === ALAFU)).toBe(true);
  });

  it('everyday business that no list carries', () => {
    const answer = inAlafu('办护照找谁');
    expect(answer).toMatchObject({ kind: 'not_listed', elsewhere: [] });
  });

  it('elsewhere leaves out lists that the reader may not see', () => {
    const asked = { documentId: OTHER_PUBLIC_ID };
    const elsewhere = (answer: Answer): string[] =>
      answer.kind === 'not_listed' ? answer.elsewhere.map(({ item }) => item.id) : [answer.kind];
    const text = '边境铁丝网坏了';
    expect(elsewhere(ask(small.engine, text, asked))).toEqual(['tashikuergan-kekeyaer-2025-c1']);
    expect(
      elsewhere(ask(small.engine, text, { ...asked, visible: new Set([PUBLIC_ID, OTHER_PUBLIC_ID]) })),
    ).toEqual([]);
  });
});

describe('toVerdict', () => {
  it('each list has its own', () => {
    expect([toVerdict('basic'), toVerdict('cooperative'), toVerdict('reclaimed')]).toEqual([
      'township',
      'upstream',
      'reclaimed',
    ]);
  });
});
