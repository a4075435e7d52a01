export * from './answer.ts';
export { createEngine, type Engine } from './engine.ts';
export type { EngineParts } from './tools.ts';
export type { Retrieval } from './retrieval.ts';
export { DECISION_FEATURES, toListedProbability, type DecisionFeatures } from './decision.ts';
export { warmUpQuestions } from './warm-up.ts';
