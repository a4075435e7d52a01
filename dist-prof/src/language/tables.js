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
/**
 * A syllable with the distinctions dropped that typing and dialects confuse: zh/z, ch/c, sh/s, ng/n.
 * `sheng` → `sen`, `zhong` → `zon`.
 */
export function blurSyllable(syllable) {
    return syllable.replace(/^(?<initial>[zcs])h/, '$<initial>').replace(/ng$/, 'n');
}
export function createCharacters(tables) {
    const simplified = new Map();
    const pairs = [...tables.traditional];
    for (let i = 0; i + 1 < pairs.length; i += 2)
        simplified.set(pairs[i] ?? '', pairs[i + 1] ?? '');
    // 薴 → 苧 → 苎: what one simplifies to may be traditional itself
    for (const [character, once] of simplified)
        simplified.set(character, simplified.get(once) ?? once);
    const readings = new Map();
    for (const [syllable, characters] of Object.entries(tables.pinyin)) {
        const blurred = blurSyllable(syllable);
        for (const character of characters) {
            const known = readings.get(character);
            if (!known)
                readings.set(character, [blurred]);
            else if (!known.includes(blurred))
                known.push(blurred);
        }
    }
    const lookAlikes = new Map();
    for (const group of tables.lookAlikes) {
        const members = [...group];
        for (const member of members) {
            const others = members.filter((other) => other !== member);
            lookAlikes.set(member, [...(lookAlikes.get(member) ?? []), ...others]);
        }
    }
    return {
        toSimplified: (character) => simplified.get(character) ?? character,
        readings: (character) => readings.get(character) ?? [],
        lookAlikes: (character) => lookAlikes.get(character) ?? [],
        isSyllable: (letters) => Object.hasOwn(tables.pinyin, letters),
    };
}
