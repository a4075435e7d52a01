// What opens indexes and warms the code before the first question that somebody waits for.
import type { Corpus, Item } from '../duty/index.ts';
import type { Question } from './answer.ts';

/** Further lists are opened when they are asked about. */
const MOST_WARMED = 20;
/** Short and long, typing errors among them; of every list. */
const QUESTIONS = [
  '秸秆焚烧归谁管',
  '低保申请找哪个部门',
  '收购站的秤不准，少了三公斤，老板还骂人，镇里说归市监，市监说归乡里，到底谁来查、谁来罚？',
  '还要乡里给开证明吗',
  'jiegan fenshao shei guan',
  '民政局要我们配合哪些',
  '一共多少项',
];
/** Rows of each list that are asked about besides: what was asked before costs nothing and warms nothing. */
const ROWS = 24;
/** In characters. */
const LONGEST = 120;

const askAbout = (item: Item, i: number): string =>
  i % 3 === 0
    ? `${(item.upstream ?? item.takeover ?? item.name).slice(0, LONGEST)}，这些归谁管？`
    : `${item.name.slice(0, LONGEST)}归谁`;

export function warmUpQuestions(corpus: Corpus): Question[] {
  return corpus.documents.slice(0, MOST_WARMED).flatMap(({ id }) => {
    const items = corpus.items(id);
    const stride = Math.max(1, Math.floor(items.length / ROWS));
    const about = items.filter((_, i) => i % stride === 0).map(askAbout);
    return [...QUESTIONS, ...about].map((text) => ({ text, documentId: id, history: [] }));
  });
}
