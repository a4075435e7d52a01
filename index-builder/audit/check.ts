// What every audit check takes and gives. One check a file; index.ts runs them all.
import type { DutyDocument, Item, ListKind } from '../../src/duty/index.ts';
import type { OrganisationReader } from '../assemble/index.ts';
import type { DraftRow, Extraction, SourceText } from '../draft.ts';
import type { Finding, FindingCode } from '../finding.ts';
import type { LedgerSums } from '../ledger.ts';
import type { Preface } from '../preface/index.ts';

export interface AuditInput {
  source: SourceText;
  extraction: Extraction;
  /** Where the source's characters went, added up. */
  ledger: LedgerSums;
  preface: Preface;
  document: DutyDocument;
  /** Parallel to `extraction.rows`. */
  items: readonly Item[];
  reader: OrganisationReader;
}

export type Check = (input: AuditInput) => Finding[];

export const LIST_NAMES: Record<ListKind, string> = {
  basic: '基本履职事项',
  cooperative: '配合履职事项',
  reclaimed: '上级部门收回事项',
};

/** A finding about an item, at its first line. */
export function toItemFinding(
  item: Pick<Item, 'list' | 'no'> & { source: DraftRow['source'] },
  code: FindingCode,
  severity: Finding['severity'],
  message: string,
  line: number = item.source.startLine,
): Finding {
  return { code, severity, list: item.list, no: item.no, line, message };
}

/** A finding about a list or the whole document. */
export function toListFinding(
  list: ListKind | null,
  code: FindingCode,
  severity: Finding['severity'],
  message: string,
  line: number | null = null,
): Finding {
  return { code, severity, list, no: null, line, message };
}
