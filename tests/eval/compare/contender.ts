// What is compared: something that builds one township's index and puts its items in order for a question.
import type { Item } from '../../../src/duty/index.ts';
import type { EvalQuestion } from '../questions.ts';

export type Row = Pick<Item, 'list' | 'no'>;

/** The best rows of one township for a question, best first; a question that is refused gives none. */
export type Find = (question: EvalQuestion) => readonly Row[] | Promise<readonly Row[]>;

export interface Contender {
  name: string;
  /** Builds the index of one township. */
  open(documentId: string, items: readonly Item[]): Find | Promise<Find>;
}

/** The cells of an item as text, all of them; what a list does not have is empty. */
export interface Cells {
  name: string;
  category: string;
  departments: string;
  upstream: string;
  townshipDuties: string;
  takeover: string;
}

export const CELL_NAMES = [
  'name',
  'category',
  'departments',
  'upstream',
  'townshipDuties',
  'takeover',
] as const satisfies readonly (keyof Cells)[];

/** A word of the name counts this many times, for every contender that can weigh fields. */
export const NAME_BOOST = 3;

export function toCells(item: Item): Cells {
  return {
    name: item.name,
    category: item.category,
    departments: item.departmentsRaw ?? '',
    upstream: item.upstream ?? '',
    townshipDuties: item.townshipDuties ?? '',
    takeover: item.takeover ?? '',
  };
}

/** Items of positions, in that order. */
export function toRows(items: readonly Item[], positions: readonly number[]): Row[] {
  return positions.flatMap((at) => items[at] ?? []);
}
