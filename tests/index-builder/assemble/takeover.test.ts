import { describe, expect, it } from 'vitest';
import { readTakeover } from '../../../index-builder/assemble/index.ts';
import { readerFor, SHULE } from '../../support/organisations.ts';

function read(text: string, methodCell: string | null = null) {
  const { departments, method } = readTakeover(text, methodCell, readerFor(SHULE));
  return [departments.map(({ printed }) => printed), method];
}

describe('readTakeover', () => {
  it.each<[string, string[], string | null]>([
    ['承接部门：疏勒县残联 工作方式：由县残联开展。', ['疏勒县残联'], '由县残联开展。'],
    [
      '承接部门：疏勒县自然资源局、林草局、水利局 工作方式：由县自然资源局处罚。',
      ['疏勒县自然资源局', '疏勒县林草局', '疏勒县水利局'],
      '由县自然资源局处罚。',
    ],
    ['承接部门：疏勒县民政局： 负责做好收养登记工作。', ['疏勒县民政局'], '负责做好收养登记工作。'],
    ['承接部门：县民政局', ['县民政局'], null],
    ['县水利局：负责处罚。', ['县水利局'], '负责处罚。'],
    ['县水利局:负责处罚。', ['县水利局'], '负责处罚。'],
    ['市人社局\n承接方式：由市人社局负责', ['市人社局'], '由市人社局负责'],
    ['县人社局承接方式：由县人社局负责', ['县人社局'], '由县人社局负责'],
    ['县人力资源和社会保障局：\n工作方式：取消乡审核。', ['县人力资源和社会保障局'], '取消乡审核。'],
    [
      '疏勒县自然资源局（林业和草原局）、农业农村局：处罚。',
      ['疏勒县自然资源局（林业和草原局）', '疏勒县农业农村局'],
      '处罚。',
    ],
    ['县民政局\n负责收养登记。', ['县民政局'], '负责收养登记。'],
    ['县民政局', ['县民政局'], null],
    ['证明事项已清理，无需承接。', [], '证明事项已清理，无需承接。'],
    [
      '落实党中央精简优化基层考核有关要求，不再对乡镇（街道）进行考核',
      [],
      '落实党中央精简优化基层考核有关要求，不再对乡镇（街道）进行考核',
    ],
    ['不再开展此项工作', [], '不再开展此项工作'],
    ['', [], null],
  ])('%s', (text, departments, method) => {
    expect(read(text)).toEqual([departments, method]);
  });

  it('collects every department that heads a part of the cell', () => {
    const text = '疏勒县水利局：\n1.管理河道采砂；\n2.处罚。\n疏勒县自然资源局：\n1.管理河道以外采砂。';
    expect(read(text)).toEqual([['疏勒县水利局', '疏勒县自然资源局'], text]);
  });

  it('takes the method from its own column', () => {
    expect(read('县民政局、财政局', '负责追缴。')).toEqual([['县民政局', '县财政局'], '负责追缴。']);
  });
});
