import { fromEventRecord, fromOutcomeRecord, toEventRecord, toOutcomeRecord } from './record.js';
import { PostponedSendError, UncertainSendError, } from './service.js';
/** Whether an outcome is said at all. */
const isSaid = (outcome) => outcome.kind !== 'ignored' && (outcome.kind !== 'rate_limited' || outcome.notify);
const keysOf = (event) => event.deliveryKeys.map((key) => `${event.platform}:${event.workspace}:${key}`);
export function createAnswerOnce(parts) {
    const { store, clock, log, metrics } = parts;
    const running = new Map();
    const accepted = new Set();
    function decideSafely(event) {
        try {
            return parts.decide(event);
        }
        catch (error) {
            metrics.error(event.platform, 'internal');
            log.error({ platform: event.platform, err: error }, 'answering failed');
            return { outcome: parts.apology, kind: 'failed', remember: () => undefined };
        }
    }
    /** What became of an answer that a dead process, or a cut connection, may or may not have sent. */
    async function askWhetherSent(event, options) {
        if (!options.wasSent)
            return true;
        try {
            return await options.wasSent(event.address);
        }
        catch (error) {
            log.warn({ platform: event.platform, err: error }, 'could not find out whether an answer was sent');
            return true;
        }
    }
    async function sendOnce(event, claim, outcome, send, options) {
        const record = toOutcomeRecord(outcome);
        try {
            await send(outcome);
        }
        catch (error) {
            if (error instanceof PostponedSendError) {
                store.deliveries.postpone(claim.id, clock());
                log.info({ platform: event.platform }, 'an answer is left to the next process');
                return { state: 'failed', error };
            }
            const isUncertain = error instanceof UncertainSendError;
            metrics.error(event.platform, isUncertain ? 'send-uncertain' : 'send');
            log.error({ platform: event.platform, attempt: claim.attempt, err: error }, 'sending an answer failed');
            if (isUncertain && (await askWhetherSent(event, options)))
                store.deliveries.done(claim.id, record, clock());
            else
                store.deliveries.release(claim.id);
            return { state: 'failed', error };
        }
        store.deliveries.done(claim.id, record, clock());
        if (claim.attempt === 1)
            metrics.latency(event.platform, clock() - event.receivedAt);
        return { state: 'sent', outcome };
    }
    async function run(event, send, options) {
        const { platform } = event;
        const keys = keysOf(event);
        const claim = store.deliveries.claim({ keys, platform, event: toEventRecord(event), now: clock() });
        if (claim.state === 'in-flight')
            return { state: 'in-flight' };
        if (claim.state === 'done')
            return { state: 'duplicate', outcome: fromOutcomeRecord(claim.outcome) };
        const kept = fromOutcomeRecord(claim.outcome);
        if (claim.maybeSent && (await askWhetherSent(event, options))) {
            store.deliveries.done(claim.id, claim.outcome, clock());
            return { state: 'duplicate', outcome: kept };
        }
        // what a dead process had decided was remembered with it
        if (kept)
            return sendOnce(event, claim, kept, send, options);
        const decided = decideSafely(event);
        const { outcome } = decided;
        const record = toOutcomeRecord(outcome);
        if (outcome.kind === 'reply')
            metrics.decision(platform, decided.kind);
        if (!isSaid(outcome)) {
            store.deliveries.done(claim.id, record, clock());
            return { state: 'silent', outcome };
        }
        store.atomically(() => {
            decided.remember();
            store.deliveries.sending(claim.id, record, clock());
        });
        return sendOnce(event, claim, outcome, send, options);
    }
    /** A first run of the same input in this process, if one is under way. */
    function runningFor(keys) {
        for (const key of keys) {
            const first = running.get(key);
            if (first)
                return first;
        }
        return null;
    }
    async function runSafely(event, send, options) {
        try {
            return await run(event, send, options);
        }
        catch (error) {
            metrics.error(event.platform, 'internal');
            log.error({ platform: event.platform, err: error }, 'handling an input failed');
            return { state: 'failed', error };
        }
    }
    async function answer(event, send, options = {}) {
        if (event.author !== 'person') {
            const reason = event.author === 'self' ? 'own-message' : 'bot-message';
            return { state: 'silent', outcome: { kind: 'ignored', reason } };
        }
        const keys = keysOf(event);
        for (let first = runningFor(keys); first; first = runningFor(keys)) {
            const handled = await first;
            if (handled.state === 'sent' || handled.state === 'silent')
                return { state: 'duplicate', outcome: handled.outcome };
            if (handled.state !== 'failed')
                return handled;
        }
        const work = runSafely(event, send, options);
        for (const key of keys)
            running.set(key, work);
        accepted.add(work);
        try {
            return await work;
        }
        finally {
            accepted.delete(work);
            for (const key of keys)
                if (running.get(key) === work)
                    running.delete(key);
        }
    }
    return {
        answer,
        unfinished: (platform) => store.deliveries.pending(platform, clock()).flatMap(({ event, since }) => {
            const parsed = fromEventRecord(event);
            return parsed ? [{ event: parsed, since }] : [];
        }),
        async drained() {
            while (accepted.size > 0)
                await Promise.allSettled(accepted);
        },
    };
}
