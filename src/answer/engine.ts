// Question in, Answer out: read, resolve the township and what the conversation adds, retrieve, decide.
// Pure and deterministic; shards are handed in by whoever loads them.
import { parseItemId, type Corpus, type DutyDocument, type Item } from '../duty/index.ts';
import {
  createEvidence,
  createPhraseIndex,
  type EvidenceFile,
  createRanker,
  type Lexicon,
  type MatterScore,
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
import { findAnsweredRow, findLastExchange, type LastExchange } from './conversation.ts';
import {
  closeCandidates,
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
  /** The ranking behind an answer for one township, conversation included. Used by evaluation and tuning. */
  retrieve(question: Question, documentId: string): Retrieval | null;
}

/** What the conversation adds to a question. */
interface Context {
  documentIds: string[];
  query: Query;
  content: string;
  /** The row that was last talked about, when this question goes on with it. */
  lastItem: Item | null;
  inherits: boolean;
  /** Only the place is new (那托格拉克乡呢，也是公安局吗): what else is asked is asked as before. */
  switched: Reading | null;
}

const MOST_OTHERS = 10;
/** Rows behind these are counted, not shown. */
const MOST_EXPLAINED = 3;
const MOST_RELATED = 6;
/** From this probability on a matter is said to be meant. */
const LEAST_MEANT = 0.5;
/** Without a township, so many lists are ranked one by one; beyond, only lists that carry the matter. */
const MOST_RANKED_TOWNSHIPS = 8;
/** Terms taken over from the previous question count this much; less when the question clearly means a matter of its own. */
const INHERITED_SHARE = 0.45;
const INHERITED_BESIDE_TOPIC = 0.15;
const OWN_TOPIC = 0.5;
/** A question whose topic has less information than this says nothing without its predecessor. */
const LITTLE_INFORMATION = 3.5;
/** Facets that are a side of the row talked about and no other business. */
const SIDES: ReadonlySet<string> = new Set(['sanction', 'still']);
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

  function mergeQueries(own: Query, inherited: Query, share: number): Query {
    const terms = new Map(own.terms);
    let information = own.information;
    for (const [term, weight] of inherited.terms) {
      if (terms.has(term)) continue;
      terms.set(term, weight * share);
      information += weight * share * phrases.weigh(term);
    }
    const official = new Map(own.official);
    for (const [term, weight] of inherited.official)
      if (!official.has(term)) official.set(term, weight * share);
    return { terms, information, official, mendings: own.mendings };
  }

  const read = (question: Question, text: string): Reading => reader.read(text, question.visible);

  /** Township named last in the conversation, by the person or in the assistant's replies. */
  function placeOfHistory(question: Question): string[] {
    for (const turn of question.history.toReversed()) {
      const { documentIds } = read(question, turn.content).places;
      if (documentIds.length > 0) return documentIds;
    }
    return [];
  }

  /** What was last asked that named a matter; the very last question when none did. */
  function readTopic(question: Question): Reading | null {
    const asked = question.history.filter(({ role }) => role === 'user').toReversed();
    const readings = asked.map(({ content }) => read(question, content));
    return readings.find(({ topic }) => topic >= LITTLE_INFORMATION) ?? readings[0] ?? null;
  }

  /** The row that the conversation last talked about. */
  function lastItemOf(question: Question, exchange: LastExchange, place: string | undefined): Item | null {
    const row = exchange.reply === null ? null : findAnsweredRow(exchange.reply);
    if (row && place !== undefined) return corpus.itemByNumber(place, row.list, row.no);
    const answer = answerQuestion({ ...question, text: exchange.question, history: exchange.before });
    if (answer.kind === 'item') return answer.hit.item;
    if (answer.kind === 'choice') return answer.candidates[0]?.item ?? null;
    return null;
  }

  /** Documents that a question is about: named, else bound or talked about; the only one when there is one. */
  function placeOf(question: Question, reading: Reading, inherits: boolean): string[] {
    const { documentIds, byOffice } = reading.places;
    if (documentIds.length > 0) return documentIds;
    const bound =
      question.documentId !== null && isVisible(question, question.documentId) ? [question.documentId] : [];
    const earlier = inherits || bound.length === 0 ? placeOfHistory(question) : [];
    const known = earlier.length > 0 ? earlier : bound;
    if (byOffice.length > 0 && !known.some((id) => byOffice.includes(id))) return byOffice;
    if (known.length > 0) return known;
    const visible = visibleDocuments(question);
    return visible.length === 1 ? visible.map(({ id }) => id) : [];
  }

  const strongestMatter = (query: Query): MatterScore | null =>
    phrases.score(query.terms).strongest[0] ?? null;
  const meansMatter = (query: Query): boolean => (strongestMatter(query)?.share ?? 0) >= OWN_TOPIC;

  function contextOf(question: Question, reading: Reading): Context {
    const exchange = findLastExchange(question.history);
    const saysLittle = reading.topic < LITTLE_INFORMATION;
    const inherits = exchange !== null && (reading.followUp || saysLittle);
    const documentIds = placeOf(question, reading, inherits);
    const { query, content } = reading;
    const before = inherits ? readTopic(question) : null;
    if (!exchange || !before)
      return { documentIds, query, content, lastItem: null, inherits: false, switched: null };
    const earlier = placeOfHistory(question)[0] ?? question.documentId ?? undefined;
    const switched = saysLittle && reading.places.documentIds.length > 0;
    return {
      documentIds,
      // 那托格拉克乡呢，也是公安局吗: only the place is new
      query: switched
        ? before.query
        : mergeQueries(query, before.query, meansMatter(query) ? INHERITED_BESIDE_TOPIC : INHERITED_SHARE),
      content: `${content} ${before.content}`,
      lastItem: lastItemOf(question, exchange, earlier),
      inherits,
      switched: switched ? before : null,
    };
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
      phrases,
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
      reading.topic < LITTLE_INFORMATION &&
      [...reading.asked.facets].every((facet) => SIDES.has(facet))
    ) {
      return toItemAnswer(directHit(lastItem, document), [], role, focus, true);
    }
    const retrieval = retrieveFor(reading, context, document, question.list);
    const { ranked } = retrieval;
    const hit = (entry: Ranked, at: number): Hit =>
      toHit(entry, document, context.content, context.query, at < MOST_EXPLAINED ? phrases : null);
    if (!isListed(retrieval)) {
      const strongest = strongestMatter(context.query);
      const meant = strongest !== null && strongest.share >= LEAST_MEANT ? strongest.matter : null;
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
        others: ranked.slice(close.length, MOST_OTHERS).map((entry) => hit(entry, MOST_EXPLAINED)),
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
    const strongest = strongestMatter(context.query);
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
        ranked.slice(0, 1).map((entry) => toHit(entry, document, context.content, context.query, phrases)),
      );
    const strongest = strongestMatter(context.query);
    if (hits.length === 0) {
      const nearest = retrievals
        .toSorted((a, b) => b.probability - a.probability)
        .slice(0, 3)
        .flatMap(({ document, ranked }) =>
          ranked.slice(0, 1).map((entry) => toHit(entry, document, context.content, context.query, phrases)),
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
    const strongest = strongestMatter(context.query);
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
    const reading = read(question, question.text);
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
    retrieve(question, documentId) {
      const reading = read(question, question.text);
      const context = contextOf(question, reading);
      const document = corpus.document(documentId);
      return document ? retrieveFor(reading, context, document, question.list) : null;
    },
  };
}
