// Which matter an item is a row of. By name: verbatim first, else by likeness of the wording; never forced.
import type { Item } from '../../src/duty/index.ts';
import type { Matter, MatterLink } from '../../src/search/index.ts';

/** A likeness below this is no link; found on the five lists by withholding each one's own names. */
export const LEAST_LIKENESS = 0.42;
/** A further matter is linked when it is nearly as like as the best. */
const FURTHER_SHARE = 0.85;
const MOST_LINKS = 3;
const SANCTION = /处罚|查处|没收|强制拆除/;

// Words that every second name has; they say nothing about the matter.
const EMPTY_WORDS =
  /做好|开展|负责|落实|本乡|本镇|乡镇|本街道|辖区内?|工作|加强|组织|推进|本行政区域内?|行为|活动|按照|依法|相关|有关/g;

function toUnits(name: string): Set<string> {
  const units = new Set<string>();
  for (const run of name.replace(EMPTY_WORDS, ' ').matchAll(/[\p{Script=Han}a-zA-Z0-9]+/gu)) {
    const characters = [...run[0]];
    if (characters.length === 1) units.add(run[0]);
    for (let i = 0; i + 1 < characters.length; i++) units.add(`${characters[i]}${characters[i + 1]}`);
  }
  return units;
}

export interface Linker {
  /** Links of one item, best first; empty when nothing is like enough. */
  link(item: Item): MatterLink[];
}

interface KnownName {
  matter: string;
  name: string;
  units: Set<string>;
  length: number;
  sanction: boolean;
}

const spell = (name: string): string => name.replace(/[^\p{Script=Han}a-zA-Z0-9]/gu, '');

/** `reviewed` links (item id → matter ids) overrule everything. */
export function createLinker(
  matters: readonly Matter[],
  reviewed: Readonly<Record<string, readonly string[]>>,
): Linker {
  const names = matters
    .filter((matter) => !matter.outside)
    .flatMap((matter) =>
      [...new Set([...matter.names, matter.title])].map((name) => ({ matter: matter.id, name })),
    );
  const frequency = new Map<string, number>();
  const drafts = names.map(({ matter, name }) => ({
    matter,
    name,
    units: toUnits(name),
    sanction: SANCTION.test(name),
  }));
  for (const { units } of drafts)
    for (const unit of units) frequency.set(unit, (frequency.get(unit) ?? 0) + 1);
  const weigh = (unit: string): number => Math.log(1 + drafts.length / (frequency.get(unit) ?? 0.5));
  const norm = (units: Set<string>): number =>
    Math.sqrt([...units].reduce((sum, unit) => sum + weigh(unit) ** 2, 0)) || 1;
  const known: KnownName[] = drafts.map((draft) => ({ ...draft, length: norm(draft.units) }));
  const verbatim = new Map<string, string[]>();
  for (const { matter, name } of names) {
    const key = spell(name);
    const list = verbatim.get(key) ?? [];
    if (!list.includes(matter)) verbatim.set(key, [...list, matter]);
  }

  function byLikeness(name: string): MatterLink[] {
    const units = toUnits(name);
    const length = norm(units);
    const sanction = SANCTION.test(name);
    const best = new Map<string, number>();
    for (const candidate of known) {
      let dot = 0;
      for (const unit of units) if (candidate.units.has(unit)) dot += weigh(unit) ** 2;
      let likeness = dot / (length * candidate.length);
      if (candidate.sanction !== sanction) likeness *= 0.8;
      if (likeness > (best.get(candidate.matter) ?? 0)) best.set(candidate.matter, likeness);
    }
    const ranked = [...best].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const top = ranked[0]?.[1] ?? 0;
    return ranked
      .filter(([, likeness]) => likeness >= LEAST_LIKENESS && likeness >= top * FURTHER_SHARE)
      .slice(0, MOST_LINKS)
      .map(([matter, likeness]) => ({
        matter,
        score: Math.round(Math.min(1, likeness + 0.2) * 1000) / 1000,
        by: 'likeness',
      }));
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
