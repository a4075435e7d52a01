import { mayBind } from './policy.js';
import { choiceOfTownships, notice } from './replies.js';
import { wording } from './wording.zh.js';
const nothing = () => undefined;
/** Choices whose buttons bind rather than choose. */
function choiceToBind(headline, documents, more = []) {
    const reply = choiceOfTownships(headline, documents, more);
    return {
        ...reply,
        actions: documents.map((document) => ({
            type: 'ask',
            label: document.township,
            question: wording.label.bindQuestion(document.township),
        })),
    };
}
export function createBindingCommands({ deps, identity, here, finder, actions }) {
    const { store, policy, clock, log } = deps;
    function say(reply, kind, remember = nothing, documentId = null) {
        const outcome = {
            kind: 'reply',
            reply,
            view: { mode: 'summary', page: 0 },
            actions: actions.ofReply(reply, null),
            questionId: null,
            documentId,
            delivery: 'answer',
        };
        return { outcome, kind, remember };
    }
    function setBinding(place, document) {
        const conversation = identity.conversation(place);
        const boundBy = identity.person(place);
        store.bindings.set({ conversation, documentId: document.id, boundBy, boundAt: clock() });
        log.info({ platform: place.platform, conversation, boundBy, document: document.id }, 'conversation bound');
    }
    const refused = (place) => {
        deps.metrics.refusal(place.platform, 'may-not-bind');
        log.warn({
            platform: place.platform,
            conversation: identity.conversation(place),
            person: identity.person(place),
        }, 'binding refused: the person is not on the list');
        return say(notice(wording.mayNotBind), 'bind');
    };
    function bindTo(place, document) {
        if (!mayBind(policy, place))
            return refused(place);
        return say(notice(wording.bound(document), [wording.boundNote]), 'bind', () => setBinding(place, document), document.id);
    }
    function choose(place, document) {
        if (place.conversationKind === 'direct')
            setBinding(place, document);
        else
            store.threads.setTownship(identity.thread(place), document.id, clock());
    }
    return {
        bindTo,
        choose,
        bind(place, name) {
            if (!mayBind(policy, place))
                return refused(place);
            const documents = here.documents(place);
            const found = name === '' ? [] : finder.named(name, documents);
            const [only] = found;
            if (only && found.length === 1)
                return bindTo(place, only);
            if (found.length > 1)
                return say(choiceToBind(wording.whichTownship(found), found), 'bind');
            if (name === '')
                return say(choiceToBind(wording.whichTownship(documents), documents), 'bind');
            if (documents.length < deps.corpus.documents.length &&
                finder.named(name, deps.corpus.documents).length > 0) {
                deps.metrics.refusal(place.platform, 'internal-list');
                log.warn({
                    platform: place.platform,
                    conversation: identity.conversation(place),
                    kind: place.conversationKind,
                }, 'binding to an internal list refused');
            }
            return say(choiceToBind(wording.bindUnknown(name), documents, [wording.known(documents)]), 'bind');
        },
        unbind(place) {
            if (!mayBind(policy, place))
                return refused(place);
            const bound = here.bound(place);
            const conversation = identity.conversation(place);
            const remember = () => {
                if (store.bindings.remove(conversation))
                    log.info({ platform: place.platform, conversation, by: identity.person(place) }, 'conversation unbound');
            };
            return say(notice(bound ? wording.unbound(bound.document.township) : wording.notBound), 'unbind', remember);
        },
        current(place) {
            const bound = here.bound(place);
            const chosen = here.chosen(place);
            const lines = [
                ...(chosen && chosen.id !== bound?.document.id ? [wording.currentThread(chosen)] : []),
                ...(bound ? [wording.currentSource(bound.document)] : [wording.known(here.documents(place))]),
            ];
            const head = bound ? wording.current(bound.document, bound.boundAt) : wording.notBound;
            return say(notice(head, lines), 'current', nothing, bound?.document.id ?? null);
        },
        chosen(place, document) {
            const text = place.conversationKind === 'direct' ? wording.chosenDirect(document) : wording.chosen(document);
            return say(notice(text), 'choose', () => choose(place, document), document.id);
        },
    };
}
