// Reviewed corrections, data/corrections.json: cells that no extraction can know. Kept empty as long as possible.
import { z } from 'zod';
import { BuildFault } from './fault.js';
export const Correction = z.strictObject({
    /** Item id: shule-alafu-2025-c62. */
    item: z.string().min(1),
    field: z.enum(['category', 'name', 'departments', 'upstream', 'townshipDuties', 'takeover']),
    /** The whole cell as extracted; a correction whose printed value no longer matches is an error. */
    printed: z.string(),
    corrected: z.string().min(1),
    reason: z.string().min(1),
});
export const Corrections = z.strictObject({ formatVersion: z.literal(1), corrections: z.array(Correction) });
/** A parsed JSON value to corrections; the fault names the field that is wrong. */
export function parseCorrections(value, file) {
    const result = Corrections.safeParse(value);
    if (result.success)
        return result.data.corrections;
    const issue = result.error.issues[0];
    const message = `更正表有误：${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}。请对照 docs/data-format.md 改正。`;
    throw new BuildFault('source-unreadable', message, { file });
}
/** The row with its corrections applied; each is reported, one that does not match any more is an error. */
export function applyCorrections(row, id, corrections, findings) {
    let corrected = row;
    for (const correction of corrections.filter((candidate) => candidate.item === id)) {
        const cell = corrected[correction.field];
        const place = { list: row.list, no: row.no, line: (cell ?? row.name).lines.startLine };
        if ((cell?.text ?? '') !== correction.printed) {
            const message = `更正表里 ${id} 的 ${correction.field} 与现在读出的原文不符，更正没有生效。请核对原文，改正或删去 data/corrections.json 里的这一条。`;
            findings.push({ code: 'correction-stale', severity: 'error', ...place, message });
            continue;
        }
        const lines = (cell ?? row.name).lines;
        corrected = { ...corrected, [correction.field]: { text: correction.corrected, lines } };
        const message = `“${correction.printed.slice(0, 40)}”经人工核对更正为“${correction.corrected.slice(0, 40)}”：${correction.reason}`;
        findings.push({ code: 'corrected', severity: 'warning', ...place, message });
    }
    return corrected;
}
/** Corrections that name an item which does not exist. */
export function findOrphanCorrections(corrections, ids) {
    return corrections
        .filter(({ item }) => !ids.has(item))
        .map(({ item }) => ({
        code: 'correction-stale',
        severity: 'error',
        list: null,
        no: null,
        line: null,
        message: `更正表里的事项 ${item} 不存在。请改正或删去 data/corrections.json 里的这一条。`,
    }));
}
