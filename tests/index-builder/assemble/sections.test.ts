import { describe, expect, it } from 'vitest';
import { readSections } from '../../../index-builder/assemble/index.ts';
import { readerFor, SHULE } from '../../support/organisations.ts';

const reader = readerFor(SHULE);

/** `heading → [points]` of every section. */
function read(text: string, departments = ''): [string | null, string[]][] {
  return readSections(text, reader, reader.read(departments)).map(({ heading, points }) => [
    heading,
    points.map((point) => point.text),
  ]);
}

describe('readSections', () => {
  it('cuts numbered points', () => {
    expect(read('1.宣传； 2.巡查1.5万亩农田； 10.上报。')).toEqual([
      [null, ['1.宣传；', '2.巡查1.5万亩农田； 10.上报。']],
    ]);
    expect(read('1.宣传；2.巡查；3.上报。')).toEqual([[null, ['1.宣传；', '2.巡查；', '3.上报。']]]);
  });

  it('cuts by departments, canonical names known', () => {
    const sections = readSections('县公安局：1.登记；2.查处。\n疏勒县人社局：\n负责仲裁。', reader);
    expect(sections).toEqual([
      {
        heading: '县公安局：',
        organisations: [{ printed: '县公安局', canonical: '疏勒县公安局' }],
        points: [{ text: '1.登记；' }, { text: '2.查处。' }],
      },
      {
        heading: '疏勒县人社局：',
        organisations: [{ printed: '疏勒县人社局', canonical: '疏勒县人力资源和社会保障局' }],
        points: [{ text: '负责仲裁。' }],
      },
    ]);
  });

  it.each<[string, string, [string | null, string[]][]]>([
    ['晋升程序： 1.公示； 2.备案。', '', [['晋升程序：', ['1.公示；', '2.备案。']]]],
    ['疏勒县委组织部：(考核) 1.下发方案。', '', [['疏勒县委组织部：(考核)', ['1.下发方案。']]]],
    ['疏勒县委网信办 1.制订方案。', '疏勒县委网信办', [['疏勒县委网信办', ['1.制订方案。']]]],
    ['疏勒县人社局； 组织招聘。', '疏勒县人社局', [['疏勒县人社局；', ['组织招聘。']]]],
    [
      '一、人选推荐工作 1.推荐； 二、考察服务工作 做好服务。',
      '',
      [
        ['一、人选推荐工作', ['1.推荐；']],
        ['二、考察服务工作', ['做好服务。']],
      ],
    ],
    [
      '一、扬尘治理疏勒县公安局：\n查处。',
      '疏勒县公安局',
      [
        ['一、扬尘治理', []],
        ['疏勒县公安局：', ['查处。']],
      ],
    ],
    [
      '受理申请； 初审公示。组织核实； 审核。',
      '',
      [[null, ['受理申请；', '初审公示。组织核实；', '审核。']]],
    ],
    [
      '1.宣传教育：利用广播； 2.日常巡查：发现问题。',
      '',
      [[null, ['1.宣传教育：利用广播；', '2.日常巡查：发现问题。']]],
    ],
    ['1.宣传；2.巡查工作3.上报。', '', [[null, ['1.宣传；', '2.巡查工作', '3.上报。']]]],
    ['1.宣传；2.巡查；3负责上报。', '', [[null, ['1.宣传；', '2.巡查；', '3负责上报。']]]],
    ['1. 宣传； 2. 巡查。', '', [[null, ['1. 宣传；', '2. 巡查。']]]],
    ['（一）宣传；（二）巡查。①甲；②乙。', '', [[null, ['（一）宣传；', '（二）巡查。', '①甲；', '②乙。']]]],
    ['查处电动车；处500元罚款，3年内不得申请。', '', [[null, ['查处电动车；处500元罚款，3年内不得申请。']]]],
    ['', '', []],
  ])('%s', (text, departments, sections) => {
    expect(read(text, departments)).toEqual(sections);
  });
});
