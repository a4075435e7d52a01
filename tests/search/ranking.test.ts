import { beforeAll, describe, expect, it } from 'vitest';
import {
  buildShardFile,
  createEvidence,
  createPhraseIndex,
  createQueryMaker,
  createRanker,
  openShard,
  RankingModel,
  type EvidenceFile,
  type Lexicon,
  type QuestionSigns,
  type Ranked,
} from '../../src/search/index.ts';
import { learnFromLexicon } from '../eval/evidence-texts.ts';
import { createTestCorpus, PUBLIC_ID } from '../support/corpus.ts';

const { corpus, lexicon, model, pipeline } = createTestCorpus();
const items = corpus.items(PUBLIC_ID);
const shard = openShard(buildShardFile(PUBLIC_ID, items, pipeline), items, pipeline);
const PLAIN: QuestionSigns = {
  facets: new Set(),
  lastFacets: new Set(),
  list: null,
  departments: [],
  lastItem: null,
  role: null,
};

let learned: EvidenceFile;
beforeAll(() => {
  learned = learnFromLexicon(lexicon, new Map(), pipeline);
});

interface Setting {
  signs?: Partial<QuestionSigns>;
  weights?: RankingModel['weights'];
  catalogue?: Lexicon;
}

function rank(content: string, { signs, weights, catalogue = lexicon }: Setting = {}): Ranked[] {
  const evidence = createEvidence(
    learned,
    catalogue.matters.map(({ id }) => id),
  );
  const phrases = createPhraseIndex(catalogue, evidence, pipeline);
  const query = createQueryMaker(catalogue, phrases, pipeline).make(content);
  const ranker = createRanker(catalogue, phrases, { ...model, weights: weights ?? model.weights });
  return ranker.rank(shard, query, phrases.score(query.evidence), { ...PLAIN, ...signs });
}

const first = (content: string, setting?: Setting): string | undefined => rank(content, setting)[0]?.item.id;

