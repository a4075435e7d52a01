// What the interface gives back, as zod schemas: responses are built to these types, and the OpenAPI document is
// generated from them.
import { z } from 'zod';
import {
  Classification,
  DutySection,
  LineRange,
  ListCounts,
  ListKind,
  Organisation,
  Warning,
} from '../../../duty/index.ts';

const url = z.string().meta({ format: 'uri' });

export const ItemSummary = z
  .object({
    id: z.string().meta({ description: '条目编号，永久不变。', examples: ['shule-alafu-2025-c62'] }),
    township: z.string(),
    county: z.string(),
    list: ListKind.meta({
      description: 'basic 基本履职事项，cooperative 配合履职事项，reclaimed 上级部门收回事项。',
    }),
    no: z.int(),
    category: z.string(),
    name: z.string(),
    departments: z.array(z.string()).meta({ description: '牵头或承接部门，照印出的名称。' }),
    url,
  })
  .meta({ description: '条目摘要。' });
export type ItemSummary = z.infer<typeof ItemSummary>;

export const ItemDetail = z
  .object({
    ...ItemSummary.shape,
    prefecture: z.string(),
    documentId: z.string(),
    verdict: z.string().meta({ description: '一句话说明归谁。' }),
    departmentsRaw: z.string().nullable(),
    upstream: z.string().nullable().meta({ description: '上级部门职责，原文。' }),
    upstreamSections: z.array(DutySection).nullable(),
    townshipDuties: z.string().nullable().meta({ description: '乡镇配合职责，原文。' }),
    townshipSections: z.array(DutySection).nullable(),
    takeover: z.string().nullable().meta({ description: '承接部门及工作方式，原文。' }),
    organisations: z.array(Organisation),
    source: LineRange.extend({ document: z.string(), edition: z.string(), file: z.string() }),
    warnings: z.array(Warning),
    matters: z.array(z.string()).meta({ description: '所属的事情。' }),
    citation: z.string().meta({ description: '可直接引用的文字。' }),
    canonicalTextUrl: url,
    sha256: z.string().meta({ description: 'canonicalTextUrl 处文本的 SHA-256。' }),
  })
  .meta({ description: '条目全文。' });
export type ItemDetail = z.infer<typeof ItemDetail>;

/** A page of anything. */
export function toPageSchema<T extends z.ZodType>(
  row: T,
): z.ZodObject<{ total: z.ZodInt; offset: z.ZodInt; rows: z.ZodArray<T>; next: z.ZodNullable<z.ZodString> }> {
  return z.object({
    total: z.int(),
    offset: z.int(),
    rows: z.array(row),
    next: z.string().nullable().meta({ description: '下一页的地址；没有下一页时为 null。' }),
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
    declared: ListCounts.nullable().meta({ description: '文件自己写的数目；没有写时为 null。' }),
    file: z.string(),
    sha256: z.string(),
    url,
  })
  .meta({ description: '一份清单。' });
export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const DocumentDetail = z
  .object({
    ...DocumentSummary.shape,
    amendment: z.string().nullable().meta({ description: '清单印明的增补办法。' }),
    categories: z.array(z.object({ list: ListKind, category: z.string(), count: z.int() })),
    findings: z.array(
      z.object({
        code: z.string(),
        severity: z.enum(['error', 'warning', 'info']),
        list: z.string().nullable(),
        no: z.int().nullable(),
        line: z.int().nullable(),
        message: z.string(),
      }),
    ),
  })
  .meta({ description: '一份清单及收录时的核对结果。' });
export type DocumentDetail = z.infer<typeof DocumentDetail>;

export const DepartmentSummary = z
  .object({
    documentId: z.string(),
    township: z.string(),
    name: z.string(),
    cooperative: z.int().meta({ description: '需乡镇配合的项数。' }),
    reclaimed: z.int().meta({ description: '已收回的项数。' }),
    url,
  })
  .meta({ description: '一个乡镇清单中的一个部门。' });
export type DepartmentSummary = z.infer<typeof DepartmentSummary>;

export const MatterSummary = z
  .object({ id: z.string(), title: z.string(), townships: z.int(), items: z.int(), url })
  .meta({ description: '一件事。' });
export type MatterSummary = z.infer<typeof MatterSummary>;

export const MatterDetail = z
  .object({ ...MatterSummary.omit({ items: true }).shape, items: z.array(ItemSummary) })
  .meta({ description: '一件事在各乡镇清单中的条目。' });
export type MatterDetail = z.infer<typeof MatterDetail>;

export const AskBody = z
  .object({
    question: z
      .string()
      .max(5000)
      .meta({ description: '问题。', examples: ['烧麦秆冒烟归谁管'] }),
    township: z
      .string()
      .max(80)
      .nullish()
      .meta({ description: '所在乡镇：清单编号（shule-alafu-2025）或乡镇名。问题里写明的乡镇优先。' }),
    history: z
      .array(z.object({ role: z.enum(['user', 'assistant']), content: z.string().max(5000) }))
      .max(20)
      .default([])
      .meta({ description: '此前的对话，旧的在前。' }),
    list: ListKind.optional().meta({ description: '只在这一类清单里找。' }),
  })
  .meta({ description: '提问。' });

export const AskResponse = z
  .object({
    kind: z.string().meta({
      description: 'item、choice、not_listed、ambiguous_township、counts、listing、comparison 等。',
    }),
    verdict: z
      .enum(['township', 'upstream', 'reclaimed', 'not_listed', 'ambiguous_township', 'aggregate'])
      .nullable(),
    headline: z.string().meta({ description: '可单独使用的一句话。' }),
    items: z
      .array(ItemSummary.extend({ score: z.number().nullable() }))
      .meta({ description: '回答所指的条目，最相符的在前；未列时为空。' }),
    nearest: z.array(ItemSummary).meta({ description: '最接近的条目；不是答案。' }),
    departments: z.array(z.string()).meta({ description: '牵头或承接部门。' }),
    counts: ListCounts.nullable(),
    matched: z
      .object({ phrase: z.string().nullable(), matter: z.string().nullable(), words: z.array(z.string()) })
      .nullable()
      .meta({ description: '为什么是这一条。' }),
    citation: z.string().nullable(),
    text: z.string().meta({ description: '完整回答的纯文本。' }),
  })
  .meta({ description: '回答。' });
export type AskResponse = z.infer<typeof AskResponse>;
