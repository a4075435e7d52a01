import { describe, expect, it } from 'vitest';
import { cutPlaceName } from '../../../index-builder/preface/index.ts';

describe('cutPlaceName', () => {
  it.each([
    ['喀什地区疏勒县阿拉甫乡', '阿拉甫乡', '疏勒县', '喀什地区'],
    [
      '新疆维吾尔自治区喀什地区塔什库尔干塔吉克自治县科克亚尔柯尔克孜族乡',
      '科克亚尔柯尔克孜族乡',
      '塔什库尔干塔吉克自治县',
      '喀什地区',
    ],
    ['伊犁州伊宁市托格拉克乡', '托格拉克乡', '伊宁市', '伊犁州'],
    ['克孜勒苏柯尔克孜自治州阿合奇县哈拉奇乡', '哈拉奇乡', '阿合奇县', '克孜勒苏柯尔克孜自治州'],
    ['浙江省杭州市西湖区三墩镇', '三墩镇', '西湖区', '杭州市'],
    ['河南省郑州市中原区林山寨街道', '林山寨街道', '中原区', '郑州市'],
    ['湖州市德清县新市镇', '新市镇', '德清县', '湖州市'],
    ['内蒙古自治区锡林郭勒盟苏尼特左旗满都拉图镇', '满都拉图镇', '苏尼特左旗', '锡林郭勒盟'],
    ['北京市通州区宋庄镇', '宋庄镇', '通州区', '北京市'],
    ['阿合奇县哈拉奇乡', '哈拉奇乡', '阿合奇县', ''],
    ['哈拉奇乡', '哈拉奇乡', '', ''],
  ])('%s', (name, township, county, prefecture) => {
    expect(cutPlaceName(name)).toEqual({ township, county, prefecture });
  });

  it.each(['基本', '喀什地区疏勒县', '上级部门'])('%s is no township', (name) => {
    expect(cutPlaceName(name)).toBeNull();
  });
});
