// The character tables of the runtime, from kept libraries: pinyin (pinyin-pro) and traditional characters (opencc-js).
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js/t2cn';
import { polyphonic } from 'pinyin-pro';
/** The 6,763 characters of GB 2312: what a Chinese keyboard offers for simplified text. */
function commonCharacters() {
    const bytes = [];
    for (let high = 0xb0; high <= 0xf7; high++) {
        for (let low = 0xa1; low <= 0xfe; low++)
            bytes.push(high, low);
    }
    return iconv.decode(Buffer.from(bytes), 'gb2312').match(/\p{Script=Han}/gu) ?? [];
}
/** Same input, same bytes: characters in code order. `lookAlikes` is passed through. */
export function compileCharacters(lookAlikes) {
    const common = new Set(commonCharacters());
    const bySyllable = new Map();
    const sorted = [...common].sort();
    const readings = polyphonic(sorted.join(''), { toneType: 'none', type: 'array', v: true });
    for (const [i, character] of sorted.entries()) {
        for (const reading of new Set(readings[i])) {
            if (!/^[a-z]+$/.test(reading))
                continue;
            bySyllable.set(reading, [...(bySyllable.get(reading) ?? []), character]);
        }
    }
    const others = [];
    for (let code = 0x4e00; code <= 0x9fff; code++) {
        const character = String.fromCodePoint(code);
        if (!common.has(character))
            others.push(character);
    }
    // in one call, each on a line of its own so that no two make a word
    const simplified = Converter({ from: 't', to: 'cn' })(others.join('\n')).split('\n');
    const traditional = others
        .map((character, i) => character + (simplified[i] ?? character))
        .filter((pair) => [...pair].length === 2 && pair[0] !== pair[1])
        .join('');
    const syllables = [...bySyllable.keys()].sort();
    return {
        traditional,
        pinyin: Object.fromEntries(syllables.map((syllable) => [syllable, (bySyllable.get(syllable) ?? []).join('')])),
        lookAlikes: [...lookAlikes],
    };
}
