// Typing errors and pinyin: an unknown pair of characters is tried as a known pair that sounds or looks alike.
import { isHan, toSyllables, type Characters } from '../language/index.ts';
import { createSoundIndex, type SoundIndex } from './sound-index.ts';

/** A term that was put in for what was typed: 底保 → 低保, `jiegan` → 秸秆. */
export interface Mending {
  typed: string;
  term: string;
}

export interface TypingMender {
  mend(text: string): Mending[];
}

const LETTERS = /^[a-z]/;
// a Chinese character, letters, or a gap
const RUN = /\p{Script=Han}|[a-z]+|[^\p{Script=Han}a-z\s]+/gu;
/** So many readings of one typed pair are tried, the likeliest: pinyin leaves more open than a wrong character. */
const MOST_FOR_PINYIN = 2;
const MOST_FOR_CHARACTERS = 1;
/** A reading that so few texts have is taken for chance. */
const LEAST_FREQUENCY = 2;
/** In log-frequency: one character kept as typed; the neighbouring pair reads the shared character the same. */
const KEPT_BONUS = 2;
const AGREED_BONUS = 2;

interface Unit {
  typed: string;
  /** Null for a Latin syllable. */
  character: string | null;
  readings: readonly string[];
}

/** The words that typing errors are mended into. */
export interface KnownTerms {
  terms: Iterable<string>;
  isKnown(term: string): boolean;
  /** How many texts of the catalogue have the term. */
  frequency(term: string): number;
}

export function createTypingMender(known: KnownTerms, characters: Characters): TypingMender {
  const isKnown = (term: string): boolean => known.isKnown(term);
  let sounds: SoundIndex | null = null;

  function toUnits(text: string): (Unit | null)[] {
    const units: (Unit | null)[] = [];
    for (const run of text.match(RUN) ?? []) {
      if (isHan(run)) units.push({ typed: run, character: run, readings: characters.readings(run) });
      // pinyin that somebody typed in a story is pinyin all the same: only words of the catalogue are kept
      else if (!LETTERS.test(run) || known.frequency(run) > 0) units.push(null);
      else {
        const syllables = toSyllables(run, characters);
        if (!syllables) units.push(null);
        else
          for (const reading of syllables)
            units.push({ typed: reading, character: null, readings: [reading] });
      }
    }
    return units;
  }

  function candidates(a: Unit, b: Unit): string[] {
    sounds ??= createSoundIndex(known.terms, characters);
    const found = new Set<string>();
    for (const first of a.readings) {
      for (const second of b.readings) {
        for (const term of sounds.find(first, second)) found.add(term);
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

  /** Whether a pair is fine as it was typed. */
  const isTyped = (a: Unit, b: Unit): boolean =>
    a.character !== null && b.character !== null && isKnown(a.typed + b.typed);

  return {
    mend(text) {
      const units = toUnits(text);
      const pairs = units.slice(0, -1).map((a, i): { typed: string; found: string[] } | null => {
        const b = units[i + 1];
        if (!a || !b || isTyped(a, b)) return null;
        return { typed: a.typed + b.typed, found: candidates(a, b) };
      });
      return pairs.flatMap((pair, i): Mending[] => {
        const a = units[i];
        const b = units[i + 1];
        if (!pair || !a || !b) return [];
        const before = pairs[i - 1]?.found ?? [];
        const after = pairs[i + 1]?.found ?? [];
        const isPlain = a.character !== null && b.character !== null;
        const likelihood = (term: string): number => {
          const frequency = known.frequency(term);
          if (frequency < LEAST_FREQUENCY) return -Infinity;
          const [first = '', second = ''] = term;
          const kept = first === a.character || second === b.character;
          const agreed =
            before.some((other) => other.endsWith(first)) || after.some((other) => other.startsWith(second));
          // two wrong characters in a row, and nothing around them that agrees
          if (isPlain && !kept && !agreed) return -Infinity;
          return Math.log(frequency) + (kept ? KEPT_BONUS : 0) + (agreed ? AGREED_BONUS : 0);
        };
        return pair.found
          .map((term) => ({ term, likelihood: likelihood(term) }))
          .filter((candidate) => candidate.likelihood > -Infinity)
          .sort((x, y) => y.likelihood - x.likelihood || (x.term < y.term ? -1 : 1))
          .slice(0, isPlain ? MOST_FOR_CHARACTERS : MOST_FOR_PINYIN)
          .map(({ term }) => ({ typed: pair.typed, term }));
      });
    },
  };
}
