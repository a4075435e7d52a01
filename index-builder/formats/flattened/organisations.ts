// Recognises organisations in a department cell. Dividing them for good is the assembler's work.
import { endsAsOrganisation, ORGANISATION_START, TRAILING_NOTE } from './vocabulary.ts';

const SEPARATOR = /[、，,；;\s]+/;
// separators inside a note do not divide: 自然资源局（林业和草原局、农业农村局）
const NOTE = /[（(][^（）()]*[）)]/g;
const WRONG_IN_LIST = /[。：:！？]/;

/** The organisations of a department cell, notes removed. */
export function toOrganisations(text: string): string[] {
  return text
    .replace(NOTE, '')
    .split(SEPARATOR)
    .filter((part) => part !== '');
}

/** How much a text looks like a list of organisations: 0 for one that does in every part, negative otherwise. */
export function organisationFit(text: string, parts: readonly string[] = toOrganisations(text)): number {
  let fit = WRONG_IN_LIST.test(text) ? -8 : 0;
  if (parts.length === 0) return -8;
  for (const part of parts) {
    const bare = part.replace(TRAILING_NOTE, '');
    if (!endsAsOrganisation(bare)) fit -= 2.5;
    else if (bare.length > 24) fit -= 2;
    else if (bare.length < 2) fit -= 2;
  }
  const last = parts.at(-1)?.replace(TRAILING_NOTE, '') ?? '';
  if (!endsAsOrganisation(last)) fit -= 3;
  return Math.max(-14, fit);
}

/** Whether a line can open a department cell, judged by how cells of this document and of all documents start. */
export function departmentStartFit(
  text: string,
  starts: ReadonlyMap<string, number>,
  openings: ReadonlyMap<string, number>,
): number {
  const seen = starts.get(text.slice(0, 2)) ?? 0;
  if (seen >= 4) return 1;
  if (ORGANISATION_START.test(text)) return 0.5;
  if ((openings.get(text.slice(0, 4)) ?? 0) >= 2) return 0;
  return seen >= 2 ? -0.5 : -3.5;
}

/** How often known organisations make up the cell: a department that other items name is no part of a name. */
export function knownOrganisations(parts: readonly string[], known: ReadonlyMap<string, number>): number {
  let fit = 0;
  for (const part of parts) fit += (known.get(part) ?? 0) > 1 ? 0.8 : -0.3;
  return Math.max(-2, Math.min(2.5, fit));
}
