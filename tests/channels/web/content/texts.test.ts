// Small conversions: comparing, marking, paging source text, conversations in addresses, reading input.
import { describe, expect, it } from 'vitest';
import {
  compareTexts,
  comparePoints,
  shareOfDifference,
  type Piece,
} from '../../../../src/channels/web/content/difference.ts';
import { parseExchanges, toExchangeText } from '../../../../src/channels/web/content/conversation.ts';
import { markWords } from '../../../../src/channels/web/content/highlight.ts';
import { renderQrCode } from '../../../../src/channels/web/content/qr.ts';
import { pageOfLine, toSourcePages } from '../../../../src/channels/web/content/source-pages.ts';
import { toBeijingTime } from '../../../../src/channels/web/content/time.ts';
import { LIMITS } from '../../../../src/channels/web/limits.ts';
import { readOwnPath, readPage, readText } from '../../../../src/channels/web/receive.ts';
import type { DutyDocument, Item } from '../../../../src/duty/index.ts';
import { sourceText } from '../../../../src/reply/index.ts';
import { createTestCorpus, OTHER_PUBLIC_ID, PUBLIC_ID } from '../../../support/corpus.ts';

const { corpus } = createTestCorpus();
const alafu = corpus.document(PUBLIC_ID) as DutyDocument;
const azhatebage = corpus.document(OTHER_PUBLIC_ID) as DutyDocument;
const shown = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, differs }) => (differs ? `[${text}]` : text)).join('');

describe('differences', () => {
  it.each([
    ['秸秆、垃圾露天焚烧的监管', '秸秆露天焚烧的监管', '秸秆、[垃圾]露天焚烧的监管'],
    ['1.上报疏勒县农业农村局', '（2）上报莎车县农业农村局', '1.上报疏勒县农业农村局'],
    ['上报县农业农村局。', '上报莎车县农业农村局', '上报县农业农村局。'],
    ['阿拉甫乡负责', '阿扎特巴格镇负责', '阿拉甫乡负责'],
    ['开展宣传', '开展宣传', '开展宣传'],
    ['完全不同', '', '[完全不同]'],
  ])('%s against %s', (text, base, wanted) => {
    expect(shown(compareTexts(text, alafu, base, azhatebage))).toBe(wanted);
  });

  it('joining the pieces gives the text again', () => {
    for (const item of corpus.items(PUBLIC_ID))
      for (const other of corpus.items(OTHER_PUBLIC_ID))
        expect(
          compareTexts(item.name, alafu, other.name, azhatebage)
            .map(({ text }) => text)
            .join(''),
        ).toBe(item.name);
  });

  it('points find their counterpart in any order; a new point is marked whole', () => {
    const own = ['1.发现火情及时制止；', '2.清理田间秸秆。'];
    const base = ['1.组织开展培训；', '2.发现火情及时制止；'];
    expect(comparePoints(own, alafu, base, azhatebage).map(shown)).toEqual([
      '1.发现火情及时制止；',
      '[2.清理田间秸秆。]',
    ]);
  });

  it('share of what differs', () => {
    expect(
      shareOfDifference([
        { text: '一二三', differs: true },
        { text: '四', differs: false },
      ]),
    ).toBe(0.75);
    expect(shareOfDifference([])).toBe(0);
  });
});

describe('marking', () => {
  const marked = async (text: string, words: string[]): Promise<string> =>
    (await markWords(text, words)).toString();
  it('joins overlapping words and escapes everything', async () => {
    expect(await marked('露天焚烧秸秆', ['焚烧', '烧秸秆'])).toBe('露天<mark>焚烧秸秆</mark>');
    expect(await marked('<b>焚烧</b>', ['焚烧'])).toBe('&lt;b&gt;<mark>焚烧</mark>&lt;/b&gt;');
    expect(await marked('APP管理', ['app'])).toBe('<mark>APP</mark>管理');
    expect(await marked('烧烧烧', ['烧'])).toBe('烧烧烧');
    expect(await marked('İstanbul 焚烧', ['焚烧'])).toBe('İstanbul 焚烧');
  });
});

