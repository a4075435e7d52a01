// Items of the tab-separated published lists, read with the least possible machinery: material for re-layout tests.
import { readFileSync } from 'node:fs';
import type { ListKind } from '../../src/duty/index.ts';

/** A row as the re-layout generator prints it; `cells` in column order after the category. */
export interface PlainItem {
  list: ListKind;
  no: number;
  category: string;
  cells: string[];
}

// 62	生态环保	秸秆焚烧…	…
const ROW = /^(?<no>\d{1,3})\t(?<category>[一-龥]+)\t(?<rest>.*)$/;
const MARKUP = /<[^>]*>/g;
// a row cut off in the source
const DAMAGED = /\ufffd|清单/;
// blanks inside a cell that do not end a paragraph
const LOOSE_BLANK = /(?<![。；;：:])\s+/g;

function toCell(text: string): string {
  return text
    .replace(MARKUP, ' ')
    .replace(/"|“\s+|\s+”/g, (mark) => mark.trim())
    .replace(LOOSE_BLANK, '')
    .replace(/\s+/g, '\n')
    .trim();
}

/** The complete rows of a tab-separated list, numbered anew within each table. Paragraphs are divided by "\n". */
export function readPlainItems(file: string | URL): PlainItem[] {
  const items: PlainItem[] = [];
  let list: ListKind = 'basic';
  const counts = { basic: 0, cooperative: 0, reclaimed: 0 };
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/)) {
    if (/^\s*(?:序号\t).*上级部门职责/.test(line)) list = 'cooperative';
    else if (/^\s*(?:序号\t).*承接部门/.test(line)) list = 'reclaimed';
    const groups = ROW.exec(line)?.groups;
    if (!groups || DAMAGED.test(line)) continue;
    const cells = (groups['rest'] ?? '')
      .split('\t')
      .map(toCell)
      .filter((cell) => cell !== '');
    const wanted = { basic: 1, cooperative: 4, reclaimed: 2 }[list];
    if (cells.length !== wanted) continue;
    counts[list] += 1;
    const [name = '', ...others] = cells;
    const departments = list === 'cooperative' ? [(others[0] ?? '').replace(/\n/g, '')] : [];
    items.push({
      list,
      no: counts[list],
      category: groups['category'] ?? '',
      cells: [name.replace(/\n/g, ''), ...departments, ...others.slice(departments.length)],
    });
  }
  return items;
}
