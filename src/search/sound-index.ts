// Which pairs of characters are read alike: 秸秆, 结杆 → jie gan. Made when the first pair that nobody knows is typed.
import { isHan, type Characters } from '../language/index.ts';

export interface SoundIndex {
  /** The pairs that can be read so; see `blurSyllable` for how readings are spelt. */
  find(first: string, second: string): readonly string[];
}

/** More than there are syllables. */
const MOST_SYLLABLES = 4096;
const NONE: readonly string[] = [];

/** Takes the terms that are two Chinese characters. */
export function createSoundIndex(terms: Iterable<string>, characters: Characters): SoundIndex {
  const syllables = new Map<string, number>();
  const numberOf = (syllable: string): number => {
    const known = syllables.get(syllable);
    if (known !== undefined) return known;
    syllables.set(syllable, syllables.size);
    return syllables.size - 1;
  };
  const readings = new Map<string, readonly number[]>();
  const readingsOf = (character: string): readonly number[] => {
    let known = readings.get(character);
    if (known === undefined) {
      known = isHan(character) ? characters.readings(character).map(numberOf) : [];
      readings.set(character, known);
    }
    return known;
  };

  const pairs = new Map<number, string[]>();
  for (const term of terms) {
    if (term.length < 2 || term.length > 4) continue;
    const [a, b, c] = term;
    if (a === undefined || b === undefined || c !== undefined) continue;
    const seconds = readingsOf(b);
    for (const first of readingsOf(a)) {
      for (const second of seconds) {
        const key = first * MOST_SYLLABLES + second;
        const list = pairs.get(key);
        if (list) list.push(term);
        else pairs.set(key, [term]);
      }
    }
  }
  return {
    find(first, second) {
      const a = syllables.get(first);
      const b = syllables.get(second);
      return a === undefined || b === undefined ? NONE : (pairs.get(a * MOST_SYLLABLES + b) ?? NONE);
    },
  };
}
