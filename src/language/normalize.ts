// One spelling for everything that is compared: questions, official cells and everyday phrases all pass here.
import type { Characters } from './tables.ts';

const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060\ufeff]|\p{Variation_Selector}/gu;
const EMOJI = /\p{Extended_Pictographic}/gu;
// nearly all that is indexed: nothing to fold or to take out
const PLAIN = /^[\u4e00-\u9fff]+$/;
const BLANKS = /\s+/gu;

/**
 * Full-width forms to half-width, traditional to simplified characters, lower case, no emoji or invisible
 * characters, single blanks. Idempotent. `請問ＡＰＰ誰管👍` → `请问app谁管`.
 */
export function normalize(text: string, characters: Characters): string {
  if (PLAIN.test(text)) return characters.toSimplified(text);
  const visible = text.replace(INVISIBLE, '').normalize('NFKC').replace(EMOJI, ' ');
  // lower-casing can part a letter from its mark (İ): composed once more
  const folded = visible.toLowerCase().normalize('NFKC');
  return characters.toSimplified(folded).replace(BLANKS, ' ').trim();
}

const HAN = /\p{Script=Han}/u;

/** Whether a character is a Chinese one (punctuation and digits are not). */
export function isHan(character: string): boolean {
  return HAN.test(character);
}
