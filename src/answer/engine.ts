// Question in, Answer out: read, resolve the township and what the conversation adds, retrieve, decide.
// Pure and deterministic; shards are handed in by whoever loads them.
import { createEvidence, createPhraseIndex, createRanker } from '../search/index.ts';
import { answerAcross, answerComparison } from './across-townships.ts';
import type { Answer, Question } from './answer.ts';
import { createContextReader } from './context.ts';
import { answerInTownship } from './item-answer.ts';
import { answerListing, asksForListing } from './listing-answer.ts';
import { createMatterRows } from './matter-rows.ts';
import { createReader } from './reading.ts';
import { keepRecentReadings } from './recent-readings.ts';
import { answerReference } from './reference-answer.ts';
import { retrieve, type Asked, type Retrieval } from './retrieval.ts';
import { visibleDocuments, type EngineParts, type Tools } from './tools.ts';

export interface Engine {
  answer(question: Question): Answer;
  /** The ranking behind an answer for one township, conversation included. Used by evaluation and tuning. */
  retrieve(question: Question, documentId: string): Retrieval | null;
}

// 各乡镇, 五个乡, 每个镇: all lists are meant
const ALL_TOWNSHIPS = /各|五个|几个|所有|每个/;
// said so, it wins over the township that is bound; 各部门 does not
const EVERY_TOWNSHIP = /(?:各个?|五个|几个|所有|每个)(?:乡镇|乡|镇)/;

function createTools(parts: EngineParts): Tools {
  const { corpus, lexicon, model, pipeline, shard } = parts;
  const evidence = createEvidence(
    parts.evidence,
    lexicon.matters.map(({ id }) => id),
  );
  const phrases = createPhraseIndex(lexicon, evidence, pipeline);
  return {
    corpus,
    lexicon,
    model,
    pipeline,
    shard,
    phrases,
    ranker: createRanker(lexicon, phrases, model),
    reader: keepRecentReadings(createReader(corpus, lexicon, phrases, pipeline)),
    rows: createMatterRows(corpus, lexicon),
  };
}

export function createEngine(parts: EngineParts): Engine {
  const tools = createTools(parts);
  const { corpus, reader } = tools;
  const contexts = createContextReader(tools, answer);

  function ask(question: Question): Asked {
    const reading = reader.read(question.text, question.visible);
    return { question, reading, context: contexts.read(question, reading) };
  }

  function answer(question: Question): Answer {
    const asked = ask(question);
    const { reading, context } = asked;
    const documents = visibleDocuments(corpus, question);
    const named = context.documentIds.flatMap((id) => corpus.document(id) ?? []);
    const document = named.length === 1 ? (named[0] ?? null) : null;
    if (reading.talk !== null) {
      const verdict = reading.talk === 'off_topic' ? 'not_listed' : null;
      return { kind: reading.talk, verdict, documents, document };
    }
    const referenced = answerReference(tools, asked);
    if (referenced) return referenced;
    if (reading.places.unknown !== null)
      return { kind: 'unknown_township', verdict: 'not_listed', named: reading.places.unknown, documents };
    if (reading.listing.presence)
      return answerComparison(tools, asked, named.length > 1 ? named : documents, 'presence');
    const isEvery = reading.listing.difference && EVERY_TOWNSHIP.test(reading.text);
    if (isEvery && reading.places.documentIds.length === 0)
      return answerComparison(tools, asked, documents, 'difference');
    if (named.length > 1) {
      return reading.places.byTownship || reading.listing.difference
        ? answerComparison(tools, asked, named, 'difference')
        : answerAcross(tools, asked, named);
    }
    if (document) return answerListing(tools, asked, document) ?? answerInTownship(tools, asked, document);
    if (asksForListing(tools, asked))
      return {
        kind: 'ambiguous_township',
        verdict: 'ambiguous_township',
        candidates: [],
        documents,
        matterTitle: null,
      };
    return reading.listing.difference && ALL_TOWNSHIPS.test(reading.text)
      ? answerComparison(tools, asked, documents, 'difference')
      : answerAcross(tools, asked, documents);
  }

  return {
    answer,
    retrieve(question, documentId) {
      const document = corpus.document(documentId);
      return document ? retrieve(tools, ask(question), document) : null;
    },
  };
}
