import { LIST_KINDS } from '../duty/index.js';
// 多少项 几项 一共 总数
const COUNTS = /(?:多少|几)(?:个|条|项|件)|总共|一共|总数|合计|数量|有多少|条数|项数|个数|加起来|报个数/;
// 哪些 都是啥 列一下
const LISTS_OUT = /哪些|列(?:一下|出来|个单子)|哪几(?:项|条|个|件)|(?:多少|几)(?:项|条)|都(?:是|有)?(?:些)?(?:啥|什么)|有(?:些)?(?:啥|什么)(?:事项|职责|活|工作)?|列(?:一下|出|举|个)|全部|所有(?:的)?(?:事项|职责)?|一览|汇总|管(?:些)?(?:啥|什么)|负责(?:些)?(?:啥|什么)/;
const PRESENCE = /(?:哪几个|哪些|哪个|几个)(?:乡镇|乡|镇|清单|地方)(?!政府|里|上的)(?:的)?(?:清单)?(?:里|上|里头)?(?:列了|写了|有|都有|列入|管)?|乡镇(?:里|里头|中)?[,，]?哪几(?:家|个)|(?:几个|五个|这几个|各个?|每个)(?:乡镇|乡|镇).{0,10}(?:哪几个|哪些|谁(?:家)?有|有没有|都有吗)/;
const DIFFERENCE = /(?:对比|比较|区别|不同|不一样|差别|差在|一样吗|一样不|有什么不|哪里不|各自|分别怎么|是不是都|都一样)|(?:各|每个|几个)(?:乡镇|乡|镇).{0,8}(?:怎么|分别|各)/;
/** The forms of such questions in a normalised text; whether it is one is decided with what else it names. */
export function findListingSigns(text) {
    return {
        counts: COUNTS.test(text),
        lists: LISTS_OUT.test(text),
        presence: PRESENCE.test(text),
        difference: DIFFERENCE.test(text),
    };
}
/** Words of listings and lists, which are no content of a matter. */
export const LISTING_WORDS = '一共 总共 合计 加起来 多少项 几项 多少条 几条 多少个 几个 有几个 有几项 多少 总数 数量 条数 项数 个数 报个数 报个 报数 哪些 哪几项 哪几条 哪几个 哪几样 都是啥 都是什么 都有啥 都有什么 都有哪些 是哪些 是啥 有啥 有什么 列一下 列出来 列出 列举 列个 列了 都列一下 都列 全部 所有 一览 汇总 分别 各是 各有 三类 三张表 三张 三个 三本 分三类 每类 各类 基本履职事项 配合履职事项 上级部门收回事项 收回事项 履职事项 基本履职 配合履职 基本 配合 收回去了 收回去 收回了 收回 被收上去 收上去 被收走 收走 上收 上级部门 上级 职责 事项 清单 交给 归 牵扯到 牵扯 涉及到 涉及 类别 这个类别 那一类 这一类 一类 承接的 承接 接手的 接手 对口 有关的 有关 相关的 相关 跟 从 乡镇 我们乡 我们镇 本乡 本镇 要我们 我们 找我们 我乡 我镇 咱们乡 咱们 咱 自己主责的 自己主责 主责的 主责 自己 要干 要管 要做 这张 里面 里头 清单里 管什么 管啥 管哪些 负责什么 负责哪些 写材料 要用 给我 一下 发我 报一下 需要 要 有 的 是 和 与 里 中 上 了 都 个 条 项 类 表 写 用 分 对'.split(' ');
/** A question with more information than this beside such words asks about a matter. */
export const LITTLE_LEFT_OVER = 9;
function departmentsOf(item) {
    return [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])];
}
/** Items that fit, in source order, and how the department is printed in them. */
export function listItems(items, filter) {
    const printed = new Set();
    const fitting = items.filter((item) => {
        if (!filter.lists.includes(item.list))
            return false;
        if (filter.category !== null && item.category !== filter.category)
            return false;
        if (filter.department === null)
            return true;
        const own = departmentsOf(item).filter((d) => d.canonical === filter.department);
        for (const { printed: name } of own)
            printed.add(name);
        return own.length > 0;
    });
    return { items: fitting, departments: [...printed] };
}
/** The category of a document that a text names, the longest first; 生态环保类 and 生态环保 alike. */
export function findCategory(text, items) {
    const categories = [...new Set(items.map((item) => item.category))].filter((c) => c !== '');
    categories.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    return categories.find((category) => text.includes(category)) ?? null;
}
export function countLists(items) {
    const count = (list) => items.filter((item) => item.list === list).length;
    return { basic: count('basic'), cooperative: count('cooperative'), reclaimed: count('reclaimed') };
}
/** Which tables a listing covers: the one named, else those that can have what is asked for. */
export function listsToCover(named, department) {
    if (named)
        return [named];
    return department === null ? [...LIST_KINDS] : ['cooperative', 'reclaimed'];
}