describe('createRanker', () => {
  it('everyday words bring up the row of their matter', () => {
    expect(first('地里点火')).toBe('shule-alafu-2025-c1');
    expect(first('长寿补贴')).toBe('shule-alafu-2025-c3');
    expect(first('杀羊要检疫')).toBe('shule-alafu-2025-r1');
  });

  it('best first, and shares are a distribution', () => {
    const ranked = rank('烧秸秆');
    const scores = ranked.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(ranked.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    expect(new Set(ranked.map(({ item }) => item.id)).size).toBe(ranked.length);
  });

  it('a tie breaks by source order', () => {
    const ids = rank('烧秸秆', { weights: {} }).map(({ item }) => item.id);
    const order = items.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(2);
    expect(ids).toEqual(order.filter((id) => ids.includes(id)));
  });

  it('a row without a matter can win by its official words', () => {
    const links = Object.fromEntries(
      Object.entries(lexicon.links).filter(([id]) => id !== 'shule-alafu-2025-c2'),
    );
    const [winner] = rank('主次街道市容环境卫生', {
      catalogue: { ...lexicon, links },
      weights: { ...model.weights, unlinkedOfficial: 1, unlinkedName: 1 },
    });
    expect(winner?.item.id).toBe('shule-alafu-2025-c2');
    expect(winner?.candidate.matter).toBeNull();
    expect(winner?.features).toMatchObject({ evidence: 0, unlinked: 1 });
  });

  it('a link to a matter that is not in the catalogue is none', () => {
    const links = {
      ...lexicon.links,
      'shule-alafu-2025-c3': [{ matter: 'gone', score: 1, by: 'name' as const }],
    };
    const row = rank('高龄津贴', { catalogue: { ...lexicon, links } }).find(
      ({ item }) => item.id === 'shule-alafu-2025-c3',
    );
    expect(row?.candidate).toMatchObject({ matter: null, lag: null });
  });

  it('of several links the likelier matter speaks for a row', () => {
    const links = {
      ...lexicon.links,
      'shule-alafu-2025-c3': [
        { matter: 'animal-quarantine', score: 1, by: 'review' as const },
        { matter: 'elderly-allowance', score: 0.9, by: 'likeness' as const },
      ],
    };
    const row = rank('长寿补贴', { catalogue: { ...lexicon, links } })[0];
    expect(row?.candidate).toMatchObject({ matter: 'elderly-allowance', link: 0.9 });
  });

  it('asked for a fine, the row of punishment is first; asked for none, the row of supervision', () => {
    expect(
      first('烧秸秆', {
        signs: { facets: new Set(['sanction']) },
        weights: { ...model.weights, sanctionMet: 20 },
      }),
    ).toBe('shule-alafu-2025-r2');
    expect(first('烧秸秆')).toBe('shule-alafu-2025-c1');
  });

  it('facets asked for and in the name are met, asked and absent missed', () => {
    const rows = rank('烧秸秆', { signs: { facets: new Set(['publicise', 'sanction']) } });
    const featuresOf = (id: string): Ranked['features'] | undefined =>
      rows.find(({ item }) => item.id === id)?.features;
    expect(featuresOf('shule-alafu-2025-b2')).toMatchObject({
      facetMet: 1,
      facetMissed: 0,
      sanctionMet: 0,
      sanctionMissed: 1,
    });
    expect(featuresOf('shule-alafu-2025-r2')).toMatchObject({
      facetMet: 0,
      facetMissed: 1,
      sanctionMet: 1,
      sanctionMissed: 0,
    });
    const last = rank('烧秸秆', { signs: { lastFacets: new Set(['publicise', 'sanction']) } });
    expect(last.find(({ item }) => item.id === 'shule-alafu-2025-r2')?.features).toMatchObject({
      lastFacetMet: 0,
      lastFacetMissed: 1,
      lastSanctionMet: 1,
      lastSanctionMissed: 0,
    });
    const fined = last.find(({ item }) => item.id === 'shule-alafu-2025-c1');
    expect(fined?.features).toMatchObject({ lastSanctionMissed: 1, lastSanctionUpstream: 1 });
    expect(rows.find(({ item }) => item.id === 'shule-alafu-2025-c1')?.features.lastSanctionUpstream).toBe(0);
    const unasked = rank('烧秸秆').find(({ item }) => item.id === 'shule-alafu-2025-b2');
    expect(unasked?.features).toMatchObject({ publiciseUnasked: 1, sanctionUnasked: 0 });
  });

  it('a list or a department that is named moves its rows up', () => {
    expect(first('烧秸秆', { signs: { list: 'basic' }, weights: { ...model.weights, listMet: 20 } })).toBe(
      'shule-alafu-2025-b2',
    );
    const rows = rank('秸秆', { signs: { departments: ['疏勒县农业农村局'] } });
    const met = rows.filter(({ features }) => features.departmentMet === 1).map(({ item }) => item.id);
    expect(met).toContain('shule-alafu-2025-c1');
    expect(met).not.toContain('shule-alafu-2025-r2');
  });

  it('rows of the matter last talked about are candidates, whatever the words', () => {
    const lastItem = corpus.item('shule-alafu-2025-c3');
    const row = rank('外星', { signs: { lastItem, role: 'township' } }).find(
      ({ item }) => item.id === lastItem?.id,
    );
    expect(row?.features).toMatchObject({ lastRow: 1, lastRowRole: 1, lastMatter: 0 });
  });

  it('is deterministic', () => {
    const plain = (): unknown[] =>
      rank('烧秸秆罚款').map(({ item, score, share, features }) => ({ id: item.id, score, share, features }));
    expect(plain()).toEqual(plain());
  });
});

describe('RankingModel', () => {
  it('refuses a weight of an unknown name', () => {
    expect(RankingModel.safeParse(model).success).toBe(true);
    expect(RankingModel.safeParse({ ...model, weights: { luck: 1 } }).success).toBe(false);
  });
});
