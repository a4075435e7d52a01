// The lexicon and the ranking model of the small test corpus: few matters, weights set by hand.
import { FEATURE_NAMES, type FeatureName, type Lexicon, type RankingModel } from '../../src/search/index.ts';

const link = (matter: string): Lexicon['links'][string] => [{ matter, score: 1, by: 'review' }];

export function createTestLexicon(): Lexicon {
  const matter = (
    id: string,
    title: string,
    names: string[],
    phrases: string[],
    related: string[] = [],
    outside = false,
  ): Lexicon['matters'][number] => ({ id, title, names, related, phrases, outside });
  return {
    formatVersion: 1,
    matters: [
      matter('theory-talks', '基层理论宣讲', ['组织开展基层理论宣讲'], ['宣讲', '理论学习进村']),
      matter(
        'straw-burning',
        '秸秆焚烧监管',
        ['秸秆露天焚烧的监管', '秸秆、垃圾露天焚烧的监管'],
        ['烧秸秆', '烧麦秆冒烟', '地里点火', '苞谷秆子点着了'],
        ['straw-publicity', 'straw-fine'],
      ),
      matter(
        'straw-publicity',
        '秸秆禁烧宣传',
        ['开展秸秆禁烧宣传教育和日常巡查'],
        ['禁烧宣传', '发禁烧传单'],
      ),
      matter('straw-fine', '焚烧秸秆处罚', ['对露天焚烧秸秆行为的处罚'], ['烧秸秆罚款', '烧秆子罚多少']),
      matter(
        'street-order',
        '市容环境卫生',
        ['主次街道市容环境卫生的监管'],
        ['占道摆摊', '门口堆东西', '垃圾乱扔'],
      ),
      matter(
        'elderly-allowance',
        '高龄津贴',
        ['高龄津贴的发放', '高龄津贴的受理、审核和发放'],
        ['长寿补贴', '八十岁老人的钱'],
      ),
      matter('animal-quarantine', '动物检疫', ['动物及动物产品检疫'], ['牛羊检疫票', '杀羊要检疫']),
      matter('border-fence', '边境护栏巡查', ['边境护栏巡查的监管'], ['边境铁丝网坏了']),
      matter('passport', '护照办理', [], ['办护照', '换护照'], [], true),
    ],
    links: {
      'shule-alafu-2025-b1': link('theory-talks'),
      'shule-alafu-2025-b2': link('straw-publicity'),
      'shule-alafu-2025-c1': link('straw-burning'),
      'shule-alafu-2025-c2': link('street-order'),
      'shule-alafu-2025-c3': link('elderly-allowance'),
      'shule-alafu-2025-r1': link('animal-quarantine'),
      'shule-alafu-2025-r2': link('straw-fine'),
      'shache-azhatebage-2025-b1': link('theory-talks'),
      'shache-azhatebage-2025-b2': link('elderly-allowance'),
      'shache-azhatebage-2025-c1': link('straw-burning'),
      'shache-azhatebage-2025-r1': link('animal-quarantine'),
      'tashikuergan-kekeyaer-2025-b1': link('theory-talks'),
      'tashikuergan-kekeyaer-2025-c1': link('border-fence'),
      'tashikuergan-kekeyaer-2025-c2': link('straw-burning'),
    },
    words: {
      noise: [
        '请问',
        '我们要做什么',
        '我们要做啥',
        '归谁管',
        '谁管',
        '哪个部门',
        '怎么办',
        '找谁',
        '归谁',
        '是谁',
      ],
      facets: {
        sanction: { asked: ['罚', '处罚', '罚款'], names: '处罚' },
        publicise: { asked: ['宣传'], names: '宣传' },
        still: { asked: ['还要', '收回'], names: '^$' },
      },
      weak: ['村里', '今天', '我们乡'],
      pointers: ['要做什么', '要做啥', '要做', '哪个部门', '接走了'],
      greetings: ['你好', '您好'],
      help: ['怎么用', '帮助'],
      offTopic: ['天气', '股票'],
    },
    organisations: [
      { name: '农业农村局', short: ['农业局'], old: [], party: false },
      { name: '民政局', short: ['民政'], old: [], party: false },
      { name: '住房和城乡建设局', short: ['住建局'], old: [], party: false },
      { name: '公安局', short: ['公安'], old: [], party: false },
      { name: '生态环境局', short: ['环保局'], old: [], party: false },
    ],
    characters: {
      traditional: '農农業业請请問问',
      pinyin: { jie: '秸结', gan: '秆杆' },
      lookAlikes: ['秆杆'],
    },
  };
}

const WEIGHTS: Partial<Record<FeatureName, number>> = {
  officialShare: 0.8,
  nameCoverage: 1,
  dutyCoverage: 0.2,
  evidence: 3,
  sanctionMet: 2,
  sanctionUnasked: -0.5,
  publiciseUnasked: -0.5,
  listMet: 2,
  listMissed: -2,
  departmentMet: 1,
};

export function createTestModel(): RankingModel {
  return {
    weights: Object.fromEntries(FEATURE_NAMES.map((name) => [name, WEIGHTS[name] ?? 0])),
    decision: {
      bias: -2,
      containment: 3,
      nameCoverage: 4,
      strongestOutside: -6,
      listed: 0.5,
      closeness: 0.05,
      clear: 0.9,
    },
    tunedOn: 'set by hand for tests',
  };
}
