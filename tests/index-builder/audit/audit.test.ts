import { describe, expect, it } from 'vitest';
import { auditText, codes, findingsOf } from '../../support/audit-text.ts';
import { sampleList } from '../../support/sample-list.ts';

/** The sample list with one piece of text replaced. */
function changed(from: string, to: string): string {
  const text = sampleList();
  if (!text.includes(from)) throw new Error(`not in the sample: ${from}`);
  return text.replace(from, to);
}

/** The n-th penalty of a reclaimed list, its last word completed by `end`. */
function penaltyRow(no: number, end: string): string {
  return `${no}\t城乡建设\t第${no}项处罚\t承接部门：西河县城管局 工作方式：负责第${no}项处罚的调查取证、案件审核、决${end}`;
}

describe('a clean list', () => {
  it('has no findings', () => {
    expect(auditText(sampleList()).findings).toEqual([]);
  });

  it('closes its ledger', () => {
    const { ledger } = auditText(sampleList());
    expect(ledger.cells + ledger.furniture + ledger.preface + ledger.noise).toBe(ledger.characters);
  });
});

describe('errors', () => {
  it.each(['basic', 'cooperative', 'reclaimed'] as const)('list-missing: %s', (without) => {
    const [finding] = findingsOf(sampleList({ without }), 'list-missing');
    expect(finding).toMatchObject({ severity: 'error', list: without });
    expect(finding?.message).toContain('请补全');
  });

  it('numbers-lost: a gap, with the line after it', () => {
    const text = changed('2\t民生服务\t开展社区养老服务', '3\t民生服务\t开展社区养老服务').replace(
      '基本履职事项2项、',
      '基本履职事项3项、',
    );
    expect(findingsOf(text, 'numbers-lost')).toMatchObject([{ severity: 'error', list: 'basic', line: 10 }]);
  });

  it('numbers-lost: the file stops inside an item', () => {
    const text = sampleList().split('证明事项')[0] ?? '';
    expect(findingsOf(text, 'numbers-lost')[0]?.message).toContain('第 2 项中间断了');
  });

  it('numbers-lost: the last list is short while the others are complete', () => {
    const text = changed('2\t城乡建设\t出具居住证明\t证明事项已清理，无需承接。\n', '');
    expect(findingsOf(text, 'numbers-lost')[0]?.message).toContain('像是被截断');
  });

  it('numbers-lost: the file stops inside a sentence whose words go on elsewhere', () => {
    const rows = [penaltyRow(1, '定'), penaltyRow(2, '定'), penaltyRow(3, '定'), penaltyRow(4, '')].join(
      '\n',
    );
    const text = `${sampleList({ without: 'reclaimed', preface: false })}\n序号\t事项类别\t事项名称\t承接部门及工作方式\n${rows}`;
    expect(findingsOf(text, 'numbers-lost')).toMatchObject([{ severity: 'error', list: 'reclaimed' }]);
  });

  it('township-twice: two lists in one file', () => {
    expect(codes(sampleList() + sampleList())).toContain('township-twice');
  });
});

