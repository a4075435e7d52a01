export function toDocumentAudit({ document, findings, ledger }) {
    return { file: document.file, counts: document.counts, declared: document.declared, findings, ledger };
}
/** All error-level findings with the file that each is about. */
export function collectErrors(audit) {
    const own = audit.documents.flatMap(({ file, findings }) => findings.map((finding) => ({ ...finding, file })));
    return [...audit.findings, ...own].filter(({ severity }) => severity === 'error');
}
