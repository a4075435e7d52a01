// Neighbouring characters inside the lines of a list. Each pair gets a number once, so that what is learnt about pairs
// again and again (how often, on whose side) is kept in plain arrays.

export interface Pairs {
  /** How often two characters, given by their codes, stand side by side inside a line. */
  countOf: (first: number, second: number) => number;
  /** How many different pairs there are; their numbers are 0 … size - 1. */
  size: number;
  /** The numbers of a text's pairs in order, for the texts that the pairs were counted in. */
  numbersOf: (text: string) => Int32Array;
}

/** Counts and numbers the pairs of the given lines. */
export function countPairs(texts: Iterable<string>): Pairs {
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const byText = new Map<string, Int32Array>();
  const toKey = createPairKeys();
  for (const text of texts) {
    let own = byText.get(text);
    if (!own) {
      own = new Int32Array(Math.max(0, text.length - 1));
      for (let i = 0; i < own.length; i += 1) {
        const key = toKey(text.charCodeAt(i), text.charCodeAt(i + 1));
        let number = numbers.get(key);
        if (number === undefined) {
          number = counts.push(0) - 1;
          numbers.set(key, number);
        }
        own[i] = number;
      }
      byText.set(text, own);
    }
    for (const number of own) counts[number] = (counts[number] ?? 0) + 1;
  }
  const none = new Int32Array(0);
  return {
    countOf: (first, second) => counts[numbers.get(toKey(first, second)) ?? -1] ?? 0,
    size: counts.length,
    numbersOf: (text) => byText.get(text) ?? none,
  };
}

/** A small whole number for each pair of characters: these are the fastest keys, and no string is cut out. */
function createPairKeys(): (first: number, second: number) => number {
  const codes = new Uint16Array(0x10000);
  let known = 0;
  const toCode = (unit: number): number => {
    let code = codes[unit] ?? 0;
    if (code === 0) {
      known += 1;
      code = known;
      codes[unit] = code;
    }
    return code;
  };
  return (first, second) => toCode(first) * 0x10000 + toCode(second);
}
