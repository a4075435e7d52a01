// What is measured about a candidate. Few, nameable numbers, each explainable to the person who asked; their
// weights are tuned by a script (npm run tune) and stand in data/ranking.json.
import type { Item } from '../duty/index.ts';
import type { MatterScore } from './phrase-index.ts';
import type { OfficialMatch } from './shard.ts';

export const FEATURE_NAMES = [
  /** Full-text score over the official cells, as a share of the best candidate's. */
  'officialShare',
  /** Share of the question's information that the name has, and that only other cells have. */
  'nameCoverage',
  'dutyCoverage',
  /** Learned evidence for the matter: probability among the matters listed here and among all, and log-odds below the best listed. */
  'evidenceShare',
  'evidenceOverall',
  'evidenceLag',
  /** Best everyday phrase: information and containment; the three best together, as a share of the best matter's. */
  'phraseInformation',
  'phraseContainment',
  'jointShare',
  /** Votes of the question's terms, divided among the matters that have them: as a share of the best matter's. */
  'voteShare',
  /** A matter on the seam, with no row of its own on this list, is meant. */
  'seamShare',
  /** A facet that the question asks for (罚, 批, 发, 追缴 …) is in the name; asked but absent; present but not asked. */
  'facetMet',
  'facetMissed',
  'sanctionMet',
  'sanctionMissed',
  'sanctionUnasked',
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
  /** No matter is linked: only the official words speak for it. */
  'unlinked',
] as const;
export type FeatureName = (typeof FEATURE_NAMES)[number];
export type Features = Record<FeatureName, number>;

/** What understanding found out about the question besides its content. */
export interface QuestionSigns {
  facets: ReadonlySet<string>;
  list: Item['list'] | null;
  /** Canonical names of departments that the question names. */
  departments: readonly string[];
  /** The row that the conversation last talked about, when the question goes on with it. */
  lastItem: Item | null;
  /** Which side of the row is asked about; null when the whole. */
  role: string | null;
}

/** An item before ranking. `matter` is the best-scoring matter that it is linked to. */
export interface Candidate {
  item: Item;
  official: OfficialMatch | null;
  matter: MatterScore | null;
  /** How sure the link between item and matter is, 0…1. */
  link: number;
  /** Joint evidence of the strongest matter on the seam that has no row on this list. */
  seam: number;
  /** The item has a matter in common with the row last talked about. */
  sharesLast: boolean;
  /** Facets that mark the item's name. */
  facets: ReadonlySet<string>;
}

/** The question's own scale: what the best candidates reach. */
export interface Scale {
  /** Weight of the terms looked up in official cells. */
  information: number;
  bestOfficial: number;
  bestJoint: number;
  bestVotes: number;
  /** Log-odds of the strongest listed matter, and the probability of all listed ones together. */
  bestEvidence: number;
  listedShare: number;
}

/** Beyond this a matter is out of the question, however far. In log-odds. */
const MOST_LAG = 12;
const UNASKED = ['recover', 'reward', 'assess', 'publicise', 'mediate'] as const;

export function toFeatures(
  candidate: Candidate,
  signs: QuestionSigns,
  scale: Scale,
): Features {
  const { item, official, matter, link, facets } = candidate;
  const information = scale.information || 1;
  const has = (facet: string): boolean => facets.has(facet);
  const asked = (facet: string): boolean => signs.facets.has(facet);
  let facetMet = 0;
  let facetMissed = 0;
  for (const facet of signs.facets) {
    if (facet === 'still' || facet === 'sanction') continue;
    if (has(facet)) facetMet++;
    else facetMissed++;
  }
  const unasked = Object.fromEntries(
    UNASKED.map((facet) => [`${facet}Unasked`, has(facet) && !asked(facet) ? 1 : 0]),
  ) as Record<`${(typeof UNASKED)[number]}Unasked`, number>;
  const itemDepartments = [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])];
  return {
    officialShare: official && scale.bestOfficial > 0 ? official.score / scale.bestOfficial : 0,
    nameCoverage: (official?.name ?? 0) / information,
    dutyCoverage: (official?.duties ?? 0) / information,
    evidenceShare: matter && scale.listedShare > 0 ? (link * matter.share) / scale.listedShare : 0,
    evidenceOverall: matter ? link * matter.share : 0,
    evidenceLag: matter ? Math.min(1, Math.max(0, (scale.bestEvidence - matter.evidence) / MOST_LAG)) : 1,
    phraseInformation: matter ? link * Math.log1p(matter.best) : 0,
    phraseContainment: matter ? link * matter.containment : 0,
    jointShare: matter && scale.bestJoint > 0 ? (link * matter.joint) / scale.bestJoint : 0,
    voteShare: matter && scale.bestVotes > 0 ? (link * matter.votes) / scale.bestVotes : 0,
    seamShare: scale.bestJoint > 0 ? candidate.seam / scale.bestJoint : 0,
    facetMet,
    facetMissed,
    sanctionMet: asked('sanction') && has('sanction') ? 1 : 0,
    sanctionMissed: asked('sanction') && !has('sanction') ? 1 : 0,
    sanctionUnasked: !asked('sanction') && has('sanction') ? 1 : 0,
    ...unasked,
    stillReclaimed: asked('still') && item.list === 'reclaimed' ? 1 : 0,
    stillOther: asked('still') && item.list !== 'reclaimed' ? 1 : 0,
    isBasic: item.list === 'basic' ? 1 : 0,
    isReclaimed: item.list === 'reclaimed' ? 1 : 0,
    listMet: signs.list === item.list ? 1 : 0,
    listMissed: signs.list !== null && signs.list !== item.list ? 1 : 0,
    departmentMet: itemDepartments.some((d) => signs.departments.includes(d.canonical)) ? 1 : 0,
    lastRow: signs.lastItem?.id === item.id ? 1 : 0,
    lastRowRole: signs.lastItem?.id === item.id && signs.role !== null && signs.role !== 'sanction' ? 1 : 0,
    lastMatter: signs.lastItem && signs.lastItem.id !== item.id && candidate.sharesLast ? 1 : 0,
    unlinked: matter ? 0 : 1,
  };
}
