import { describe, expect, it } from 'vitest';
import { createTestCorpus, INTERNAL_ID, OTHER_PUBLIC_ID, PUBLIC_ID } from '../support/corpus.ts';
import type { Answer, Question } from '../../src/answer/index.ts';

const { corpus, engine } = createTestCorpus();
const open = new Set([PUBLIC_ID, OTHER_PUBLIC_ID]);
const ask = (text: string, more: Partial<Question> = {}): Answer =>
  engine.answer({ text, documentId: null, history: [], ...more });
const rowOf = (answer: Answer): string => (answer.kind === 'item' ? answer.hit.item.id : answer.kind);

describe('a row named by number, id or permalink', () => {
  it.each(['配合2', '配合第2项', '配合第二项', `${PUBLIC_ID}-c2`, `https://zhize.example/i/${PUBLIC_ID}-c2`])(
    '%s',
    (text) => {
      const answer = ask(text, { documentId: PUBLIC_ID });
      expect(answer).toMatchObject({ kind: 'item', direct: true, verdict: 'upstream', others: [] });
      expect(rowOf(answer)).toBe(`${PUBLIC_ID}-c2`);
    },
  );

  it('a township in the question wins over the one bound', () => {
    expect(rowOf(ask('阿扎特巴格镇基本2', { documentId: PUBLIC_ID }))).toBe(`${OTHER_PUBLIC_ID}-b2`);
  });

  it('an id needs no township, and opens a row of another one', () => {
    expect(rowOf(ask(`${OTHER_PUBLIC_ID}-r1`, { documentId: PUBLIC_ID }))).toBe(`${OTHER_PUBLIC_ID}-r1`);
  });

  it.each(['配合62', '配合第六十二项'])('%s: the list has no such number, and how many it has', (text) => {
    const expected = { kind: 'no_such_item', list: 'cooperative', no: 62, size: 3 };
    expect(ask(text, { documentId: PUBLIC_ID })).toMatchObject(expected);
  });

  it('without a township every list’s row of that number is offered', () => {
    const answer = ask('配合1');
    expect(answer.kind === 'ambiguous_township' && answer.candidates.map(({ item }) => item.id)).toEqual(
      corpus.documents.map(({ id }) => `${id}-c1`),
    );
  });

  it('a row of a list that the reader may not see is as absent as one that never was', () => {
    const hidden = ask(`${INTERNAL_ID}-c1`, { visible: open });
    const absent = ask('atushi-halajun-2025-c1', { visible: open });
    expect(hidden).toEqual(absent);
    expect(hidden.kind).toBe('no_such_item');
    expect(JSON.stringify(ask('配合1', { visible: open }))).not.toContain('科克亚尔');
  });
});
