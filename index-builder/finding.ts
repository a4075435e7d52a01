// The audit's closed set of findings. Each code is explained with a real example in docs/data-format.md.
import type { ListKind } from '../src/duty/index.ts';

export type FindingCode =
  // errors: nothing is written
  | 'not-a-duty-list'
  | 'list-missing'
  | 'numbers-lost'
  | 'ledger-open'
  | 'place-unknown'
  | 'hash-mismatch'
  | 'correction-stale'
  | 'township-twice'
  | 'source-unreadable'
  // warnings and remarks
  | 'count-differs'
  | 'end-uncertain'
  | 'categories-differ'
  | 'department-count-differs'
  | 'numbering-slip'
  | 'numbered-by-order'
  | 'point-numbering'
  | 'empty-cell'
  | 'duplicate-name'
  | 'heading-not-in-departments'
  | 'low-confidence-split'
  | 'misreading-mended'
  | 'misreading-suspected'
  | 'markup-removed'
  | 'unknown-column'
  | 'stray-text'
  | 'takeover-speaks-of-something-else'
  | 'truncated-cell'
  | 'place-incomplete'
  | 'manifest-contradicts-print'
  | 'corrected';

export interface Finding {
  code: FindingCode;
  severity: 'error' | 'warning' | 'info';
  list: ListKind | null;
  no: number | null;
  line: number | null;
  /** Chinese: what is there, and for errors what to do next. */
  message: string;
}

/** A list whose table prints no numbers; both formats find it. */
export function toNumberedByOrder(list: ListKind, line: number): Finding {
  const message =
    '这张表没有印序号（或序号认不出），各项按先后次序编了号；别处引用的序号可能与此不同，请对照原文。';
  return { code: 'numbered-by-order', severity: 'warning', list, no: null, line, message };
}
