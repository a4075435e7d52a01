// Which pairs of characters are read alike: 秸秆, 结杆 → jie gan. Made when the first pair that nobody knows is typed.
import { isHan, type Characters } from '../language/index.ts';

export interface SoundIndex {
  /** The pairs that can be read so; see `blurSyllable` for how readings are spelt. */
  find(one: string, other: string): readonly string[];
}

const lengthOf = (point: number): number => (point > 0xffff ? 2 : 1);

/** Takes the terms that are two Chinese characters. */
export function createSoundIndex(terms: Iterable<string>, characters: Characters): SoundIndex {
  const syllables = new Map<string, number>();
  const numberOf = (syllable: string): number => {
    const known = syllables.get(syllable) ?? syllables.size;
    syllables.set(syllable, known);
    return known;
  };
  const readings = new Map<number, readonly number[]>();
  const readingsOf = (point: number): readonly number[] => {
    let known = readings.get(point);
    if (known === undefined) {
      const character = String.fromCodePoint(point);
      known = isHan(character) ? characters.readings(character).map(numberOf) : [];
      readings.set(point, known);
    }
    return known;
  };

  const pairs: string[] = [];
  const first: number[] = [];
  const second: number[] = [];
  for (const term of terms) {
    const a = term.codePointAt(0) ?? 0;
    const b = term.codePointAt(lengthOf(a)) ?? 0;
    if (term.length < 2 || term.length !== lengthOf(a) + lengthOf(b)) continue;
    if (readingsOf(a).length === 0 || readingsOf(b).length === 0) continue;
    pairs.push(term);
    first.push(a);
    second.push(b);
  }
  // chains: the last entry of each reading, and for each entry the one before; they count from 1
  const { size } = syllables;
  const last = new Int32Array(size * size);
  const before = [0];
  const pairOf = [0];
  for (let pair = 0; pair < pairs.length; pair++) {
    const seconds = readingsOf(second[pair] ?? 0);
    for (const a of readingsOf(first[pair] ?? 0)) {
      for (const b of seconds) {
        const key = a * size + b;
        before.push(last[key] ?? 0);
        pairOf.push(pair);
        last[key] = before.length - 1;
      }
    }
  }
  return {
    find(one, other) {
      const found: string[] = [];
      const a = syllables.get(one);
      const b = syllables.get(other);
      if (a === undefined || b === undefined) return found;
      for (let at = last[a * size + b] ?? 0; at > 0; at = before[at] ?? 0)
        found.push(pairs[pairOf[at] ?? 0] ?? '');
      return found;
    },
  };
}