describe('warnings', () => {
  it('count-differs', () => {
    const text = changed('基本履职事项2项、', '基本履职事项5项、');
    expect(findingsOf(text, 'count-differs').map(({ message }) => message)).toEqual([
      '说明里写基本履职事项 5 项，表里实际印出 2 项。',
      '说明里写共有履职事项 6 项，但三张表的声明数相加是 9 项。',
    ]);
  });

  it('categories-differ', () => {
    expect(
      findingsOf(changed('党的建设、民生服务等2个', '党的建设、人民武装等2个'), 'categories-differ')[0]
        ?.message,
    ).toBe('基本履职事项的类别与说明不一致：说明列了而表里没有：人民武装；表里有而说明没有列：民生服务。');
  });

  it('department-count-differs', () => {
    expect(
      findingsOf(changed('涉及3个部门（单位）', '涉及9个部门（单位）'), 'department-count-differs'),
    ).toMatchObject([{ severity: 'info', list: 'cooperative' }]);
  });

  it('numbering-slip: a number printed twice is a slip and its rows keep apart', () => {
    const { items, findings } = auditText(changed('2\t民生服务\t开展社区', '1\t民生服务\t开展社区'));
    expect(findings.map(({ code }) => code)).toEqual(['numbering-slip']);
    expect(items.slice(0, 2).map(({ id }) => id)).toEqual(['xihe-nanling-2025-b1', 'xihe-nanling-2025-b1.2']);
    expect(items.map(({ warnings }) => warnings.length).slice(0, 2)).toEqual([0, 1]);
  });

  it('empty-cell', () => {
    const text = changed('负责犬只免疫工作。\t1.登记', '\t1.登记');
    expect(findingsOf(text, 'empty-cell')).toMatchObject([
      { no: 2, message: '这一项没有印出：上级部门职责。' },
    ]);
  });

  it('duplicate-name', () => {
    expect(codes(changed('开展社区养老服务', '做好“双拥”工作'))).toEqual(['duplicate-name']);
  });

  it('heading-not-in-departments: compares canonical names', () => {
    const text = changed('西河县消防救援局： 处罚', '西河县民政局： 处罚').replace(
      '西河县公安局： 1.',
      '县公安局： 1.',
    );
    expect(findingsOf(text, 'heading-not-in-departments')[0]?.message).toBe(
      '上级部门职责里有“西河县民政局”的职责，但对应上级部门一栏没有它。',
    );
  });

  it('heading-not-in-departments: in a takeover', () => {
    const text = changed('由县城管局负责对擅自占用绿地的处罚。', '西河县公安局：负责对擅自占用绿地的处罚。');
    expect(codes(text)).toEqual(['heading-not-in-departments']);
  });

  it('low-confidence-split', () => {
    expect(codes(changed('2\t平安法治\t养犬管理\t', '2\t养犬管理\t'))).toContain('low-confidence-split');
  });

  it('point-numbering', () => {
    expect(findingsOf(changed('2.查处违法。', '3.查处违法。'), 'point-numbering')).toMatchObject([
      { severity: 'info', message: '上级部门职责的编号有误：2 之处印作 3。' },
    ]);
  });

  it('takeover-speaks-of-something-else: it repeats another name', () => {
    const other =
      '1\t城乡建设\t对擅自占用绿地的处罚\t承接部门：西河县城管局 工作方式：由县城管局负责对擅自占用绿地的处罚。';
    const text = changed(
      other,
      `${other}\n2\t城乡建设\t电动车登记\t承接部门：西河县公安局 工作方式：负责对擅自占用绿地的处罚。`,
    ).replace('\n2\t城乡建设\t出具', '\n3\t城乡建设\t出具');
    expect(findingsOf(text, 'takeover-speaks-of-something-else')).toMatchObject([{ no: 2 }]);
  });

  it('takeover-speaks-of-something-else: it shares no word with the name', () => {
    const text = changed('由县城管局负责对擅自占用绿地的处罚。', '负责追回冒领资金。');
    expect(codes(text)).toEqual(['takeover-speaks-of-something-else']);
  });

  it('truncated-cell: the words go on elsewhere', () => {
    const rows = [
      penaltyRow(1, '定'),
      penaltyRow(2, '定、执行'),
      penaltyRow(3, '定'),
      penaltyRow(4, ''),
      penaltyRow(5, '定'),
    ].join('\n');
    const text = `${sampleList({ without: 'reclaimed', preface: false })}\n序号\t事项类别\t事项名称\t承接部门及工作方式\n${rows}`;
    expect(findingsOf(text, 'truncated-cell')).toMatchObject([{ list: 'reclaimed', no: 4 }]);
  });

  it('findings about an item travel with it, remarks do not', () => {
    const { items } = auditText(
      changed('2.查处违法。', '3.查处违法。').replace('开展社区养老服务', '做好“双拥”工作'),
    );
    expect(items.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      [],
      ['duplicate-name'],
      [],
      [],
      [],
      [],
    ]);
  });
});

describe('the end of a list without declared figures', () => {
  const CATEGORIES = [
    '党的建设',
    '民生服务',
    '自然资源',
    '城乡建设',
    '交通运输',
    '卫生健康',
    '应急管理',
    '市场监管',
  ];

  /** A list whose tables have one item a category, the last table only `count` of them. */
  function listUpTo(count: number): string {
    const rows = (cells: string, upTo: number): string[] =>
      CATEGORIES.slice(0, upTo).map((category, i) => `${i + 1}\t${category}\t第${i + 1}件事${cells}`);
    return [
      '东山地区西河县南岭镇基本履职事项清单',
      '序号\t事项类别\t事项名称',
      ...rows('', 8),
      '配合履职事项清单',
      '序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡镇配合职责',
      ...rows('\t县民政局\t负责办理。\t做好宣传。', 8),
      '上级部门收回事项清单',
      '序号\t事项类别\t事项名称\t承接部门及工作方式',
      ...rows('\t县民政局：负责办理。', count),
    ].join('\n');
  }

  it('end-uncertain: a remark where nothing speaks against it', () => {
    expect(findingsOf(listUpTo(8), 'end-uncertain')).toMatchObject([{ severity: 'info', list: 'reclaimed' }]);
    expect(findingsOf(listUpTo(6), 'end-uncertain')).toMatchObject([{ severity: 'info' }]);
  });

  it('end-uncertain: a warning where the other lists go on', () => {
    const [finding] = findingsOf(listUpTo(3), 'end-uncertain');
    expect(finding).toMatchObject({ severity: 'warning', list: 'reclaimed', line: 25 });
    expect(finding?.message).toContain('卫生健康');
  });

  it('says nothing where the figure is declared', () => {
    expect(findingsOf(sampleList(), 'end-uncertain')).toEqual([]);
  });
});
