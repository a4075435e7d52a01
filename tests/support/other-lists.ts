// Lists of made-up places in other provinces and other shapes: a published list's items under other names, printed
// as tab-separated rows in any column order, or (relayout.ts) as flattened columns.
import type { ListKind } from '../../src/duty/index.ts';
import { readPlainItems, type PlainItem } from './plain-items.ts';

export interface OtherPlace {
  /** Printed before the lists' names: 泺阳市泉河区清源街道. */
  title: string;
  county: string;
  township: string;
  prefecture: string;
  /** What replaces the words of the published list, in this order. */
  words: readonly (readonly [RegExp, string])[];
}

export const SHANDONG: OtherPlace = {
  title: '泺阳市泉河区清源街道',
  county: '泉河区',
  township: '清源街道',
  prefecture: '泺阳市',
  words: [
    [/喀什地区生态环境局莎车县分局/g, '泺阳市生态环境局泉河区分局'],
    [/喀什地区/g, '泺阳市'],
    [/莎车县自然资源局/g, '区自然资源和规划局'],
    [/莎车县行政服务中心/g, '区行政审批服务局'],
    [/莎车县/g, '区'],
    [/阿扎特巴格镇/g, '清源街道'],
    [/乡镇/g, '街道'],
  ],
};

export const SICHUAN: OtherPlace = {
  title: '四川省绵都市岷阳市石板镇',
  county: '岷阳市',
  township: '石板镇',
  prefecture: '绵都市',
  words: [
    [/喀什地区生态环境局莎车县分局/g, '绵都市岷阳生态环境局'],
    [/喀什地区/g, '绵都市'],
    [/莎车县/g, '市'],
    [/阿扎特巴格镇/g, '石板镇'],
  ],
};

export const YUNNAN: OtherPlace = {
  title: '普江市澜川彝族自治县小寨哈尼族彝族乡',
  county: '澜川彝族自治县',
  township: '小寨哈尼族彝族乡',
  prefecture: '普江市',
  words: [
    [/喀什地区生态环境局莎车县分局/g, '普江市生态环境局澜川分局'],
    [/喀什地区/g, '普江市'],
    [/莎车县/g, '澜川县'],
    [/阿扎特巴格镇/g, '小寨乡'],
    [/本镇/g, '本乡'],
  ],
};

const PUBLISHED = new URL('../../data/sources/莎车县-阿扎特巴格镇.txt', import.meta.url);

/** The items of the published list as the other place would print them. */
export function toOtherItems(place: OtherPlace): PlainItem[] {
  const rename = (text: string): string =>
    place.words.reduce((changed, [from, to]) => changed.replace(from, to), text);
  return readPlainItems(PUBLISHED).map((item) => ({
    ...item,
    cells: item.cells.map((cell) => rename(cell.replace(/and/g, '和').replace(/work/g, '工作'))),
  }));
}

type Column = 'no' | 'category' | number;

export interface TabularForm {
  /** Null: no headings are printed. Columns by name, or by the index of the item's cell. */
  headings: Record<ListKind, readonly string[]> | null;
  columns: Record<ListKind, readonly Column[]>;
  titles: Record<ListKind, string> | null;
  toNumber: (no: number) => string;
  /** Headings again after so many rows, cut at their left where `clipped`. */
  repeatHeadings?: { every: number; clipped: boolean };
  /** A category is printed once for all rows that have it. */
  mergedCategories?: boolean;
  /** Cells with line breaks stand in quotation marks, as spreadsheets export them. */
  quoted?: boolean;
}

export const PLAIN_FORM: TabularForm = {
  headings: {
    basic: ['序号', '事项类别', '事项名称'],
    cooperative: ['序号', '事项类别', '事项名称', '对应上级部门', '上级部门职责', '街道配合职责'],
    reclaimed: ['序号', '事项类别', '事项名称', '承接部门及工作方式'],
  },
  columns: {
    basic: ['no', 'category', 0],
    cooperative: ['no', 'category', 0, 1, 2, 3],
    reclaimed: ['no', 'category', 0, 1],
  },
  titles: { basic: '基本履职事项清单', cooperative: '配合履职事项清单', reclaimed: '上级部门收回事项清单' },
  toNumber: String,
};

/** The whole text of a list, tab-separated. */
export function toTabular(place: OtherPlace, items: readonly PlainItem[], form: TabularForm): string {
  const lines: string[] = [];
  for (const list of ['basic', 'cooperative', 'reclaimed'] as const) {
    const headings = form.headings?.[list];
    if (form.titles) lines.push(`${place.title}${form.titles[list]}`);
    if (headings) lines.push(headings.join('\t'));
    let category = '';
    items
      .filter((item) => item.list === list)
      .forEach((item, row) => {
        const { every, clipped } = form.repeatHeadings ?? { every: Infinity, clipped: false };
        if (headings && row > 0 && row % every === 0)
          lines.push(headings.slice(clipped ? (row / every) % 3 : 0).join('\t'));
        const shown = {
          ...item,
          category: form.mergedCategories && item.category === category ? '' : item.category,
        };
        category = item.category;
        lines.push(form.columns[list].map((column) => toField(shown, column, form)).join('\t'));
      });
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

function toField(item: PlainItem, column: Column, form: TabularForm): string {
  if (column === 'no') return form.toNumber(item.no);
  if (column === 'category') return item.category;
  const cell = item.cells[column] ?? '';
  if (!form.quoted) return cell.replace(/\n/g, ' ');
  return /[\n"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
