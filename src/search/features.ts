// What is measured about a candidate. Few, nameable numbers, each explainable to the person who asked; their
// weights are tuned by a script (npm run tune) and stand in data/ranking.json.
import type { Item } from '../duty/index.ts';
import type { OfficialMatch } from './shard.ts';

export const FEATURE_NAMES = [
  /** Full-text score over the official cells, as a share of the best candidate's. */
  'officialShare',
  /** Share of the question's information that the name has, and that only other cells have. */
  'nameCoverage',
  'dutyCoverage',
  /** Log-odds of the item's matter against the strongest of the catalogue, the doubt of the link included. */
  'evidence',
  /** A matter on the seam, with no row of its own on this list, is meant. */
  'seamShare',
  /** A facet that the question asks for (罚, 批, 发, 追缴 …) is in the name; asked but absent; present but not asked. */
  'facetMet',
  'facetMissed',
  'sanctionMet',
  'sanctionMissed',
  'sanctionUnasked',
  /** The same, of what the last sentence asks for. */
  'lastFacetMet',
  'lastFacetMissed',
  'lastSanctionMet',
  'lastSanctionMissed',
  /** Asked in the last sentence; not in the name, but among what the upper level does. */
  'lastSanctionUpstream',
  'recoverUnasked',
  'rewardUnasked',
  'assessUnasked',
  'publiciseUnasked',
  'mediateUnasked',
  /** 还要…吗 / 收回: the person doubts that it is still the township's. */
  'stillReclaimed',
  'stillOther',
  'isBasic',
  'isReclaimed',
  /** The list (配合, 收回 …), the category or a department was named. */
  'listMet',
  'listMissed',
  'departmentMet',
  /** The conversation goes on: the row last talked about, and rows of its matter. */
  'lastRow',
  'lastRowRole',
  'lastMatter',
  /** No matter is linked: only the official words speak for it, and they count more. */
  'unlinked',
  'unlinkedOfficial',
  'unlinkedName',
] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];
export type Features = Record<FeatureName, number>;

/** What understanding found out about the question besides its content. */
export interface QuestionSigns {
  facets: ReadonlySet<string>;
  /** Of them, those that the last sentence names. */
  lastFacets: ReadonlySet<string>;
  list: Item['list'] | null;
  /** Canonical names of departments that the question names. */
  departments: readonly string[];
  /** The row that the conversation last talked about, when the question goes on with it. */
  lastItem: Item | null;
  /** Which side of the row is asked about; null when the whole. */
  role: string | null;
}

/** An item before ranking. */
export interface Candidate {
  item: Item;
  official: OfficialMatch | null;
  /** Weight of the question's terms that the name has, and that only other cells have. */
  covered: { name: number; duties: number };
  /** Log-odds of the likeliest matter that it is linked to, against the strongest; null when it is linked to none. */
  lag: number | null;
  /** That matter's id. */
  matter: string | null;
  /** How sure the link between item and that matter is, 0…1. */
  link: number;
  /** Probability of the strongest matter on the seam that has no row on this list. */
  seam: number;
  /** The item has a matter in common with the row last talked about. */
  sharesLast: boolean;
  /** Facets that mark the item's name. */
  facets: ReadonlySet<string>;
  /** What the upper level does for it has sanctions in it. */
  sanctionsUpstream: boolean;
  /** Canonical names of its departments. */
  departments: ReadonlySet<string>;
}

/** The question's own scale: what the best candidates reach. */
export interface Scale {
  /** Weight of the terms looked up in official cells. */
  information: number;
  bestOfficial: number;
}

/** Beyond this a matter is out of the question, however far. In log-odds. */
export const LEAST_EVIDENCE = -12;

/** Of the facets asked for, how many a name has; being still the township's and sanctions are counted apart. */
function countFacets(asked: ReadonlySet<string>, own: ReadonlySet<string>): { met: number; missed: number } {
  let met = 0;
  let missed = 0;
  for (const facet of asked) {
    if (facet === 'still' || facet === 'sanction') continue;
    if (own.has(facet)) met++;
    else missed++;
  }
  return { met, missed };
}

function countUnasked(facet: string, asked: ReadonlySet<string>, own: ReadonlySet<string>): 0 | 1 {
  return own.has(facet) && !asked.has(facet) ? 1 : 0;
}

export function toFeatures(candidate: Candidate, signs: QuestionSigns, scale: Scale): Features {
  const { item, official, lag, link, facets } = candidate;
  const information = scale.information || 1;
  const { facets: asked, lastFacets } = signs;
  const isSanction = facets.has('sanction');
  const met = countFacets(asked, facets);
  const lastMet = countFacets(lastFacets, facets);
  const officialShare = official && scale.bestOfficial > 0 ? official.score / scale.bestOfficial : 0;
  const nameCoverage = candidate.covered.name / information;
  const isLinked = lag !== null;
  return {
    officialShare,
    nameCoverage,
    dutyCoverage: candidate.covered.duties / information,
    evidence: isLinked ? Math.max(LEAST_EVIDENCE, lag + Math.log(Math.max(0.01, link))) : 0,
    seamShare: candidate.seam,
    facetMet: met.met,
    facetMissed: met.missed,
    sanctionMet: asked.has('sanction') && isSanction ? 1 : 0,
    sanctionMissed: asked.has('sanction') && !isSanction ? 1 : 0,
    sanctionUnasked: countUnasked('sanction', asked, facets),
    lastFacetMet: lastMet.met,
    lastFacetMissed: lastMet.missed,
    lastSanctionMet: lastFacets.has('sanction') && isSanction ? 1 : 0,
    lastSanctionMissed: lastFacets.has('sanction') && !isSanction ? 1 : 0,
    lastSanctionUpstream: lastFacets.has('sanction') && !isSanction && candidate.sanctionsUpstream ? 1 : 0,
    recoverUnasked: countUnasked('recover', asked, facets),
    rewardUnasked: countUnasked('reward', asked, facets),
    assessUnasked: countUnasked('assess', asked, facets),
    publiciseUnasked: countUnasked('publicise', asked, facets),
    mediateUnasked: countUnasked('mediate', asked, facets),
    stillReclaimed: asked.has('still') && item.list === 'reclaimed' ? 1 : 0,
    stillOther: asked.has('still') && item.list !== 'reclaimed' ? 1 : 0,
    isBasic: item.list === 'basic' ? 1 : 0,
    isReclaimed: item.list === 'reclaimed' ? 1 : 0,
    listMet: signs.list === item.list ? 1 : 0,
    listMissed: signs.list !== null && signs.list !== item.list ? 1 : 0,
    departmentMet: signs.departments.some((name) => candidate.departments.has(name)) ? 1 : 0,
    lastRow: signs.lastItem?.id === item.id ? 1 : 0,
    lastRowRole: signs.lastItem?.id === item.id && signs.role !== null && signs.role !== 'sanction' ? 1 : 0,
    lastMatter: signs.lastItem && signs.lastItem.id !== item.id && candidate.sharesLast ? 1 : 0,
    unlinked: isLinked ? 0 : 1,
    unlinkedOfficial: isLinked ? 0 : officialShare,
    unlinkedName: isLinked ? 0 : nameCoverage,
  };
}
