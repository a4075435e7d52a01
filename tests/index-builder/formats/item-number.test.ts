import { describe, expect, it } from 'vitest';
import { toItemNumber } from '../../../index-builder/formats/item-number.ts';

describe('toItemNumber', () => {
  it.each([
    ['12', 12],
    [' 12. ', 12],
    ['１２．', 12],
    ['12、', 12],
    ['（12）', 12],
    ['(12)', 12],
    ['第12项', 12],
    ['第 12 项', 12],
    ['012', 12],
    ['⑫', 12],
    ['⒓', 12],
    ['⑿', 12],
    ['十二', 12],
    ['（十二）', 12],
    ['第十二项', 12],
    ['一百零三、', 103],
    ['一百二十', 120],
    ['二〇', null],
    ['XII', 12],
    ['xii.', 12],
    ['Ⅻ', 12],
    ['（Ⅲ）', 3],
    ['CXXIX', 129],
    ['XC', 90],
    ['IIX', null],
    ['XXXX', null],
    ['VV', null],
    ['十百', null],
    ['', null],
    ['党的建设', null],
    ['1234', null],
    ['1-2', null],
    ['12.5', null],
    ['I类', null],
  ])('%s', (text, no) => {
    expect(toItemNumber(text)).toBe(no);
  });
});
