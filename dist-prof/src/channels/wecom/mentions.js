// Taking the bot's own name out of a text. WeCom marks mentions by nothing but an @ and a name that may hold spaces.
/** Spaces as clients put them: ordinary, U+2005, U+2006, no-break, full-width. */
const SPACE = '[\\s\\u2005\\u2006\\u00a0\\u3000\\u200b]';
// after a mention: a space, the end, or what ends a clause. Not every sign: 履职问答（小张） and 履职问答-小张 are people
const AFTER = `(?=${SPACE}|$|[,，。？！?!：:；;、@＠])`;
const LEADING_TOKEN = new RegExp(`^${SPACE}*[@＠][^\\s\\u2005\\u2006\\u00a0\\u3000@＠]+`, 'u');
const SPACES = new RegExp(`[^\\S\\n]*[\\u2005\\u2006\\u00a0\\u3000\\u200b][^\\S\\n]*|[^\\S\\n]{2,}`, 'gu');
const SPECIAL = /[\\^$.*+?()[\]{}|/-]/gu;
const toPattern = (name) => name
    .trim()
    .split(/\s+/u)
    .map((part) => part.replace(SPECIAL, '\\$&'))
    .join(`${SPACE}+`);
/** A function that strips mentions of the bot, by any of its names, and nobody else's. */
export function createMentionStripper(botNames) {
    const names = botNames
        .filter((name) => name.trim() !== '')
        .toSorted((a, b) => b.length - a.length)
        .map(toPattern);
    const union = names.join('|');
    const anywhere = names.length === 0 ? null : new RegExp(`[@＠](?:${union})${AFTER}`, 'giu');
    // typed by hand, with nothing between the name and the question
    const atStart = names.length === 0 ? null : new RegExp(`^${SPACE}*[@＠](?:${union})`, 'iu');
    const tidy = (text) => text.replace(SPACES, ' ').trim();
    return (text, isGroup) => {
        const without = anywhere === null ? text : text.replace(anywhere, ' ');
        if (without !== text)
            return tidy(without);
        const cut = atStart === null ? text : text.replace(atStart, ' ');
        if (cut !== text)
            return tidy(cut);
        // the bot may have been renamed: in a group one mention is ours
        return tidy(isGroup ? text.replace(LEADING_TOKEN, ' ') : text);
    };
}
