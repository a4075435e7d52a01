// English words that stand in a Chinese cell where the reading machine misread a Chinese word. The table is
// general vocabulary; an English word that is not in it is left as printed (and reported by cell-text.ts).
const CHINESE = {
    and: '和',
    or: '或',
    work: '工作',
    works: '工作',
    service: '服务',
    services: '服务',
    management: '管理',
    development: '发展',
    construction: '建设',
    government: '政府',
    community: '社区',
    village: '村',
    people: '人民',
    policy: '政策',
    project: '项目',
    projects: '项目',
    information: '信息',
    safety: '安全',
    security: '安全',
    report: '报告',
    to: '至',
    with: '与',
    of: '的',
    the: '',
    etc: '等',
};
// 单位 and 个人: an all-lower-case word between Chinese characters, or at a cell's end after one
const ENGLISH_WORD = /(?<=[\p{Script=Han}，。；：、）])\s*(?<![A-Za-z])(?<word>[a-z]{2,15})(?![A-Za-z0-9.@/])\s*(?=[\p{Script=Han}，。；：、（]|$)/gu;
/** English words inside Chinese text: `服务 work` → [{word: 'work', chinese: '工作'}]. */
export function findMisreadings(text) {
    return [...text.matchAll(ENGLISH_WORD)].map((match) => ({
        start: match.index,
        end: match.index + match[0].length,
        word: match.groups?.['word'] ?? '',
        chinese: CHINESE[match.groups?.['word'] ?? ''] ?? null,
    }));
}
