// WeCom's limits, in one table; and the times we keep, so that tests can shorten them.
export const LIMITS = {
    /** Bytes of UTF-8. */
    botMarkdown: 20_480,
    appText: 2_048,
    welcomeText: 2_048,
    webhookMarkdown: 4_096,
    /** Messages to one conversation (bot) or one member (app). */
    perMinute: 30,
    perHour: 1_000,
    webhookPerMinute: 20,
    /** Our own bound: callbacks are a few KB. */
    callbackBytes: 64 * 1024,
    /** Deliveries of one callback: the first and three more. */
    deliveries: 4,
    card: {
        title: 26,
        desc: 30,
        subTitle: 112,
        key: 5,
        value: 26,
        rows: 6,
        jumps: 3,
        questionBytes: 200,
        buttons: 6,
        buttonText: 10,
        options: 20,
        optionText: 11,
        keyBytes: 1_024,
        taskIdBytes: 128,
    },
};
const SECOND = 1000;
export const TIMING = {
    heartbeat: 30 * SECOND,
    reconnectFirst: SECOND,
    reconnectMost: 60 * SECOND,
    refusedFirst: 5 * SECOND,
    refusedMost: 300 * SECOND,
    takeover: 10 * SECOND,
    subscribeWithin: 10 * SECOND,
    lockTtl: 20 * SECOND,
    lockEvery: 4 * SECOND,
    minute: 60 * SECOND,
    hour: 3600 * SECOND,
    passiveWithin: 3.5 * SECOND,
    holdAnswers: 600 * SECOND,
    apiRetry: SECOND / 2,
    apiTimeout: 10 * SECOND,
    recoverAfter: 30 * SECOND,
    recoverEvery: 30 * SECOND,
    stopWithin: 8 * SECOND,
};
