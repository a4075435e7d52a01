/** One object a line for every item, in the order given; ends with a line end. */
export function toExportLines(documents, items) {
    const byId = new Map(documents.map((document) => [document.id, document]));
    return items.map((item) => `${JSON.stringify(toExportItem(item, byId.get(item.documentId)))}\n`).join('');
}
function toExportItem(item, document) {
    return {
        id: item.id,
        township: document?.township ?? '',
        county: document?.county ?? '',
        prefecture: document?.prefecture ?? '',
        list: item.list,
        no: item.no,
        category: item.category,
        name: item.name,
        departments: toNames(item.departments),
        departmentsRaw: item.departmentsRaw,
        upstream: item.upstream,
        townshipDuties: item.townshipDuties,
        takeover: item.takeover,
        takeoverDepartments: toNames(item.takeoverDepartments),
        source: { file: document?.file ?? '', startLine: item.source.startLine, endLine: item.source.endLine },
        warnings: item.warnings,
    };
}
function toNames(organisations) {
    return organisations?.map(({ printed }) => printed) ?? null;
}
