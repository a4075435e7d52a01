// What was last told of the lists: enough to see what changed since, kept in the state directory.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LIST_SHORT } from '../../../reply/index.js';
const VERSION = 1;
/** data/audit.json as notices need it. */
const Finding = z.object({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    list: z.string().nullable(),
    no: z.int().nullable(),
    message: z.string(),
});
export const AuditReport = z.object({
    documents: z.array(z.object({ id: z.string(), township: z.string(), findings: z.array(Finding) })),
    /** About files that became no list. */
    findings: z.array(Finding.extend({ file: z.string().nullable() })).default([]),
});
const DocumentSnapshot = z.object({
    township: z.string(),
    sha256: z.string(),
    /** Item id → hash of all that is printed, and what to call it. */
    items: z.record(z.string(), z.tuple([z.string(), z.string()])),
    /** Finding → its hash. */
    findings: z.record(z.string(), z.string()),
});
export const Snapshot = z.object({
    version: z.literal(VERSION),
    documents: z.record(z.string(), DocumentSnapshot),
    /** Findings about no list. */
    findings: z.record(z.string(), z.string()),
});
export const EMPTY = { version: VERSION, documents: {}, findings: {} };
const hash = (value) => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);
const labelOf = (item) => `${LIST_SHORT[item.list]}${item.no} ${item.name}`;
const printedOf = ({ category, name, departmentsRaw, upstream, townshipDuties, takeover }) => [
    category,
    name,
    departmentsRaw,
    upstream,
    townshipDuties,
    takeover,
];
/** 配合7：… */
function textOf(finding) {
    const list = finding.list === null ? '' : (LIST_SHORT[finding.list] ?? '');
    const place = finding.no === null ? list : `${list}${finding.no}`;
    return [finding.file ?? '', place, finding.message].filter((part) => part !== '').join('：');
}
/** Remarks of the kind `info` are for the keeper's page, not for a group. */
const toFindings = (findings) => Object.fromEntries(findings
    .filter(({ severity }) => severity !== 'info')
    .map((finding) => [textOf(finding), hash([finding.code, textOf(finding)])]));
/** Today's state. Internal lists are left out altogether: who reads a group's notices is not known. */
export function toSnapshot(file, audit) {
    const documents = {};
    for (const { id, township, sha256, classification } of file.documents) {
        if (classification !== 'public')
            continue;
        const items = file.items.filter((item) => item.documentId === id);
        documents[id] = {
            township,
            sha256,
            items: Object.fromEntries(items.map((item) => [item.id, [hash(printedOf(item)), labelOf(item)]])),
            findings: toFindings(audit?.documents.find((one) => one.id === id)?.findings ?? []),
        };
    }
    const internal = new Set(file.documents.flatMap((one) => (one.classification === 'public' ? [] : [one.file])));
    const loose = (audit?.findings ?? []).filter((finding) => !internal.has(finding.file ?? ''));
    const findings = toFindings(loose);
    return { version: VERSION, documents, findings };
}
