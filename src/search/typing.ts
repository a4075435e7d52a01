// Typing errors and pinyin: an unknown pair of characters is tried as a known pair that sounds or looks alike.
import { isHan, toSyllables, type Characters } from '../language/index.ts';

/** A term that was put in for what was typed: 底保 → 低保, `jiegan` → 秸秆. */
export interface Mending {
  typed: string;
  term: string;
}

export interface TypingMender {
  mend(text: string): Mending[];
}

const RUN = /(?<han>\p{Script=Han})|(?<letters>[a-z]+)|(?<gap>[^\p{Script=Han}a-z\s]+)/gu;
const MOST_CANDIDATES = 4;

interface Unit {
  typed: string;
  /** Null for a Latin syllable. */
  character: string | null;
  readings: readonly string[];
}

export function createTypingMender(
  knownTerms: Iterable<string>,
  isKnown: (term: string) => boolean,
  characters: Characters,
): TypingMender {
  let bySound: Map<string, string[]> | null = null;

  function soundIndex(): Map<string, string[]> {
    if (bySound) return bySound;
    bySound = new Map();
    for (const term of knownTerms) {
      const [a, b, c] = [...term];
      if (a === undefined || b === undefined || c !== undefined || !isHan(a) || !isHan(b)) continue;
      for (const first of characters.readings(a)) {
        for (const second of characters.readings(b)) {
          const key = `${first} ${second}`;
          const list = bySound.get(key);
          if (!list) bySound.set(key, [term]);
          else if (!list.includes(term)) list.push(term);
        }
      }
    }
    return bySound;
  }

  function toUnits(text: string): (Unit | null)[] {
    const units: (Unit | null)[] = [];
    for (const match of text.matchAll(RUN)) {
      const letters = match.groups?.['letters'];
      if (match.groups?.['gap'] !== undefined) units.push(null);
      else if (letters === undefined) {
        units.push({ typed: match[0], character: match[0], readings: characters.readings(match[0]) });
      } else if (isKnown(letters)) units.push(null);
      else {
        const syllables = toSyllables(letters, characters);
        if (!syllables) units.push(null);
        else
          for (const reading of syllables)
            units.push({ typed: reading, character: null, readings: [reading] });
      }
    }
    return units;
  }

  function candidates(a: Unit, b: Unit): string[] {
    const found = new Set<string>();
    for (const first of a.readings) {
      for (const second of b.readings) {
        for (const term of soundIndex().get(`${first} ${second}`) ?? []) found.add(term);
      }
    }
    if (a.character !== null && b.character !== null) {
      for (const other of characters.lookAlikes(a.character)) {
        if (isKnown(other + b.character)) found.add(other + b.character);
      }
      for (const other of characters.lookAlikes(b.character)) {
        if (isKnown(a.character + other)) found.add(a.character + other);
      }
    }
    return [...found];
  }

  return {
    mend(text) {
      const units = toUnits(text);
      const mendings: Mending[] = [];
      for (let i = 0; i + 1 < units.length; i++) {
        const a = units[i];
        const b = units[i + 1];
        if (!a || !b) continue;
        const typed = a.typed + b.typed;
        if (a.character !== null && b.character !== null && isKnown(typed)) continue;
        const terms = candidates(a, b);
        if (terms.length === 0 || terms.length > MOST_CANDIDATES) continue;
        for (const term of terms) mendings.push({ typed, term });
      }
      return mendings;
    },
  };
}
