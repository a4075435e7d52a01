// The bot (智能机器人) by long connection: callbacks in, frames out on the same socket.
import type { AnswerOptions, Channel, ChannelDeps, ChatEvent, ChatOutcome } from '../../chat/index.ts';
import { nameOf, PLATFORM, textIn, toChatClick, toChatMessage, type EventContext } from '../chat-event.ts';
import type { WecomBotConfig } from '../config.ts';
import { createConnection } from '../connection/connection.ts';
import { openSocket } from '../connection/socket.ts';
import { createDraw } from '../draw.ts';
import type { Timing } from '../limits.ts';
import { createMentionStripper } from '../mentions.ts';
import { createSayOnce, dayOf } from '../once.ts';
import { createPace } from '../pace.ts';
import { toBotEvent, type WecomEvent } from '../receive.ts';
import { createTasks } from '../tasks.ts';
import { explanationOf, noteFeedback, welcomeText } from './common.ts';
import { createSending } from './sending.ts';

export interface LongConnectionParts {
  config: Extract<WecomBotConfig, { mode: 'long-connection' }>;
  botNames: readonly string[];
  workspace: string;
  ca: readonly string[] | null;
  deps: ChannelDeps;
  timing: Timing;
}

const NAME = 'wecom-bot';

export function createLongConnectionBot(parts: LongConnectionParts): Channel {
  const { config, workspace, deps, timing } = parts;
  const { service, store, metrics, clock } = deps;
  const log = deps.log.child({ channel: NAME });
  const stopping = new AbortController();
  const strip = createMentionStripper(parts.botNames);
  const pace = createPace(clock, timing);
  const sayOnce = createSayOnce(store, clock);
  const tasks = createTasks((error) => {
    metrics.error(NAME, 'task');
    log.error({ err: error }, 'handling a callback failed');
  });
  const connection = createConnection({
    name: NAME,
    lockName: `wecom-bot:${nameOf('bot', config.botId)}`,
    botId: config.botId,
    secret: config.secret,
    url: config.wsUrl,
    ca: parts.ca,
    takeover: config.takeover,
    locks: store.locks,
    clock,
    log,
    metrics,
    timing,
    openSocket,
    onCallback: (reqId, body) => receive(reqId, toBotEvent(body)),
  });
  const sending = createSending({
    name: NAME,
    connection,
    pace,
    draw: createDraw(service, 'bot'),
    clock,
    log,
    metrics,
    timing,
    baseUrl: deps.baseUrl,
    stopping: stopping.signal,
  });
  metrics.gauge(NAME, 'subscribed', 'Whether the long connection is subscribed.', () =>
    connection.isSubscribed() ? 1 : 0,
  );
  metrics.gauge(NAME, 'waiting', 'Answers that wait for the limit of their conversation.', () =>
    pace.waiting(),
  );
  let recoverTimer: NodeJS.Timeout | null = null;

  const contextNow = (): EventContext => ({ workspace, via: 'socket', strip, now: clock() });

  function answer(event: ChatEvent): void {
    let isTried = false;
    let mayHaveArrived = false;
    // a message of ours is called by its stream: what a dead process may have sent is sent again without harm. What we
    // have tried in vain ourselves is taken as sent
    const wasSent = (): Promise<boolean> => {
      mayHaveArrived = true;
      return Promise.resolve(isTried);
    };
    // what answers a click has no such name
    const options: AnswerOptions = event.kind === 'message' ? { wasSent } : {};
    const send = (outcome: ChatOutcome): Promise<void> => {
      isTried = true;
      return sending.answer(event, outcome, mayHaveArrived);
    };
    tasks.add(service.answerOnce(event, send, options));
  }

  function receive(reqId: string, event: WecomEvent): void {
    switch (event.kind) {
      case 'question': {
        const streamId = nameOf('stream', event.keys[0] ?? '');
        const message = toChatMessage(event, contextNow(), { reqId, streamId });
        const explanation = explanationOf(event, message.text);
        if (explanation === null) return answer(message);
        return explain(reqId, event, explanation);
      }
      case 'media':
        return explain(reqId, event, explanationOf(event, '') ?? '');
      case 'click':
        return answer(toChatClick(event, contextNow(), { reqId }));
      case 'enter': {
        const key = `welcome:${workspace}:${event.place.userId}:${dayOf(clock())}`;
        tasks.add(sayOnce(key, () => sending.welcome(reqId, welcomeText(deps, workspace, event))));
        return;
      }
      case 'feedback':
        noteFeedback(deps, workspace, event);
        return;
      case 'ignored':
        log.debug({ what: event.what }, 'a callback with nothing to do');
        return;
      // by URL, or by the app, or told by the socket itself
      case 'poll':
      case 'menu':
      case 'kicked':
    }
  }

  function explain(reqId: string, event: Extract<WecomEvent, { keys: string[] }>, text: string): void {
    const [key = ''] = event.keys;
    const say = (): Promise<void> => sending.say(reqId, nameOf('stream', key), event.place.chatId, text);
    tasks.add(sayOnce(`${workspace}:${key}`, say));
  }

  /** Answers what a dead process had accepted. */
  function recover(): void {
    if (!connection.isSubscribed()) return;
    for (const { event } of service.unfinished(PLATFORM))
      if (textIn(event, 'via') === 'socket') answer(event);
  }

  return {
    name: NAME,
    routes: [],
    start() {
      connection.start();
      recoverTimer = setInterval(recover, Math.min(timing.recoverEvery, timing.lockEvery));
      return Promise.resolve();
    },
    async stop() {
      if (recoverTimer) clearInterval(recoverTimer);
      pace.stop();
      await tasks.settled(timing.stopWithin);
      stopping.abort();
      connection.stop();
      await tasks.settled(timing.stopWithin);
    },
    health: () => connection.health(),
  };
}
