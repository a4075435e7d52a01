// A small complete duty list in the tabular format, for tests that need a whole file. All names are made up.

export interface SampleOptions {
  /** Leaves a table out. */
  without?: 'basic' | 'cooperative' | 'reclaimed';
  preface?: boolean;
  /** Titles print the place: 东山地区西河县南岭镇. */
  place?: string;
}

const PREFACE = [
  '东山地区西河县南岭镇履职事项清单',
  '2025年8月',
  '说明',
  '南岭镇是农业型乡镇，位于西河县东部。共有履职事项6项，其中，基本履职事项2项、配合履职事项2项、上级部门收回事项2项。',
  '主要包括党的建设、民生服务等2个类别，共有基本履职事项2项。主要包括平安法治等1个类别，共有配合履职事项2项，涉及3个部门（单位）。包括城乡建设等1个类别，共有上级部门收回事项2项，涉及1个部门。',
];

/** Lines joined with LF. */
export function sampleList(options: SampleOptions = {}): string {
  const place = options.place ?? '东山地区西河县南岭镇';
  const tables = {
    basic: [
      `${place}基本履职事项清单`,
      '序号\t事项类别\t事项名称',
      '1\t党的建设\t做好“双拥”工作',
      '2\t民生服务\t开展社区养老服务',
    ],
    cooperative: [
      `${place}配合履职事项清单`,
      '序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡镇配合职责',
      '1\t平安法治\t电动自行车安全管理\t西河县公安局、消防救援局\t西河县公安局： 1.登记上牌； 2.查处违法。 西河县消防救援局： 处罚违规充电。\t1.开展宣传； 2.上报隐患。',
      '2\t平安法治\t养犬管理\t县农业农村局\t负责犬只免疫工作。\t1.登记犬只； 2.劝导不文明养犬。',
    ],
    reclaimed: [
      `${place}上级部门收回事项清单`,
      '序号\t事项类别\t事项名称\t承接部门及工作方式',
      '1\t城乡建设\t对擅自占用绿地的处罚\t承接部门：西河县城管局 工作方式：由县城管局负责对擅自占用绿地的处罚。',
      '2\t城乡建设\t出具居住证明\t证明事项已清理，无需承接。',
    ],
  };
  const lines = options.preface === false ? [] : [...PREFACE];
  for (const [name, table] of Object.entries(tables)) if (name !== options.without) lines.push('', ...table);
  return `${lines.join('\n')}\n`;
}
