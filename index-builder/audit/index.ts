// Runs every check on one document and attaches what touches an item to the item.
import type { Item } from '../../src/duty/index.ts';
import type { Finding } from '../finding.ts';
import { checkCategories } from './categories.ts';
import type { AuditInput, Check } from './check.ts';
import { checkConfidence } from './confidence.ts';
import { checkCounts } from './counts.ts';
import { checkDepartmentCounts } from './department-counts.ts';
import { checkDuplicateNames } from './duplicate-names.ts';
import { checkEmptyCells } from './empty-cells.ts';
import { checkEnding } from './ending.ts';
import { checkHeadings } from './headings.ts';
import { checkLedger } from './ledger.ts';
import { checkLists } from './lists.ts';
import { checkNumbering } from './numbering.ts';
import { checkPoints } from './points.ts';
import { checkTakeoverSubjects } from './takeover-subject.ts';
import { checkTruncation } from './truncation.ts';

export { LIST_NAMES, type AuditInput } from './check.ts';

const CHECKS: readonly Check[] = [
  checkLists,
  checkLedger,
  checkCounts,
  checkCategories,
  checkDepartmentCounts,
  checkNumbering,
  checkTruncation,
  checkEnding,
  checkEmptyCells,
  checkDuplicateNames,
  checkHeadings,
  checkConfidence,
  checkPoints,
  checkTakeoverSubjects,
];

/** Findings of all checks together with `earlier` ones, document-wide first, then by line. */
export function auditDocument(input: AuditInput, earlier: readonly Finding[]): Finding[] {
  const findings = [...earlier, ...CHECKS.flatMap((check) => check(input))];
  return findings.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

/** Items with the findings about them as warnings; remarks (`info`) stay in the audit. */
export function attachWarnings(items: readonly Item[], findings: readonly Finding[]): Item[] {
  const keyOf = ({ list, no }: Pick<Finding, 'list' | 'no'>): string => `${list} ${no}`;
  const copies = countBy(items.map(keyOf));
  const byKey = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.severity === 'info') continue;
    byKey.set(keyOf(finding), [...(byKey.get(keyOf(finding)) ?? []), finding]);
  }
  return items.map((item) => {
    const key = keyOf(item);
    const own = (byKey.get(key) ?? []).filter(
      ({ line }) => copies.get(key) === 1 || line === null || isWithin(line, item),
    );
    return {
      ...item,
      warnings: own.map(({ code, severity, message, line }) => ({ code, severity, message, line })),
    };
  });
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function isWithin(line: number, item: Item): boolean {
  return line >= item.source.startLine && line <= item.source.endLine;
}
