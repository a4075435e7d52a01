// Which matter an item is a row of: by name, verbatim or nearly so, else by the words that the catalogue has for a
// matter. Never forced: what is like nothing enough has no link, and a doubtful link says how doubtful.
import type { Item } from '../../src/duty/index.ts';
import type { Matter, MatterLink } from '../../src/search/index.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';
import { createWeights, spell, toUnits } from './units.ts';

/** Names this like differ by a slip or an ending only (cosine): what they are names of is settled. */
const NEARLY_VERBATIM = 0.8;
/** A further matter is linked when it is nearly as like as the best. */
const FURTHER_SHARE = 0.85;
/** From this cosine on the likeness of two names speaks for itself, and for more than it is. */
const ALIKE = 0.5;
const ALIKE_BONUS = 0.2;
/**
 * A probability below this is no link. With each list's own names withheld, and against items whose matter is taken out
 * of the catalogue (npm run eval -- --generalise): lower, more of those are linked to something foreign.
 */
const LEAST_PROBABILITY = 0.08;
/** A matter this likely is linked however much likelier another one is. */
const LIKELY = 0.3;
/** A clause alone says a little less than the whole name. */
const CLAUSE_SHARE = 0.9;
/** One clause of many brings in a matter only when it is more likely than not. */
const LIKELY_CLAUSE = 0.5;
/** Shorter clauses (促进健康发展) say too little. */
const LEAST_UNITS = 3;
const CLAUSE_END = /[，；。]/;
const MOST_LINKS = 5;

export interface Linker {
  /** Links of one item, best first; empty when nothing is like enough. */
  link(item: Item): MatterLink[];
}

interface KnownName {
  matter: string;
  units: ReadonlySet<string>;
}

const toThousandths = (value: number): number => Math.round(value * 1000) / 1000;
const byValue = (a: readonly [string, number], b: readonly [string, number]): number =>
  b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

/** Cosine of a name with the most like name of each matter. */
function createNameLikeness(names: readonly KnownName[]): (name: string) => Map<string, number> {
  const weigh = createWeights(
    names.map(({ units }) => units),
    2,
  );
  const norm = (units: ReadonlySet<string>): number =>
    Math.sqrt([...units].reduce((sum, unit) => sum + weigh(unit), 0)) || 1;
  const known = names.map((name) => ({ ...name, length: norm(name.units) }));
  return (name) => {
    const units = toUnits(name);
    const length = norm(units);
    const best = new Map<string, number>();
    for (const candidate of known) {
      let dot = 0;
      for (const unit of units) if (candidate.units.has(unit)) dot += weigh(unit);
      const likeness = dot / (length * candidate.length);
      if (likeness > (best.get(candidate.matter) ?? 0)) best.set(candidate.matter, likeness);
    }
    return best;
  };
}

/** `reviewed` links (item id → matter ids) overrule everything. */
export function createLinker(
  matters: readonly Matter[],
  reviewed: Readonly<Record<string, readonly string[]>>,
): Linker {
  const listed = matters.filter((matter) => !matter.outside);
  const names = listed.flatMap((matter) =>
    [...new Set([...matter.names, matter.title])].map((name) => ({ matter: matter.id, name })),
  );
  const verbatim = new Map<string, string[]>();
  for (const { matter, name } of names) {
    const key = spell(name);
    const list = verbatim.get(key) ?? [];
    if (!list.includes(matter)) verbatim.set(key, [...list, matter]);
  }
  // seldom needed, both: the lists at hand are linked by name
  let likenessOf: ((name: string) => Map<string, number>) | null = null;
  let vocabulary: Vocabulary | null = null;

  function nameLikeness(name: string): Map<string, number> {
    likenessOf ??= createNameLikeness(names.map((known) => ({ ...known, units: toUnits(known.name) })));
    return likenessOf(name);
  }

  /** Probability by matter: by the words, or by a name that is at least `alike`. */
  function probabilitiesOf(name: string, alike: number): Map<string, number> {
    vocabulary ??= createVocabulary(listed);
    const found = vocabulary.probabilities(name);
    for (const [matter, likeness] of nameLikeness(name)) {
      if (likeness < alike) continue;
      found.set(matter, Math.max(found.get(matter) ?? 0, Math.min(1, likeness + ALIKE_BONUS)));
    }
    return found;
  }

  function byLikeness(name: string): MatterLink[] {
    const likeness = nameLikeness(name);
    const nearest = Math.max(0, ...likeness.values());
    const found =
      nearest >= NEARLY_VERBATIM
        ? new Map(
            [...likeness]
              .filter(([, value]) => value >= nearest * FURTHER_SHARE)
              .map(([matter, value]) => [matter, Math.min(1, value + ALIKE_BONUS)]),
          )
        : probabilitiesOf(name, ALIKE);
    const clauses = name.split(CLAUSE_END).filter((clause) => toUnits(clause).size >= LEAST_UNITS);
    if (clauses.length > 1) {
      for (const clause of clauses) {
        for (const [matter, p] of probabilitiesOf(clause, NEARLY_VERBATIM)) {
          if (p * CLAUSE_SHARE > Math.max(LIKELY_CLAUSE, found.get(matter) ?? 0))
            found.set(matter, p * CLAUSE_SHARE);
        }
      }
    }
    const ranked = [...found].sort(byValue);
    const top = ranked[0]?.[1] ?? 0;
    return ranked
      .filter(([, p]) => p >= LEAST_PROBABILITY && p >= Math.min(LIKELY, top * FURTHER_SHARE))
      .slice(0, MOST_LINKS)
      .map(([matter, p]) => ({ matter, score: toThousandths(Math.sqrt(p)), by: 'likeness' }));
  }

  return {
    link(item) {
      const review = reviewed[item.id];
      if (review) return review.map((matter) => ({ matter, score: 1, by: 'review' }));
      const exact = verbatim.get(spell(item.name));
      if (exact) return exact.map((matter) => ({ matter, score: 1, by: 'name' }));
      return byLikeness(item.name);
    },
  };
}
