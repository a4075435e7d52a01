// Cutting Chinese text into words of a given list: the same words on every machine, whatever its language tables.
import { isHan } from './normalize.ts';

/** Words of a normalised text in its order; a Chinese character that begins no listed word stands alone. */
export type WordCutter = (text: string) => string[];

/** Takes the longest word of the list from the left on. Whatever is not Chinese is passed over. */
export function createWordCutter(words: Iterable<string>): WordCutter {
  const known = new Set(words);
  let longest = 1;
  for (const word of known) longest = Math.max(longest, word.length);

  function wordAt(text: string, at: number): string {
    for (let length = Math.min(longest, text.length - at); length > 1; length--) {
      const word = text.slice(at, at + length);
      if (known.has(word)) return word;
    }
    return String.fromCodePoint(text.codePointAt(at) ?? 0);
  }

  return (text) => {
    const cut: string[] = [];
    let at = 0;
    while (at < text.length) {
      const word = wordAt(text, at);
      if (isHan(word)) cut.push(word);
      at += word.length;
    }
    return cut;
  };
}
