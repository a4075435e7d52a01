export { Lexicon, Matter, MatterLink, QuestionWords } from './lexicon.ts';
export {
  createPhraseIndex,
  type MatterScore,
  type MatterScores,
  type PhraseIndex,
  type PhraseMatch,
} from './phrase-index.ts';
export { createQueryMaker, type Query, type QueryMaker } from './query.ts';
export type { Mending } from './typing.ts';
export { FEATURE_NAMES, type FeatureName, type Features, type QuestionSigns } from './features.ts';
export { createRanker, RankingModel, type Ranked, type Ranker } from './ranking.ts';
export {
  buildShardFile,
  openShard,
  shardFingerprint,
  ShardFile,
  ShardDamagedError,
  ShardMismatchError,
  type Shard,
  type TextPipeline,
} from './shard.ts';
export { fingerprint } from './fingerprint.ts';
export { createEvidence, EvidenceFile, termValue, type Evidence } from './evidence.ts';
