// Column headings of a tab-separated table: which heading is which field, and which list such a table is.
import type { ListKind } from '../../../src/duty/index.ts';

export type Field =
  | 'no'
  | 'category'
  | 'name'
  | 'departments'
  | 'upstream'
  | 'townshipDuties'
  | 'takeover'
  | 'takeoverMethod'
  | 'other';

/** What each column of a table holds, left to right, and the list that has such columns. */
export interface Columns {
  list: ListKind;
  fields: readonly Field[];
}

/** Tried in order: 乡镇配合职责 before 上级部门职责 before 对应上级部门, or the shorter label would take the longer one. */
const LABELS: readonly (readonly [RegExp, Field])[] = [
  // 序号
  [/^(?:序号|编号|项号|顺序号|序|号)$/u, 'no'],
  // 承接部门及工作方式
  [
    /^.{0,4}(?:承接|收回|接收|上收).{0,8}(?:及|和|、|与)(?:其)?(?:工作|承接|履职|办理|落实)?(?:方式|措施|方法)$/u,
    'takeover',
  ],
  // 承接部门   承接部门（单位）
  [
    /^(?:收回后)?(?:承接|收回|接收|上收)(?:的)?(?:上级|县级|区级|市级)?(?:部门|单位|主体)(?:[（(].{1,6}[）)])?$/u,
    'takeover',
  ],
  // 工作方式
  [/^(?:工作|承接|收回|履职|办理|落实)(?:方式|措施|方法)$/u, 'takeoverMethod'],
  // 配合事项   收回事项名称
  [/^(?:上级部门)?(?:基本|配合|收回|回收|上收)(?:履职)?事项(?:名称|内容|清单)?$/u, 'name'],
  // 乡镇（街道）配合职责
  [/^.{0,12}(?:配合|协助)(?:履职)?(?:职责|责任|事项|内容|任务)$/u, 'townshipDuties'],
  // 乡镇职责   镇街职责
  [/^(?:乡镇?|镇街?|街道|街镇|苏木|本级|基层).{0,6}(?:职责|责任|任务)$/u, 'townshipDuties'],
  // 上级部门职责
  [/^.{0,8}(?:部门|上级|县级|市级|区级|牵头|主责).{0,4}(?:职责|责任|责任清单|任务)$/u, 'upstream'],
  // 对应上级部门
  [/^.{0,6}(?:部门|单位)(?:[（(].{1,6}[）)])?(?:名称)?$/u, 'departments'],
  // 事项类别
  [/^(?:事项|履职|职责)?(?:类别|类型|分类|大类)$/u, 'category'],
  // 事项名称
  [/^(?:履职|职责|具体|主要)?事项(?:名称|内容)?$|^名称$/u, 'name'],
];

/** 乡镇（街道）党委政府配合职责 and the like; a cell of a row is longer or no label. */
const LONGEST_LABEL = 20;
// any blank inside a heading: 事项 类别
const BLANKS = /\s+/gu;
// <p> and ** around a heading
const SCRAPS = /<[^<>]*>|\*\*/gu;

/**
 * The columns that a row of headings announces, or null when the row is none. A heading row names the 事项名称
 * column and at least one other; a clipped one (序号 or 事项类别 missing at its left) is still known.
 */
export function toColumns(cells: readonly string[]): Columns | null {
  const labels = cells.map((cell) => cell.replace(SCRAPS, '').replace(BLANKS, ''));
  const fields = labels.map(toField);
  const known = fields.filter((field) => field !== 'other');
  if (!fields.includes('name') || known.length < 2) return null;
  const printed = labels.filter((label) => label !== '');
  if (printed.some((label) => label.length > LONGEST_LABEL) || known.length * 2 <= printed.length)
    return null;
  return { list: toList(fields), fields: resolveTwice(fields) };
}

/** The only column of a table of names; `heading` is a line below the title of the basic list. */
export function toNameColumn(heading: string): Columns | null {
  const label = heading.replace(SCRAPS, '').replace(BLANKS, '');
  return toField(label) === 'name' ? { list: 'basic', fields: ['name'] } : null;
}

function toField(label: string): Field {
  return LABELS.find(([pattern]) => pattern.test(label))?.[1] ?? 'other';
}

/**
 * The columns of a heading row under those of the rows above it: a clipped repetition (its first headings are lost
 * at a page's top) leaves the columns as they were.
 */
export function continueColumns(above: Columns | null, found: Columns): Columns {
  if (above?.list !== found.list || found.fields.length >= above.fields.length) return found;
  const tail = above.fields.slice(-found.fields.length);
  return tail.every((field, index) => field === found.fields[index]) ? above : found;
}

/** 承接部门 and 承接部门及工作方式 are both `takeover`; a second column of one kind is 'other'. */
function resolveTwice(fields: readonly Field[]): Field[] {
  return fields.map((field, index) => (fields.indexOf(field) === index ? field : 'other'));
}

function toList(fields: readonly Field[]): ListKind {
  if (fields.includes('takeover') || fields.includes('takeoverMethod')) return 'reclaimed';
  if (fields.includes('upstream') || fields.includes('townshipDuties') || fields.includes('departments')) {
    return 'cooperative';
  }
  return 'basic';
}
