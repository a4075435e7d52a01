// Character tables that understanding a typed question needs. They are compiled once by the index builder
// from kept libraries (pinyin-pro, opencc-js), so that the runtime loads a small file instead of both.
import { z } from 'zod';

export const CharacterTables = z.object({
  /** Traditional → simplified, as pairs run together: `農农業业…`. */
  traditional: z.string(),
  /** Toneless syllable → the characters read so, most of them in several entries: `{"jie": "秸结接…"}`. */
  pinyin: z.record(z.string(), z.string()),
  /** Groups of characters that are mistaken for each other by their looks: `["己已巳", "未末"]`. */
  lookAlikes: z.array(z.string()),
});
export type CharacterTables = z.infer<typeof CharacterTables>;

/** The tables as look-ups. */
export interface Characters {
  toSimplified(text: string): string;
  /** Toneless, blurred readings (see {@link blurSyllable}); empty for characters without one. */
  readings(character: string): readonly string[];
  lookAlikes(character: string): readonly string[];
  isSyllable(letters: string): boolean;
}

/**
 * A syllable with the distinctions dropped that typing and dialects confuse: zh/z, ch/c, sh/s, ng/n.
 * `sheng` → `sen`, `zhong` → `zon`.
 */
export function blurSyllable(syllable: string): string {
  return syllable.replace(/^(?<initial>[zcs])h/, '$<initial>').replace(/ng$/, 'n');
}

export function createCharacters(tables: CharacterTables): Characters {
  const simplified = new Map<string, string>();
  const pairs = [...tables.traditional];
  for (let i = 0; i + 1 < pairs.length; i += 2) simplified.set(pairs[i] ?? '', pairs[i + 1] ?? '');
  // 薴 → 苧 → 苎: what one simplifies to may be traditional itself
  for (const [character, once] of simplified) simplified.set(character, simplified.get(once) ?? once);

  const readings = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(tables.pinyin)) {
    const blurred = blurSyllable(syllable);
    for (const character of characters) {
      const known = readings.get(character);
      if (!known) readings.set(character, [blurred]);
      else if (!known.includes(blurred)) known.push(blurred);
    }
  }

  const lookAlikes = new Map<string, string[]>();
  for (const group of tables.lookAlikes) {
    const members = [...group];
    for (const member of members) {
      const others = members.filter((other) => other !== member);
      lookAlikes.set(member, [...(lookAlikes.get(member) ?? []), ...others]);
    }
  }

  /** By UTF-16 unit: whether a character that is simplified has it. Most texts have none. */
  const isTraditional = new Uint8Array(0x10000);
  for (const character of simplified.keys())
    for (let i = 0; i < character.length; i++) isTraditional[character.charCodeAt(i)] = 1;
  function toSimplified(text: string): string {
    let i = 0;
    while (i < text.length && isTraditional[text.charCodeAt(i)] === 0) i++;
    if (i === text.length) return text;
    let out = '';
    for (const character of text) out += simplified.get(character) ?? character;
    return out;
  }

  return {
    toSimplified,
    readings: (character) => readings.get(character) ?? [],
    lookAlikes: (character) => lookAlikes.get(character) ?? [],
    isSyllable: (letters) => Object.hasOwn(tables.pinyin, letters),
  };
}
