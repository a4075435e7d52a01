// What is remembered and counted of an answer: rows, lead, township, and one line for understanding follow-ups.
import type { Answer, Hit } from '../../answer/index.ts';
import { LIST_NAME, type Reply } from '../../reply/index.ts';

export interface AnswerFacts {
  itemIds: string[];
  /** Share of the best candidate less that of the second; null when nothing was ranked. */
  margin: number | null;
  documentId: string | null;
  /** The answer in one line, with list and number where it is about one row. */
  line: string;
  /** Whether people may be asked for their opinion of it. */
  isJudged: boolean;
}

const MOST_ITEMS = 10;

const marginOf = (hits: readonly Hit[]): number | null => {
  const [first, second] = hits;
  return first ? first.score - (second?.score ?? 0) : null;
};

/** The document that an answer speaks of, if one. */
export function documentOf(answer: Answer): string | null {
  switch (answer.kind) {
    case 'item':
      return answer.hit.document.id;
    case 'choice':
      return answer.candidates[0]?.document.id ?? null;
    case 'counts':
    case 'listing':
      return answer.document.id;
    case 'not_listed':
    case 'no_such_item':
    case 'greeting':
    case 'help':
    case 'off_topic':
    case 'empty':
      return answer.document?.id ?? null;
    case 'ambiguous_township':
    case 'comparison':
    case 'unknown_township':
      return null;
  }
}

function itemIdsOf(answer: Answer): string[] {
  switch (answer.kind) {
    case 'item':
      return [answer.hit.item.id];
    case 'choice':
    case 'ambiguous_township':
      return answer.candidates.map((hit) => hit.item.id);
    case 'listing':
      return answer.items.slice(0, MOST_ITEMS).map((item) => item.id);
    case 'comparison':
      return answer.rows.flatMap((row) => row.item?.id ?? []);
    case 'not_listed':
    case 'counts':
    case 'unknown_township':
    case 'no_such_item':
    case 'greeting':
    case 'help':
    case 'off_topic':
    case 'empty':
      return [];
  }
}

export function toAnswerFacts(answer: Answer, reply: Reply): AnswerFacts {
  const ranked =
    answer.kind === 'item'
      ? [answer.hit, ...answer.others]
      : answer.kind === 'choice'
        ? [...answer.candidates, ...answer.others]
        : answer.kind === 'not_listed'
          ? answer.nearest
          : [];
  const isTalk = answer.verdict === null;
  return {
    itemIds: itemIdsOf(answer),
    margin: answer.kind === 'item' && answer.direct ? null : marginOf(ranked),
    documentId: documentOf(answer),
    line:
      answer.kind === 'item'
        ? `${answer.hit.document.township}${LIST_NAME[answer.hit.item.list]}第${answer.hit.item.no}项 ${answer.hit.item.name}`
        : reply.headline,
    isJudged: !isTalk && answer.kind !== 'unknown_township' && answer.kind !== 'ambiguous_township',
  };
}
