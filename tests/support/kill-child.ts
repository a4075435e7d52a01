// A process that answers a fixed set of messages and may be killed at any moment. Its platform is a file: every line
// of it is a message that arrived. Run with: state directory, file, number of messages.
import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatMessage } from '../../src/channels/chat/index.ts';
import { openStore } from '../../src/store/index.ts';
import { createTestChat, GROUP } from './chat.ts';

const [stateDir = '', file = '', count = '0'] = process.argv.slice(2);

const arrived = (): Set<string> => {
  try {
    return new Set(readFileSync(file, 'utf8').split('\n'));
  } catch {
    return new Set();
  }
};

/** Every third message binds a conversation of its own, the others ask. */
function toMessage(id: number): ChatMessage {
  return {
    ...GROUP,
    kind: 'message',
    author: 'person',
    conversation: `G${id}`,
    text: id % 3 === 0 ? '绑定阿拉甫乡' : '阿拉甫乡烧秸秆归谁管',
    quoted: null,
    audience: 'everybody',
    receivedAt: Date.now(),
    deliveryKeys: [`m${id}`],
    address: { id: String(id) },
  };
}

const store = openStore({ stateDir, sealKey: Buffer.alloc(32, 1), now: Date.now() });
const chat = createTestChat({ store, clock: { now: Date.now() } });

async function handle(message: ChatMessage): Promise<void> {
  const id = String(message.address['id']);
  // the even ones can be asked for, as on a platform whose history the bot may read
  const options = Number(id) % 2 === 0 ? { wasSent: () => Promise.resolve(arrived().has(id)) } : {};
  await chat.service.answerOnce(
    message,
    async () => {
      await sleep(Math.random() * 3);
      appendFileSync(file, `${id}\n`);
      process.stdout.write('.');
      await sleep(Math.random() * 3);
    },
    options,
  );
}

process.stdout.write('ready\n');
for (const { event } of chat.service.unfinished('test')) if (event.kind === 'message') await handle(event);
// the platform delivers everything again, each message twice, several at a time
const ids = Array.from({ length: Number(count) }, (_, i) => i + 1);
for (let i = 0; i < ids.length; i += 4) {
  const batch = ids.slice(i, i + 4);
  await Promise.all([...batch, ...batch].map((id) => handle(toMessage(id))));
}
store.close();
