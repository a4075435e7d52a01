// What the conversation adds to a question: the place, the matter and the row talked about, as far as the question
// leaves them out.
import type { Item } from '../duty/index.ts';
import type { Query } from '../search/index.ts';
import type { Answer, Question } from './answer.ts';
import { findAnsweredRow, findLastExchange, type LastExchange } from './conversation.ts';
import type { Reading } from './reading.ts';
import { isVisible, strongestMatter, visibleDocuments, type Tools } from './tools.ts';

export interface Context {
  /** Documents that the question is about; none when nothing tells. */
  documentIds: string[];
  query: Query;
  content: string;
  /** The row that was last talked about, when this question goes on with it. */
  lastItem: Item | null;
  inherits: boolean;
  /** Only the place is new (那托格拉克乡呢，也是公安局吗): what else is asked is asked as before. */
  switched: Reading | null;
}

/** Terms taken over from the previous question count this much. */
const INHERITED_SHARE = 0.45;
const INHERITED_ELSEWHERE = 0.8;
/** Below this a question that names another place is taken to go on with the matter talked about. */
const LEAST_OWN = 0.35;
/** Probability of the strongest matter below which a question is not clear by itself; one in fifty is not. */
const LEAST_CLEAR = 0.025;
/** A question whose topic has less information than this says nothing without its predecessor. */
const LITTLE_INFORMATION = 3.5;

// 我们这边也一样吗   本乡呢
const OWN_PLACE = /(?:我们|咱们?|俺们?)(?:这边|这里|这儿|乡|镇)|本[乡镇]/;

export function saysLittle(reading: Reading): boolean {
  return reading.topic < LITTLE_INFORMATION;
}

export interface ContextReader {
  read(question: Question, reading: Reading): Context;
}

/** `answer` answers an earlier question of the conversation again. */
export function createContextReader(tools: Tools, answer: (question: Question) => Answer): ContextReader {
  const { corpus, phrases, reader } = tools;

  function mergeQueries(own: Query, inherited: Query, share: number): Query {
    const terms = new Map(own.terms);
    const evidence = new Map(own.evidence);
    for (const [term, weight] of inherited.evidence)
      if (!evidence.has(term)) evidence.set(term, weight * share);
    let information = own.information;
    for (const [term, weight] of inherited.terms) {
      if (terms.has(term)) continue;
      terms.set(term, weight * share);
      information += weight * share * phrases.weigh(term);
    }
    const official = new Map(own.official);
    for (const [term, weight] of inherited.official)
      if (!official.has(term)) official.set(term, weight * share);
    return { terms, evidence, information, official, mendings: own.mendings };
  }

  /** Documents named last in the conversation, by the person or in the assistant's replies. */
  function placeOfHistory(question: Question): string[] {
    for (const turn of question.history.toReversed()) {
      const { documentIds } = reader.read(turn.content, question.visible).places;
      if (documentIds.length > 0) return documentIds;
    }
    return [];
  }

  /** What was last asked that named a matter; the very last question when none did. */
  function readTopic(question: Question): Reading | null {
    const asked = question.history.filter(({ role }) => role === 'user').toReversed();
    const readings = asked.map(({ content }) => reader.read(content, question.visible));
    return readings.find((reading) => !saysLittle(reading)) ?? readings[0] ?? null;
  }

  /** The row that the conversation last talked about. */
  function lastItemOf(question: Question, exchange: LastExchange, place: string | undefined): Item | null {
    const row = exchange.reply === null ? null : findAnsweredRow(exchange.reply);
    if (row && place !== undefined) return corpus.itemByNumber(place, row.list, row.no);
    const earlier = answer({ ...question, text: exchange.question, history: exchange.before });
    if (earlier.kind === 'item') return earlier.hit.item;
    if (earlier.kind === 'choice') return earlier.candidates[0]?.item ?? null;
    return null;
  }

  /** The bound document, when the question says 我们这边 in a conversation about another place. */
  function ownPlace(question: Question, reading: Reading): string | null {
    const given = question.documentId;
    if (given === null || !OWN_PLACE.test(reading.text) || !isVisible(question, given)) return null;
    const [talkedAbout = given] = placeOfHistory(question);
    return talkedAbout === given || !corpus.document(given) ? null : given;
  }

  /** Documents that a question is about: named, else talked about or bound; the only one when there is one. */
  function placeOf(question: Question, reading: Reading, own: string | null, inherits: boolean): string[] {
    const { documentIds, byOffice } = reading.places;
    if (documentIds.length > 0) return documentIds;
    if (own !== null) return [own];
    const given = question.documentId;
    const bound = given !== null && corpus.document(given) && isVisible(question, given) ? [given] : [];
    const earlier = inherits || bound.length === 0 ? placeOfHistory(question) : [];
    const known = earlier.length > 0 ? earlier : bound;
    if (byOffice.length > 0 && !known.some((id) => byOffice.includes(id))) return byOffice;
    if (known.length > 0) return known;
    const visible = visibleDocuments(corpus, question);
    return visible.length === 1 ? visible.map(({ id }) => id) : [];
  }

  const ownShare = (query: Query): number => strongestMatter(tools, query)?.share ?? 0;

  return {
    read(question, reading) {
      const exchange = findLastExchange(question.history);
      // 阿拉甫乡是哪个部门领着弄的: the place is new, and nothing else is said clearly
      const own = ownPlace(question, reading);
      const namesPlace = reading.places.documentIds.length > 0 || own !== null;
      const isElsewhere = namesPlace && ownShare(reading.query) < LEAST_OWN && !reading.followUp;
      const isUnclear = ownShare(reading.query) < LEAST_CLEAR;
      const inherits =
        exchange !== null && (reading.followUp || saysLittle(reading) || isElsewhere || isUnclear);
      const documentIds = placeOf(question, reading, own, inherits);
      const { query, content } = reading;
      const before = inherits ? readTopic(question) : null;
      if (!exchange || !before)
        return { documentIds, query, content, lastItem: null, inherits: false, switched: null };
      const earlier = placeOfHistory(question)[0] ?? question.documentId ?? undefined;
      const switched = saysLittle(reading) && namesPlace;
      const share = isElsewhere ? INHERITED_ELSEWHERE : INHERITED_SHARE;
      return {
        documentIds,
        query: switched ? before.query : mergeQueries(query, before.query, share),
        content: `${content} ${before.content}`,
        lastItem: lastItemOf(question, exchange, earlier),
        inherits,
        switched: switched ? before : null,
      };
    },
  };
}
