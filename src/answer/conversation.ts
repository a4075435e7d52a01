// What a question takes over from the conversation: place, matter, row. The core keeps no state; the history
// comes with every question.
import type { ListKind } from '../duty/index.ts';
import type { Turn } from './answer.ts';

// 那…呢   还有…   要是…   另外…
const FOLLOW_UP_START =
  /^(?:那|那么|还有|另外|然后|接着|如果|要是|万一|再问|换成|同样|这样的话|所以|但是|可是|不过)/;
const FOLLOW_UP_END = /(?:呢|也是吗|也是他们吗)[?。!\s]*$/;
const POINTS_BACK =
  /(?:^|[,。\s])(?:它|他们|她们|这个|这事|这项|该事项|这一项|上面|刚才|刚说的|前面|也是他们|也归|也是)|也一样/;
// 阿拉甫乡：配合履职事项第19项   上级部门收回事项 第12项   but not the count 基本 118 项
const ANSWERED_ROW = /(?<list>基本|配合|收回)(?:履职)?(?:事项)?(?:清单)?\s*第\s*(?<no>\d{1,3})\s*(?:项|号)/u;
const LISTS: Record<string, ListKind> = { 基本: 'basic', 配合: 'cooperative', 收回: 'reclaimed' };

/** Whether a normalised text by its form goes on with what was said before. */
export function looksLikeFollowUp(text: string): boolean {
  return FOLLOW_UP_START.test(text) || FOLLOW_UP_END.test(text) || POINTS_BACK.test(text);
}

/** The row that an earlier answer of the assistant names, by list and number; null when it names none. */
export function findAnsweredRow(content: string): { list: ListKind; no: number } | null {
  const groups = ANSWERED_ROW.exec(content)?.groups;
  const list = LISTS[groups?.['list'] ?? ''];
  return list === undefined ? null : { list, no: Number(groups?.['no']) };
}

/** The last question of the person and the assistant's reply to it, if any; earlier turns before it. */
export interface LastExchange {
  question: string;
  reply: string | null;
  before: readonly Turn[];
}

export function findLastExchange(history: readonly Turn[]): LastExchange | null {
  for (let i = history.length - 1; i >= 0; i--) {
    const turn = history[i];
    if (turn?.role !== 'user') continue;
    const next = history[i + 1];
    return {
      question: turn.content,
      reply: next?.role === 'assistant' ? next.content : null,
      before: history.slice(0, i),
    };
  }
  return null;
}
