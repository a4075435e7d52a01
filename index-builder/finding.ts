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
