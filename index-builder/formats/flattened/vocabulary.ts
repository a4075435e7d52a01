// Words that hold for duty lists anywhere in the country. Everything particular to one document is learnt from it.

/** Categories common in the national template: one cue among others, for documents that print no list of their own. */
export const COMMON_CATEGORIES: readonly string[] = (
  '党的建设 经济发展 民生服务 平安法治 乡村振兴 精神文明建设 社会管理 社会治理 安全稳定 民族宗教 社会保障 自然资源 ' +
  '生态环保 生态环境 城乡建设 城市管理 城市建设 交通运输 商贸流通 文化和旅游 卫生健康 应急管理及消防 应急管理 ' +
  '市场监管 投资促进 人民武装 综合政务 教育培训监管 教育科技 行政执法 综合执法 国防动员 经济建设 公共服务 公共安全 ' +
  '法治建设 群团工作 科技教育 基层治理 农业农村 住房保障 民政服务 人社服务 统战工作 意识形态 网络安全 综合保障'
).split(' ');

/** Column headings in their printed order; the unit before 配合职责 varies (乡镇, 街道, 乡镇（街道）, 苏木 …). */
export const HEADING_PHRASES: readonly string[] = [
  '序号',
  '编号',
  '事项类别',
  '类别',
  '事项名称',
  '名称',
  '对应上级部门',
  '对应上级单位',
  '对应部门',
  '上级部门（单位）',
  '牵头部门',
  '部门职责',
  '上级部门职责',
  '上级部门（单位）职责',
  '承接部门及工作方式',
  '承接部门',
  '承接单位',
  '承接部门（单位）及承接方式',
  '承接单位及方式',
  '承接方式',
  '工作方式',
  '备注',
];

// 乡镇配合职责  乡镇（街道）配合职责  街道职责  苏木乡镇配合履职职责
export const TOWNSHIP_HEADING =
  /^(?:乡|镇|街道|街镇|乡镇|乡街|镇街|苏木|嘎查|民族乡|办事处|[（(]|[）)]|、|\/)+(?:配合)?(?:履职)?(?:职责|责任|内容)$/;

/** Last characters of an organisation's name. */
const ORGANISATION_END =
  /(?:局|委|办|部|厅|处|科|署|社|会|院|团|馆|站|所|队|行|校|室|组|中心|公司|政府|政协|人大|法院|集团|大学|银行|支行|海关|机构|单位|部门|基地|园|群|企业|乡镇|街道|邮政|电信|移动|联通|专班|指挥部)$/;

const LONGEST_END = 3;

/** Ends as an organisation does. Only the last characters are looked at: a pattern would be tried at every one. */
export function endsAsOrganisation(text: string): boolean {
  return ORGANISATION_END.test(text.slice(-LONGEST_END));
}

// what may follow the organisation: 自然资源局（林业和草原局）
export const TRAILING_NOTE = /[（(][^（）()]*[）)]$/;

/** How an organisation starts where the county is not spelled out. */
export const ORGANISATION_START =
  /^(?:县|市|区|旗|州|盟|省|地区|自治|国网|国家|中国|中共|中央|共青团|团县|团市|团区|团旗|团省|武警|公安|相关|有关|各有关|其他|人民|纪委|纪检|党委|政府|上级|驻)/;
