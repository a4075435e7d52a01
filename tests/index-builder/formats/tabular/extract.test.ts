import { describe, expect, it } from 'vitest';
import { extractTabular } from '../../../../index-builder/formats/tabular/index.ts';
import { toSourceText } from '../../../../index-builder/source/index.ts';
import { sampleList } from '../../../support/sample-list.ts';

function extract(...lines: string[]) {
  const extraction = extractTabular(toSourceText('a.txt', lines.join('\n')));
  if (!extraction) throw new Error('not tabular');
  return extraction;
}

const BASIC = '序号\t事项类别\t事项名称';
const COOPERATIVE = '序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t乡镇配合职责';
const RECLAIMED = '序号\t事项类别\t事项名称\t承接部门及工作方式';

describe('extractTabular', () => {
  it('reads the three tables of a list', () => {
    const rows = extract(...sampleList().split('\n')).rows;
    expect(rows.map((row) => `${row.list} ${row.no}`)).toEqual([
      'basic 1',
      'basic 2',
      'cooperative 1',
      'cooperative 2',
      'reclaimed 1',
      'reclaimed 2',
    ]);
    expect(rows[2]?.departments?.text).toBe('西河县公安局、消防救援局');
    expect(rows[2]?.confidence).toBe(1);
  });

  it('is null for a text without a tabbed heading row', () => {
    expect(extractTabular(toSourceText('a.txt', '序号 事项类别 事项名称\n1 党的建设 做好工作'))).toBeNull();
  });

  it('keeps repeated headings, titles and page numbers out of the rows', () => {
    const { rows, ledger } = extract(
      '某某县某某乡基本履职事项清单',
      BASIC,
      '1\t党的建设\t甲',
      '第 1 页，共 9页',
      '某某县某某乡基本履职事项清单（公布版）',
      BASIC,
      '2\t党的建设\t乙',
    );
    expect(rows.map((row) => row.name.text)).toEqual(['甲', '乙']);
    expect(ledger.filter((entry) => entry.class === 'furniture').map((entry) => entry.line)).toEqual([
      1, 2, 4, 5, 6,
    ]);
  });

  it.each([
    ['街道', '序号\t事项类别\t事项名称\t对应上级部门\t上级部门职责\t街道配合职责'],
    ['乡镇（街道）', '序号\t事项类别\t事项名称\t上级部门\t上级部门职责\t乡镇（街道）配合职责'],
    ['责任部门', '序号\t类别\t履职事项\t责任部门\t部门职责\t镇配合职责'],
    ['牵头', '序号\t事项类型\t事项名称\t牵头部门\t县级部门职责\t乡镇职责'],
  ])('knows the headings of a %s list', (_name, headings) => {
    const [row] = extract(headings, '1\t平安法治\t养犬管理\t县公安局\t负责查处。\t负责上报。').rows;
    expect(row?.list).toBe('cooperative');
    expect([
      row?.category?.text,
      row?.name.text,
      row?.departments?.text,
      row?.upstream?.text,
      row?.townshipDuties?.text,
    ]).toEqual(['平安法治', '养犬管理', '县公安局', '负责查处。', '负责上报。']);
  });

  it('reads 承接部门 and 工作方式 as two columns', () => {
    const [row] = extract('序号\t事项名称\t承接部门\t工作方式', '1\t收养登记\t县民政局\t负责收养登记。').rows;
    expect(row?.list).toBe('reclaimed');
    expect(row?.category).toBeNull();
    expect(row?.takeover?.text).toBe('县民政局');
    expect(row?.takeoverMethod?.text).toBe('负责收养登记。');
  });

  it('joins a cell that goes on on the next lines', () => {
    const [row, next] = extract(
      COOPERATIVE,
      '1\t平安法治\t养犬管理\t县公安局\t1.登记；',
      '2.查处。\t1.宣传；',
      '2.上报。',
      '2\t平安法治\t信访\t县信访局\t受理。\t稳控。',
    ).rows;
    expect(row?.upstream).toEqual({ text: '1.登记； 2.查处。', lines: { startLine: 2, endLine: 3 } });
    expect(row?.townshipDuties).toEqual({ text: '1.宣传； 2.上报。', lines: { startLine: 3, endLine: 4 } });
    expect(next?.no).toBe(2);
  });

  it('joins a row that goes on on a new page, column by column', () => {
    const [row] = extract(
      COOPERATIVE,
      '1\t平安法治\t养犬管理\t县公安局\t1.登记；\t1.宣传；',
      '',
      COOPERATIVE,
      '\t\t\t\t2.查处。\t2.上报。',
    ).rows;
    expect(row?.upstream?.text).toBe('1.登记； 2.查处。');
    expect(row?.townshipDuties?.text).toBe('1.宣传； 2.上报。');
  });

  it('gives a merged category cell to the rows under it', () => {
    expect(extract(BASIC, '1\t党的建设\t甲', '2\t\t乙').rows[1]?.category?.text).toBe('党的建设');
  });

  it('finds the columns of a row with too few or too many fields, and doubts it', () => {
    const rows = extract(
      COOPERATIVE,
      '1\t平安法治\t甲\t县公安局\t查处。\t上报。',
      '2\t养犬管理\t县公安局\t查处。\t上报。',
      '3\t平安法治\t丙\t县公安局\t1.查处；\t2.处罚。\t1.上报。',
    ).rows;
    expect(rows[1]).toMatchObject({
      confidence: 0.3,
      name: { text: '养犬管理' },
      departments: { text: '县公安局' },
      townshipDuties: { text: '上报。' },
    });
    expect(rows[2]).toMatchObject({
      upstream: { text: '1.查处； 2.处罚。' },
      townshipDuties: { text: '1.上报。' },
      confidence: 0.3,
    });
  });

  it('leaves a closing remark out of the last row', () => {
    const { rows, ledger } = extract(
      RECLAIMED,
      '1\t民生服务\t收养登记\t县民政局：负责收养登记。',
      '',
      '注：清单以外的事项，按有关规定办理。',
    );
    expect(rows[0]?.takeover?.text).toBe('县民政局：负责收养登记。');
    expect(ledger.at(-1)).toMatchObject({ line: 4, class: 'preface' });
  });

  it('takes markup out and says so', () => {
    const { rows, findings, ledger } = extract(
      COOPERATIVE,
      '1\t民生服务\t代收\t县民政局\t<p>县民政局：</p> <ol style="list-style-type: none"> 接受捐赠； 发放物资。</ol>\t**1.代收**；',
    );
    expect(rows[0]?.upstream?.text).toBe('县民政局： 接受捐赠； 发放物资。');
    expect(rows[0]?.townshipDuties?.text).toBe('1.代收；');
    expect(findings.map((finding) => finding.code)).toEqual(['markup-removed', 'markup-removed']);
    expect(ledger.filter((entry) => entry.class === 'noise:markup')).toHaveLength(6);
  });

  it('mends misread words and keeps the printed form', () => {
    const { rows, findings } = extract(
      BASIC,
      '1\t民生服务\t做好参保扩面及服务 work',
      '2\t民生服务\t对单位 and 个人的奖励',
      '3\t综合政务\t指导群众使用政务APP',
    );
    expect(rows.map((row) => row.name.text)).toEqual([
      '做好参保扩面及服务工作',
      '对单位和个人的奖励',
      '指导群众使用政务APP',
    ]);
    expect(findings.map((finding) => finding.message)).toEqual([
      '原文在此处印作“保扩面及服务 work”，中文夹了英文词，按“工作”读。',
      '原文在此处印作“对单位 and 个人的奖励”，中文夹了英文词，按“和”读。',
    ]);
  });

  it('reports English that it cannot explain', () => {
    const { rows, findings } = extract(BASIC, '1\t民生服务\t做好 gateway 服务');
    expect(rows[0]?.name.text).toBe('做好 gateway 服务');
    expect(findings[0]).toMatchObject({ code: 'misreading-suspected', no: 1 });
  });
});
