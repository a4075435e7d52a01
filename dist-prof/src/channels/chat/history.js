const MOST_EXCHANGES = 6;
const THREAD_MS = 7 * 24 * 3600_000;
/** Without threads, a person's next question within this time may go on with the last one. */
const PERSON_MS = 30 * 60_000;
/** Of an answer of ours that is quoted, so much stands for the question that it answered. */
const MOST_QUOTED = 200;
/** In a direct conversation a new message may go on with the last thread: nobody else speaks there. */
const isThreadOfOne = (place) => place.conversationKind === 'direct' && place.thread !== null;
export function createHistory(store, identity) {
    const turnsOf = (place, before) => {
        const kept = place.thread === null ? PERSON_MS : THREAD_MS;
        return store.threads
            .turns(identity.thread(place), MOST_EXCHANGES + 1, before - kept)
            .filter((turn) => turn.at < before)
            .slice(-MOST_EXCHANGES)
            .flatMap((turn) => [
            { role: 'user', content: turn.question },
            { role: 'assistant', content: turn.answer },
        ]);
    };
    return {
        turns(place, before) {
            const own = turnsOf(place, before);
            return own.length === 0 && isThreadOfOne(place) ? turnsOf({ ...place, thread: null }, before) : own;
        },
        remember(place, question, answer, at) {
            store.threads.addTurn(identity.thread(place), { question, answer, at });
            if (isThreadOfOne(place))
                store.threads.addTurn(identity.thread({ ...place, thread: null }), { question, answer, at });
        },
        has: (place, before) => store.threads.turns(identity.thread(place), 1, before - THREAD_MS).length > 0,
        adopt(place, from, question) {
            const turn = store.threads
                .turns(from, MOST_EXCHANGES, 0)
                .findLast((candidate) => candidate.question === question);
            if (turn)
                store.threads.addTurn(identity.thread(place), turn);
        },
    };
}
/** A quotation as part of the conversation: an answer of ours continues it, somebody's words are a question before. */
export function quotedTurns(quoted) {
    if (!quoted || quoted.text.trim() === '')
        return [];
    return quoted.author === 'person'
        ? [{ role: 'user', content: quoted.text }]
        : [
            { role: 'user', content: quoted.text.slice(0, MOST_QUOTED) },
            { role: 'assistant', content: quoted.text },
        ];
}
