// What a document prints about itself outside its tables: place, date, declared figures, 内部, 公布版, and what it
// says about adding items. Formats have already said which characters are preface and furniture.
import type { Classification, DutyDocument, ListCounts, ListKind } from '../../src/duty/index.ts';
import type { Extraction, LedgerEntry, SourceText } from '../draft.ts';
import { readDeclaredLists, toDeclaredCounts, type DeclaredList } from './declared.ts';
import { readSituation, readTitles, type PrintedPlace } from './place.ts';

export interface Preface {
  place: PrintedPlace;
  /** 2025年7月; empty when none is printed. */
  edition: string;
  classification: Classification;
  remarks: string[];
  declared: ListCounts | null;
  declaredLists: Record<ListKind, DeclaredList>;
  /** The figure of all items together, as printed: 共有履职事项263项. */
  declaredTotal: number | null;
  amendment: DutyDocument['amendment'];
}

// 内部   内部资料 注意保存   ★内部
const INTERNAL =
  /^[★☆【（(]?(?:内部|内部资料|内部文件|内部使用|内部参考)(?:[，,。！!]?注意保存|[，,]?不得外传)?[】）)]?$/u;
// 2025年7月   二〇二五年七月
const DATE_LINE =
  /^(?<date>(?:20\d{2}|二[〇○零]二[一二三四五六七八九])年(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)?(?:\d{1,2}日)?)(?:版|编制|印发)?$/u;
// 共有履职事项263项
const TOTAL = /(?:共有|共计|总计|合计)履职事项(?<total>\d+)项/u;
// 清单之外的事项，确需由乡镇承担的，…    本清单实行动态调整
const AMENDMENT =
  /[^。；\n]*(?:清单(?:之外|以外|外)|未列入(?:本)?清单|未纳入(?:本)?清单|确需(?:新增|增加|调整|下放|委托)|动态调整|新增(?:的)?(?:履职)?事项|事项准入)[^。\n]*[。；]?/u;
// markup in a preface line
const SCRAPS = /<[^<>]*>|\*\*/gu;
// any blank
const BLANKS = /\s+/gu;
// …清单   …清单（公布版）
const TITLE_END = /清单(?:[（(][^（）()]{1,20}[）)])?$/u;

// 喀什地区疏勒县阿拉甫乡   (above 基本履职事项清单)
const PLACE_LINE = /^\p{Script=Han}{4,40}(?:乡|镇|街道|苏木)$/u;

// 说明   目录   一、基本情况   内部
const HEADING_LINE = /^(?:说明|目录|前言|内部|[一二三四五六七八九十]{1,2}、[^，。、]{2,10})$/u;

interface BareLine {
  line: number;
  text: string;
}

/** Reads the document's own statements; nothing is guessed from the file's name. */
export function readPreface(source: SourceText, extraction: Extraction): Preface {
  const preface = toBareLines(source, extraction.ledger, 'preface');
  const furniture = toBareLines(source, extraction.ledger, 'furniture');
  const text = toProse(preface);
  const titles = readTitles(collectTitles(preface, furniture));
  const situation = readSituation(text);
  const declaredLists = readDeclaredLists(text);
  const total = TOTAL.exec(text)?.groups?.['total'];
  return {
    place: {
      township: titles.place.township || situation.township,
      county: titles.place.county || situation.county,
      prefecture: titles.place.prefecture || situation.prefecture,
    },
    edition: preface.map((line) => DATE_LINE.exec(line.text)?.groups?.['date'] ?? '').find(Boolean) ?? '',
    classification: preface.some((line) => INTERNAL.test(line.text)) ? 'internal' : 'public',
    remarks: titles.remarks,
    declared: toDeclaredCounts(declaredLists),
    declaredLists,
    declaredTotal: total === undefined ? null : Number(total),
    amendment: readAmendment(preface),
  };
}

function toBareLines(
  source: SourceText,
  ledger: readonly LedgerEntry[],
  wanted: LedgerEntry['class'],
): BareLine[] {
  const byLine = new Map<number, string>();
  for (const entry of ledger) {
    if (entry.class !== wanted) continue;
    const run = (source.lines[entry.line - 1] ?? '').slice(entry.start, entry.end);
    byLine.set(entry.line, (byLine.get(entry.line) ?? '') + run);
  }
  return [...byLine].map(([line, text]) => ({ line, text: text.replace(SCRAPS, '').replace(BLANKS, '') }));
}

/** Titles may be broken over up to three lines of the cover, so joins of neighbours are tried as well. */
function collectTitles(preface: readonly BareLine[], furniture: readonly BareLine[]): string[] {
  const titles = new Set<string>();
  for (const lines of [preface, furniture]) {
    for (const [index, { text }] of lines.entries()) {
      // the place may stand above the first list's title, where a format takes it for the end of the preface
      const before = lines[index - 1]?.text ?? (lines === furniture ? preface.at(-1)?.text : '') ?? '';
      const twoBefore = lines[index - 2]?.text ?? '';
      const joined = PLACE_LINE.test(before) ? [before + text] : [];
      const candidates =
        lines === preface ? [text, before + text, twoBefore + before + text] : [text, ...joined];
      for (const title of candidates) {
        if (TITLE_END.test(title) && title.length <= 80 && !/[。，；、：.]/u.test(title)) titles.add(title);
      }
    }
  }
  return [...titles];
}

/** Wrapped lines joined; a line end is left after headings and paragraphs. */
function toProse(lines: readonly BareLine[]): string {
  return lines.map(({ text }) => (endsParagraph(text) ? `${text}\n` : text)).join('');
}

/** 说明, 一、基本情况, a title, or a line that ends a sentence; a wrapped line ends in the middle of words. */
function endsParagraph(text: string): boolean {
  return /[。：]$/u.test(text) || TITLE_END.test(text) || DATE_LINE.test(text) || HEADING_LINE.test(text);
}

/** The sentence about matters outside the list or about adding items, with the lines it spans. */
function readAmendment(preface: readonly BareLine[]): DutyDocument['amendment'] {
  const text = toProse(preface);
  const match = AMENDMENT.exec(text);
  if (!match) return null;
  const start = match.index;
  const end = start + match[0].length;
  let offset = 0;
  const lines: number[] = [];
  for (const line of preface) {
    if (offset < end && offset + line.text.length > start) lines.push(line.line);
    offset += line.text.length + (endsParagraph(line.text) ? 1 : 0);
  }
  return { text: match[0], startLine: lines[0] ?? 1, endLine: lines.at(-1) ?? 1 };
}
