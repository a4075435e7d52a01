import { describe, expect, it } from 'vitest';
import { extractSource } from '../../../index-builder/formats/index.ts';
import { readPreface } from '../../../index-builder/preface/index.ts';
import { toSourceText } from '../../../index-builder/source/index.ts';
import { sampleList } from '../../support/sample-list.ts';

function read(text: string) {
  const source = toSourceText('a.txt', text);
  return readPreface(source, extractSource(source));
}

describe('readPreface', () => {
  it('reads place, date and declared figures', () => {
    const preface = read(sampleList());
    expect(preface.place).toEqual({ township: '南岭镇', county: '西河县', prefecture: '东山地区' });
    expect(preface.edition).toBe('2025年8月');
    expect(preface.classification).toBe('public');
    expect(preface.declared).toEqual({ basic: 2, cooperative: 2, reclaimed: 2 });
    expect(preface.declaredTotal).toBe(6);
    expect(preface.declaredLists.cooperative).toEqual({
      count: 2,
      categories: ['平安法治'],
      categoryCount: 1,
      departmentCount: 3,
    });
    expect(preface.amendment).toBeNull();
  });

  it('reads the place from a table title alone', () => {
    const preface = read(sampleList({ preface: false, place: '伊犁州伊宁市托格拉克乡' }));
    expect(preface.place).toEqual({ township: '托格拉克乡', county: '伊宁市', prefecture: '伊犁州' });
    expect(preface.declared).toBeNull();
  });

  it('reads the place from the line above the first table title', () => {
    const text = `伊犁州伊宁市托格拉克乡\n${sampleList({ preface: false, place: '' })}`;
    expect(read(text).place).toEqual({ township: '托格拉克乡', county: '伊宁市', prefecture: '伊犁州' });
  });

  it('reads the place from the explanation when no title prints it', () => {
    const text = `说明\n哈拉奇乡是农牧结合型乡，位于阿合奇县以西。经阿合奇县委编委初审后，形成哈拉奇乡履职事项清单。\n${sampleList({ preface: false, place: '' })}`;
    expect(read(text).place).toEqual({ township: '哈拉奇乡', county: '阿合奇县', prefecture: '' });
  });

  it('prints no place → empty', () => {
    expect(read(sampleList({ preface: false, place: '' })).place).toEqual({
      township: '',
      county: '',
      prefecture: '',
    });
  });

  it('sees 内部, 公布版 and a title broken over lines', () => {
    const body = sampleList({ preface: false, place: '' }).replaceAll('事项清单\n', '事项清单（公布版）\n');
    const preface = read(`内部\n东山地区西河县\n南岭镇履职事项清单\n${body}`);
    expect(preface.classification).toBe('internal');
    expect(preface.remarks).toEqual(['公布版']);
    expect(preface.place.township).toBe('南岭镇');
  });

  it('quotes what is said about matters outside the list', () => {
    const preface = read(
      sampleList().replace(
        '说明\n',
        '说明\n本清单实行动态调整。清单之外的事项，\n确需由乡镇承担的，按程序报批。\n',
      ),
    );
    expect(preface.amendment).toEqual({ text: '本清单实行动态调整。', startLine: 4, endLine: 4 });
  });
});
