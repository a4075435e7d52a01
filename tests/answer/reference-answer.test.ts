import { describe, expect, it } from 'vitest';
import { ALAFU, ask, createRealEngine, KEKEYAER, loadRealLists, rowOf } from '../support/real-lists.ts';

const data = loadRealLists();
const engine = createRealEngine(data);
const open = new Set(data.corpus.documents.map(({ id }) => id).filter((id) => id !== KEKEYAER));

describe('a row named by number, id or permalink', () => {
  it.each(['配合62', '配合第62项', '配合第六十二项', `${ALAFU}-c62`, `https://zhize.example/i/${ALAFU}-c62`])(
    '%s',
    (text) => {
      const answer = ask(engine, text, { documentId: ALAFU });
      expect(answer).toMatchObject({ kind: 'item', direct: true, verdict: 'upstream', others: [] });
      expect(rowOf(answer)).toBe(`${ALAFU}-c62`);
    },
  );

  it('a township in the question wins over the one bound', () => {
    expect(rowOf(ask(engine, '托格拉克乡配合62', { documentId: ALAFU }))).toBe('yining-tuogelake-2025-c62');
  });

  it('an id needs no township, and opens a row of another one', () => {
    expect(rowOf(ask(engine, 'shache-azhatebage-2025-r1', { documentId: ALAFU }))).toBe(
      'shache-azhatebage-2025-r1',
    );
  });

  it.each(['配合900', '配合第九百项'])('%s: the list has no such number, and how many it has', (text) => {
    expect(ask(engine, text, { documentId: ALAFU })).toMatchObject({
      kind: 'no_such_item',
      list: 'cooperative',
      no: 900,
      size: 96,
    });
  });

  it('without a township every list’s row of that number is offered', () => {
    const answer = ask(engine, '配合62');
    expect(
      answer.kind === 'ambiguous_township' && answer.candidates.map(({ item }) => [item.list, item.no]),
    ).toEqual(data.corpus.documents.map(() => ['cooperative', 62]));
  });

  it('a row of a list that the reader may not see is as absent as one that never was', () => {
    const hidden = ask(engine, `${KEKEYAER}-c1`, { visible: open });
    const absent = ask(engine, 'atushi-halajun-2025-c1', { visible: open });
    expect(hidden).toEqual(absent);
    expect(hidden.kind).toBe('no_such_item');
    const anywhere = ask(engine, '配合62', { visible: open });
    expect(JSON.stringify(anywhere)).not.toContain('科克亚尔');
  });
});
