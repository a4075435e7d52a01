// The table of operations.
import { z } from 'zod';
import { apiWords } from './wording.zh.js';
import { ListKind } from '../../../duty/index.js';
import { ask } from '../content/ask.js';
import { LIMITS } from '../limits.js';
import { defineOperation } from './operation.js';
import { Paging, toPage } from './paging.js';
import { AskBody, AskResponse, DepartmentSummary, DocumentDetail, DocumentSummary, ItemDetail, ItemSummary, MatterDetail, MatterSummary, toPageSchema, } from './schemas.js';
import { toAskResponse, toDepartmentSummary, toDocumentDetail, toDocumentSummary, toItemDetail, toItemSummary, toMatterSummary, } from './to-json.js';
const Id = z.object({ id: z.string().max(120) });
const ofDocument = z.string().max(80).optional().meta({ description: apiWords.parameters.ofDocument });
/** A township given by id or name; null when none or not one that this reader may see. */
function findDocumentId(view, given) {
    if (!given)
        return null;
    const named = view.documents.filter(({ id, township, aliases }) => id === given || township === given || aliases.includes(given));
    return named.length === 1 ? (named[0]?.id ?? null) : null;
}
function documentOf(corpus, item) {
    return corpus.document(item.documentId);
}
export const OPERATIONS = [
    defineOperation({
        method: 'get',
        path: '/ask',
        id: 'ask',
        summary: apiWords.operations.ask,
        query: z.object({
            q: z.string().min(1).max(LIMITS.question).meta({ description: apiWords.parameters.q }),
            township: z.string().max(80).optional().meta({ description: apiWords.parameters.township }),
        }),
        response: AskResponse,
        handle({ site, visit, address }, { query }) {
            const documentId = findDocumentId(visit.view, query.township);
            return toAskResponse(site, ask(site, visit, { text: query.q, documentId, history: [], address }));
        },
    }),
    defineOperation({
        method: 'post',
        path: '/ask',
        id: 'askInConversation',
        summary: apiWords.operations.askInConversation,
        body: AskBody,
        response: AskResponse,
        handle({ site, visit, address }, { body }) {
            const { question, township, history, list } = body;
            const documentId = findDocumentId(visit.view, township);
            return toAskResponse(site, ask(site, visit, { text: question, documentId, history, list: list ?? null, address }));
        },
    }),
    defineOperation({
        method: 'get',
        path: '/items',
        id: 'listItems',
        summary: apiWords.operations.listItems,
        query: Paging.extend({
            document: ofDocument,
            list: ListKind.optional().meta({ description: apiWords.parameters.list }),
            category: z.string().max(40).optional().meta({ description: apiWords.parameters.category }),
            department: z.string().max(80).optional().meta({ description: apiWords.parameters.department }),
        }),
        response: toPageSchema(ItemSummary),
        handle({ site, visit, here }, { query }) {
            const { document, list, category, department } = query;
            const documents = visit.view.documents.filter(({ id }) => document === undefined || id === document);
            const rows = documents.flatMap((owner) => visit.view
                .items(owner.id)
                .filter((item) => (list === undefined || item.list === list) &&
                (category === undefined || item.category === category) &&
                (department === undefined ||
                    [...(item.departments ?? []), ...(item.takeoverDepartments ?? [])].some(({ canonical }) => canonical === department)))
                .map((item) => ({ item, owner })));
            return toPage(rows, query, here, ({ item, owner }) => toItemSummary(site, item, owner));
        },
    }),
    defineOperation({
        method: 'get',
        path: '/items/{id}',
        id: 'getItem',
        summary: apiWords.operations.getItem,
        params: Id,
        response: ItemDetail,
        handle({ site, visit }, { params }) {
            const item = visit.view.item(params.id);
            const document = item && documentOf(site.deps.corpus, item);
            return item && document ? toItemDetail(site, visit, item, document) : null;
        },
    }),
    defineOperation({
        method: 'get',
        path: '/departments',
        id: 'listDepartments',
        summary: apiWords.operations.listDepartments,
        query: Paging.extend({ document: ofDocument }),
        response: toPageSchema(DepartmentSummary),
        handle({ site, visit, here }, { query }) {
            const rows = visit.view.documents
                .filter(({ id }) => query.document === undefined || id === query.document)
                .flatMap((document) => visit.view.departments(document.id).map((department) => ({ document, department })));
            return toPage(rows, query, here, ({ document, department }) => toDepartmentSummary(site, document, department));
        },
    }),
    defineOperation({
        method: 'get',
        path: '/matters',
        id: 'listMatters',
        summary: apiWords.operations.listMatters,
        query: Paging.extend({
            q: z.string().max(60).optional().meta({ description: apiWords.parameters.matterFilter }),
        }),
        response: toPageSchema(MatterSummary),
        handle({ site, visit, here }, { query }) {
            const { q } = query;
            const rows = visit.view.matters.filter(({ matter }) => q === undefined || [matter.title, ...matter.phrases].some((text) => text.includes(q)));
            return toPage(rows, query, here, (row) => toMatterSummary(site, row));
        },
    }),
    defineOperation({
        method: 'get',
        path: '/matters/{id}',
        id: 'getMatter',
        summary: apiWords.operations.getMatter,
        params: Id,
        response: MatterDetail,
        handle({ site, visit }, { params }) {
            const rows = visit.view.matter(params.id);
            if (!rows)
                return null;
            const { id, title, townships, url } = toMatterSummary(site, rows);
            const items = rows.items.flatMap((item) => {
                const document = documentOf(site.deps.corpus, item);
                return document ? [toItemSummary(site, item, document)] : [];
            });
            return { id, title, townships, url, items };
        },
    }),
    defineOperation({
        method: 'get',
        path: '/documents',
        id: 'listDocuments',
        summary: apiWords.operations.listDocuments,
        query: Paging,
        response: toPageSchema(DocumentSummary),
        handle: ({ site, visit, here }, { query }) => toPage(visit.view.documents, query, here, (document) => toDocumentSummary(site, document)),
    }),
    defineOperation({
        method: 'get',
        path: '/documents/{id}',
        id: 'getDocument',
        summary: apiWords.operations.getDocument,
        params: Id,
        response: DocumentDetail,
        handle({ site, visit }, { params }) {
            const document = visit.view.document(params.id);
            return document ? toDocumentDetail(site, visit, document) : null;
        },
    }),
];
