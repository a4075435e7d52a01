// How one piece of text looks: in the bot's markdown, and in the app's plain text. Nothing that stands in official
// words or in a question may become markup.

export interface Markup {
  /** Text without any meaning beyond its characters. */
  escape(text: string): string;
  /** Around the verdict. */
  verdict: readonly [before: string, after: string];
  /** Around titles and printed headings. */
  title: readonly [before: string, after: string];
  /** `label` and `url` are ours. */
  link(label: string, url: string): string;
  /** Put before each line of a quotation. */
  quote: string;
  bullet: string;
  /** Whether rows are drawn as a table. */
  tables: boolean;
}

// Signs are replaced by their full-width twins: whether clients undo backslashes is not documented, and a twin reads
// the same. `<` alone stays; before a letter, @, / or ! it could open a tag or a mention.
const TWINS: Readonly<Record<string, string>> = {
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
const START_TWINS: Readonly<Record<string, string>> = { '#': '＃', '>': '＞', '+': '＋', '-': '－' };
// what would be lost or would turn lines around
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const clean = (text: string): string => text.replace(HALVES, '\ufffd').replace(INVISIBLE, '');

/** Markdown of the bot (≈ markdown_v2). */
export const markdown: Markup = {
  escape: (text) =>
    clean(text)
      .replace(TAG, '＜')
      .replace(ADDRESS, '：')
      .replace(SIGNS, (sign) => TWINS[sign] ?? sign)
      .replace(LINE_START, (_, space: string, sign: string) => `${space}${START_TWINS[sign] ?? sign}`),
  verdict: ['**', '**'],
  title: ['**', '**'],
  link: (label, url) => `[${label}](${url})`,
  quote: '> ',
  bullet: '- ',
  tables: true,
};

/** Text messages of the app: only `<a href>` means something. */
export const plainText: Markup = {
  escape: (text) => clean(text).replace(TAG, '＜').replace(ADDRESS, '：'),
  verdict: ['', ''],
  title: ['【', '】'],
  link: (label, url) => `${label}${url}`,
  quote: '　',
  bullet: '· ',
  tables: false,
};
