// Ranking one township's rows for a question, and how likely the best of them is an answer.
import type { DutyDocument } from '../duty/index.ts';
import type { Ranked } from '../search/index.ts';
import type { Question } from './answer.ts';
import type { Context } from './context.ts';
import { toDecisionFeatures, toListedProbability, type DecisionFeatures } from './decision.ts';
import { toWordRuns, type Showing } from './explain.ts';
import type { Reading } from './reading.ts';
import { strongestMatter, threshold, type Tools } from './tools.ts';

export interface Retrieval {
  document: DutyDocument;
  /** Best first. */
  ranked: Ranked[];
  /** That the best candidate is an answer, 0…1. */
  probability: number;
  features: DecisionFeatures;
}

/** A question as read, with what the conversation adds. */
export interface Asked {
  question: Question;
  reading: Reading;
  context: Context;
}

/** Without a township, so many lists are ranked one by one; beyond, only lists that carry the matter. */
const MOST_RANKED_TOWNSHIPS = 8;

export function retrieve(tools: Tools, asked: Asked, document: DutyDocument): Retrieval {
  const { question, reading, context } = asked;
  const { phrases, reader, ranker, rows, model } = tools;
  const list = question.list ?? null;
  const matters = phrases.score(context.query.evidence);
  const asking = context.switched ?? reading;
  const signs = {
    facets: asking.asked.facets,
    lastFacets: asking.asked.lastFacets,
    list: list ?? asking.asked.list,
    departments: reader.departments(asking.content, document),
    role: reading.asked.role,
    lastItem: context.inherits ? context.lastItem : null,
  };
  let ranked = ranker.rank(tools.shard(document.id), context.query, matters, signs);
  if (list) ranked = ranked.filter((entry) => entry.item.list === list);
  const features = toDecisionFeatures({
    ranked,
    matters,
    query: context.query,
    phrases,
    isListed: (id) => rows.of(id, document.id).length > 0,
    doubt: reading.doubt,
  });
  const probability = ranked.length > 0 ? toListedProbability(features, model) : 0;
  return { document, ranked, features, probability };
}

/** Each list's own ranking; when there are many lists, only those that carry the matter that is meant. */
export function retrieveAll(tools: Tools, asked: Asked, documents: readonly DutyDocument[]): Retrieval[] {
  const strongest = strongestMatter(tools, asked.context.query);
  const carriers =
    documents.length <= MOST_RANKED_TOWNSHIPS
      ? documents
      : documents
          .filter(({ id }) => strongest !== null && tools.rows.of(strongest.matter.id, id).length > 0)
          .slice(0, MOST_RANKED_TOWNSHIPS);
  return carriers.map((document) => retrieve(tools, asked, document));
}

/** What the rows of a retrieval are shown against; phrases are explained where `explains`. */
export function toShowing(
  tools: Tools,
  { context }: Asked,
  { document }: Retrieval,
  explains: boolean,
): Showing {
  const { content, query } = context;
  const shard = tools.shard(document.id);
  return { document, shard, runs: toWordRuns(content), query, phrases: explains ? tools.phrases : null };
}

export function isListed(tools: Tools, retrieval: Retrieval): boolean {
  return retrieval.probability >= threshold(tools, 'listed', 0.5);
}
