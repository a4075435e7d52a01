import { beforeAll, describe, expect, it } from 'vitest';
import { createSegmenter, normalize } from '../../src/language/index.ts';
import {
  createEvidence,
  createPhraseIndex,
  createQueryMaker,
  type PhraseIndex,
  type QueryMaker,
} from '../../src/search/index.ts';
import { NOTHING_LEARNED } from '../eval/evidence-texts.ts';
import { createTestCorpus } from '../support/corpus.ts';
import { loadRealLists } from '../support/real-lists.ts';

const data = loadRealLists();
const small = createTestCorpus();
const phrasesOf = ({ lexicon, pipeline }: Pick<typeof small, 'lexicon' | 'pipeline'>): PhraseIndex =>
  createPhraseIndex(lexicon, createEvidence(NOTHING_LEARNED, []), pipeline);

describe('on a small catalogue', () => {
  const queries = createQueryMaker(small.lexicon, phrasesOf(small), small.pipeline);

  it('noise is no term', () => {
    const { terms } = queries.make('请问烧秸秆归谁管');
    expect([...terms.keys()]).toEqual(['烧', '烧秸', '秸', '秸秆', '秆']);
  });

  it('weak words stay, but weigh less; a weak word’s pair with its neighbour is none', () => {
    const { terms } = queries.make('村里烧秸秆');
    expect(terms.get('村里')).toBe(0.3);
    expect(terms.get('秸秆')).toBe(1);
    expect(terms.has('里烧')).toBe(false);
  });

  it('a character of a weak word that is said besides weighs in full', () => {
    expect(queries.make('村里的里长').terms.get('里')).toBe(1);
  });

  it('information grows with what is said, and noise says nothing', () => {
    const one = queries.make('长寿').information;
    expect(queries.make('长寿补贴').information).toBeGreaterThan(one);
    expect(queries.make('请问归谁管')).toEqual({
      terms: new Map(),
      evidence: new Map(),
      information: 0,
      official: new Map(),
      mendings: [],
    });
  });

  it('whole words are evidence beside the terms, weak ones weigh less', () => {
    const learned = createEvidence({ ...NOTHING_LEARNED, words: '秸秆 村里' }, []);
    const phrases = createPhraseIndex(small.lexicon, learned, small.pipeline);
    const query = createQueryMaker(small.lexicon, phrases, small.pipeline).make('村里烧秸秆');
    const words = [...query.evidence].filter(([term]) => term.startsWith('='));
    expect(words).toEqual([
      ['=烧', 1],
      ['=秸秆', 1],
      ['=村里', 0.3],
    ]);
    expect([...query.evidence].filter(([term]) => !term.startsWith('='))).toEqual([...query.terms]);
    expect(query.official.has('=秸秆')).toBe(false);
  });

  it('measure counts known pairs only, noise apart', () => {
    expect(queries.measure('长寿补贴')).toBeGreaterThan(queries.measure('长寿'));
    expect(queries.measure('请问长寿归谁管')).toBe(queries.measure('长寿'));
    expect(queries.measure('火星撞地球')).toBe(0);
  });

  it('another segmenter cuts the terms that are looked up in official cells', () => {
    const pipeline = {
      ...small.pipeline,
      segmenter: 'tiny-segmenter' as const,
      segment: createSegmenter('tiny-segmenter'),
    };
    const { terms, official } = createQueryMaker(small.lexicon, phrasesOf(small), pipeline).make(
      '烧秸秆归谁管',
    );
    expect([...official.keys()]).toEqual(pipeline.segment('烧秸秆'));
    expect(terms.has('秸秆')).toBe(true);
  });
});

describe('on the real catalogue', () => {
  let queries: QueryMaker;
  let plain: QueryMaker;
  beforeAll(() => {
    const phrases = phrasesOf(data);
    queries = createQueryMaker(data.lexicon, phrases, data.pipeline);
    plain = createQueryMaker(data.lexicon, phrases, data.pipeline, { mends: false });
  });
  const make = (text: string): ReturnType<QueryMaker['make']> =>
    queries.make(normalize(text, data.pipeline.characters));

  it.each([
    ['底保', '底保', '低保'],
    ['结杆焚烧', '结杆', '秸秆'],
    ['电动自形车', '自形', '自行'],
    ['jiegan fenshao', 'jiegan', '秸秆'],
    ['jiegan fenshao', 'fensao', '焚烧'],
    ['jieganfenshao', 'jiegan', '秸秆'],
  ])('%s: %s is read as %s', (text, typed, term) => {
    const { mendings, terms } = make(text);
    expect(mendings).toContainEqual({ typed, term });
    expect(terms.get(term)).toBeGreaterThan(0);
    expect(terms.get(term)).toBeLessThan(1);
  });

  it.each(['低保', '秸秆焚烧', '电动自行车', '高龄津贴', 'app'])('%s is well typed', (text) => {
    expect(make(text).mendings).toEqual([]);
  });

  it('texts that words are learned from are taken as they are', () => {
    expect(plain.make('底保').mendings).toEqual([]);
    expect(plain.make('底保').terms.has('低保')).toBe(false);
  });

  it('traditional characters and full-width forms are one with the simplified', () => {
    expect(make('請問高齡津貼歸誰發？')).toEqual(make('请问高龄津贴归谁发?'));
    expect(make('ＡＰＰ')).toEqual(make('app'));
  });

  it('a long story is looked up by few, the most telling terms', () => {
    const story =
      '昨天晚上我们村里有人在地里点火烧秸秆，烟大得很，老人娃娃咳嗽，打电话都说不归自己管，'.repeat(3);
    const { terms, official } = make(`${story}拖拉机没牌照乱跑，路灯也坏了，巴扎门口堆垃圾没人扫`);
    expect(terms.size).toBeGreaterThan(official.size);
    expect(official.size).toBeLessThan(40);
    expect(official.has('秸秆')).toBe(true);
  });
});
