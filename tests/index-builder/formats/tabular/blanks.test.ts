import { expect, it } from 'vitest';
import { closeBlanks } from '../../../../index-builder/formats/tabular/blanks.ts';

it.each([
  ['国有资产管理工 作，推进', '国有资产管理工作，推进'],
  ['1.宣传；  2.巡查。 ', '1.宣传； 2.巡查。'],
  ['莎车县教育局 莎车县人社局', '莎车县教育局 莎车县人社局'],
  ['承接部门：莎车县残联 工作方式：取消', '承接部门：莎车县残联 工作方式：取消'],
  ['一、人选推荐工作 做好推荐。', '一、人选推荐工作 做好推荐。'],
  ['审核DMCC系统', '审核DMCC系统'],
])('%s', (raw, text) => {
  expect(closeBlanks(raw)).toBe(text);
});
