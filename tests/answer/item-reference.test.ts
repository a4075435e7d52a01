import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findItemReference } from '../../src/answer/item-reference.ts';

const number = (text: string): unknown => {
  const reference = findItemReference(text);
  return reference?.by === 'number' ? [reference.list, reference.no] : reference;
};

describe('by number', () => {
  it.each([
    ['配合62', 'cooperative', 62],
    ['配合第62项', 'cooperative', 62],
    ['配合第六十二项', 'cooperative', 62],
    ['配合履职事项 第六十二项是什么', 'cooperative', 62],
    ['基本履职事项第12项', 'basic', 12],
    ['上级部门收回事项清单第9项', 'reclaimed', 9],
    ['收回no.9', 'reclaimed', 9],
    ['基本第十条', 'basic', 10],
    ['配合第一百零三项', 'cooperative', 103],
    ['配合第一百二十项', 'cooperative', 120],
  ])('%s', (text, list, no) => {
    expect(number(text)).toEqual([list, no]);
  });

  it.each([
    '配合几项',
    '配合多少项',
    '配合62岁以上老人领津贴',
    '配合3个部门',
    '配合2025年的检查',
    '第62项',
    '配合第零项',
    '62',
    '',
  ])('%j names none', (text) => {
    expect(findItemReference(text)).toBeNull();
  });

  it('tells where it stands', () => {
    const text = '阿拉甫乡配合第62项谁管';
    const reference = findItemReference(text);
    expect(reference?.by === 'number' && text.slice(reference.start, reference.end)).toBe('配合第62项');
  });

  it('Chinese numerals are the numbers they stand for', () => {
    const DIGITS = '零一二三四五六七八九';
    const write = (n: number): string => {
      const [hundreds, tens, ones] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
      const rest = ones === 0 ? '' : DIGITS.charAt(ones);
      if (hundreds > 0 && tens === 0) return `${DIGITS.charAt(hundreds)}百${ones === 0 ? '' : `零${rest}`}`;
      if (hundreds > 0) return `${DIGITS.charAt(hundreds)}百${DIGITS.charAt(tens)}十${rest}`;
      if (tens > 0) return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${rest}`;
      return rest;
    };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (n) => {
        expect(number(`配合第${write(n)}项`)).toEqual(['cooperative', n]);
      }),
    );
  });
});

describe('by id', () => {
  it.each([
    'shule-alafu-2025-c62',
    '看 shule-alafu-2025-c62 这条',
    'https://zhize.example/i/shule-alafu-2025-c62',
    'https://zhize.example/lists/i/shule-alafu-2025-c62?from=chat',
  ])('%s', (text) => {
    expect(findItemReference(text)).toEqual({ by: 'id', id: 'shule-alafu-2025-c62' });
  });

  it.each(['shule-alafu-2025', 'shule-alafu-2025-x62', 'x-shule-alafu-2025-c62x', 'shule-alafu-2025-c0'])(
    '%s is none',
    (text) => {
      expect(findItemReference(text)).toBeNull();
    },
  );
});
