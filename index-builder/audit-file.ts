// The shape of data/audit.json and of the --audit file (docs/data-format.md).
import type { ListCounts } from '../src/duty/index.ts';
import type { Finding } from './finding.ts';
import type { ImportedDocument } from './import-document.ts';
import type { LedgerSums } from './ledger.ts';

export interface DocumentAudit {
  file: string;
  counts: ListCounts;
  declared: ListCounts | null;
  findings: Finding[];
  ledger: LedgerSums;
}

export interface AuditFile {
  formatVersion: 1;
  documents: (DocumentAudit & {
    id: string;
    township: string;
    county: string;
    shape: 'tabular' | 'flattened';
  })[];
  /** Findings about no single readable document: a file that cannot be read, a township listed twice. */
  findings: (Finding & { file: string | null })[];
}

export function toDocumentAudit({ document, findings, ledger }: ImportedDocument): DocumentAudit {
  return { file: document.file, counts: document.counts, declared: document.declared, findings, ledger };
}

/** All error-level findings with the file that each is about. */
export function collectErrors(audit: AuditFile): (Finding & { file: string | null })[] {
  const own = audit.documents.flatMap(({ file, findings }) =>
    findings.map((finding) => ({ ...finding, file })),
  );
  return [...audit.findings, ...own].filter(({ severity }) => severity === 'error');
}
