import { describe, expect, it } from 'vitest';
import { createEvidence, EvidenceFile, termValue } from '../../src/search/index.ts';
import { learnEvidence, type LabelledText } from '../eval/learn-evidence.ts';

const bytes = (...units: number[]): string => Buffer.from(units).toString('base64');
const pairs = (...numbers: number[]): string => bytes(...numbers.flatMap((n) => [n & 0xff, n >> 8]));
const terms = (...names: string[]): Map<string, number> => new Map(names.map((name) => [name, 1]));

/** 狗 speaks for dogs (+4) and against fire (−2), 火 for fire (+3). */
const TWO = EvidenceFile.parse({
  formatVersion: 2,
  learnedFrom: 'by hand',
  matters: ['dogs', 'fire'],
  words: '',
  terms: '狗 火',
  values: pairs(3000, 4000),
  counts: pairs(2, 1),
  owners: pairs(0, 1, 1),
  weights: bytes(4, 0x100 - 2, 3),
  step: 0.5,
});

describe('createEvidence', () => {
  it('a term gives its weights, in steps, to its matters', () => {
    const scores = createEvidence(TWO, ['dogs', 'fire']).score(terms('狗'));
    expect([...scores]).toEqual([0.5 * 4, -0.5 * 2]);
  });

  it('several terms share by their values: a text has the length one', () => {
    const scores = createEvidence(TWO, ['dogs', 'fire']).score(terms('狗', '火'));
    // values 3 and 4: shares 3/5 and 4/5
    expect(scores[0]).toBeCloseTo(0.6 * 2, 10);
    expect(scores[1]).toBeCloseTo(-0.6 * 1 + 0.8 * 1.5, 10);
  });

  it('a term that weighs less in the question speaks less', () => {
    const evidence = createEvidence(TWO, ['dogs', 'fire']);
    const full = evidence.score(terms('狗', '火'))[0] ?? 0;
    const faint = evidence.score(
      new Map([
        ['狗', 0.3],
        ['火', 1],
      ]),
    )[0];
    expect(faint).toBeLessThan(full);
  });

  it('unknown terms change nothing, alone or beside known ones', () => {
    const evidence = createEvidence(TWO, ['dogs', 'fire']);
    expect([...evidence.score(terms('猫'))]).toEqual([0, 0]);
    expect([...evidence.score(new Map())]).toEqual([0, 0]);
    const known = [...evidence.score(terms('狗'))];
    expect([...evidence.score(terms('狗', '猫'))]).toEqual(known);
    expect([evidence.isKnown('狗'), evidence.isKnown('猫')]).toEqual([true, false]);
  });

  it('matters are found by id: the order of the catalogue, new ones and ones that left it', () => {
    expect([...createEvidence(TWO, ['new', 'fire', 'dogs']).score(terms('狗'))]).toEqual([0, -1, 2]);
    expect([...createEvidence(TWO, ['fire']).score(terms('狗'))]).toEqual([-1]);
    expect([...createEvidence(TWO, []).score(terms('狗'))]).toEqual([]);
  });

  it('a whole word is a term of its own beside the pair that it is made of', () => {
    const withWords = EvidenceFile.parse({
      ...TWO,
      words: '流浪狗 出生 退出 生产',
      terms: '=出生 火',
      counts: pairs(1, 0),
    });
    const evidence = createEvidence({ ...withWords, owners: pairs(0), weights: bytes(4) }, ['dogs', 'fire']);
    expect(evidence.cutWords('退出生产')).toEqual(['=退出', '=生产']);
    expect(evidence.cutWords('有流浪狗 no.3')).toEqual(['=有', '=流浪狗']);
    expect([...evidence.score(terms('=出生'))]).toEqual([2, 0]);
    expect([...evidence.score(terms('出生'))]).toEqual([0, 0]);
  });

  it('what nothing was learned from knows nothing', () => {
    const empty = { terms: '', values: '', counts: '', owners: '', weights: '' };
    const nothing = EvidenceFile.parse({ ...TWO, ...empty, matters: [] });
    const evidence = createEvidence(nothing, ['dogs']);
    expect(evidence.isKnown('')).toBe(false);
    expect([...evidence.score(terms('狗'))]).toEqual([0]);
  });
});

describe('learn → file → score', () => {
  const texts: LabelledText[] = [
    { matter: 0, terms: terms('狗', '咬', '人') },
    { matter: 0, terms: terms('流浪', '狗') },
    { matter: 1, terms: terms('火', '烧', '人') },
    { matter: 1, terms: terms('烧', '秆') },
    { matter: 2, terms: terms('津贴', '人') },
  ];
  const ids = ['dogs', 'fire', 'allowance'];
  const FROM = { words: '', learnedFrom: 'five texts' };
  const file = EvidenceFile.parse(JSON.parse(JSON.stringify(learnEvidence(ids, texts, FROM))));

  it('the same texts make the same file, which its schema reads back', () => {
    expect(learnEvidence(ids, texts, FROM)).toEqual(file);
    expect(file.learnedFrom).toBe('five texts');
    expect(file.terms.split(' ')).toHaveLength(8);
  });

  it('a term of one story alone is not learned, one of a phrase or of two stories is', () => {
    const told = (matter: number, ...words: string[]): LabelledText => ({
      matter,
      terms: terms(...words),
      told: true,
    });
    const learned = learnEvidence(ids, [...texts, told(0, '狗', '吠'), told(0, '叫'), told(1, '叫')], FROM);
    expect(learned.terms.split(' ').filter((term) => ['吠', '叫', '流浪'].includes(term))).toEqual([
      '叫',
      '流浪',
    ]);
  });

  it('each text speaks most for its own matter', () => {
    const evidence = createEvidence(file, ids);
    for (const text of texts) {
      const scores = [...evidence.score(text.terms)];
      expect(scores.indexOf(Math.max(...scores))).toBe(text.matter);
    }
  });

  it('only terms of a matter’s own texts have weights for it', () => {
    const evidence = createEvidence(file, ids);
    const base = [...evidence.score(new Map())];
    const [, fire, allowance] = evidence.score(terms('流浪'));
    expect([fire, allowance]).toEqual([base[1], base[2]]);
  });
});

describe('termValue', () => {
  it('rare terms say more', () => {
    expect(termValue(1, 100)).toBeGreaterThan(termValue(50, 100));
    expect(termValue(100, 100)).toBeCloseTo(Math.log(2), 10);
  });
});
