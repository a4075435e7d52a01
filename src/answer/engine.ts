// Question in, Answer out: read, resolve the township and what the conversation adds, retrieve, decide.
// Pure and deterministic; shards are handed in by whoever loads them.
import { parseItemId, type Corpus, type DutyDocument, type Item } from '../duty/index.ts';
import {
  createEvidence,
  createPhraseIndex,
  type EvidenceFile,
  createRanker,
  type Lexicon,
  type Query,
  type Ranked,
  type RankingModel,
  type Shard,
  type TextPipeline,
} from '../search/index.ts';
import {
  toVerdict,
  type Answer,
  type Hit,
  type ItemAnswer,
  type Question,
  type RelatedItem,
  type Role,
} from './answer.ts';
import { findAnsweredRow, findLastExchange } from './conversation.ts';
import {
  closeCandidates,
  strongestMatter,
  toDecisionFeatures,
  toListedProbability,
  type DecisionFeatures,
} from './decision.ts';
import { toHit } from './explain.ts';
import { countLists, findCategory, listItems, listsToCover } from './listing.ts';
import { createReader, type Reading } from './reading.ts';

export interface EngineParts {
  corpus: Corpus;
  lexicon: Lexicon;
  evidence: EvidenceFile;
  model: RankingModel;
  pipeline: TextPipeline;
  /** The shard of a document; called once for each question that needs it. */
  shard(documentId: string): Shard;
}

/** What ranking one township for a question gave; for tuning and explanation. */
export interface Retrieval {
  document: DutyDocument;
  ranked: Ranked[];
  probability: number;
  features: DecisionFeatures;
}

export interface Engine {
  answer(question: Question): Answer;
  /** Does now what the first questions would have to do; opens no shard. */
  warm(): void;
  /** The ranking behind an answer for one township, conversation included. Used by evaluation and tuning. */
  retrieve(question: Question, documentId: string): Retrieval | null;
}

/** What the conversation adds to a question. */
interface Context {
  documentIds: string[];
  byTownship: boolean;
  query: Query;
  content: string;
  /** The row that was last talked about, when this question goes on with it. */
  lastItem: Item | null;
  inherits: boolean;
  /** Only the place is new (那托格拉克乡呢，也是公安局吗): what else is asked is asked as before. */
  switched: Reading | null;
}

const MOST_OTHERS = 10;
const MOST_RELATED = 6;
/** Without a township, so many lists are ranked one by one; beyond, only lists that carry the matter. */
const MOST_RANKED_TOWNSHIPS = 8;
/** Terms taken over from the previous question count this much. */
const INHERITED_SHARE = 0.45;
/** A question with less information than this of its own says nothing without its predecessor. */
const LITTLE_INFORMATION = 6;
const LITTLE_LEFT_OVER = 9;

