// A row that the question names by number, id or permalink.
import { parseItemId } from '../duty/index.js';
import { directHit, toItemAnswer } from './item-answer.js';
import { LITTLE_LEFT_OVER } from './listing.js';
import { isVisible, visibleDocuments } from './tools.js';
const DIRECT = { others: [], focus: [], direct: true };
function answerId(tools, { question, reading }, id) {
    const { corpus } = tools;
    const item = corpus.item(id);
    const document = item ? corpus.document(item.documentId) : null;
    if (item && document && isVisible(question, document.id))
        return toItemAnswer(tools, reading, directHit(item, document), DIRECT);
    const parsed = parseItemId(id);
    return {
        kind: 'no_such_item',
        verdict: 'not_listed',
        document: null,
        list: parsed?.list ?? 'basic',
        no: parsed?.no ?? 0,
        size: null,
    };
}
/** A number without a township: the row of that number on every list. */
function answerNumberAnywhere(tools, { question }, list, no) {
    const documents = visibleDocuments(tools.corpus, question);
    const candidates = documents.flatMap((document) => {
        const item = tools.corpus.itemByNumber(document.id, list, no);
        return item ? [directHit(item, document)] : [];
    });
    return candidates.length === 0
        ? { kind: 'no_such_item', verdict: 'not_listed', document: null, list, no, size: null }
        : {
            kind: 'ambiguous_township',
            verdict: 'ambiguous_township',
            candidates,
            documents,
            matterTitle: null,
        };
}
/** Null when the question names no row, or names a number that is not there beside a matter of its own. */
export function answerReference(tools, asked) {
    const { reading, context } = asked;
    const { corpus, reader } = tools;
    const { reference } = reading;
    if (!reference)
        return null;
    if (reference.by === 'id')
        return answerId(tools, asked, reference.id);
    const { list, no, start, end } = reference;
    const [documentId] = context.documentIds;
    if (documentId === undefined)
        return answerNumberAnywhere(tools, asked, list, no);
    const document = corpus.document(documentId);
    const item = corpus.itemByNumber(documentId, list, no);
    if (document && item)
        return toItemAnswer(tools, reading, directHit(item, document), DIRECT);
    const content = reading.text.slice(0, start) + reading.text.slice(end);
    if (reader.leftover({ ...reading, content }, null, null) > LITTLE_LEFT_OVER)
        return null;
    const size = corpus.items(documentId).filter((other) => other.list === list).length;
    return { kind: 'no_such_item', verdict: 'not_listed', document, list, no, size };
}
