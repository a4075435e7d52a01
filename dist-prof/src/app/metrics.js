// What is counted, in Prometheus' text format. Labels are closed sets: never a person, a conversation or a question.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
/** The answer's way takes milliseconds; the platform's part can take seconds. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const NOT_IN_NAMES = /[^a-z0-9_]+/g;
/** A registry of its own, so that several applications can live in one process (tests). */
export function createMetrics() {
    const registry = new Registry();
    const registers = [registry];
    collectDefaultMetrics({ register: registry });
    const counter = (name, help, labelNames) => new Counter({ name: `duty_desk_${name}`, help, labelNames, registers });
    const questions = counter('questions_total', 'Inputs accepted from people.', ['platform']);
    const decisions = counter('decisions_total', 'Answers by kind of decision.', ['platform', 'kind']);
    const errors = counter('errors_total', 'Faults by code.', ['platform', 'code']);
    const refusals = counter('refusals_total', 'Refusals by reason.', ['platform', 'reason']);
    const limited = counter('rate_limited_total', 'Inputs over a rate limit.', ['platform', 'scope']);
    const feedback = counter('feedback_total', 'Opinions about answers.', ['platform', 'value']);
    const seconds = new Histogram({
        name: 'duty_desk_answer_seconds',
        help: 'From receipt of an input to its answer handed to the platform.',
        labelNames: ['platform'],
        buckets: SECONDS,
        registers,
    });
    const gauges = new Set();
    const counters = new Map();
    const nameOf = (channel, name) => `duty_desk_${channel}_${name}`.toLowerCase().replace(NOT_IN_NAMES, '_');
    return {
        question: (platform) => questions.inc({ platform }),
        decision: (platform, kind) => decisions.inc({ platform, kind }),
        latency: (platform, milliseconds) => seconds.observe({ platform }, Math.max(0, milliseconds) / 1000),
        error: (platform, code) => errors.inc({ platform, code }),
        refusal: (platform, reason) => refusals.inc({ platform, reason }),
        rateLimited: (platform, scope) => limited.inc({ platform, scope }),
        feedback: (platform, value) => feedback.inc({ platform, value }),
        gauge(channel, name, help, read) {
            const full = nameOf(channel, name);
            if (gauges.has(full))
                registry.removeSingleMetric(full);
            gauges.add(full);
            registry.registerMetric(new Gauge({
                name: full,
                help,
                registers: [],
                collect() {
                    this.set(read());
                },
            }));
        },
        count(channel, name, help, by = 1) {
            const full = `${nameOf(channel, name)}_total`;
            const known = counters.get(full) ?? new Counter({ name: full, help, registers });
            counters.set(full, known);
            known.inc(by);
        },
        contentType: registry.contentType,
        text: () => registry.metrics(),
    };
}
