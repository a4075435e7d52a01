// The small parts of the flattened-columns format, each with the printed cases that made it necessary.
import { describe, expect, it } from 'vitest';
import { matchCategory } from '../../../../index-builder/formats/flattened/categories.ts';
import { extractFlattened } from '../../../../index-builder/formats/flattened/index.ts';
import { joinPieces } from '../../../../index-builder/formats/flattened/join.ts';
import { organisationFit } from '../../../../index-builder/formats/flattened/organisations.ts';
import {
  isHeadingPiece,
  isPageNumber,
  isStrayQuotes,
} from '../../../../index-builder/formats/flattened/page-furniture.ts';
import { toTitleKind } from '../../../../index-builder/formats/list-title.ts';
import { toPointMarks } from '../../../../index-builder/formats/flattened/point-mark.ts';
import { toColumns, type Piece } from '../../../../index-builder/formats/flattened/rows.ts';
import type { BodyLine } from '../../../../index-builder/formats/flattened/sections.ts';
import { toMeasure, toTextLines, widthOf } from '../../../../index-builder/formats/flattened/text-line.ts';
import { fitWidth, wrapFit } from '../../../../index-builder/formats/flattened/wrap.ts';
import { expectClosedLedger } from '../../../support/ledger.ts';
import { toSourceText } from '../../../support/source-file.ts';

function toPieces(...texts: string[]): Piece[] {
  return texts.map((text, i) => ({ text, no: i + 1, gap: 'none' }));
}

function toBody(...texts: string[]): BodyLine[] {
  return toTextLines(toSourceText(texts.join('\n'))).map((line) => ({ ...line, gap: 'none' }));
}

describe('furniture', () => {
  it.each(['第 5 页，共 130页', '第12页', '- 3 -', '第 40 页，共 69 页'])('%s is a page number', (text) => {
    expect(isPageNumber(text)).toBe(true);
  });
  it.each(['12', '第五项', '5个工作日'])('%s is none', (text) => {
    expect(isPageNumber(text)).toBe(false);
  });
  it('knows stray quotation marks from a closing mark that wrapped', () => {
    expect(['“', '“ “', '““““““““'].every(isStrayQuotes)).toBe(true);
    expect(['”', '“未缴', '”。'].some(isStrayQuotes)).toBe(false);
  });
  it.each([
    ['喀什地区疏勒县阿拉甫乡基本履职事项清单', 'basic'],
    ['配合履职事项清单（公布版）', 'cooperative'],
    ['某某区某某街道上级部门收回事项清单', 'reclaimed'],
    ['基本履职事项清单.....1', null],
    ['基本履职事项清单是本乡必须为、负全责的事项。', null],
  ])('%s opens %s', (text, kind) => {
    expect(toTitleKind(text)).toBe(kind);
  });
  it.each([
    '级部门',
    '上级部门职责 乡镇（街道）配合职责',
    '类别 事项名称 承接部门及工作方式',
    '上级部门职责 苏木乡镇配合职责',
  ])('%s is a piece of a heading', (text) => {
    expect(isHeadingPiece(text)).toBe(true);
  });
});

describe('columns', () => {
  it('takes departments and method apart only where the headings do', () => {
    expect(toColumns('reclaimed', '序号事项类别事项名称承接部门及工作方式')).toEqual(['name', 'takeover']);
    expect(toColumns('reclaimed', '序号事项名称承接部门工作方式')).toEqual(['name', 'departments', 'method']);
  });
});

describe('categories', () => {
  const categories = ['应急管理及消防', '党的建设', '应急管理'];
  it('puts a wrapped category together and keeps what follows it', () => {
    expect(matchCategory('党的建', toBody('设', '推荐县级以'), categories)).toEqual({
      category: '党的建设',
      extraLines: 1,
      rest: '',
    });
    expect(matchCategory('', toBody('应急管', '理及消', '防', '防汛抗旱工'), categories)).toMatchObject({
      category: '应急管理及消防',
      extraLines: 3,
    });
    expect(matchCategory('党的建设 做好“双拥”工作', [], categories)).toMatchObject({
      rest: '做好“双拥”工作',
    });
    expect(matchCategory('做好“双拥”工作', [], categories)).toBeNull();
  });
});

describe('points', () => {
  it('reads marks at the start and inside a line, also without the dot', () => {
    expect(toPointMarks('1.广泛动员；2.上报名单').map((mark) => mark.value)).toEqual([1, 2]);
    expect(toPointMarks('3 跟踪督导事务准入机制').map((mark) => mark.value)).toEqual([3]);
    expect(toPointMarks('二、冬春救助')).toMatchObject([{ level: 0, value: 2 }]);
    expect(toPointMarks('5 个工作日内')).toEqual([]);
    expect(toPointMarks('2000元以上1万元以下罚款。')).toEqual([]);
  });
});

describe('widths', () => {
  it('counts half characters', () => {
    expect(widthOf(toMeasure('1.在“一'), 1)).toBe(7);
    expect(widthOf(toMeasure('1.在“一'), 2)).toBe(8);
  });
  it('calls a wrap good when the next word would not have fitted', () => {
    expect(wrapFit(36, 38, 36)).toBeCloseTo(0);
    expect(wrapFit(20, 22, 36)).toBeLessThan(-5);
    expect(wrapFit(40, 42, 36)).toBeLessThan(-5);
    expect(
      fitWidth(
        [36, 35, 36, 36, 12].map((width) => ({ width, needed: width + 2 })),
        0,
      ).width,
    ).toBe(36);
  });
});

describe('joining', () => {
  it('undoes wraps and keeps points and headings apart', () => {
    const pieces = toPieces(
      '县民政局：',
      '1.负责将拟发放名',
      '单推送至系',
      '统；',
      '2.使用APP',
      'V2',
      '办理',
      '。',
    );
    expect(joinPieces(pieces, true)).toBe('县民政局：\n1.负责将拟发放名单推送至系统；\n2.使用APP V2办理。');
  });
  it('runs names and departments on', () => {
    expect(joinPieces(toPieces('疏勒县农', '业农村局', '、', '疏勒县财政局'), false)).toBe(
      '疏勒县农业农村局、疏勒县财政局',
    );
  });
});

describe('organisations', () => {
  it('tells a department cell from a name', () => {
    expect(organisationFit('市委组织部，市人力资源和社会保障局')).toBe(0);
    expect(organisationFit('县自然资源局（林业和草原局）、县公安局')).toBe(0);
    expect(organisationFit('做好慈善募捐救助工作')).toBeLessThan(-4);
    expect(organisationFit('疏勒县人力资源和社')).toBeLessThanOrEqual(0);
  });
});

describe('whole texts', () => {
  it('is not a flattened list: null', () => {
    expect(extractFlattened(toSourceText(''))).toBeNull();
    expect(extractFlattened(toSourceText('今天天气很好。\n\n1 一\n2 二'))).toBeNull();
  });
  it('reads a list cut off in the middle and still closes its ledger', () => {
    const text =
      '基本履职事项清单\n序号 事项类别 事项名称\n\n1 党的建设 做好“双拥”工作\n\n2 党的建设\n加强基层阵地建设，优化\n\n第 1 页，共 9 页\n“ “\n';
    const source = toSourceText(text);
    const extraction = extractFlattened(source);
    expect(extraction?.rows.map((row) => row.name.text)).toEqual([
      '做好“双拥”工作',
      '加强基层阵地建设，优化',
    ]);
    expectClosedLedger(source, extraction?.ledger ?? []);
    expect(extraction?.ledger.at(-1)?.class).toBe('noise:quotation-marks');
  });
});
