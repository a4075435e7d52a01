// The title line of a list, in either format: which of the three lists it opens.
import type { ListKind } from '../../src/duty/index.ts';

// 喀什地区疏勒县阿拉甫乡基本履职事项清单   配合履职事项清单（公布版）   附件1：上级部门收回事项清单   二、配合履职清单（96项）
const TITLE =
  /^(?:附[件表]\d{0,2}[：:]?|[一二三]、|[（(][一二三][）)]|\d[.．、])?(?<place>[^，。；：、]{0,48}?)(?<kind>基本(?:履职)?|配合(?:履职)?|(?:上级|县级|区级|市级)?(?:部门)?(?:收回|回收|上收)(?:履职)?)(?:事项(?:清单|目录)?|清单)(?:表)?(?:[（(][^）)]{1,16}[）)])?$/;

/** Every line of a source is asked, two of three have none of a kind's characters. */
const KIND_CHARACTER = /[基配收]/;

/** The list that a title line opens, or null. Not for lines of a contents page (`基本履职事项清单.....1`). */
export function toTitleKind(text: string): ListKind | null {
  if (!KIND_CHARACTER.test(text)) return null;
  const packed = text.replace(/<[^<>]*>|\*\*|\s+/g, '');
  if (!packed.includes('清单') && packed.length > 12) return null;
  const kind = TITLE.exec(packed)?.groups?.['kind'];
  if (kind === undefined) return null;
  if (kind.startsWith('基本')) return 'basic';
  return kind.startsWith('配合') ? 'cooperative' : 'reclaimed';
}
