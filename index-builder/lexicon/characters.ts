// The character tables of the runtime, from kept libraries: pinyin (pinyin-pro) and traditional characters (opencc-js).
import iconv from 'iconv-lite';
import TRADITIONAL from 'opencc-js/dict/TSCharacters';
import { polyphonic } from 'pinyin-pro';
import type { CharacterTables } from '../../src/language/index.ts';

/** The 6,763 characters of GB 2312: what a Chinese keyboard offers for simplified text. */
function commonCharacters(): string[] {
  const bytes: number[] = [];
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) bytes.push(high, low);
  }
  return iconv.decode(Buffer.from(bytes), 'gb2312').match(/\p{Script=Han}/gu) ?? [];
}

/** Same input, same bytes: characters in code order. `lookAlikes` is passed through. */
export function compileCharacters(lookAlikes: readonly string[]): CharacterTables {
  const common = new Set(commonCharacters());
  const bySyllable = new Map<string, string[]>();
  const sorted = [...common].sort();
  const readings = polyphonic(sorted.join(''), { toneType: 'none', type: 'array', v: true });
  for (const [i, character] of sorted.entries()) {
    for (const reading of new Set(readings[i])) {
      if (!/^[a-z]+$/.test(reading)) continue;
      const characters = bySyllable.get(reading);
      if (characters) characters.push(character);
      else bySyllable.set(reading, [character]);
    }
  }
  const syllables = [...bySyllable.keys()].sort();
  return {
    traditional: listTraditional(common),
    pinyin: Object.fromEntries(
      syllables.map((syllable) => [syllable, (bySyllable.get(syllable) ?? []).join('')]),
    ),
    lookAlikes: [...lookAlikes],
  };
}

/**
 * Characters of the basic block that are not common ones, each with its simplified form, in code order. Straight from the
 * dictionary: the library's converter would first make a tree of all its phrases, and no phrase is asked of it.
 */
function listTraditional(common: ReadonlySet<string>): string {
  const simplified = new Map(
    TRADITIONAL.split('|').map((entry) => entry.split(' ') as [string, string | undefined]),
  );
  let pairs = '';
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCodePoint(code);
    const simple = common.has(character) ? undefined : simplified.get(character);
    if (simple !== undefined && simple !== character && [...simple].length === 1) pairs += character + simple;
  }
  return pairs;
}
