// The rebuild: every list of the manifest, read, imported and audited, in memory. main.ts writes the result.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toDocumentAudit } from './audit-file.js';
import { findOrphanCorrections, parseCorrections } from './corrections.js';
import { BuildFault } from './fault.js';
import { importDocument } from './import-document.js';
import { loadOrganisationLexicon } from './lexicon-file.js';
import { decideFromManifest } from './manifest-facts.js';
import { parseManifest } from './manifest.js';
import { readSource } from './source/index.js';
const MANIFEST = 'data/sources.json';
const CORRECTIONS = 'data/corrections.json';
/**
 * Imports all lists of the manifest. Lists that are refused are findings of severity error in the audit, not
 * exceptions, so that one run shows all that is wrong; see collectErrors in audit-file.ts. Throws a BuildFault only when the
 * manifest, the corrections or the lexicon cannot be read.
 */
export function buildAll({ rootDir, onDocument }) {
    const manifest = parseManifest(readJson(rootDir, MANIFEST), MANIFEST);
    const corrections = parseCorrections(readJson(rootDir, CORRECTIONS), CORRECTIONS);
    const lexicon = loadOrganisationLexicon(rootDir);
    const audit = { formatVersion: 1, documents: [], findings: findTownshipsTwice(manifest) };
    const imported = [];
    for (const [index, entry] of manifest.documents.entries()) {
        const result = importListed(entry, { rootDir, lexicon, corrections });
        if ('document' in result)
            imported.push(result);
        else
            audit.findings.push(result);
        onDocument?.(index + 1, manifest.documents.length, entry.township);
    }
    for (const document of imported) {
        const { id, township, county } = document.document;
        audit.documents.push({ id, township, county, shape: document.shape, ...toDocumentAudit(document) });
    }
    const items = imported.flatMap((document) => document.items);
    const orphans = findOrphanCorrections(corrections, new Set(items.map((item) => item.id)));
    audit.findings.push(...orphans.map((finding) => ({ ...finding, file: CORRECTIONS })));
    return { file: { formatVersion: 1, documents: imported.map(({ document }) => document), items }, audit };
}
function importListed(entry, { rootDir, lexicon, corrections }) {
    const file = `data/${entry.file}`;
    try {
        const { source, sha256 } = readSource(join(rootDir, file), file);
        if (sha256 !== entry.sha256) {
            const message = `文件内容与登记的校验值不符（登记 ${entry.sha256.slice(0, 12)}…，实际 ${sha256.slice(0, 12)}…）。若文件被误改请恢复原件；若确实换了新文本，请核对后更新 ${MANIFEST} 里的 sha256。`;
            throw new BuildFault('hash-mismatch', message, { file });
        }
        const decide = decideFromManifest(entry);
        return importDocument({ source, sha256, lexicon, corrections, decide });
    }
    catch (fault) {
        if (!(fault instanceof BuildFault))
            throw fault;
        const { code, message, line } = fault;
        return { code, severity: 'error', list: null, no: null, line, message, file: fault.file };
    }
}
/** One township may have one list at a time: a new edition replaces the old one in the manifest. */
function findTownshipsTwice({ documents }) {
    const seen = new Map();
    const findings = [];
    for (const document of documents) {
        const key = `${document.county} ${document.township}`;
        const other = seen.get(key);
        if (other) {
            const message = `${document.county}${document.township}登记了两份清单（${other.id} 和 ${document.id}）。请在 ${MANIFEST} 里只保留现行的一份。`;
            findings.push({
                code: 'township-twice',
                severity: 'error',
                list: null,
                no: null,
                line: null,
                message,
                file: `data/${document.file}`,
            });
        }
        seen.set(key, document);
    }
    return findings;
}
function readJson(rootDir, file) {
    try {
        return JSON.parse(readFileSync(join(rootDir, file), 'utf8'));
    }
    catch (cause) {
        const message = '读不出这个 JSON 文件（不存在，或格式有误）。请检查后再运行。';
        throw new BuildFault('source-unreadable', message, { file, cause });
    }
}
