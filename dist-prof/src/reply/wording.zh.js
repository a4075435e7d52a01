export const LIST_NAME = {
    basic: '基本履职事项',
    cooperative: '配合履职事项',
    reclaimed: '上级部门收回事项',
};
/** For references such as 配合62. */
export const LIST_SHORT = { basic: '基本', cooperative: '配合', reclaimed: '收回' };
const joinNames = (names) => names.join('、');
export const wording = {
    verdict: {
        township: (township) => `${township}自己负责：属${LIST_NAME.basic}，由本乡镇（街道）承担、负全责。`,
        upstream: (departments, township) => departments.length > 0
            ? `上级部门牵头：${joinNames(departments)}；${township}配合。`
            : `上级部门牵头，${township}配合（牵头部门清单未印出）。`,
        reclaimed: (departments, township, takeover) => {
            if (departments.length > 0)
                return `已收回：由${joinNames(departments)}承接，${township}不再承担。`;
            return takeover === null || takeover === ''
                ? `已收回：${township}不再承担，清单未印承接部门。`
                : `已收回：${township}不再承担，没有承接部门；清单写明“${takeover}”。`;
        },
    },
    notListed: (township) => `${township}的清单未列此事。`,
    notListedAnywhere: '已收录的清单都未列此事。',
    notListedMatter: (title) => `听起来问的是“${title}”，本清单没有这一项。`,
    thisMatter: '此事',
    notListedNearest: '最接近的条目（不是答案，仅供参考）',
    notListedElsewhere: '别的乡镇清单有此项（不适用于本乡镇）',
    notListedNext: '清单没有列的事，不能据此认定归谁；请按法定职责或向本级编办核实。',
    amendment: '清单印明的增补办法',
    choiceHead: (n) => `有 ${n} 项都很接近，请选一项：`,
    choiceTitle: '问的是哪一项？',
    ambiguousHead: '各乡镇清单不同，请先说明是哪个乡镇。',
    ambiguousMatter: (title) => `“${title}”在各乡镇清单中的位置：`,
    ambiguousTitle: '各乡镇的对应条目',
    ambiguousWithout: (names) => `清单未列此事：${joinNames(names)}。`,
    knownTownships: (names) => `已收录的乡镇：${joinNames(names)}。`,
    unknownTownship: (name) => `没有收录“${name}”的履职事项清单，不能回答。`,
    noSuchItem: (township, list, no, size) => size === null
        ? `没有找到${township ?? ''}${LIST_NAME[list]}第${no}项。`
        : `${township ?? ''}${LIST_NAME[list]}只有 ${size} 项，没有第${no}项。`,
    noSuchId: '没有找到这个编号的条目，请核对链接或编号。',
    countsHead: (township, total) => `${township}清单共 ${total} 项。`,
    countsDiffer: (declared) => `清单说明中写的是：${declared}，与实际印出的数目不一致，以印出的条目为准。`,
    counted: (basic, cooperative, reclaimed) => `基本 ${basic} 项、配合 ${cooperative} 项、收回 ${reclaimed} 项，共 ${basic + cooperative + reclaimed} 项`,
    listingHead: (township, what, n) => `${township}${what}共 ${n} 项。`,
    listingNone: (township, what) => `${township}没有${what}。`,
    listingWhat: (lists, category, department) => {
        const names = lists.length === 3 ? '清单' : joinNames(lists.map((list) => LIST_NAME[list]));
        const of = category === null ? '' : `“${category}”类`;
        const by = department === null ? '' : `涉及${department}的`;
        return `${names}中${by}${of}条目`;
    },
    comparisonPresence: (title, n, all) => `“${title}”：${all} 个乡镇中有 ${n} 个的清单列了。`,
    comparisonDifference: (title) => `“${title}”在各乡镇清单中的对比：`,
    comparisonHeader: ['乡镇', '列在', '事项', '牵头或承接部门'],
    comparisonNone: '未列',
    comparisonDuties: (township, title) => `${township}：${title}`,
    greeting: '你好，我是履职问答：问我“某件事归谁管”，我用本乡镇公布的履职事项清单原文回答。',
    help: '直接问就行，例如：',
    helpExamples: (township) => [
        `${township}烧秸秆冒烟归谁管`,
        '高龄津贴没到账找哪个部门',
        '配合62',
        '民政局要我们配合哪些事',
        '我们乡清单一共多少项',
    ],
    offTopic: '这不是履职清单能回答的事。可以问我某件事归谁管，例如“路灯坏了谁修”。',
    empty: '没有看到问题。请写明是什么事，例如“秸秆焚烧归谁管”。',
    fields: { list: '清单', category: '类别', departments: '对应上级部门', takeover: '承接部门' },
    upstreamTitle: '上级部门职责（原文）',
    townshipTitle: '乡镇配合职责（原文）',
    takeoverTitle: '承接部门及工作方式（原文）',
    nameTitle: '事项名称（原文）',
    basicNote: '基本履职事项清单只列事项名称，没有分部门的职责。',
    relatedTitle: '同一件事的其他条目',
    whyTitle: '为什么是这一项',
    whyPhrase: (phrase, title) => `按日常说法“${phrase}”→ 事项“${title}”`,
    whyWords: (words) => `原文中出现：${joinNames(words.map((word) => `“${word}”`))}`,
    whyMended: (typed, meant) => `“${typed}”按“${meant}”理解`,
    emptyCell: '（清单此格为空）',
    source: (title, edition, list, no, startLine, endLine) => `《${title}》${edition === '' ? '' : `（${edition}）`}${LIST_NAME[list]}第${no}项，第${startLine === endLine ? startLine : `${startLine}—${endLine}`}行`,
    itemId: (id) => `条目编号 ${id}`,
    citation: (name, verdict, source, link) => `${name}：${verdict}\n依据：${source}\n${link}`,
    askTownship: (township) => township,
};