export function createEngine(parts: EngineParts): Engine {
  const { corpus, lexicon, model, pipeline } = parts;
  const evidence = createEvidence(
    parts.evidence,
    lexicon.matters.map(({ id }) => id),
  );
  const phrases = createPhraseIndex(lexicon, evidence, pipeline);
  const ranker = createRanker(lexicon, phrases, model);
  const reader = createReader(corpus, lexicon, phrases, pipeline);
  const itemsOfMatter = new Map<string, Item[]>();
  for (const [itemId, links] of Object.entries(lexicon.links)) {
    const item = corpus.item(itemId);
    if (!item) continue;
    for (const link of links)
      itemsOfMatter.set(link.matter, [...(itemsOfMatter.get(link.matter) ?? []), item]);
  }
  const threshold = (name: string, fallback: number): number => model.decision[name] ?? fallback;

  const isVisible = (question: Question, documentId: string): boolean =>
    question.visible === undefined || question.visible.has(documentId);
  const visibleDocuments = (question: Question): DutyDocument[] =>
    corpus.documents.filter((document) => isVisible(question, document.id));

  /** Items of a matter on one document's list. */
  const matterItems = (matterId: string, documentId: string): Item[] =>
    (itemsOfMatter.get(matterId) ?? []).filter((item) => item.documentId === documentId);

  function mergeQueries(own: Query, inherited: Query): Query {
    const terms = new Map(own.terms);
    let information = own.information;
    for (const [term, weight] of inherited.terms) {
      if (terms.has(term)) continue;
      terms.set(term, weight * INHERITED_SHARE);
      information += weight * INHERITED_SHARE * phrases.weigh(term);
    }
    const official = new Map(own.official);
    for (const [term, weight] of inherited.official)
      if (!official.has(term)) official.set(term, weight * INHERITED_SHARE);
    return { terms, information, official, mendings: own.mendings };
  }

  /** Township named last in the conversation, by the person or in the assistant's replies. */
  function placeOfHistory(question: Question): { ids: string[]; byTownship: boolean } | null {
    for (const turn of question.history.toReversed()) {
      const places = reader.read(turn.content).places;
      const ids = places.documentIds.filter((id) => isVisible(question, id));
      if (ids.length > 0) return { ids, byTownship: places.byTownship };
    }
    return null;
  }

  function contextOf(question: Question, reading: Reading): Context {
    const exchange = findLastExchange(question.history);
    const own = reading.places.documentIds.filter((id) => isVisible(question, id));
    const ownInformation = reading.query.information;
    const inherits = exchange !== null && (reading.followUp || ownInformation < LITTLE_INFORMATION);
    const bound =
      question.documentId !== null && isVisible(question, question.documentId) ? [question.documentId] : [];
    const earlier =
      question.history.length > 0 && (inherits || bound.length === 0) ? placeOfHistory(question) : null;
    const documentIds = own.length > 0 ? own : (earlier?.ids ?? bound);
    const visible = visibleDocuments(question);
    const only =
      visible.length === 1 && documentIds.length === 0 ? visible.map((document) => document.id) : documentIds;
    if (!inherits) {
      return {
        documentIds: only,
        byTownship: true,
        query: reading.query,
        content: reading.content,
        lastItem: null,
        inherits,
        switched: null,
      };
    }
    const before = reader.read(exchange.question);
    const row = exchange.reply === null ? null : findAnsweredRow(exchange.reply);
    const place = earlier?.ids[0] ?? bound[0];
    const lastItem =
      row && place !== undefined
        ? corpus.itemByNumber(place, row.list, row.no)
        : lastItemOf({ ...question, text: exchange.question, history: exchange.before });
    const switched =
      own.length > 0 && reader.leftover(reading, corpus.document(own[0] ?? ''), null) < LITTLE_LEFT_OVER;
    return {
      documentIds: only,
      byTownship: true,
      // 那托格拉克乡呢，也是公安局吗: only the place is new
      query: switched ? before.query : mergeQueries(reading.query, before.query),
      content: `${reading.content} ${before.content}`,
      lastItem,
      inherits,
      switched: switched ? before : null,
    };
  }

  function lastItemOf(question: Question): Item | null {
    const answer = answerQuestion(question);
    if (answer.kind === 'item') return answer.hit.item;
    if (answer.kind === 'choice') return answer.candidates[0]?.item ?? null;
    return null;
  }

  function retrieveFor(
    reading: Reading,
    context: Context,
    document: DutyDocument,
    list: Question['list'],
  ): Retrieval {
    const matters = phrases.score(context.query.terms);
    const asking = context.switched ?? reading;
    const signs = {
      facets: asking.asked.facets,
      list: list ?? asking.asked.list,
      departments: reader.departments(asking.content, document),
      role: reading.asked.role,
      lastItem: context.inherits ? context.lastItem : null,
    };
    let ranked = ranker.rank(parts.shard(document.id), context.query, matters, signs);
    if (list) ranked = ranked.filter((entry) => entry.item.list === list);
    const features = toDecisionFeatures({
      ranked,
      matters,
      query: context.query,
      isListed: (id) => matterItems(id, document.id).length > 0,
      doubt: reading.doubt,
    });
    return {
      document,
      ranked,
      features,
      probability: ranked.length > 0 ? toListedProbability(features, model) : 0,
    };
  }

  const isListed = (retrieval: Retrieval): boolean => retrieval.probability >= threshold('listed', 0.5);

  function relatedOf(item: Item, document: DutyDocument): RelatedItem[] {
    const links = lexicon.links[item.id] ?? [];
    const own = new Set(links.map((link) => link.matter));
    const near = new Set<string>(own);
    for (const matter of lexicon.matters) {
      if (own.has(matter.id)) for (const id of matter.related) near.add(id);
      else if (matter.related.some((id) => own.has(id))) near.add(matter.id);
    }
    const found = new Map<string, Item>();
    for (const id of [...own, ...near])
      for (const other of matterItems(id, document.id)) found.set(other.id, other);
    found.delete(item.id);
    return [...found.values()].slice(0, MOST_RELATED).map((other) => ({ item: other, document }));
  }

  function toItemAnswer(
    hit: Hit,
    others: Hit[],
    role: Role | null,
    focus: string[],
    direct: boolean,
  ): ItemAnswer {
    return {
      kind: 'item',
      verdict: toVerdict(hit.item.list),
      hit,
      role,
      focus,
      related: relatedOf(hit.item, hit.document),
      others,
      direct,
    };
  }

  function directHit(item: Item, document: DutyDocument): Hit {
    return { item, document, score: 1, why: { phrase: null, matterTitle: null, words: [], mended: [] } };
  }

  function answerInTownship(
    question: Question,
    reading: Reading,
    context: Context,
    document: DutyDocument,
  ): Answer {
    const role = reading.asked.role;
    const focus = reader.departments(reading.content, document);
    const { lastItem } = context;
    if (
      context.inherits &&
      lastItem?.documentId === document.id &&
      reading.query.information < LITTLE_INFORMATION
    ) {
      return toItemAnswer(directHit(lastItem, document), [], role, focus, true);
    }
    const retrieval = retrieveFor(reading, context, document, question.list);
    const { ranked } = retrieval;
    const hit = (entry: Ranked): Hit => toHit(entry, document, context.content, context.query);
    if (!isListed(retrieval)) {
      const strongest = strongestMatter(phrases.score(context.query.terms));
      const meant = strongest !== null && strongest.containment >= 0.5 ? strongest.matter : null;
      const elsewhere = meant
        ? visibleDocuments(question)
            .filter((other) => other.id !== document.id)
            .flatMap((other) =>
              matterItems(meant.id, other.id)
                .slice(0, 1)
                .map((item) => ({ item, document: other })),
            )
        : [];
      return {
        kind: 'not_listed',
        verdict: 'not_listed',
        document,
        nearest: ranked.slice(0, 3).map(hit),
        elsewhere,
        matterTitle: meant?.title ?? null,
      };
    }
    const close = closeCandidates(ranked, threshold('closeness', 0.7), threshold('clear', 0.5));
    if (close.length > 1) {
      const [first] = close;
      return {
        kind: 'choice',
        verdict: toVerdict(first?.item.list ?? 'basic'),
        candidates: close.map(hit),
        others: ranked.slice(close.length, MOST_OTHERS).map(hit),
      };
    }
    const [top, ...rest] = ranked.slice(0, MOST_OTHERS).map(hit);
    if (!top)
      return {
        kind: 'not_listed',
        verdict: 'not_listed',
        document,
        nearest: [],
        elsewhere: [],
        matterTitle: null,
      };
    return toItemAnswer(top, rest, role, focus, false);
  }

  /** Each list's own best row, for lists that carry the matter; lists are ranked one by one while they are few. */
  function retrieveAll(
    question: Question,
    reading: Reading,
    context: Context,
    documents: readonly DutyDocument[],
  ): Retrieval[] {
    const few = documents.length <= MOST_RANKED_TOWNSHIPS;
    const strongest = strongestMatter(phrases.score(context.query.terms));
    const carriers = few
      ? documents
      : documents
          .filter(
            (document) => strongest !== null && matterItems(strongest.matter.id, document.id).length > 0,
          )
          .slice(0, MOST_RANKED_TOWNSHIPS);
    return carriers.map((document) => retrieveFor(reading, context, document, question.list));
  }

  function answerAcross(
    question: Question,
    reading: Reading,
    context: Context,
    documents: DutyDocument[],
  ): Answer {
    const retrievals = retrieveAll(question, reading, context, documents);
    const listed = retrievals.filter(isListed);
    const hits = listed
      .toSorted((a, b) => b.probability - a.probability)
      .flatMap(({ document, ranked }) =>
        ranked.slice(0, 1).map((entry) => toHit(entry, document, context.content, context.query)),
      );
    const strongest = strongestMatter(phrases.score(context.query.terms));
    if (hits.length === 0) {
      const nearest = retrievals
        .toSorted((a, b) => b.probability - a.probability)
        .slice(0, 3)
        .flatMap(({ document, ranked }) =>
          ranked.slice(0, 1).map((entry) => toHit(entry, document, context.content, context.query)),
        );
      return {
        kind: 'not_listed',
        verdict: 'not_listed',
        document: null,
        nearest,
        elsewhere: [],
        matterTitle: null,
      };
    }
    return {
      kind: 'ambiguous_township',
      verdict: 'ambiguous_township',
      candidates: hits,
      documents,
      matterTitle: strongest?.matter.title ?? null,
    };
  }

  function answerComparison(
    question: Question,
    reading: Reading,
    context: Context,
    documents: DutyDocument[],
    asked: 'presence' | 'difference',
  ): Answer {
    const retrievals = new Map(
      retrieveAll(question, reading, context, documents).map((r) => [r.document.id, r]),
    );
    const rows = documents.map((document) => {
      const retrieval = retrievals.get(document.id);
      const top = retrieval?.ranked[0];
      return { document, item: retrieval && top && isListed(retrieval) ? top.item : null };
    });
    const strongest = strongestMatter(phrases.score(context.query.terms));
    return {
      kind: 'comparison',
      verdict: 'aggregate',
      matterTitle: strongest?.matter.title ?? reading.content,
      rows,
      asked,
    };
  }

  /** A count or a listing, when the question holds little besides a list, a category or a department. */
  function answerListing(question: Question, reading: Reading, document: DutyDocument): Answer | null {
    const { counts, lists } = reading.listing;
    if (!counts && !lists) return null;
    const items = corpus.items(document.id);
    const category = findCategory(reading.content, items);
    const department = reader.departments(reading.content, document)[0] ?? null;
    const list = question.list ?? reading.asked.list;
    const leftover = reader.leftover(reading, document, category);
    if (leftover > LITTLE_LEFT_OVER) return null;
    if (category === null && department === null) {
      if (list !== null && lists && !counts) {
        const filter = { lists: [list], category, department };
        return { kind: 'listing', verdict: 'aggregate', document, filter, ...listItems(items, filter) };
      }
      if (!counts) return null;
      return {
        kind: 'counts',
        verdict: 'aggregate',
        document,
        counts: countLists(items),
        declared: document.declared,
      };
    }
    const filter = { lists: listsToCover(list, department), category, department };
    return { kind: 'listing', verdict: 'aggregate', document, filter, ...listItems(items, filter) };
  }

  function answerReference(question: Question, reading: Reading, context: Context): Answer | null {
    const { reference } = reading;
    if (!reference) return null;
    if (reference.by === 'id') {
      const item = corpus.item(reference.id);
      const document = item ? corpus.document(item.documentId) : null;
      if (item && document && isVisible(question, document.id)) {
        return toItemAnswer(directHit(item, document), [], reading.asked.role, [], true);
      }
      const parsed = parseItemId(reference.id);
      return {
        kind: 'no_such_item',
        verdict: 'not_listed',
        document: null,
        list: parsed?.list ?? 'basic',
        no: parsed?.no ?? 0,
        size: null,
      };
    }
    const rest = reader.leftover(
      { ...reading, content: reading.text.slice(0, reference.start) + reading.text.slice(reference.end) },
      null,
      null,
    );
    const [documentId] = context.documentIds;
    const { list, no } = reference;
    if (documentId === undefined) {
      const hits = visibleDocuments(question).flatMap((document) => {
        const item = corpus.itemByNumber(document.id, list, no);
        return item ? [directHit(item, document)] : [];
      });
      if (hits.length === 0)
        return { kind: 'no_such_item', verdict: 'not_listed', document: null, list, no, size: null };
      return {
        kind: 'ambiguous_township',
        verdict: 'ambiguous_township',
        candidates: hits,
        documents: visibleDocuments(question),
        matterTitle: null,
      };
    }
    const document = corpus.document(documentId);
    const item = corpus.itemByNumber(documentId, list, no);
    if (document && item) return toItemAnswer(directHit(item, document), [], reading.asked.role, [], true);
    if (rest > LITTLE_LEFT_OVER) return null;
    const size = corpus.items(documentId).filter((other) => other.list === list).length;
    return { kind: 'no_such_item', verdict: 'not_listed', document, list, no, size };
  }

  function answerQuestion(question: Question): Answer {
    const reading = reader.read(question.text);
    const documents = visibleDocuments(question);
    const context = contextOf(question, reading);
    const [onlyId] = context.documentIds.length === 1 ? context.documentIds : [];
    const document = onlyId === undefined ? null : corpus.document(onlyId);
    if (reading.talk !== null) return { kind: reading.talk, verdict: null, documents, document };
    const referenced = answerReference(question, reading, context);
    if (referenced) return referenced;
    if (reading.places.unknown !== null) {
      return { kind: 'unknown_township', verdict: 'not_listed', named: reading.places.unknown, documents };
    }
    const named = context.documentIds.flatMap((id) => corpus.document(id) ?? []);
    if (reading.listing.presence) {
      return answerComparison(question, reading, context, named.length > 1 ? named : documents, 'presence');
    }
    if (named.length > 1) {
      return reading.places.byTownship || reading.listing.difference
        ? answerComparison(question, reading, context, named, 'difference')
        : answerAcross(question, reading, context, named);
    }
    if (reading.listing.difference && document === null && /各|五个|几个|所有|每个/.test(reading.text)) {
      return answerComparison(question, reading, context, documents, 'difference');
    }
    if (document === null) return answerAcross(question, reading, context, documents);
    return (
      answerListing(question, reading, document) ?? answerInTownship(question, reading, context, document)
    );
  }

  return {
    answer: answerQuestion,
    warm: () => phrases.warm(),
    retrieve(question, documentId) {
      const reading = reader.read(question.text);
      const context = contextOf(question, reading);
      const document = corpus.document(documentId);
      return document ? retrieveFor(reading, context, document, question.list) : null;
    },
  };
}
