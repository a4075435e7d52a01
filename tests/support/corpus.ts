// A small corpus of made-up rows for tests: two public lists, one internal, seven matters, one question beside
// the lists. Nothing here is read from data/, so tests on it do not move when the real data does.
import { createEngine, type Engine } from '../../src/answer/index.ts';
import { learnFromLexicon } from '../eval/evidence-texts.ts';
import {
  createCorpus,
  toItemId,
  type Corpus,
  type DutyDocument,
  type DutySection,
  type Item,
  type ListKind,
  type Organisation,
} from '../../src/duty/index.ts';
import { createCharacters, createSegmenter } from '../../src/language/index.ts';
import {
  buildShardFile,
  openShard,
  type Lexicon,
  type RankingModel,
  type Shard,
  type TextPipeline,
} from '../../src/search/index.ts';
import { createTestLexicon, createTestModel } from './lexicon.ts';

export const PUBLIC_ID = 'shule-alafu-2025';
export const OTHER_PUBLIC_ID = 'shache-azhatebage-2025';
export const INTERNAL_ID = 'tashikuergan-kekeyaer-2025';

interface Row {
  list: ListKind;
  no: number;
  category: string;
  name: string;
  /** Printed names; the county is put before a bare 县. */
  departments?: string[];
  upstream?: [heading: string | null, ...points: string[]][];
  township?: string[];
  takeover?: string;
  warning?: string;
}

function toDocument(
  id: string,
  township: string,
  county: string,
  classification: DutyDocument['classification'],
  rows: readonly Row[],
): DutyDocument {
  const count = (list: ListKind): number => rows.filter((row) => row.list === list).length;
  const counts = { basic: count('basic'), cooperative: count('cooperative'), reclaimed: count('reclaimed') };
  return {
    id,
    title: `喀什地区${county}${township}履职事项清单`,
    township,
    county,
    prefecture: '喀什地区',
    aliases: [township.replace(/(?:柯尔克孜族)?[乡镇]$/u, '')],
    countyAliases: [county.replace(/(?:塔吉克自治)?县$/u, '')],
    edition: '2025年7月',
    classification,
    remarks: classification === 'internal' ? ['公布版'] : [],
    file: `sources/${county}-${township}.txt`,
    sha256: '0'.repeat(63) + String(rows.length % 10),
    counts,
    declared: id === OTHER_PUBLIC_ID ? { ...counts, basic: counts.basic + 1 } : counts,
    amendment:
      id === PUBLIC_ID ? { text: '清单实行动态调整，调整须报县委编办。', startLine: 3, endLine: 3 } : null,
  };
}

const toOrganisation = (printed: string, county: string): Organisation => ({
  printed,
  canonical: printed.replace(/^县/u, county),
});

function toSections(parts: [string | null, ...string[]][], county: string): DutySection[] {
  return parts.map(([heading, ...points]) => ({
    heading,
    organisations: heading === null ? [] : [toOrganisation(heading.replace(/：$/u, ''), county)],
    points: points.map((text) => ({ text })),
  }));
}

function toItem(document: DutyDocument, row: Row, line: number): Item {
  const organisations = row.departments?.map((name) => toOrganisation(name, document.county)) ?? null;
  const upstreamSections = row.upstream ? toSections(row.upstream, document.county) : null;
  const townshipSections = row.township ? toSections([[null, ...row.township]], document.county) : null;
  const toText = (sections: DutySection[] | null): string | null =>
    sections?.map((s) => [s.heading ?? '', ...s.points.map((p) => p.text)].join('\n').trim()).join('\n') ??
    null;
  const source = { startLine: line, endLine: line + 1 };
  return {
    id: toItemId({ documentId: document.id, list: row.list, no: row.no, copy: 1 }),
    documentId: document.id,
    list: row.list,
    no: row.no,
    category: row.category,
    name: row.name,
    departments: row.list === 'cooperative' ? organisations : null,
    departmentsRaw: row.list === 'cooperative' ? (row.departments?.join('、') ?? '') : null,
    upstream: toText(upstreamSections),
    upstreamSections,
    townshipDuties: toText(townshipSections),
    townshipSections,
    takeover: row.list === 'reclaimed' ? (row.takeover ?? '') : null,
    takeoverDepartments: row.list === 'reclaimed' ? organisations : null,
    takeoverMethod: row.list === 'reclaimed' ? (row.takeover ?? null) : null,
    source,
    cells: { no: source, name: source },
    confidence: 1,
    warnings:
      row.warning === undefined
        ? []
        : [{ code: 'truncated-cell', severity: 'warning', message: row.warning, line }],
  };
}

