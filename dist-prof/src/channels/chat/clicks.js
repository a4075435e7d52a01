import { toAnswerFacts } from './answer-facts.js';
import { mayBind } from './policy.js';
import { choiceOfTownships, notice } from './replies.js';
import { wording } from './wording.zh.js';
const MOST_COMMENT = 1000;
const nothing = () => undefined;
const refuse = (reason, text) => ({
    kind: reason,
    outcome: { kind: 'refused', reason, reply: notice(text) },
    remember: nothing,
});
const say = (outcome) => ({
    kind: 'reply',
    view: { mode: 'summary', page: 0 },
    questionId: null,
    ...outcome,
});
export function createClickHandler(parts) {
    const { deps, identity, here, history, signer, actions, answering, binding } = parts;
    const { store, clock, metrics } = deps;
    /** A question that was asked in this conversation; buttons do not travel between conversations. */
    function askedHere(place, questionId) {
        const asked = store.asked.get(questionId);
        return asked?.conversation === identity.conversation(place) ? asked : null;
    }
    function openItem(click, itemId) {
        return (answering.open(click, itemId, click.receivedAt, click.audience) ??
            refuse('not-allowed', wording.expired));
    }
    /** With the buttons of the answer as long as it is remembered; the row itself can always be paged. */
    function itemPage(click, { itemId, page, questionId }) {
        const view = { mode: 'full', page };
        const asked = questionId === null ? null : askedHere(click, questionId);
        const again = asked && answering.again(click, asked, view, 'replace', click.audience);
        if (again?.reply.itemId === itemId)
            return { outcome: again, kind: 'page', remember: nothing };
        const found = answering.item(click, itemId);
        if (!found)
            return refuse('not-allowed', wording.expired);
        const { documentId } = toAnswerFacts(found.answer, found.reply);
        const outcome = say({
            reply: found.reply,
            actions: actions.ofReply(found.reply, null),
            documentId,
            delivery: 'replace',
            view,
        });
        return { outcome, kind: 'page', remember: nothing };
    }
    function chooseTownship(click, documentId, questionId) {
        const document = here.documents(click).find((candidate) => candidate.id === documentId);
        if (!document)
            return refuse('not-allowed', wording.expired);
        if (questionId === null)
            return binding.chosen(click, document);
        const asked = askedHere(click, questionId);
        if (!asked)
            return refuse('expired', wording.expired);
        const before = history.turns(click, asked.at);
        const offerBind = click.conversationKind !== 'direct' && here.bound(click) === null && mayBind(deps.policy, click);
        const options = {
            documentId,
            at: click.receivedAt,
            delivery: asked.documentId === null ? 'replace' : 'answer',
            first: offerBind ? [actions.bind(document)] : [],
            audience: click.audience ?? 'everybody',
        };
        const direct = answering.ask(click, { ...options, text: asked.question, history: before });
        // the question itself names another township: ask it on, as a person would
        const decided = direct.outcome.documentId === documentId
            ? direct
            : answering.ask(click, {
                ...options,
                text: `那${document.township}呢`,
                history: [...before, { role: 'user', content: asked.question }],
            });
        return {
            ...decided,
            remember() {
                decided.remember();
                binding.choose(click, document);
            },
        };
    }
    function feedback(place, questionId, value, comment) {
        const asked = askedHere(place, questionId);
        if (!asked)
            return false;
        const person = identity.person(place);
        if (value === 'none') {
            store.feedback.remove(questionId, person);
            return true;
        }
        metrics.feedback(place.platform, value);
        store.feedback.set({
            questionId,
            person,
            platform: place.platform,
            value,
            comment: comment === null ? null : [...comment].slice(0, MOST_COMMENT).join(''),
            question: deps.policy.questionLogDays > 0 ? asked.question : null,
            itemIds: asked.itemIds,
            at: clock(),
        });
        return true;
    }
    function handle(click, state) {
        switch (state.type) {
            case 'ask':
                return parts.message({
                    ...click,
                    kind: 'message',
                    text: state.question,
                    quoted: null,
                    audience: click.audience ?? 'everybody',
                });
            case 'open-item':
                return openItem(click, state.itemId);
            case 'item-page':
                return itemPage(click, state);
            case 'choose-township':
                return chooseTownship(click, state.documentId, state.questionId);
            case 'bind': {
                const document = here.documents(click).find((candidate) => candidate.id === state.documentId);
                return document ? binding.bindTo(click, document) : refuse('not-allowed', wording.expired);
            }
            case 'change-township': {
                if (!askedHere(click, state.questionId))
                    return refuse('expired', wording.expired);
                const reply = choiceOfTownships(wording.chooseTownship, here.documents(click));
                const outcome = say({
                    reply,
                    actions: actions.ofReply(reply, state.questionId),
                    documentId: null,
                    delivery: 'private',
                });
                return { outcome, kind: state.type, remember: nothing };
            }
            case 'question-page':
            case 'publish': {
                const asked = askedHere(click, state.questionId);
                if (!asked)
                    return refuse('expired', wording.expired);
                const outcome = state.type === 'publish'
                    ? answering.again(click, asked, { mode: 'summary', page: 0 }, 'publish')
                    : answering.again(click, asked, { mode: 'full', page: state.page }, 'replace', click.audience);
                return { outcome, kind: state.type, remember: nothing };
            }
            case 'feedback': {
                if (!askedHere(click, state.questionId))
                    return refuse('expired', wording.expired);
                const reply = notice(state.value === 'good' ? wording.thanksGood : wording.thanksBad);
                return {
                    outcome: say({ reply, actions: [], documentId: null, delivery: 'private' }),
                    kind: state.type,
                    remember: () => {
                        feedback(click, state.questionId, state.value, click.comment);
                    },
                };
            }
        }
    }
    return Object.assign((click) => {
        const state = signer.open(click.state);
        if (state)
            return handle(click, state);
        metrics.refusal(click.platform, 'bad-state');
        deps.log.warn({ platform: click.platform, person: identity.person(click) }, 'a button with a state that is not ours was refused');
        return refuse('bad-state', wording.badState);
    }, { feedback });
}
