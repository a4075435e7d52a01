// Messages in a thread of ours that do not address the bot: which of them are questions for it.
import { normalize, type Characters } from '../../language/index.ts';

// 那托格拉克乡呢   谁来罚   配合62
const ASKS =
  /[?？]|谁|哪|什么|啥|怎么|怎样|如何|多少|几项|几个|归|[吗呢嘛]|该不该|是不是|要不要|能不能|有没有|管不管|(?:基本|配合|收回)(?:履职)?(?:事项)?\s*第?\s*\d/u;
const MOST_OVERHEARD = 200;
const ANSWERS: ReadonlySet<string> = new Set(['item', 'choice', 'counts', 'listing', 'comparison']);

/** Whether a text reads as a question at all; people also just talk. `好的，收到` → false. */
export function readsAsQuestion(text: string, characters: Characters): boolean {
  const plain = normalize(text, characters);
  return plain.length <= MOST_OVERHEARD && ASKS.test(plain);
}

/** Whether an answer of a kind is worth breaking into a conversation. */
export const isWorthSaying = (kind: string): boolean => ANSWERS.has(kind);
