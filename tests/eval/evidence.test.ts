import { describe, expect, it } from 'vitest';
import { loadData } from '../../src/app/data.ts';
import { createEvidence } from '../../src/search/index.ts';
import { createTestLexicon } from '../support/lexicon.ts';
import { evidenceFingerprint, loadStories } from './evidence-texts.ts';
import { learnEvidence } from './learn-evidence.ts';

const termsOf = (text: string): Map<string, number> => new Map([...text].map((character) => [character, 1]));

describe('data/evidence.json', () => {
  it('was learned from the phrases and stories at hand; else run npm run tune', () => {
    const { evidence, lexicon } = loadData('data', 'bigram');
    expect(evidence.learnedFrom).toBe(evidenceFingerprint(lexicon, loadStories(lexicon)));
    expect(evidence.matters).toEqual(lexicon.matters.map(({ id }) => id));
  });
});

describe('learning', () => {
  const FROM = { words: '', learnedFrom: 'x' };
  const texts = [
    { matter: 0, terms: termsOf('烧麦秆冒烟') },
    { matter: 0, terms: termsOf('地里点火') },
    { matter: 1, terms: termsOf('高龄老人津贴') },
    { matter: 1, terms: termsOf('长寿钱') },
  ];

  it('tells matters apart by their own words', () => {
    const evidence = createEvidence(learnEvidence(['straw', 'allowance'], texts, FROM), [
      'straw',
      'allowance',
    ]);
    const [straw = 0, allowance = 0] = evidence.score(termsOf('点火冒烟'));
    expect(straw).toBeGreaterThan(allowance);
    const [less = 0, more = 0] = evidence.score(termsOf('老人的钱'));
    expect(more).toBeGreaterThan(less);
  });

  it('gives the same file for the same texts', () => {
    expect(learnEvidence(['a', 'b'], texts, FROM)).toEqual(learnEvidence(['a', 'b'], texts, FROM));
  });

  it('keeps to the catalogue: a matter that left it has no evidence, a new one none yet', () => {
    const file = learnEvidence(['straw', 'allowance'], texts, FROM);
    const evidence = createEvidence(file, ['new', 'allowance']);
    const [unknown, allowance = 0] = evidence.score(termsOf('高龄津贴'));
    expect(unknown).toBe(0);
    expect(allowance).toBeGreaterThan(0);
  });

  it('has another fingerprint when a phrase changes', () => {
    const lexicon = createTestLexicon();
    const before = evidenceFingerprint(lexicon, new Map());
    lexicon.matters[0]?.phrases.push('地头冒烟');
    expect(evidenceFingerprint(lexicon, new Map())).not.toBe(before);
  });
});
