// Answers of the last questions. Both sides of a dispute ask the same thing within a minute, and answering is
// deterministic: the same question over the same lists has the same answer, so it need not be worked out twice.
import { parseItemId } from '../../../duty/index.js';
import { LIMITS } from '../limits.js';
/** An engine that remembers its last `most` answers. `retrieve` is passed through. */
export function rememberAnswers(engine, most) {
    const known = new Map();
    const views = new WeakMap();
    let viewCount = 0;
    const toView = (visible) => {
        if (visible === undefined)
            return -1;
        const number = views.get(visible) ?? viewCount++;
        views.set(visible, number);
        return number;
    };
    return {
        retrieve: (question, documentId) => engine.retrieve(question, documentId),
        answer(question) {
            const key = toKey(question, toView(question.visible));
            // rows asked for by id are looked up, not searched: remembering them would only push out what costs
            if (key.length > LIMITS.answerKey || parseItemId(question.text))
                return engine.answer(question);
            const answer = known.get(key) ?? engine.answer(question);
            known.delete(key);
            known.set(key, answer);
            if (known.size > most) {
                const [oldest] = known.keys();
                if (oldest !== undefined)
                    known.delete(oldest);
            }
            return answer;
        },
    };
}
/** `view` stands for the set of visible documents, told apart by identity: each kind of reader has one. */
function toKey({ text, documentId, history, list }, view) {
    const turns = history.map(({ role, content }) => [role, content]);
    return JSON.stringify([text, documentId, turns, list ?? null, view]);
}
