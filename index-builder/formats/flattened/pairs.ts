// Neighbouring characters inside the lines of a list. Each pair gets a number once, so that what is learnt about pairs
// again and again (how often, on whose side) is kept in plain arrays.

export interface Pairs {
  /** How often a pair stands inside a line; 0 for one that is nowhere. */
  countOf: (pair: string) => number;
  /** How many different pairs there are; their numbers are 0 … size - 1. */
  size: number;
  /** The numbers of a text's pairs in order, for the texts that the pairs were counted in. */
  numbersOf: (text: string) => Int32Array;
}

/** Counts and numbers the pairs of the given lines. */
export function countPairs(texts: Iterable<string>): Pairs {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const byText = new Map<string, Int32Array>();
  for (const text of texts) {
    let own = byText.get(text);
    if (!own) {
      own = new Int32Array(Math.max(0, text.length - 1));
      for (let i = 0; i < own.length; i += 1) {
        const pair = text.slice(i, i + 2);
        let number = numbers.get(pair);
        if (number === undefined) {
          number = counts.push(0) - 1;
          numbers.set(pair, number);
        }
        own[i] = number;
      }
      byText.set(text, own);
    }
    for (const number of own) counts[number] = (counts[number] ?? 0) + 1;
  }
  const none = new Int32Array(0);
  return {
    countOf: (pair) => counts[numbers.get(pair) ?? -1] ?? 0,
    size: counts.length,
    numbersOf: (text) => byText.get(text) ?? none,
  };
}
