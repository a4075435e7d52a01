// Lengths in bytes of UTF-8, and cutting by them between characters.
export const byteLength = (text) => Buffer.byteLength(text, 'utf8');
// marks that belong to the character before them: combining marks, variation selectors, joiners, skin tones
const TRAILING = /^[\p{M}\p{Join_Control}\p{Emoji_Modifier}]/u;
/** The longest beginning of at most `most` bytes that ends between two characters. */
export function cutToBytes(text, most) {
    if (byteLength(text) <= most)
        return text;
    const characters = [...text];
    let bytes = 0;
    let end = 0;
    while (end < characters.length) {
        const next = byteLength(characters[end] ?? '');
        if (bytes + next > most)
            break;
        bytes += next;
        end++;
    }
    // an emoji of several parts goes as a whole; never back to nothing for a text of marks alone
    let at = end;
    while (at > 0 && (TRAILING.test(characters[at] ?? '') || characters[at - 1] === '\u200D'))
        at--;
    return characters.slice(0, at > 0 ? at : end).join('');
}
