export function createCorpus(file) {
    const documents = new Map(file.documents.map((document) => [document.id, document]));
    const byDocument = new Map(file.documents.map((document) => [document.id, []]));
    const byId = new Map();
    for (const item of file.items) {
        byDocument.get(item.documentId)?.push(item);
        byId.set(item.id, item);
    }
    return {
        documents: file.documents,
        document: (id) => documents.get(id) ?? null,
        items: (documentId) => byDocument.get(documentId) ?? [],
        item: (id) => byId.get(id) ?? null,
        itemByNumber: (documentId, list, no) => byDocument.get(documentId)?.find((item) => item.list === list && item.no === no) ?? null,
    };
}
