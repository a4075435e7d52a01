// What a source format hands on: rows as read, before ids, organisations, sections and audit. Both formats
// (formats/tabular, formats/flattened) return an Extraction; assembling and auditing know no format.
import type { LineRange, ListKind } from '../src/duty/index.ts';
import type { Finding } from './finding.ts';

/** A source text with its lines; `lines[0]` is line 1. Line ends and a BOM are already removed. */
export interface SourceText {
  file: string;
  lines: readonly string[];
}

/** Where a non-blank character of the source went. Every one has exactly one class. */
export type CharacterClass =
  /** Part of a cell of an item (number, category, name, departments, duties, takeover). */
  | 'cell'
  /** List titles, column headings (whole or clipped), page numbers (第 5 页，共 130页). */
  | 'furniture'
  /** Cover, explanation (说明), table of contents, closing remarks. */
  | 'preface'
  /** Named kinds of noise. */
  | 'noise:markup'
  | 'noise:quotation-marks'
  | 'noise:misreading'
  | 'noise:stray';

/** A run of one line's characters [start, end) in UTF-16 units, and what it is. Blanks inside a run do not count. */
export interface LedgerEntry {
  line: number;
  start: number;
  end: number;
  class: CharacterClass;
}

/** A cell's printed words with line wraps undone, and where they stand. */
export interface DraftCell {
  text: string;
  lines: LineRange;
}

export interface DraftRow {
  list: ListKind;
  no: number;
  category: DraftCell | null;
  name: DraftCell;
  departments: DraftCell | null;
  upstream: DraftCell | null;
  townshipDuties: DraftCell | null;
  /** 承接部门及工作方式 in one cell, or 承接部门 alone where the list has two columns. */
  takeover: DraftCell | null;
  /** 工作方式 where it is a column of its own, else null. */
  takeoverMethod: DraftCell | null;
  source: LineRange;
  /** See Item.confidence. */
  confidence: number;
  /** The second best reading of a low-confidence split, for the audit; null otherwise. */
  alternative: { departments: string; upstream: string; townshipDuties: string; name: string } | null;
}

export interface Extraction {
  shape: 'tabular' | 'flattened';
  rows: DraftRow[];
  /** In source order, not overlapping; together they cover every non-blank character. */
  ledger: LedgerEntry[];
  /** What the format itself noticed (numbering slips, mended misreadings, …). */
  findings: Finding[];
}

/** A format's door: null when the text is not of this shape at all. */
export type ExtractFormat = (source: SourceText) => Extraction | null;
