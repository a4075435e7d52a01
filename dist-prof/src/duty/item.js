// What one row of a published duty list is. Only shapes and their rules: reading rows from files is the
// index builder's work, finding and wording them is done by search/, answer/ and reply/.
import { z } from 'zod';
/** The three tables of a duty list: 基本履职事项, 配合履职事项, 上级部门收回事项. */
export const ListKind = z.enum(['basic', 'cooperative', 'reclaimed']);
/** The printed order of the tables; also the order of items in `duties.json`. */
export const LIST_KINDS = ListKind.options;
/** Lines of the source file, 1-based, both ends included. */
export const LineRange = z.object({ startLine: z.int().min(1), endLine: z.int().min(1) });
/**
 * One organisation named in a cell.
 * `printed` is the single organisation as the cell prints it, with a shared prefix restored
 * (市教育局、财政局 → 市教育局, 市财政局); `canonical` is the full form by which items of one department are
 * collected (疏勒县人社局 → 疏勒县人力资源和社会保障局, 县民政局 → 疏勒县民政局).
 */
export const Organisation = z.object({ printed: z.string().min(1), canonical: z.string().min(1) });
/**
 * A run of a duties cell. Concatenating `heading` and every point's `text` of all sections, in order, gives
 * the cell's text again, blanks aside: nothing is lost, nothing is reordered.
 */
export const DutySection = z.object({
    /** The printed heading with its colon (疏勒县公安局：), or null for text before the first heading. */
    heading: z.string().nullable(),
    /** The organisations that the heading names; empty for other headings (晋升程序：) and for null. */
    organisations: z.array(Organisation),
    points: z.array(z.object({ text: z.string().min(1) })),
});
/** A doubt about a row that travels with it. `code` is one of the audit's closed set (docs/data-format.md). */
export const Warning = z.object({
    code: z.string().min(1),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string().min(1),
    line: z.int().min(1).nullable(),
});
/** Fields that a list does not have are null: `departments…`, `upstream`, `townshipDuties` belong to cooperative, `takeover…` to reclaimed. */
export const Item = z.object({
    /** `<document id>-<b|c|r><number>`, see item-id.ts. */
    id: z.string().min(1),
    documentId: z.string().min(1),
    list: ListKind,
    no: z.int().min(1),
    category: z.string(),
    name: z.string().min(1),
    departments: z.array(Organisation).nullable(),
    departmentsRaw: z.string().nullable(),
    upstream: z.string().nullable(),
    upstreamSections: z.array(DutySection).nullable(),
    townshipDuties: z.string().nullable(),
    townshipSections: z.array(DutySection).nullable(),
    takeover: z.string().nullable(),
    takeoverDepartments: z.array(Organisation).nullable(),
    /** The working method without the 承接部门 / 工作方式 labels; null when the cell prints none. */
    takeoverMethod: z.string().nullable(),
    /** The whole row, and each cell that the row has, by field name. */
    source: LineRange,
    cells: z.partialRecord(z.enum(['no', 'category', 'name', 'departmentsRaw', 'upstream', 'townshipDuties', 'takeover']), LineRange),
    /** 0…1: how far the chosen split of the cells is ahead of the second best; 1 where the source prints borders. */
    confidence: z.number().min(0).max(1),
    warnings: z.array(Warning),
});
