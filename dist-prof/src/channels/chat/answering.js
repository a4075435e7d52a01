import { normalize } from '../../language/index.js';
import { createHiddenMatters, toReply, withoutHiddenMatter } from '../../reply/index.js';
import { documentOf, toAnswerFacts } from './answer-facts.js';
import { createReplyOptions } from './internal-links.js';
import { withCommands, withNotes } from './replies.js';
import { wording } from './wording.zh.js';
/** Longer questions are cut: a told story has its matter in the first part. */
export const MOST_QUESTION = 1000;
export function createAnswering(parts) {
    const { deps, identity, here, finder, history, actions } = parts;
    const { engine, corpus, store, log, metrics } = deps;
    const hiddenMatters = createHiddenMatters(corpus, deps.lexicon);
    const replyOptions = createReplyOptions(deps);
    const reply = (answer) => toReply(answer, replyOptions);
    /** The name of a hidden township in a text, as typed; names that a visible one shares do not count. */
    function hiddenName(text, visible, of) {
        const open = corpus.documents.filter((document) => visible.has(document.id));
        const hidden = corpus.documents.filter((document) => !visible.has(document.id));
        const shared = new Set(finder.words(open, of));
        const plain = normalize(text, deps.characters);
        return finder.words(hidden, of).find((word) => !shared.has(word) && plain.includes(word)) ?? null;
    }
    const namesHiddenId = (text, visible) => corpus.documents.some(({ id }) => !visible.has(id) && text.includes(id));
    function refuse(place, documentId) {
        metrics.refusal(place.platform, 'internal-list');
        log.warn({
            platform: place.platform,
            conversation: identity.conversation(place),
            kind: place.conversationKind,
            person: identity.person(place),
            document: documentId,
        }, 'question about an internal list refused');
    }
    /**
     * The answer as far as this place may see. A hidden township is one that we do not have: the question is never
     * answered from another township's list instead.
     */
    function answerFor(place, question) {
        const visible = here.visible(place);
        if (visible === undefined)
            return engine.answer(question);
        const documents = here.documents(place);
        const named = hiddenName(question.text, visible, 'township');
        if (named !== null) {
            refuse(place, null);
            return { kind: 'unknown_township', verdict: 'not_listed', named, documents };
        }
        const answer = withoutHiddenMatter(engine.answer({ ...question, visible }), hiddenMatters(visible));
        const county = hiddenName(question.text, visible, 'county');
        if (county === null && !namesHiddenId(question.text, visible))
            return answer;
        // 塔县公安局 only names an office, 塔县那个乡 means the township: the engine tells the two apart
        const meant = documentOf(engine.answer(question));
        if (meant === null || visible.has(meant))
            return answer;
        refuse(place, meant);
        return county === null
            ? answer
            : { kind: 'unknown_township', verdict: 'not_listed', named: county, documents };
    }
    function buttons(place, shown, facts, questionId, options) {
        const canChange = facts.documentId !== null && here.documents(place).length > 1 && facts.isJudged;
        return [
            ...(options.first ?? []),
            ...actions.ofReply(shown, questionId),
            ...(options.audience === 'person' ? [actions.publish(questionId)] : []),
            ...(canChange ? [actions.changeTownship(questionId)] : []),
            ...(facts.isJudged ? actions.feedback(questionId) : []),
        ];
    }
    return {
        ask(place, options) {
            const characters = [...options.text];
            const text = characters.slice(0, MOST_QUESTION).join('');
            const notes = [
                ...(options.notes ?? []),
                ...(characters.length > MOST_QUESTION ? [wording.cut(MOST_QUESTION)] : []),
            ];
            const question = { text, documentId: options.documentId, history: options.history };
            const answer = answerFor(place, question);
            const plain = reply(answer);
            const facts = toAnswerFacts(answer, plain);
            const shown = withNotes(answer.kind === 'help' ? withCommands(plain) : plain, 'info', notes);
            const questionId = identity.questionId();
            return {
                kind: answer.kind,
                outcome: {
                    kind: 'reply',
                    reply: shown,
                    view: { mode: 'summary', page: 0 },
                    actions: buttons(place, shown, facts, questionId, options),
                    questionId,
                    documentId: facts.documentId,
                    delivery: options.delivery ?? (options.audience === 'person' ? 'private' : 'answer'),
                },
                remember() {
                    const { at } = options;
                    const conversation = identity.conversation(place);
                    const thread = identity.thread(place);
                    const { documentId, itemIds } = facts;
                    store.asked.add({ id: questionId, conversation, thread, question: text, documentId, itemIds, at });
                    if (answer.verdict !== null)
                        history.remember(place, text, facts.line, at);
                    if (deps.policy.questionLogDays === 0 || answer.kind === 'empty')
                        return;
                    store.questions.add({
                        id: questionId,
                        platform: place.platform,
                        conversation,
                        person: identity.person(place),
                        question: text,
                        decision: answer.kind,
                        verdict: answer.verdict,
                        documentId,
                        itemIds,
                        margin: facts.margin,
                        at,
                    });
                },
            };
        },
        open(place, itemId, at, audience) {
            const answer = answerFor(place, { text: itemId, documentId: null, history: [] });
            if (answer.kind !== 'item' || answer.hit.item.id !== itemId)
                return null;
            const shown = reply(answer);
            const facts = toAnswerFacts(answer, shown);
            const questionId = identity.questionId();
            const { documentId, itemIds } = facts;
            return {
                kind: 'open-item',
                outcome: {
                    kind: 'reply',
                    reply: shown,
                    view: { mode: 'summary', page: 0 },
                    actions: buttons(place, shown, facts, questionId, {
                        text: itemId,
                        documentId,
                        history: [],
                        at,
                        audience: audience ?? 'everybody',
                    }),
                    questionId,
                    documentId,
                    delivery: 'answer',
                },
                remember() {
                    const conversation = identity.conversation(place);
                    const thread = identity.thread(place);
                    store.asked.add({
                        id: questionId,
                        conversation,
                        thread,
                        question: itemId,
                        documentId,
                        itemIds,
                        at,
                    });
                    history.remember(place, itemId, facts.line, at);
                },
            };
        },
        again(place, asked, view, delivery, audience = 'everybody') {
            const answer = answerFor(place, {
                text: asked.question,
                documentId: asked.documentId ?? here.current(place)?.id ?? null,
                history: history.turns(place, asked.at),
            });
            const shown = reply(answer);
            const facts = toAnswerFacts(answer, shown);
            return {
                kind: 'reply',
                reply: shown,
                view,
                actions: buttons(place, shown, facts, asked.id, {
                    text: asked.question,
                    documentId: asked.documentId,
                    history: [],
                    at: asked.at,
                    audience,
                }),
                questionId: asked.id,
                documentId: facts.documentId,
                delivery,
            };
        },
        item(place, itemId) {
            const answer = answerFor(place, { text: itemId, documentId: null, history: [] });
            return answer.kind === 'item' && answer.hit.item.id === itemId
                ? { answer, reply: reply(answer) }
                : null;
        },
        help(place, kind) {
            const documents = here.documents(place);
            const shown = reply({ kind, verdict: null, documents, document: here.current(place) });
            return {
                kind: 'reply',
                reply: withCommands(shown),
                view: { mode: 'summary', page: 0 },
                actions: actions.ofReply(shown, null),
                questionId: null,
                documentId: null,
                delivery: 'answer',
            };
        },
    };
}
