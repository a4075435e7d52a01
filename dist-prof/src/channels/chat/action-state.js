// What a button carries: a short signed text. Nothing of it is believed before the signature and the form are
// checked, and what it names is looked up and checked for access again.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseItemId } from '../../duty/index.js';
const MAC_BYTES = 12;
/** Longer questions in a button are cut. */
const MOST_QUESTION = 60;
const MOST_LENGTH = 500;
// c~shule-alafu-2025~k3jd92ndk1~MAC
const SIGNED = /^(?<payload>[a-z](?:~[A-Za-z0-9_.-]*)+)~(?<mac>[A-Za-z0-9_-]{16})$/;
const DOCUMENT_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const QUESTION_ID = /^[A-Za-z0-9_-]{10}$/;
const PAGE = /^\d{1,3}$/;
const encode = (text) => Buffer.from([...text].slice(0, MOST_QUESTION).join(''), 'utf8').toString('base64url');
function toPayload(state) {
    switch (state.type) {
        case 'ask':
            return `a~${encode(state.question)}`;
        case 'open-item':
            return `o~${state.itemId}`;
        case 'choose-township':
            return `c~${state.documentId}~${state.questionId ?? ''}`;
        case 'change-township':
            return `t~${state.questionId}`;
        case 'bind':
            return `b~${state.documentId}`;
        case 'item-page':
            return `i~${state.itemId}~${state.page}${state.questionId === null ? '' : `~${state.questionId}`}`;
        case 'question-page':
            return `q~${state.questionId}~${state.page}`;
        case 'publish':
            return `p~${state.questionId}`;
        case 'feedback':
            return `f~${state.questionId}~${state.value === 'good' ? '1' : '0'}`;
    }
}
function fromPayload(payload) {
    const [letter = '', first = '', second = '', third = ''] = payload.split('~');
    const isQuestion = QUESTION_ID.test(first);
    const isItem = parseItemId(first) !== null;
    const isDocument = DOCUMENT_ID.test(first);
    switch (letter) {
        case 'a': {
            const question = Buffer.from(first, 'base64url').toString('utf8');
            return question === '' ? null : { type: 'ask', question };
        }
        case 'o':
            return isItem ? { type: 'open-item', itemId: first } : null;
        case 'c':
            return isDocument && (second === '' || QUESTION_ID.test(second))
                ? { type: 'choose-township', documentId: first, questionId: second === '' ? null : second }
                : null;
        case 't':
            return isQuestion ? { type: 'change-township', questionId: first } : null;
        case 'b':
            return isDocument ? { type: 'bind', documentId: first } : null;
        case 'i':
            return isItem && PAGE.test(second) && (third === '' || QUESTION_ID.test(third))
                ? {
                    type: 'item-page',
                    itemId: first,
                    page: Number(second),
                    questionId: third === '' ? null : third,
                }
                : null;
        case 'q':
            return isQuestion && PAGE.test(second)
                ? { type: 'question-page', questionId: first, page: Number(second) }
                : null;
        case 'p':
            return isQuestion ? { type: 'publish', questionId: first } : null;
        case 'f':
            return isQuestion && (second === '1' || second === '0')
                ? { type: 'feedback', questionId: first, value: second === '1' ? 'good' : 'bad' }
                : null;
        default:
            return null;
    }
}
/** HMAC-SHA256, cut to 96 bits. States have no end of their own: what they name may have one. */
export function createActionSigner(key) {
    const macOf = (payload) => createHmac('sha256', key).update('action/1\n').update(payload).digest().subarray(0, MAC_BYTES);
    return {
        sign(state) {
            const payload = toPayload(state);
            return `${payload}~${macOf(payload).toString('base64url')}`;
        },
        open(text) {
            const groups = text.length <= MOST_LENGTH ? SIGNED.exec(text)?.groups : undefined;
            const payload = groups?.['payload'] ?? '';
            const mac = Buffer.from(groups?.['mac'] ?? '', 'base64url');
            if (mac.length !== MAC_BYTES || !timingSafeEqual(mac, macOf(payload)))
                return null;
            return fromPayload(payload);
        },
    };
}
