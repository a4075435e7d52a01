// What the parts of answering share: the lists, the catalogue and what reads and ranks with them.
import type { Corpus, DutyDocument } from '../duty/index.ts';
import type {
  EvidenceFile,
  Lexicon,
  MatterScore,
  PhraseIndex,
  Query,
  Ranker,
  RankingModel,
  Shard,
  TextPipeline,
} from '../search/index.ts';
import type { Question } from './answer.ts';
import type { MatterRows } from './matter-rows.ts';
import type { Reader } from './reading.ts';

export interface EngineParts {
  corpus: Corpus;
  lexicon: Lexicon;
  evidence: EvidenceFile;
  model: RankingModel;
  pipeline: TextPipeline;
  /** The shard of a document; called once for each question that needs it. */
  shard: (documentId: string) => Shard;
}

/** The evidence's file is not kept: what it holds stands unpacked in `phrases`. */
export interface Tools extends Omit<EngineParts, 'evidence'> {
  phrases: PhraseIndex;
  ranker: Ranker;
  reader: Reader;
  rows: MatterRows;
}

export function isVisible(question: Question, documentId: string): boolean {
  return question.visible === undefined || question.visible.has(documentId);
}

export function visibleDocuments(corpus: Corpus, question: Question): DutyDocument[] {
  return corpus.documents.filter((document) => isVisible(question, document.id));
}

/** The matter of the whole catalogue that a query means most; null when it means none. */
export function strongestMatter({ phrases }: Tools, query: Query): MatterScore | null {
  return phrases.score(query.evidence).strongest[0] ?? null;
}

/** A threshold of the tuned decision (data/ranking.json). */
export function threshold({ model }: Tools, name: string, fallback: number): number {
  return model.decision[name] ?? fallback;
}
