// Puts the chat service together and routes inputs through it.
import { createActionSigner } from './action-state.js';
import { createActions } from './actions.js';
import { createAnswerOnce } from './answer-once.js';
import { toAnswerFacts } from './answer-facts.js';
import { createAnswering } from './answering.js';
import { createBindingCommands } from './binding.js';
import { createClickHandler } from './clicks.js';
import { createHistory } from './history.js';
import { createIdentity } from './identity.js';
import { createLimiter } from './limiter.js';
import { createMessageHandler } from './messages.js';
import { isWorthSaying, asksAboutDuty } from './overheard.js';
import { notice } from './replies.js';
import { createTownshipsHere } from './townships-here.js';
import { createTownshipFinder } from './townships.js';
import { wording } from './wording.zh.js';
const SECOND_MS = 1000;
/** The service for all channels of this process. */
export function createChatService(deps) {
    const { store, clock, log, metrics, policy } = deps;
    const identity = createIdentity(deps.hashKey);
    const here = createTownshipsHere(deps, identity);
    const finder = createTownshipFinder(deps.characters);
    const history = createHistory(store, identity);
    const signer = createActionSigner(deps.signingKey);
    const actions = createActions(signer);
    const parts = { deps, identity, here, finder, history, actions, signer };
    const answering = createAnswering(parts);
    const binding = createBindingCommands(parts);
    const message = createMessageHandler({ ...parts, answering, binding });
    const click = createClickHandler({ ...parts, answering, binding, message });
    const persons = createLimiter(policy.personPerMinute, clock);
    const conversations = createLimiter(policy.conversationPerMinute, clock);
    /** Over the limit: said once, then silence until the bucket gives again. */
    function limit(event) {
        const byPerson = persons.take(identity.person(event));
        const taken = byPerson.ok ? conversations.take(identity.conversation(event)) : byPerson;
        if (taken.ok)
            return null;
        const scope = byPerson.ok ? 'conversation' : 'person';
        metrics.rateLimited(event.platform, scope);
        if (taken.first)
            log.warn({ platform: event.platform, scope, person: identity.person(event) }, 'rate limit reached');
        const seconds = Math.ceil(taken.retryAfterMs / SECOND_MS);
        const reply = notice(scope === 'person' ? wording.tooMany(seconds) : wording.tooManyHere(seconds));
        return {
            kind: 'rate_limited',
            outcome: { kind: 'rate_limited', reply, notify: taken.first, retryAfterMs: taken.retryAfterMs },
            remember: () => undefined,
        };
    }
    /** Nothing is said, and nothing counted, when people talk among themselves. */
    function overhear(event) {
        const silent = {
            kind: 'ignored',
            outcome: { kind: 'ignored', reason: 'not-asked' },
            remember: () => undefined,
        };
        if (!asksAboutDuty(event.text, deps.characters))
            return silent;
        const decided = message(event);
        if (!isWorthSaying(decided.kind))
            return silent;
        metrics.question(event.platform);
        return limit(event) ?? decided;
    }
    function decide(event) {
        if (event.kind === 'message' && event.overheard === true)
            return overhear(event);
        metrics.question(event.platform);
        return limit(event) ?? (event.kind === 'message' ? message(event) : click(event));
    }
    const once = createAnswerOnce({
        store,
        clock,
        log,
        metrics,
        decide,
        apology: {
            kind: 'reply',
            reply: notice(wording.failed, [], 'failed'),
            view: { mode: 'summary', page: 0 },
            actions: [],
            questionId: null,
            documentId: null,
            delivery: 'answer',
        },
    });
    return {
        answerOnce: (event, send, options) => once.answer(event, send, options),
        unfinished: (platform) => once.unfinished(platform),
        drained: () => once.drained(),
        itemCard(place, itemId) {
            const found = answering.item(place, itemId);
            return (found && {
                kind: 'reply',
                reply: found.reply,
                view: { mode: 'summary', page: 0 },
                actions: actions.ofReply(found.reply, null),
                questionId: null,
                documentId: toAnswerFacts(found.answer, found.reply).documentId,
                delivery: 'answer',
            });
        },
        askAction: (label, question) => actions.ask(label, question),
        townshipAction: (document, questionId) => actions.township(document, questionId),
        pageAction: (outcome, page) => actions.page(outcome, page),
        townships: (place, typed, most) => finder.matching(typed, here.documents(place)).slice(0, most),
        boundTownship: (place) => here.bound(place)?.document ?? null,
        feedback: (place, questionId, value, comment) => click.feedback(place, questionId, value, comment),
        isFollowed: (place) => history.has(place, clock()),
        adopt(place, questionId) {
            const asked = store.asked.get(questionId);
            if (asked?.conversation !== identity.conversation(place))
                return;
            history.adopt(place, asked.thread, asked.question);
            if (asked.documentId !== null)
                store.threads.setTownship(identity.thread(place), asked.documentId, clock());
        },
        recentQuestions: (place, most) => store.questions.recent(identity.person(place), most),
        welcome: (place) => answering.help(place, 'greeting'),
        notice: (text) => notice(text),
    };
}
