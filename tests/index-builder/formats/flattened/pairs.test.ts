import { describe, expect, it } from 'vitest';
import { countPairs } from '../../../../index-builder/formats/flattened/pairs.ts';

describe('countPairs', () => {
  const pairs = countPairs(['县水利局', '水利工程', '县水利局']);
  const countOf = (pair: string): number => pairs.countOf(pair.charCodeAt(0), pair.charCodeAt(1));

  it('counts a pair in every line that it stands in', () => {
    expect(countOf('水利')).toBe(3);
    expect(countOf('工程')).toBe(1);
    expect(countOf('局水')).toBe(0);
  });

  it('gives the same pair the same number in every line', () => {
    const [, water] = pairs.numbersOf('县水利局');
    expect(pairs.numbersOf('水利工程')[0]).toBe(water);
    expect(pairs.size).toBe(5);
    expect(pairs.numbersOf('局')).toHaveLength(0);
  });
});