describe('source pages', () => {
  it('hold every line once, within the limits', () => {
    const lines = Array.from({ length: 1000 }, (_, i) => '字'.repeat(i % 7 === 0 ? 900 : 20));
    const pages = toSourcePages(lines);
    expect(pages.flatMap((page) => page.lines)).toEqual(lines);
    for (const { firstLine, lines: own } of pages) {
      expect(own[0]).toBe(lines[firstLine - 1]);
      expect(own.length).toBeLessThanOrEqual(LIMITS.sourceLines);
      expect(own.reduce((sum, line) => sum + line.length, 0)).toBeLessThanOrEqual(LIMITS.sourceCharacters);
    }
    const last = pages.at(-1);
    expect(pageOfLine(pages, 1000)).toBe(pages.length);
    expect(pageOfLine(pages, last?.firstLine ?? 0)).toBe(pages.length);
    expect(pageOfLine(pages, 5000)).toBe(1);
    expect(toSourcePages([])).toEqual([]);
    expect(toSourcePages(['字'.repeat(50_000), 'x'])).toHaveLength(2);
  });
});

describe('conversations in addresses', () => {
  it('survive the way there and back', () => {
    const exchanges = [
      { documentId: PUBLIC_ID, question: '烧秸秆：归谁？' },
      { documentId: null, question: 'a:b' },
    ];
    expect(parseExchanges(exchanges.map(toExchangeText))).toEqual(exchanges);
  });

  it('are cut to the latest exchanges; nonsense is left out', () => {
    const many = Array.from({ length: 9 }, (_, i) => `:第${i}问`);
    expect(parseExchanges(many).map(({ question }) => question)).toEqual([
      '第5问',
      '第6问',
      '第7问',
      '第8问',
    ]);
    expect(parseExchanges(['no colon', ':', 'UPPER:x', `:${'长'.repeat(501)}`])).toEqual([]);
    expect(parseExchanges([`:${'长'.repeat(450)}`, `:${'长'.repeat(450)}`])).toHaveLength(1);
  });
});

describe('reading input', () => {
  it('text is trimmed, cut, freed of control characters', () => {
    expect(readText('  烧\u0000秸秆\u0007 ', 10)).toBe('烧秸秆');
    expect(readText('😀😀😀', 2)).toBe('😀😀');
    expect(readText('  ', 5)).toBeNull();
    expect(readText(undefined, 5)).toBeNull();
  });
  it.each([
    ['1', 1],
    ['12', 12],
    ['0', null],
    ['-1', null],
    ['1e3', null],
    ['123456', null],
    [undefined, null],
  ])('page %s → %s', (given, wanted) => {
    expect(readPage(given)).toBe(wanted);
  });
  it.each([
    ['/i/x?q=1', '/i/x?q=1'],
    ['//evil', '/'],
    ['/\\evil', '/'],
    ['http://evil', '/'],
    ['/a b', '/'],
    ['/\r\nset-cookie:x', '/'],
    [undefined, '/'],
  ])('path %s → %s', (given, wanted) => {
    expect(readOwnPath(given)).toBe(wanted);
  });
});

it('times are Beijing times', () => {
  expect(toBeijingTime(Date.UTC(2026, 11, 31, 16, 0, 1))).toBe('2027年1月1日 00:00:01');
});

it('a QR code is one path on white', async () => {
  const svg = (await renderQrCode(`https://zhize.example/i/${PUBLIC_ID}-c1`, '二维码')).toString();
  expect(svg).toContain('aria-label="二维码"');
  expect(svg.match(/<path/g)).toHaveLength(1);
});

it.each([
  [9, 10, '配合履职事项第1项，第9—10行'],
  [9, 9, '配合履职事项第1项，第9行'],
])('the source of a row, lines %d to %d', (startLine, endLine, lines) => {
  const item = corpus.item(`${PUBLIC_ID}-c1`) as Item;
  expect(sourceText({ ...item, source: { startLine, endLine } }, alafu)).toContain(lines);
});
