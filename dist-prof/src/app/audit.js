// data/audit.json for the page's notes on a list's doubts. A missing or strange file costs those notes only.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AuditFile } from '../channels/web/index.js';
/** Null when there is none or it is not of today's form. */
export function readAudit(dataDir) {
    try {
        const parsed = AuditFile.safeParse(JSON.parse(readFileSync(path.join(dataDir, 'audit.json'), 'utf8')));
        return parsed.success ? parsed.data : null;
    }
    catch {
        return null;
    }
}
/** Doubts that the audit found in a list, by document; null where there is no audit of it. */
export function createAuditOf(dataDir) {
    const documents = readAudit(dataDir)?.documents ?? [];
    const counts = new Map(documents.map(({ id, findings }) => {
        const of = (severity) => findings.filter((f) => f.severity === severity).length;
        return [id, { errors: of('error'), warnings: of('warning') }];
    }));
    return (documentId) => counts.get(documentId) ?? null;
}
