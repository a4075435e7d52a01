// The committed lists, lexicon and weights as the runtime loads them. Expectations on them name rows of unmistakable
// questions, never scores: weights are tuned anew from time to time.
import path from 'node:path';
import type { Answer, Engine, Question, Turn } from '../../src/answer/index.ts';
import { createLoadedEngine, loadData, type LoadedData } from '../../src/app/data.ts';
import { toReply } from '../../src/reply/index.ts';

export const ALAFU = 'shule-alafu-2025';
export const AZHATEBAGE = 'shache-azhatebage-2025';
export const HALAQI = 'aheqi-halaqi-2025';
export const KEKEYAER = 'tashikuergan-kekeyaer-2025';
export const TUOGELAKE = 'yining-tuogelake-2025';

export function loadRealLists(): LoadedData {
  return loadData(path.resolve(import.meta.dirname, '../../data'), 'bigram');
}

/** An engine built anew; shards live in memory only. */
export function createRealEngine(data: LoadedData): Engine {
  return createLoadedEngine(data, null);
}

export function ask(engine: Engine, text: string, more: Partial<Question> = {}): Answer {
  return engine.answer({ text, documentId: null, history: [], ...more });
}

/** The row that an item answer shows; the kind of any other answer. */
export function rowOf(answer: Answer): string {
  return answer.kind === 'item' ? answer.hit.item.id : answer.kind;
}

/** The answers of a conversation, each question asked with what was said before it. */
export function converse(
  engine: Engine,
  documentId: string | null,
  questions: readonly string[],
  { replies }: { replies: boolean } = { replies: true },
): Answer[] {
  const history: Turn[] = [];
  return questions.map((text) => {
    const answer = engine.answer({ text, documentId, history: [...history] });
    history.push({ role: 'user', content: text });
    if (replies) {
      const { headline, blocks } = toReply(answer, { baseUrl: null });
      const cited = blocks.flatMap((block) => (block.type === 'source' ? [block.text] : []));
      history.push({ role: 'assistant', content: [headline, ...cited].join('\n') });
    }
    return answer;
  });
}
