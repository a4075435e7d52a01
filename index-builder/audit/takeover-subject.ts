// Takeover texts that speak of something else than the item's name: the printed cell belongs to another matter.
import type { Item } from '../../src/duty/index.ts';
import { toItemFinding, type Check } from './check.ts';

// words that every takeover cell has and no matter is told by
const COMMON = /负责|处罚|开展|工作|行为|进行|取消|乡镇?|承接|部门|方式|管理|审批|监督|检查|的|对|由|县|市/gu;
// 负责追回超领、冒领计划生育各类扶助资金: says what is taken over
const NAMES_OBJECT = /负责|追回|办理|审批|核发/u;
/** Measured on the five lists: a cell that repeats a name shares 0.8 and more of its pairs of characters. */
const SAME_MATTER = 0.8;
const OTHER_MATTER = 0.5;
/** Longer cells tell a procedure and need not repeat the name. */
const SHORT_CELL = 60;

export const checkTakeoverSubjects: Check = ({ items }) => {
  const rows = items
    .filter((item) => item.list === 'reclaimed' && (item.takeoverMethod ?? '') !== '')
    .map((item) => ({ item, pairs: toPairs(item.name) }));
  return rows.flatMap(({ item, pairs }) => {
    const method = item.takeoverMethod ?? '';
    const words = toPairs(method);
    const own = toShare(pairs, words);
    if (own >= OTHER_MATTER) return [];
    const other = rows.find(
      (row) => row.item !== item && row.item.name !== item.name && toShare(row.pairs, words) >= SAME_MATTER,
    )?.item;
    if (other) {
      const message = `工作方式讲的是另一件事，与第 ${other.no} 项“${other.name.slice(0, 24)}”相同，像是原文印错。`;
      return [toFinding(item, message)];
    }
    if (own > 0 || method.length > SHORT_CELL || !NAMES_OBJECT.test(method)) return [];
    return [toFinding(item, '工作方式里没有提到事项名称所说的事，像是原文印错。')];
  });
};

function toFinding(item: Item, message: string) {
  return toItemFinding(
    item,
    'takeover-speaks-of-something-else',
    'warning',
    message,
    item.cells.takeover?.startLine,
  );
}

/** Share of a name's pairs of characters that a text has, common words left out. */
function toShare(pairs: ReadonlySet<string>, words: ReadonlySet<string>): number {
  if (pairs.size === 0) return 1;
  let shared = 0;
  for (const pair of pairs) if (words.has(pair)) shared += 1;
  return shared / pairs.size;
}

function toPairs(text: string): Set<string> {
  const pairs = new Set<string>();
  for (const run of text.replace(COMMON, ' ').match(/\p{Script=Han}{2,}/gu) ?? []) {
    for (let index = 0; index + 1 < run.length; index += 1) pairs.add(run.slice(index, index + 2));
  }
  return pairs;
}
