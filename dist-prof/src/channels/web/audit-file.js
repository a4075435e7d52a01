// data/audit.json as the page reads it: only the fields that are shown. The builder writes it.
import { z } from 'zod';
import { LIST_KINDS, ListCounts } from '../../duty/index.js';
export const AuditFinding = z.object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    list: z.enum(LIST_KINDS).nullable(),
    no: z.int().nullable(),
    line: z.int().nullable(),
    message: z.string(),
});
export const DocumentAudit = z.object({
    id: z.string(),
    shape: z.string(),
    counts: ListCounts,
    declared: ListCounts.nullable(),
    findings: z.array(AuditFinding),
    /** Characters of the source by what became of them; `characters` is the sum. */
    ledger: z.object({
        characters: z.int(),
        cells: z.int(),
        furniture: z.int(),
        preface: z.int(),
        noise: z.int(),
    }),
});
export const AuditFile = z.object({ documents: z.array(DocumentAudit) });
