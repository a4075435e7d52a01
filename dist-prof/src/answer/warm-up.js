/** Further lists are opened when they are asked about. */
const MOST_WARMED = 20;
// short and long, of every list, typing errors among them
const QUESTIONS = [
    '秸秆焚烧归谁管',
    '低保申请找哪个部门',
    '村里的路坏了谁来修',
    '收购站的秤不准，少了三公斤，老板还骂人，镇里说归市监，市监说归乡里，到底谁来查、谁来罚？',
    '还要乡里给开证明吗',
    'jiegan fenshao shei guan',
    '民政局要我们配合哪些',
    '一共多少项',
];
export function warmUpQuestions(documents) {
    return documents
        .slice(0, MOST_WARMED)
        .flatMap(({ id }) => QUESTIONS.map((text) => ({ text, documentId: id, history: [] })));
}
