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
} as const;

/** Milliseconds. */
export interface Timing {
  /** Between our pings; three without an answer end the connection. */
  heartbeat: number;
  /** First wait before connecting again; doubled up to `reconnectMost`. */
  reconnectFirst: number;
  reconnectMost: number;
  /** First wait after a refused subscription: WeCom guards its rate. */
  refusedFirst: number;
  refusedMost: number;
  /** Wait before taking a connection back; doubled for each time in a row. */
  takeover: number;
  /** From the open socket to the confirmed subscription. */
  subscribeWithin: number;
  lockTtl: number;
  lockEvery: number;
  /** The windows of the limits `perMinute` and `perHour`. */
  minute: number;
  hour: number;
  /** A callback is answered by then, with “please wait” if need be; WeCom cuts at 5 s. */
  passiveWithin: number;
  /** How long an answer waits for a connection that is away. */
  holdAnswers: number;
  /** First wait between attempts at the API; doubled. */
  apiRetry: number;
  apiTimeout: number;
  /** After this, what a dead process left is answered by us rather than by a retry of the platform. */
  recoverAfter: number;
  recoverEvery: number;
  /** How long `stop` waits for answers under way. */
  stopWithin: number;
}

const SECOND = 1000;

export const TIMING: Timing = {
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
