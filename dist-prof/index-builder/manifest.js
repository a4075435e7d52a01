// The manifest of published lists, data/sources.json: what a document does not print about itself, and its hash.
import { z } from 'zod';
import { Classification } from '../src/duty/index.js';
import { BuildFault } from './fault.js';
export const ManifestDocument = z.strictObject({
    /** `<county>-<township>-<edition year>` in lower-case ASCII; never changes, item ids are made of it. */
    id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)+$/),
    title: z.string().min(1),
    township: z.string().min(2),
    county: z.string().min(2),
    prefecture: z.string(),
    /** Short names of the township that people use. */
    aliases: z.array(z.string().min(1)),
    countyAliases: z.array(z.string().min(1)),
    edition: z.string().min(4),
    classification: Classification,
    remarks: z.array(z.string().min(1)),
    /** Below the data folder: sources/疏勒县-阿拉甫乡.txt. */
    file: z.string().regex(/^sources\/[^/\\]+$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export const Manifest = z
    .strictObject({ formatVersion: z.literal(1), documents: z.array(ManifestDocument).min(1) })
    .superRefine(({ documents }, context) => {
    for (const key of ['id', 'file']) {
        const seen = new Set();
        for (const document of documents) {
            if (seen.has(document[key]))
                context.addIssue({ code: 'custom', message: `${key} 重复：${document[key]}` });
            seen.add(document[key]);
        }
    }
});
/** A parsed JSON value to a manifest; the fault names the field that is wrong. */
export function parseManifest(value, file) {
    const result = Manifest.safeParse(value);
    if (result.success)
        return result.data;
    const issue = result.error.issues[0];
    const message = `来源登记表有误：${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}。请对照 docs/data-format.md 改正。`;
    throw new BuildFault('source-unreadable', message, { file });
}
