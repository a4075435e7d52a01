// The character tables of the runtime, from kept libraries: pinyin (pinyin-pro) and traditional characters (opencc-js).
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import type { CharacterTables } from '../../src/language/index.ts';

/** The 6,763 characters of GB 2312: what a Chinese keyboard offers for simplified text. */
function commonCharacters(): string[] {
  const characters: string[] = [];
  for (let high = 0xb0; high <= 0xf7; high++) {
    for (let low = 0xa1; low <= 0xfe; low++) {
      const character = iconv.decode(Buffer.from([high, low]), 'gb2312');
      if (/^\p{Script=Han}$/u.test(character)) characters.push(character);
    }
  }
  return characters;
}

/** Same input, same bytes: characters in code order. `lookAlikes` is passed through. */
export function compileCharacters(lookAlikes: readonly string[]): CharacterTables {
  const common = new Set(commonCharacters());
  const bySyllable = new Map<string, string[]>();
  for (const character of [...common].sort()) {
    const readings = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
    for (const reading of new Set(readings)) {
      if (!/^[a-z]+$/.test(reading)) continue;
      bySyllable.set(reading, [...(bySyllable.get(reading) ?? []), character]);
    }
  }
  const convert = Converter({ from: 't', to: 'cn' });
  let traditional = '';
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCodePoint(code);
    if (common.has(character)) continue;
    const simplified = convert(character);
    if (simplified !== character && [...simplified].length === 1) traditional += character + simplified;
  }
  const syllables = [...bySyllable.keys()].sort();
  return {
    traditional,
    pinyin: Object.fromEntries(
      syllables.map((syllable) => [syllable, (bySyllable.get(syllable) ?? []).join('')]),
    ),
    lookAlikes: [...lookAlikes],
  };
}
