// Finding listed words in a text, the longest first, so that 归哪个部门管 is one word and not 哪个部门.

export interface WordHit {
  word: string;
  start: number;
  end: number;
}

export interface WordList {
  /** All hits, left to right, not overlapping. */
  find(text: string): WordHit[];
}

/** Latin words match at word borders only; Chinese ones anywhere. Words must be normalised like the text. */
export function createWordList(words: readonly string[]): WordList {
  /** By first character; the longest first. */
  const byFirst = new Map<number, string[]>();
  for (const word of [...new Set(words)].filter((w) => w !== '').sort((a, b) => b.length - a.length)) {
    const first = word.charCodeAt(0);
    const list = byFirst.get(first);
    if (list) list.push(word);
    else byFirst.set(first, [word]);
  }
  const isLatin = (unit: string | undefined): boolean => unit !== undefined && /[a-z0-9]/.test(unit);
  const fits = (text: string, word: string, at: number): boolean =>
    text.startsWith(word, at) &&
    !(isLatin(word[0]) && isLatin(text[at - 1])) &&
    !(isLatin(word.at(-1)) && isLatin(text[at + word.length]));
  const wordAt = (text: string, at: number): string | undefined => {
    const candidates = byFirst.get(text.charCodeAt(at));
    if (candidates) for (const word of candidates) if (fits(text, word, at)) return word;
    return undefined;
  };
  return {
    find(text) {
      const hits: WordHit[] = [];
      let at = 0;
      while (at < text.length) {
        const word = wordAt(text, at);
        if (word === undefined) {
          at++;
          continue;
        }
        hits.push({ word, start: at, end: at + word.length });
        at += word.length;
      }
      return hits;
    },
  };
}

/** The text with the hits replaced by a blank each. */
export function cutOut(text: string, hits: readonly WordHit[]): string {
  let out = '';
  let at = 0;
  for (const hit of hits) {
    out += `${text.slice(at, hit.start)} `;
    at = hit.end;
  }
  return out + text.slice(at);
}
