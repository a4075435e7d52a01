// A published duty list as a whole, and the file that holds all of them (data/duties.json).
import { z } from 'zod';
import { Item } from './item.js';
/** How many items each table has. */
export const ListCounts = z.object({
    basic: z.int().min(0),
    cooperative: z.int().min(0),
    reclaimed: z.int().min(0),
});
/** `internal` (内部) documents are never shown to an anonymous reader. */
export const Classification = z.enum(['public', 'internal']);
export const DutyDocument = z.object({
    /** Stable for ever, lower-case ASCII: `<county>-<township>-<edition year>`, e.g. `shule-alafu-2025`. */
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    title: z.string().min(1),
    township: z.string().min(1),
    county: z.string(),
    prefecture: z.string(),
    /** Short names people use for the township (阿乡, 科克亚尔乡), from the manifest. */
    aliases: z.array(z.string()),
    /** Short names of the county (塔县), from the manifest. */
    countyAliases: z.array(z.string()),
    /** As printed or from the manifest: 2025年7月, 2025. */
    edition: z.string(),
    classification: Classification,
    /** Remarks printed about the edition, e.g. 公布版; empty when none. */
    remarks: z.array(z.string()),
    file: z.string().min(1),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    counts: ListCounts,
    /** The preface's own figures; null when the document prints none. */
    declared: ListCounts.nullable(),
    /** What the document prints about items outside the list or about adding items; null when it prints nothing. */
    amendment: z.object({ text: z.string(), startLine: z.int(), endLine: z.int() }).nullable(),
});
/** `data/duties.json`: documents in manifest order, items in source order. */
export const DutyFile = z.object({
    formatVersion: z.literal(1),
    documents: z.array(DutyDocument),
    items: z.array(Item),
});
