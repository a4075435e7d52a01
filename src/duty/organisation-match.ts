// Which of the known organisations a question names: 人社局管哪些 → 疏勒县人力资源和社会保障局.
import type { Organisation } from './item.ts';
import { toOrganisationParts, type OrganisationLexicon } from './organisation.ts';
import type { Place } from './place.ts';

/** An organisation named in a text. */
export interface OrganisationMention {
  canonical: string;
  /** The words of the text, and where they stand. */
  text: string;
  start: number;
  end: number;
}

// 自然资源局（林业和草原局）: the words inside
const INNER = /[（(](?<inner>[^（）()]+)[）)]/gu;
/** Two-character everyday forms (民政, 公安) also occur inside other words, so single characters never match. */
const SHORTEST = 2;
// forms that are departments only when the word ends there: 消防, 公安, 工会
const ENDS_LIKE_OFFICE = /[局委办部会院队所站馆社联团]$|中心$|公司$|政府$|政协$|人大$/u;

/**
 * Finds mentions of `organisations` (those of one document or of several of one place) in texts: longest form first,
 * not overlapping, in text order. Forms that do not end like an office (消防, 民政) count only if `loose` is set.
 * Made ready once for many texts, because collecting the forms costs more than looking for them.
 */
export function createOrganisationFinder(
  organisations: readonly Organisation[],
  place: Place,
  lexicon: OrganisationLexicon,
  options: { loose?: boolean } = {},
): (text: string) => OrganisationMention[] {
  const usable = [...collectForms(organisations, place, lexicon)]
    .filter(([form]) => options.loose === true || ENDS_LIKE_OFFICE.test(form))
    .toSorted(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  const byFirst = new Map<string, Form[]>();
  usable.forEach(([form, canonical], rank) => {
    const first = form.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), { form, canonical, rank }]);
  });
  return (text) => findForms(text, byFirst);
}

interface Form {
  form: string;
  canonical: string;
  /** Longer forms have lower ranks. */
  rank: number;
}

/** `forms` by their first character. */
function findForms(text: string, forms: ReadonlyMap<string, readonly Form[]>): OrganisationMention[] {
  const found: { form: Form; start: number }[] = [];
  for (let start = 0; start < text.length; start++) {
    const possible = forms.get(text.charAt(start));
    if (!possible) continue;
    for (const form of possible) if (text.startsWith(form.form, start)) found.push({ form, start });
  }
  found.sort((a, b) => a.form.rank - b.form.rank || a.start - b.start);
  const mentions: OrganisationMention[] = [];
  for (const { form, start } of found) {
    const end = start + form.form.length;
    if (mentions.some((other) => start < other.end && other.start < end)) continue;
    mentions.push({ canonical: form.canonical, text: form.form, start, end });
  }
  return mentions.sort((a, b) => a.start - b.start);
}

/** Every form by which an organisation may be called, and its canonical name. Full names win over short ones. */
function collectForms(
  organisations: readonly Organisation[],
  place: Place,
  lexicon: OrganisationLexicon,
): Map<string, string> {
  const forms = new Map<string, string>();
  const add = (form: string, canonical: string): void => {
    if (form.length >= SHORTEST && !forms.has(form)) forms.set(form, canonical);
  };
  const stems = new Map<string, string>();
  for (const { printed, canonical } of organisations) {
    add(canonical, canonical);
    add(printed, canonical);
    const { stem, party } = toOrganisationParts(canonical, place, lexicon);
    add(stem, canonical);
    if (party) add(`委${stem}`, canonical);
    stems.set(stem, canonical);
    for (const match of printed.matchAll(INNER))
      stems.set(toOrganisationParts(match.groups?.['inner'] ?? '', place, lexicon).stem, canonical);
  }
  for (const entry of lexicon.entries) {
    const canonical = stems.get(entry.name);
    if (canonical === undefined) continue;
    for (const form of [entry.name, ...entry.short, ...entry.old]) add(form, canonical);
  }
  return forms;
}
