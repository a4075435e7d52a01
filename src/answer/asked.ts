// What a question asks about a row besides its matter: which list, which side, which facet.
import type { ListKind } from '../duty/index.ts';
import { createWordList, normalize, type Characters } from '../language/index.ts';
import type { QuestionWords } from '../search/index.ts';
import type { Role } from './answer.ts';

const LISTS: readonly (readonly [ListKind, RegExp])[] = [
  ['basic', /基本(?:履职|职责|事项|清单|的)|基本类|自己主责/],
  ['cooperative', /配合(?:履职|事项|清单|类)|打配合|要配合|对口/],
  ['reclaimed', /收回(?:事项|清单|类|的|去|了|给)|上级收回|被收(?:上去|回|走)|收上去|收走|上收|承接的/],
];

const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['takeover', /谁接走|谁接的|接走了|接手|谁接过去|收到哪|收去哪|改由(?:谁|哪)|哪个部门接|谁承接/],
  ['sanction', /处罚权|罚款权|谁(?:来|去)?罚|罚(?:也是|是不是)|罚不罚|能罚|归谁罚|哪.{0,3}局.{0,2}罚/],
  [
    'township',
    /(?:我们|咱们?|本|我)?(?:乡|镇|街道)?(?:里|上|政府|这边)?(?:要|该|得|能|需要|应该|还要|还能|具体|到底)*(?:做|干|承担|出|负责|审|配合|跑|处理|经手)(?:些|点|到)?(?:啥|什么|哪|几)|分内|出什么力|出啥力|哪几步|哪一步|哪一截|能做到|我们要做/,
  ],
  [
    'upstream',
    /(?:县|市|区|州|上)(?:里|上|级|头)?(?:是|归|由|牵扯到)?(?:哪|谁|几)|哪(?:个|几个|家|几家|些)?(?:局|部门|单位)|牵头(?:的)?是|谁牵头|几个局/,
  ],
];

// 不考核了,那动员参保呢   a facet that is over is not asked for
const OVER = /(?:不再|不用|不|取消)[^,。!?;]{1,4}了[,。;]/g;
// what is told before is the story; the last sentence asks
const LAST_SENTENCE = /[^。!?;\n]+[。!?;\s]*$/;

export interface Asked {
  facets: ReadonlySet<string>;
  /** Of them, those that the last sentence names. */
  lastFacets: ReadonlySet<string>;
  list: ListKind | null;
  role: Role | null;
}

export interface AskedFinder {
  /** `text` must be normalised. */
  find(text: string): Asked;
}

export function createAskedFinder(words: QuestionWords, characters: Characters): AskedFinder {
  const facets = Object.entries(words.facets).map(
    ([facet, { asked }]) =>
      [facet, createWordList(asked.map((word) => normalize(word, characters)))] as const,
  );
  const findFacets = (text: string): Set<string> =>
    new Set(facets.filter(([, list]) => list.find(text).length > 0).map(([facet]) => facet));
  return {
    find(text) {
      const current = text.replace(OVER, ' ');
      const all = findFacets(current);
      const last = LAST_SENTENCE.exec(current)?.[0] ?? '';
      const lists = LISTS.filter(([, pattern]) => pattern.test(text)).map(([list]) => list);
      return {
        facets: all,
        lastFacets: last === current ? all : findFacets(last),
        list: lists.length === 1 ? (lists[0] ?? null) : null,
        role: ROLES.find(([, pattern]) => pattern.test(text))?.[0] ?? null,
      };
    },
  };
}
