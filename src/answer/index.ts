export * from './answer.ts';
export { createEngine, type Engine, type EngineParts, type Retrieval } from './engine.ts';
export { DECISION_FEATURES, toListedProbability, type DecisionFeatures } from './decision.ts';
