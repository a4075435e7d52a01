// The smallest channel there can be, over a made-up platform, to prove the chat service and the contract suite. Its
// markup: `@全体` notifies everybody, `<https://…>` is a link, `\` takes the meaning from the next character.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ChatMessage, ChatOutcome } from '../../src/channels/chat/index.ts';
import type { Reply } from '../../src/reply/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import type {
  ChannelHarness,
  DeliveredMessage,
  HarnessOptions,
  SentMessage,
} from '../contract/channel-contract.ts';
import { createTestChat, GROUP, type TestChat } from './chat.ts';

const MOST_CHARACTERS = 2000;
const CUT = '……（全文见链接）';

// characters with a meaning on this platform
const SPECIAL = /[\\<@]/gu;
const escape = (text: string): string => text.replace(SPECIAL, (character) => `\\${character}`);

/** Cuts text before escaping it, so that no escape is cut in two. */
function fit(text: string, most: number): string {
  let out = '';
  for (const character of text) {
    const next = escape(character);
    if (out.length + next.length > most - CUT.length) return `${out}${CUT}`;
    out += next;
  }
  return out;
}

function toText(reply: Reply): string {
  const parts = reply.blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'text':
      case 'note':
        return [block.text];
      case 'fields':
        return block.rows.map((row) => `${row.label}：${row.value}`);
      case 'quote':
        return [block.title, ...block.sections.flatMap((s) => [s.heading ?? '', ...s.points])];
      case 'entries':
        return [block.title, ...block.entries.map((entry) => entry.label)];
      case 'table':
        return block.rows.map((row) => row.join(' | '));
      case 'source':
        return [];
    }
  });
  return [reply.headline, ...parts].filter((part) => part !== '').join('\n');
}

/** Source and link come first, so that cutting never takes them. */
export function renderPlain(reply: Reply): string {
  const source = reply.blocks.find((block) => block.type === 'source');
  const head = [
    ...(source ? [fit(source.text, 600)] : []),
    ...(reply.permalink === null ? [] : [`<${reply.permalink}>`]),
  ].join('\n');
  const body = fit(toText(reply), MOST_CHARACTERS - head.length - 1);
  return head === '' ? body : `${head}\n${body}`;
}

// \@ or @全体 or <https://…>
const MARKUP = /\\(?<plain>.)|(?<ping>@全体)|<(?<link>https?:[^>]*)>/gsu;

/** Reads a message the way the platform's clients would. */
export function readPlain(raw: string): SentMessage {
  const links: string[] = [];
  const pings: string[] = [];
  const text = raw.replace(MARKUP, (whole: string, plain?: string, ping?: string, link?: string) => {
    if (ping !== undefined) pings.push(ping);
    if (link !== undefined) links.push(link);
    return plain ?? link ?? whole;
  });
  const breaches = raw.length > MOST_CHARACTERS ? [`${raw.length} characters`] : [];
  return { text, links, pings, breaches };
}

const toMessage = (delivered: DeliveredMessage): ChatMessage => ({
  ...GROUP,
  conversation: delivered.conversation ?? GROUP.conversation,
  kind: 'message',
  author: delivered.from ?? 'person',
  text: delivered.text,
  quoted: null,
  audience: 'everybody',
  receivedAt: Date.now(),
  deliveryKeys: [delivered.id],
  address: {},
});

export async function createPlainHarness(options: HarnessOptions): Promise<ChannelHarness> {
  const dir = mkdtempSync(path.join(tmpdir(), 'duty-desk-plain-'));
  const posted: string[] = [];
  let next: 'send' | 'hold' | 'fail' = 'send';
  let store: Store;
  let chat: TestChat;

  function begin(): void {
    store = openStore({ stateDir: dir, sealKey: Buffer.alloc(32, 1), now: Date.now() });
    chat = createTestChat({ store, clock: { now: Date.now() }, ...options });
  }

  async function post(outcome: ChatOutcome): Promise<void> {
    const how = next;
    next = 'send';
    if (how === 'hold') return new Promise<void>(() => undefined);
    if (how === 'fail') throw new Error('the platform said no');
    if ('reply' in outcome) posted.push(renderPlain(outcome.reply));
    return Promise.resolve();
  }

  async function recover(): Promise<void> {
    for (const { event } of chat.service.unfinished('test')) await chat.service.answerOnce(event, post);
  }

  begin();
  return {
    async deliver(delivered) {
      await chat.service.answerOnce(toMessage(delivered), post);
    },
    sent: () => posted.map(readPlain),
    holdNextSend: () => {
      next = 'hold';
    },
    failNextSend: () => {
      next = 'fail';
    },
    async crash() {
      store.close();
      begin();
      await recover();
    },
    stop() {
      store.close();
      rmSync(dir, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}