const ALAFU: Row[] = [
  { list: 'basic', no: 1, category: '党的建设', name: '组织开展基层理论宣讲' },
  { list: 'basic', no: 2, category: '生态环保', name: '开展秸秆禁烧宣传教育和日常巡查' },
  {
    list: 'cooperative',
    no: 1,
    category: '生态环保',
    name: '秸秆露天焚烧的监管',
    departments: ['喀什地区生态环境局疏勒县分局', '县农业农村局'],
    upstream: [
      [
        '喀什地区生态环境局疏勒县分局：',
        '1.负责秸秆露天焚烧的监督检查；',
        '2.对露天焚烧秸秆的行为依法查处。',
      ],
      ['县农业农村局：', '1.负责秸秆综合利用的技术指导。'],
    ],
    township: ['1.发现露天焚烧秸秆的，及时制止；', '2.制止无效的，上报县农业农村局。'],
  },
  {
    list: 'cooperative',
    no: 2,
    category: '城乡建设',
    name: '主次街道市容环境卫生的监管',
    departments: ['县住房和城乡建设局'],
    upstream: [[null, '1.负责审批大型户外广告的设置；', '2.对市容环境卫生违法行为进行查处。']],
    township: ['1.巡查发现占道堆放物料的，提醒当事人清理；', '2.拒不整改的，上报县住房和城乡建设局'],
    warning: '乡镇配合职责末尾没有句号，可能是原文印漏。',
  },
  {
    list: 'cooperative',
    no: 3,
    category: '民生服务',
    name: '高龄津贴的发放',
    departments: ['县民政局'],
    upstream: [['县民政局：', '1.负责高龄津贴的审核和发放。']],
    township: ['1.负责高龄津贴申请的受理、初审和上报。'],
  },
  {
    list: 'reclaimed',
    no: 1,
    category: '乡村振兴',
    name: '动物及动物产品检疫',
    departments: ['县农业农村局'],
    takeover: '县农业农村局：负责动物及动物产品检疫。',
  },
  {
    list: 'reclaimed',
    no: 2,
    category: '生态环保',
    name: '对露天焚烧秸秆行为的处罚',
    departments: ['喀什地区生态环境局疏勒县分局'],
    takeover: '喀什地区生态环境局疏勒县分局：依法对露天焚烧秸秆行为进行处罚。',
  },
];

const AZHATEBAGE: Row[] = [
  { list: 'basic', no: 1, category: '党的建设', name: '组织开展基层理论宣讲' },
  { list: 'basic', no: 2, category: '民生服务', name: '高龄津贴的受理、审核和发放' },
  {
    list: 'cooperative',
    no: 1,
    category: '生态环保',
    name: '秸秆、垃圾露天焚烧的监管',
    departments: ['县农业农村局'],
    upstream: [['县农业农村局：', '1.负责秸秆综合利用的技术指导。', '2.对露天焚烧秸秆的行为依法查处。']],
    township: ['1.发现露天焚烧秸秆的，及时制止；', '2.组织群众清理田间秸秆。'],
  },
  {
    list: 'reclaimed',
    no: 1,
    category: '乡村振兴',
    name: '动物及动物产品检疫',
    departments: ['县农业农村局'],
    takeover: '县农业农村局：负责动物及动物产品检疫。',
  },
];

const KEKEYAER: Row[] = [
  { list: 'basic', no: 1, category: '党的建设', name: '组织开展基层理论宣讲' },
  {
    list: 'cooperative',
    no: 1,
    category: '平安法治',
    name: '边境护栏巡查的监管',
    departments: ['县公安局'],
    upstream: [['县公安局：', '1.负责边境护栏巡查的统一调度。']],
    township: ['1.组织护边员开展护栏巡查。'],
  },
  {
    list: 'cooperative',
    no: 2,
    category: '生态环保',
    name: '秸秆露天焚烧的监管',
    departments: ['县农业农村局'],
    upstream: [['县农业农村局：', '1.负责秸秆综合利用的技术指导。']],
    township: ['1.发现露天焚烧秸秆的，及时制止。'],
  },
];

export interface TestCorpus {
  corpus: Corpus;
  lexicon: Lexicon;
  model: RankingModel;
  pipeline: TextPipeline;
  engine: Engine;
  /** The made-up published file of a document, one line for each line. */
  sourceText(file: string): readonly string[] | null;
}

/** Everything that an engine needs, built anew at every call. `change` may rewrite items, e.g. to hostile texts. */
export function createTestCorpus(change: (item: Item) => Item = (item) => item): TestCorpus {
  const lists: [DutyDocument, Row[]][] = [
    [toDocument(PUBLIC_ID, '阿拉甫乡', '疏勒县', 'public', ALAFU), ALAFU],
    [toDocument(OTHER_PUBLIC_ID, '阿扎特巴格镇', '莎车县', 'public', AZHATEBAGE), AZHATEBAGE],
    [
      toDocument(INTERNAL_ID, '科克亚尔柯尔克孜族乡', '塔什库尔干塔吉克自治县', 'internal', KEKEYAER),
      KEKEYAER,
    ],
  ];
  const documents = lists.map(([document]) => document);
  const items = lists.flatMap(([document, rows]) =>
    rows.map((row, i) => change(toItem(document, row, 5 + i * 2))),
  );
  const corpus = createCorpus({ formatVersion: 1, documents, items });
  const lexicon = createTestLexicon();
  const pipeline: TextPipeline = {
    segmenter: 'bigram',
    segment: createSegmenter('bigram'),
    characters: createCharacters(lexicon.characters),
  };
  const shards = new Map<string, Shard>();
  const shard = (documentId: string): Shard => {
    const own = corpus.items(documentId);
    const opened =
      shards.get(documentId) ?? openShard(buildShardFile(documentId, own, pipeline), own, pipeline);
    shards.set(documentId, opened);
    return opened;
  };
  const model = createTestModel();
  return {
    corpus,
    lexicon,
    model,
    pipeline,
    engine: createEngine({
      corpus,
      lexicon,
      evidence: learnFromLexicon(lexicon, new Map(), pipeline),
      model,
      pipeline,
      shard,
    }),
    sourceText(file) {
      const document = documents.find((candidate) => candidate.file === file);
      if (!document) return null;
      const rows = corpus
        .items(document.id)
        .flatMap((item) => [
          `${item.no}\t${item.category}\t${item.name}`,
          item.townshipDuties?.replaceAll('\n', '') ?? item.takeover ?? '',
        ]);
      return [document.title, '说明', document.amendment?.text ?? '', '序号\t类别\t事项', ...rows];
    },
  };
}
