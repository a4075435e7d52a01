// What the interface gives back, as zod schemas: responses are built to these types, and the OpenAPI document is
// generated from them.
import { z } from 'zod';
import { apiWords } from './wording.zh.js';
import { Classification, DutySection, LineRange, ListCounts, ListKind, Organisation, Warning, } from '../../../duty/index.js';
const url = z.string().meta({ format: 'uri' });
export const ItemSummary = z
    .object({
    id: z.string().meta({ description: apiWords.fields.id, examples: ['shule-alafu-2025-c62'] }),
    township: z.string(),
    county: z.string(),
    list: ListKind.meta({
        description: apiWords.fields.list,
    }),
    no: z.int(),
    category: z.string(),
    name: z.string(),
    departments: z.array(z.string()).meta({ description: apiWords.fields.departments }),
    url,
})
    .meta({ description: apiWords.fields.ItemSummary });
export const ItemDetail = z
    .object({
    ...ItemSummary.shape,
    prefecture: z.string(),
    documentId: z.string(),
    verdict: z.string().meta({ description: apiWords.fields.verdict }),
    departmentsRaw: z.string().nullable(),
    upstream: z.string().nullable().meta({ description: apiWords.fields.upstream }),
    upstreamSections: z.array(DutySection).nullable(),
    townshipDuties: z.string().nullable().meta({ description: apiWords.fields.townshipDuties }),
    townshipSections: z.array(DutySection).nullable(),
    takeover: z.string().nullable().meta({ description: apiWords.fields.takeover }),
    organisations: z.array(Organisation),
    source: LineRange.extend({ document: z.string(), edition: z.string(), file: z.string() }),
    warnings: z.array(Warning),
    matters: z.array(z.string()).meta({ description: apiWords.fields.matters }),
    citation: z.string().meta({ description: apiWords.fields.citation }),
    canonicalTextUrl: url,
    sha256: z.string().meta({ description: apiWords.fields.sha256 }),
})
    .meta({ description: apiWords.fields.ItemDetail });
/** A page of anything. */
export function toPageSchema(row) {
    return z.object({
        total: z.int(),
        offset: z.int(),
        rows: z.array(row),
        next: z.string().nullable().meta({ description: apiWords.fields.next }),
    });
}
export const DocumentSummary = z
    .object({
    id: z.string(),
    title: z.string(),
    township: z.string(),
    county: z.string(),
    prefecture: z.string(),
    edition: z.string(),
    classification: Classification,
    counts: ListCounts,
    declared: ListCounts.nullable().meta({ description: apiWords.fields.declared }),
    file: z.string(),
    sha256: z.string(),
    url,
})
    .meta({ description: apiWords.fields.DocumentSummary });
export const DocumentDetail = z
    .object({
    ...DocumentSummary.shape,
    amendment: z.string().nullable().meta({ description: apiWords.fields.amendment }),
    categories: z.array(z.object({ list: ListKind, category: z.string(), count: z.int() })),
    findings: z.array(z.object({
        code: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        list: z.string().nullable(),
        no: z.int().nullable(),
        line: z.int().nullable(),
        message: z.string(),
    })),
})
    .meta({ description: apiWords.fields.DocumentDetail });
export const DepartmentSummary = z
    .object({
    documentId: z.string(),
    township: z.string(),
    name: z.string(),
    cooperative: z.int().meta({ description: apiWords.fields.cooperative }),
    reclaimed: z.int().meta({ description: apiWords.fields.reclaimed }),
    url,
})
    .meta({ description: apiWords.fields.DepartmentSummary });
export const MatterSummary = z
    .object({ id: z.string(), title: z.string(), townships: z.int(), items: z.int(), url })
    .meta({ description: apiWords.fields.MatterSummary });
export const MatterDetail = z
    .object({ ...MatterSummary.omit({ items: true }).shape, items: z.array(ItemSummary) })
    .meta({ description: apiWords.fields.MatterDetail });
export const AskBody = z
    .object({
    question: z
        .string()
        .max(5000)
        .meta({ description: apiWords.fields.question, examples: [apiWords.exampleQuestion] }),
    township: z.string().max(80).nullish().meta({ description: apiWords.fields.township }),
    history: z
        .array(z.object({ role: z.enum(['user', 'assistant']), content: z.string().max(5000) }))
        .max(20)
        .default([])
        .meta({ description: apiWords.fields.history }),
    list: ListKind.optional().meta({ description: apiWords.fields.askList }),
})
    .meta({ description: apiWords.fields.AskBody });
export const AskResponse = z
    .object({
    kind: z.string().meta({
        description: apiWords.fields.kind,
    }),
    verdict: z
        .enum(['township', 'upstream', 'reclaimed', 'not_listed', 'ambiguous_township', 'aggregate'])
        .nullable(),
    headline: z.string().meta({ description: apiWords.fields.headline }),
    items: z
        .array(ItemSummary.extend({ score: z.number().nullable() }))
        .meta({ description: apiWords.fields.items }),
    nearest: z.array(ItemSummary).meta({ description: apiWords.fields.nearest }),
    departments: z.array(z.string()).meta({ description: apiWords.fields.answerDepartments }),
    counts: ListCounts.nullable(),
    matched: z
        .object({ phrase: z.string().nullable(), matter: z.string().nullable(), words: z.array(z.string()) })
        .nullable()
        .meta({ description: apiWords.fields.matched }),
    citation: z.string().nullable(),
    text: z.string().meta({ description: apiWords.fields.text }),
})
    .meta({ description: apiWords.fields.AskResponse });
