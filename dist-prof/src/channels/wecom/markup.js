// How one piece of text looks: in the bot's markdown, and in the app's plain text. Nothing that stands in official
// words or in a question may become markup.
// Signs are replaced by their full-width twins: whether clients undo backslashes is not documented, and a twin reads
// the same. `<` alone stays; before a letter, @, / or ! it could open a tag or a mention.
const TWINS = {
    '*': '＊',
    _: '＿',
    '`': '｀',
    '[': '［',
    ']': '］',
    '|': '｜',
    '\\': '＼',
    '~': '～',
};
const SIGNS = /[*_`[\]|\\~]/gu;
const TAG = /<(?=[@a-z/!?])/giu;
// an address that is not ours is not to be tapped: https：//
const ADDRESS = /:(?=\/\/)/gu;
// # heading   > quotation   - item   + item
const LINE_START = /^(?<space>\s*)(?<sign>[#>+-])/gmu;
const START_TWINS = { '#': '＃', '>': '＞', '+': '＋', '-': '－' };
// what would be lost or would turn lines around
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const clean = (text) => text.replace(HALVES, '\ufffd').replace(INVISIBLE, '');
/** Markdown of the bot (≈ markdown_v2). */
export const markdown = {
    escape: (text) => clean(text)
        .replace(TAG, '＜')
        .replace(ADDRESS, '：')
        .replace(SIGNS, (sign) => TWINS[sign] ?? sign)
        .replace(LINE_START, (_, space, sign) => `${space}${START_TWINS[sign] ?? sign}`),
    verdict: ['**', '**'],
    title: ['**', '**'],
    link: (label, url) => `[${label}](${url})`,
    quote: '> ',
    bullet: '- ',
    tables: true,
};
/** Text messages of the app: only `<a href>` means something. */
export const plainText = {
    escape: (text) => clean(text).replace(TAG, '＜').replace(ADDRESS, '：'),
    verdict: ['', ''],
    title: ['【', '】'],
    link: (label, url) => `${label}${url}`,
    quote: '　',
    bullet: '· ',
    tables: false,
};
