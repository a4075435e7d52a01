// Pinyin typed in Latin letters, cut into syllables: `jieganfenshao` → jie gan fen shao.
import { blurSyllable } from './tables.js';
const LONGEST = 6;
/**
 * The blurred syllables of a run of letters, or null when it is not pinyin throughout. The longest first
 * syllable that leaves a readable rest wins.
 */
export function toSyllables(letters, characters) {
    if (letters === '')
        return [];
    for (let length = Math.min(LONGEST, letters.length); length > 0; length--) {
        const head = letters.slice(0, length);
        if (!characters.isSyllable(head))
            continue;
        const rest = toSyllables(letters.slice(length), characters);
        if (rest)
            return [blurSyllable(head), ...rest];
    }
    return null;
}
