import { beforeAll, describe, expect, it } from 'vitest';
import { toNgrams } from '../../src/language/index.ts';
import { createEvidence, createPhraseIndex, type PhraseIndex } from '../../src/search/index.ts';
import { strongestOf } from '../../src/search/phrase-index.ts';
import { learnFromLexicon } from '../eval/evidence-texts.ts';
import { createTestCorpus } from '../support/corpus.ts';

const { lexicon, pipeline } = createTestCorpus();
const termsOf = (text: string): Map<string, number> => new Map(toNgrams(text).map((term) => [term, 1]));

let phrases: PhraseIndex;
beforeAll(() => {
  const evidence = createEvidence(
    learnFromLexicon(lexicon, new Map(), pipeline),
    lexicon.matters.map(({ id }) => id),
  );
  phrases = createPhraseIndex(lexicon, evidence, pipeline);
});

describe('weigh', () => {
  it('a term of one matter weighs more than one of several', () => {
    expect(phrases.weigh('长寿')).toBeGreaterThan(phrases.weigh('秸秆'));
    expect(phrases.weigh('秸秆')).toBeGreaterThan(0);
  });

  it('a single character weighs less than a pair as rare', () => {
    expect(phrases.weigh('寿')).toBeGreaterThan(0);
    expect(phrases.weigh('寿')).toBeLessThan(phrases.weigh('长寿'));
  });

  it('an unknown term weighs nothing', () => {
    expect(phrases.weigh('外星')).toBe(0);
    expect(phrases.isKnown('外星')).toBe(false);
  });
});

describe('frequency', () => {
  it.each([
    ['长寿', 1],
    // 烧麦秆冒烟 only: repeats within a text and texts that a matter lists twice count once
    ['麦秆', 1],
    ['护照', 3],
    ['外星', 0],
  ])('%s is in %i texts', (term, texts) => {
    expect(phrases.frequency(term)).toBe(texts);
  });
});

describe('match', () => {
  it('the phrase that a question repeats most', () => {
    const match = phrases.match('straw-burning', termsOf('昨天有人烧麦秆冒烟'));
    expect(match?.phrase).toBe('烧麦秆冒烟');
    expect(match?.containment).toBe(1);
  });

  it('half a phrase is contained by half', () => {
    const match = phrases.match('elderly-allowance', termsOf('长寿'));
    expect(match?.phrase).toBe('长寿补贴');
    expect(match?.containment).toBeGreaterThan(0);
    expect(match?.containment).toBeLessThan(1);
  });

  it('terms that weigh less in the question count less', () => {
    const faint = new Map([...termsOf('长寿补贴')].map(([term]) => [term, 0.3]));
    expect(phrases.match('elderly-allowance', faint)?.containment).toBeCloseTo(0.3, 10);
  });

  it('null without a term in common, and for an unknown matter', () => {
    expect(phrases.match('passport', termsOf('长寿补贴'))).toBeNull();
    expect(phrases.match('no-such-matter', termsOf('长寿补贴'))).toBeNull();
  });
});

describe('score', () => {
  it('every phrase speaks most for its own matter', () => {
    for (const matter of lexicon.matters) {
      for (const phrase of matter.phrases) {
        const [strongest] = phrases.score(termsOf(phrase)).strongest;
        expect(strongest?.matter.id, phrase).toBe(matter.id);
        expect(strongest?.lag).toBe(0);
      }
    }
  });

  it('shares are a distribution, best first, and lags are against the strongest', () => {
    const { strongest, lags } = phrases.score(termsOf('烧秸秆罚款'));
    expect(strongest).toHaveLength(lexicon.matters.length);
    expect(strongest.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    for (const [i, { matter, lag }] of strongest.entries()) {
      expect(lag).toBeLessThanOrEqual(strongest[i - 1]?.lag ?? 0);
      expect(lags?.[phrases.positionOf(matter.id)]).toBe(lag);
    }
  });

  it('an earlier result stays as it was when another question is scored', () => {
    const first = phrases.score(termsOf('长寿补贴'));
    const kept = [...(first.lags ?? [])];
    phrases.score(termsOf('办护照'));
    expect([...(first.lags ?? [])]).toEqual(kept);
  });

  it('nothing is meant by unknown terms', () => {
    expect(phrases.score(termsOf('外星'))).toEqual({ strongest: [], lags: null });
  });
});

describe('catalogue', () => {
  it('titles and positions of matters', () => {
    expect(phrases.titleOf('elderly-allowance')).toBe('高龄津贴');
    expect(phrases.titleOf('no-such-matter')).toBeNull();
    expect(phrases.positionOf('theory-talks')).toBe(0);
    expect(phrases.positionOf('no-such-matter')).toBe(-1);
  });
});

describe('strongestOf', () => {
  it.each([
    [[1, 3, 2], 2, [1, 2]],
    [[5, 5, 5], 2, [0, 1]],
    [[1, 2, 2, 3], 3, [3, 1, 2]],
    [[-Infinity, 1], 5, [1]],
    [[], 3, []],
  ])('of %j the %i best', (values, most, positions) => {
    expect(strongestOf(Float64Array.from(values), most)).toEqual(positions);
  });
});
