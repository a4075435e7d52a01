// A conversation that travels in the address: nothing is stored, no cookie is set. Earlier answers are worked out
// again, which is the same answer, because answering is deterministic.
import type { Answer, Engine, Turn } from '../../../answer/index.ts';
import { LIST_NAME, toReply } from '../../../reply/index.ts';
import { LIMITS } from '../limits.ts';

/** One earlier question and the township that it was asked for, as they stand in `h=<document>:<question>`. */
export interface Exchange {
  documentId: string | null;
  question: string;
}

/** An earlier question with its answer. */
export interface AnsweredExchange extends Exchange {
  answer: Answer;
  headline: string;
}

// shule-alafu-2025:烧麦秆归谁管
const EXCHANGE = /^(?<document>[a-z0-9-]{0,80}):(?<question>[^]+)$/;

/** The exchanges of `h` parameters, oldest first; unreadable ones are left out, then the oldest beyond the limits. */
export function parseExchanges(values: readonly string[]): Exchange[] {
  const exchanges = values.flatMap((value): Exchange[] => {
    const groups = EXCHANGE.exec(value)?.groups;
    const question = groups?.['question']?.trim() ?? '';
    const documentId = groups?.['document'] ?? '';
    if (question === '' || question.length > LIMITS.question) return [];
    return [{ documentId: documentId === '' ? null : documentId, question }];
  });
  const kept: Exchange[] = [];
  let characters = 0;
  for (const exchange of exchanges.slice(-LIMITS.exchanges).toReversed()) {
    characters += exchange.question.length;
    if (characters > LIMITS.exchangeCharacters) break;
    kept.unshift(exchange);
  }
  return kept;
}

/** Inverse of {@link parseExchanges} for one exchange. */
export function toExchangeText({ documentId, question }: Exchange): string {
  return `${documentId ?? ''}:${question}`;
}

/** Answers the exchanges in order, each with those before it. */
export function answerExchanges(
  exchanges: readonly Exchange[],
  engine: Engine,
  visible: ReadonlySet<string>,
): AnsweredExchange[] {
  const answered: AnsweredExchange[] = [];
  for (const { documentId, question } of exchanges) {
    const answer = engine.answer({ text: question, documentId, history: toTurns(answered), visible });
    answered.push({ documentId, question, answer, headline: toReply(answer, { baseUrl: null }).headline });
  }
  return answered;
}

/** The exchanges as the engine's history; a reply is cut down to what follow-ups refer to. */
export function toTurns(exchanges: readonly AnsweredExchange[]): Turn[] {
  return exchanges.flatMap(({ question, answer, headline }): Turn[] => [
    { role: 'user', content: question },
    { role: 'assistant', content: toShortReply(answer, headline) },
  ]);
}

function toShortReply(answer: Answer, headline: string): string {
  if (answer.kind !== 'item') return headline;
  const { item, document } = answer.hit;
  return `${document.township}${LIST_NAME[item.list]}第${item.no}项：${item.name}\n${headline}`;
}

/** The township that an answer is about, for binding the next question to it; null when it is about none. */
export function documentOf(answer: Answer): string | null {
  if (answer.kind === 'item') return answer.hit.document.id;
  if (answer.kind === 'choice') return answer.candidates[0]?.document.id ?? null;
  return 'document' in answer ? (answer.document?.id ?? null) : null;
}
