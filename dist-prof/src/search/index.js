export { Lexicon, Matter, MatterLink, QuestionWords } from './lexicon.js';
export { createPhraseIndex, } from './phrase-index.js';
export { createQueryMaker } from './query.js';
export { FEATURE_NAMES } from './features.js';
export { createRanker, RankingModel } from './ranking.js';
export { buildShardFile, openShard, shardFingerprint, ShardFile, ShardDamagedError, ShardMismatchError, } from './shard.js';
export { fingerprint } from './fingerprint.js';
export { createEvidence, EvidenceFile, termValue } from './evidence.js';
