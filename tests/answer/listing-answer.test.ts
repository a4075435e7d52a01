// Counts and listings on the real lists, against the rows themselves.
import { describe, expect, it } from 'vitest';
import type { CountsAnswer, ListingAnswer } from '../../src/answer/index.ts';
import {
  ALAFU,
  ask,
  AZHATEBAGE,
  createRealEngine,
  KEKEYAER,
  loadRealLists,
  TUOGELAKE,
} from '../support/real-lists.ts';

const data = loadRealLists();
const engine = createRealEngine(data);

function listing(text: string, documentId: string): ListingAnswer {
  const answer = ask(engine, text, { documentId });
  if (answer.kind !== 'listing') throw new Error(`${text} is answered by ${answer.kind}`);
  return answer;
}

function counts(text: string, documentId: string | null): CountsAnswer {
  const answer = ask(engine, text, { documentId });
  if (answer.kind !== 'counts') throw new Error(`${text} is answered by ${answer.kind}`);
  return answer;
}

describe('counts', () => {
  it.each([
    [ALAFU, { basic: 118, cooperative: 96, reclaimed: 49 }],
    [AZHATEBAGE, { basic: 117, cooperative: 97, reclaimed: 47 }],
  ])('%s prints what it declares', (documentId, expected) => {
    expect(counts('一共多少项', documentId)).toMatchObject({ counts: expected, declared: expected });
  });

  it('printed and declared numbers both, where they contradict', () => {
    expect(counts('一共多少项', KEKEYAER)).toMatchObject({
      counts: { basic: 121, cooperative: 101, reclaimed: 46 },
      declared: { basic: 150, cooperative: 131, reclaimed: 50 },
    });
  });

  it('a list without a preface declares nothing', () => {
    expect(counts('一共多少项', TUOGELAKE).declared).toBeNull();
  });

  it('a township named by its county', () => {
    expect(counts('莎车那个镇一共多少项', null).document.id).toBe(AZHATEBAGE);
  });
});

describe('listings', () => {
  it.each([
    ['收回事项有哪些', 'reclaimed'],
    ['基本履职事项有哪些', 'basic'],
    ['配合履职事项全部列一下', 'cooperative'],
  ])('by list: %s', (text, list) => {
    const { items, filter } = listing(text, ALAFU);
    expect(filter).toEqual({ lists: [list], category: null, department: null });
    expect(items).toEqual(data.corpus.items(ALAFU).filter((item) => item.list === list));
  });

  it('by category', () => {
    const { items, filter } = listing('生态环保类有哪些', ALAFU);
    expect(filter.category).toBe('生态环保');
    expect(items).toEqual(data.corpus.items(ALAFU).filter(({ category }) => category === '生态环保'));
    expect(items.length).toBeGreaterThan(5);
  });

  it.each([
    ['人社局要我们配合哪些事', '疏勒县人力资源和社会保障局'],
    ['民政局要我们配合哪些事', '疏勒县民政局'],
    ['公安局管哪些', '疏勒县公安局'],
    ['县残联管哪些', '疏勒县残疾人联合会'],
  ])('by department, short forms too: %s', (text, department) => {
    const { items, filter, departments } = listing(text, ALAFU);
    expect(filter.department).toBe(department);
    const named = data.corpus
      .items(ALAFU)
      .filter((item) =>
        [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])].some(
          ({ canonical }) => canonical === department,
        ),
      );
    expect(items).toEqual(named);
    expect(items.length).toBeGreaterThan(0);
    expect(departments.length).toBeGreaterThan(0);
  });

  it('what a department took over: 收回给…的', () => {
    const { items, filter } = listing('收回给人社局的有几项', ALAFU);
    expect(filter.lists).toEqual(['reclaimed']);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ list }) => list === 'reclaimed')).toBe(true);
  });

  it('an office of another county lists that county’s own, whatever township is bound', () => {
    const { document, filter, items } = listing('塔县公安局管哪些', ALAFU);
    expect(document.id).toBe(KEKEYAER);
    expect(filter.department).toBe('塔什库尔干县公安局');
    expect(items.every(({ documentId }) => documentId === KEKEYAER)).toBe(true);
    expect(items.length).toBeGreaterThan(0);
  });

  it('a list that the person chose holds', () => {
    const answer = ask(engine, '公安局管哪些', { documentId: ALAFU, list: 'reclaimed' });
    expect(answer).toMatchObject({ kind: 'listing', filter: { lists: ['reclaimed'] } });
  });

  it('a question about a matter is no listing, though it asks 哪些', () => {
    expect(ask(engine, '秸秆焚烧专项整治我们乡要做哪些', { documentId: ALAFU }).kind).toBe('item');
  });
});
